#include "zhangfang/transfer/text_encoding.h"

#include <utility>

#include "transfer/decoder.h"
#include "transfer/table_problems.h"
#include "transfer/utf8_scan.h"
#include "zhangfang/base/assert.h"
#include "zhangfang/base/driver.h"

namespace zf {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view utf16le_mark = "\xFF\xFE";
constexpr std::string_view utf16be_mark = "\xFE\xFF";
constexpr std::string_view gb18030_mark = "\x84\x31\x95\x33";

// So many whole UTF-8 characters in a row do not happen by chance in another encoding: what follows
// is damage.
constexpr std::size_t too_many_for_chance = 8;

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

std::unique_ptr<Decoder> open_decoder(TextEncoding encoding) {
    return driver<TextEncodingDriver>().open(encoding);
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
    const auto fault = transfer::open_decoder(encoding)->decode(bytes.substr(mark), true, text);
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

    driver<transfer::TextEncodingDriver>().encode(text, encoding, bytes);
    return bytes;
}

}  // namespace zf
