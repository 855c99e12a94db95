#include "zhangfang/transfer/text_encoding.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#include "transfer/decoder.h"
#include "transfer/table_problems.h"
#include "transfer/utf8_scan.h"

namespace zf {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view utf16le_mark = "\xFF\xFE";
constexpr std::string_view utf16be_mark = "\xFE\xFF";
constexpr std::string_view gb18030_mark = "\x84\x31\x95\x33";

// So many whole UTF-8 characters in a row do not happen by chance in another encoding: what follows
// is damage.
constexpr std::size_t too_many_for_chance = 8;

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

const char* name_for_icu(TextEncoding encoding) {
    switch (encoding) {
        case TextEncoding::gb18030: return "gb18030";
        case TextEncoding::utf16le: return "UTF-16LE";
        case TextEncoding::utf16be: return "UTF-16BE";
        case TextEncoding::utf8:
        case TextEncoding::utf8_with_mark: break;
    }
    ZF_ASSERT(false);
    return "";
}

Converter open_converter(TextEncoding encoding) {
    UErrorCode status = U_ZERO_ERROR;
    Converter converter{ucnv_open(name_for_icu(encoding), &status)};
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                        &status);
    ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                          &status);
    ZF_ASSERT(U_SUCCESS(status));
    return converter;
}

std::string_view mark_of(TextEncoding encoding) {
    switch (encoding) {
        case TextEncoding::utf8: return {};
        case TextEncoding::utf8_with_mark: return utf8_mark;
        case TextEncoding::gb18030: return gb18030_mark;
        case TextEncoding::utf16le: return utf16le_mark;
        case TextEncoding::utf16be: return utf16be_mark;
    }
    ZF_ASSERT(false);
    return {};
}

void append_utf8(std::u16string_view units, std::string& text) {
    const std::size_t before = text.size();
    text.resize(before + units.size() * 3);
    std::int32_t written = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strToUTF8(text.data() + before, static_cast<std::int32_t>(units.size() * 3), &written,
                units.data(), static_cast<std::int32_t>(units.size()), &status);
    ZF_ASSERT(U_SUCCESS(status) || status == U_STRING_NOT_TERMINATED_WARNING);
    text.resize(before + static_cast<std::size_t>(written));
}

}  // namespace

namespace transfer {

std::size_t mark_length(std::string_view bytes, TextEncoding encoding) {
    const std::string_view mark = mark_of(encoding);
    return bytes.starts_with(mark) ? mark.size() : 0;
}

void EncodingDetector::add(std::string_view bytes) {
    if (!std::exchange(has_begun_, true)) {
        if (bytes.starts_with(utf8_mark)) marked_ = TextEncoding::utf8_with_mark;
        if (bytes.starts_with(utf16le_mark)) marked_ = TextEncoding::utf16le;
        if (bytes.starts_with(utf16be_mark)) marked_ = TextEncoding::utf16be;
    }
    if (has_fault_ || !is_utf8_so_far()) return;
    std::string joined;
    if (!cut_.empty()) bytes = joined = std::exchange(cut_, {}).append(bytes);
    const Utf8Scan scan = scan_utf8(bytes);
    valid_ += static_cast<std::int64_t>(scan.valid);
    multibyte_ += scan.multibyte;
    has_fault_ = scan.valid < bytes.size() && !scan.is_cut;
    if (scan.is_cut) cut_ = bytes.substr(scan.valid);
}

TextEncoding EncodingDetector::encoding() const {
    if (marked_) return *marked_;
    return !fault() || multibyte_ >= too_many_for_chance ? TextEncoding::utf8
                                                         : TextEncoding::gb18030;
}

std::optional<std::int64_t> EncodingDetector::fault() const {
    if (!is_utf8_so_far() || (!has_fault_ && cut_.empty())) return std::nullopt;
    return valid_;
}

struct Decoder::State {
    Converter converter;
    std::int64_t taken = 0;  // bytes given so far
    std::u16string units;    // decoded, not yet written; keeps half a surrogate pair between pieces
};

Decoder::Decoder(TextEncoding encoding) : state_{std::make_unique<State>()} {
    state_->converter = open_converter(encoding);
}
Decoder::~Decoder() = default;
Decoder::Decoder(Decoder&&) noexcept = default;

std::optional<std::int64_t> Decoder::decode(std::string_view bytes, bool is_last,
                                            std::string& text) {
    UConverter* converter = state_->converter.get();
    const char* source = bytes.data();
    const char* const end = source + bytes.size();
    std::array<char16_t, 4096> target{};
    for (UErrorCode status = U_BUFFER_OVERFLOW_ERROR; status == U_BUFFER_OVERFLOW_ERROR;) {
        status = U_ZERO_ERROR;
        char16_t* written = target.data();
        ucnv_toUnicode(converter, &written, target.data() + target.size(), &source, end, nullptr,
                       is_last, &status);
        state_->units.append(target.data(), written);
        if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) {
            std::array<char, 16> invalid{};
            auto length = static_cast<std::int8_t>(invalid.size());
            UErrorCode ignored = U_ZERO_ERROR;
            ucnv_getInvalidChars(converter, invalid.data(), &length, &ignored);
            return state_->taken + (source - bytes.data()) - length;
        }
    }
    state_->taken += static_cast<std::int64_t>(bytes.size());
    std::u16string_view ready = state_->units;
    if (!ready.empty() && U16_IS_LEAD(ready.back())) ready.remove_suffix(1);
    append_utf8(ready, text);
    state_->units.erase(0, ready.size());
    return std::nullopt;
}

}  // namespace transfer

TextEncoding detect_encoding(std::string_view bytes) {
    transfer::EncodingDetector detector;
    detector.add(bytes);
    return detector.encoding();
}

Result<std::string> to_utf8(std::string_view bytes, TextEncoding encoding) {
    const std::size_t mark = transfer::mark_length(bytes, encoding);
    if (encoding == TextEncoding::utf8 || encoding == TextEncoding::utf8_with_mark) {
        const transfer::Utf8Scan scan = transfer::scan_utf8(bytes);
        if (scan.valid < bytes.size())
            return transfer::bad_byte(static_cast<std::int64_t>(scan.valid));
        return std::string{bytes.substr(mark)};
    }
    std::string text;
    const auto fault = transfer::Decoder{encoding}.decode(bytes.substr(mark), true, text);
    if (fault) return transfer::bad_byte(*fault + static_cast<std::int64_t>(mark));
    if (text.find('\0') != std::string::npos) return transfer::not_text();
    return text;
}

Result<std::string> from_utf8(std::string_view text, TextEncoding encoding) {
    const transfer::Utf8Scan scan = transfer::scan_utf8(text);
    if (scan.valid != text.size())
        return Problem{
            .code = "transfer.cannot_encode",
            .level = Level::fatal,
            .text = {
                "Byte {0} of the text is no character, so it cannot be written to a file. Nothing "
                "was written.",
                {static_cast<std::int64_t>(scan.valid) + 1}}};
    std::string bytes{encoding == TextEncoding::gb18030 ? std::string_view{} : mark_of(encoding)};
    if (encoding == TextEncoding::utf8 || encoding == TextEncoding::utf8_with_mark)
        return bytes.append(text);

    std::vector<char16_t> units(text.size());
    std::int32_t unit_count = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strFromUTF8(units.data(), static_cast<std::int32_t>(units.size()), &unit_count, text.data(),
                  static_cast<std::int32_t>(text.size()), &status);
    const Converter converter = open_converter(encoding);
    const std::size_t before = bytes.size();
    bytes.resize(before + static_cast<std::size_t>(unit_count) * 4);
    const std::int32_t written = ucnv_fromUChars(converter.get(), bytes.data() + before,
                                                 static_cast<std::int32_t>(bytes.size() - before),
                                                 units.data(), unit_count, &status);
    ZF_ASSERT(U_SUCCESS(status));  // both encodings hold every character
    bytes.resize(before + static_cast<std::size_t>(written));
    return bytes;
}

}  // namespace zf
