#include "i18n/mo_file.h"

#include <cstdint>
#include <optional>

namespace zf::i18n {
namespace {

// A .mo file is: magic, revision, count, offset of the table of ids, offset of the table of texts.
// A table row is a length and an offset; a NUL follows each text.
class MoReader {
public:
    explicit MoReader(std::string_view bytes) : bytes_{bytes} {}

    bool has_header() {
        const auto magic = word(0);
        if (!magic) return false;
        is_swapped_ = *magic == 0xde120495;
        return is_swapped_ || *magic == 0x950412de;
    }
    std::optional<std::uint32_t> word(std::uint64_t offset) const {
        if (offset + 4 > bytes_.size()) return std::nullopt;
        std::uint32_t value = 0;
        for (std::uint64_t i = 0; i < 4; ++i) {
            const std::uint64_t at = is_swapped_ ? offset + i : offset + 3 - i;
            value = value << 8 | static_cast<unsigned char>(bytes_[at]);
        }
        return value;
    }
    std::optional<std::string_view> entry(std::uint64_t table, std::uint64_t index) const {
        const auto length = word(table + index * 8);
        const auto offset = word(table + index * 8 + 4);
        if (!length || !offset) return std::nullopt;
        if (std::uint64_t{*offset} + *length > bytes_.size()) return std::nullopt;
        const std::string_view all = bytes_.substr(*offset, *length);
        return all.substr(0, all.find('\0'));
    }

private:
    std::string_view bytes_;
    bool is_swapped_ = false;
};

}  // namespace

bool read_mo(std::string_view bytes,
             const std::function<void(std::string_view id, std::string_view text)>& take) {
    MoReader reader{bytes};
    if (!reader.has_header()) return false;
    const auto count = reader.word(8), ids = reader.word(12), texts = reader.word(16);
    if (!count || !ids || !texts) return false;
    for (std::uint64_t i = 0; i < *count; ++i)
        if (!reader.entry(*ids, i) || !reader.entry(*texts, i)) return false;
    for (std::uint64_t i = 0; i < *count; ++i)
        take(*reader.entry(*ids, i), *reader.entry(*texts, i));
    return true;
}

}  // namespace zf::i18n
