#include <array>
#include <vector>

#include <unicode/ucnv.h>
#include <unicode/ustring.h>

#include "transfer/decoder.h"
#include "zhangfang/base/assert.h"
#include "zhangfang/base/export.h"

namespace zf::transfer {
namespace {

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

class IcuDecoder : public Decoder {
public:
    explicit IcuDecoder(TextEncoding encoding) : converter_{open_converter(encoding)} {}
    std::optional<std::int64_t> decode(std::string_view bytes, bool is_last,
                                       std::string& text) override;

private:
    Converter converter_;
    std::int64_t taken_ = 0;  // bytes given so far
    std::u16string units_;  // decoded, not yet written; keeps half a surrogate pair between pieces
};

std::optional<std::int64_t> IcuDecoder::decode(std::string_view bytes, bool is_last,
                                               std::string& text) {
    UConverter* converter = converter_.get();
    const char* source = bytes.data();
    const char* const end = source + bytes.size();
    std::array<char16_t, 4096> target{};
    for (UErrorCode status = U_BUFFER_OVERFLOW_ERROR; status == U_BUFFER_OVERFLOW_ERROR;) {
        status = U_ZERO_ERROR;
        char16_t* written = target.data();
        ucnv_toUnicode(converter, &written, target.data() + target.size(), &source, end, nullptr,
                       is_last, &status);
        units_.append(target.data(), written);
        if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) {
            std::array<char, 16> invalid{};
            auto length = static_cast<std::int8_t>(invalid.size());
            UErrorCode ignored = U_ZERO_ERROR;
            ucnv_getInvalidChars(converter, invalid.data(), &length, &ignored);
            return taken_ + (source - bytes.data()) - length;
        }
    }
    taken_ += static_cast<std::int64_t>(bytes.size());
    std::u16string_view ready = units_;
    if (!ready.empty() && U16_IS_LEAD(ready.back())) ready.remove_suffix(1);
    append_utf8(ready, text);
    units_.erase(0, ready.size());
    return std::nullopt;
}

std::unique_ptr<Decoder> open_icu_decoder(TextEncoding encoding) {
    return std::make_unique<IcuDecoder>(encoding);
}

void encode(std::string_view text, TextEncoding encoding, std::string& bytes) {
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
}

}  // namespace
}  // namespace zf::transfer

extern "C" ZF_EXPORT const zf::transfer::TextEncodingDriver zf_text_encoding_driver;
const zf::transfer::TextEncodingDriver zf_text_encoding_driver{&zf::transfer::open_icu_decoder,
                                                               &zf::transfer::encode};
