#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "zhangfang/transfer/text_encoding.h"

namespace zf::transfer {

// How many bytes at the start of `bytes` are the encoding's mark.
std::size_t mark_length(std::string_view bytes, TextEncoding encoding);

// Finds the encoding of bytes that arrive in pieces: one character that is no UTF-8 may stand on
// the last line.
class EncodingDetector {
public:
    void add(std::string_view bytes);
    TextEncoding encoding() const;
    // Of UTF-8, where the first byte stands that is none: nothing when all of it is sound.
    std::optional<std::int64_t> fault() const;

private:
    bool is_utf8_so_far() const { return !marked_ || *marked_ == TextEncoding::utf8_with_mark; }

    std::optional<TextEncoding> marked_;
    std::string cut_;            // the beginning of a character whose end comes with the next piece
    std::int64_t valid_ = 0;     // bytes before the first fault
    std::size_t multibyte_ = 0;  // whole characters beyond ASCII among them
    bool has_begun_ = false;
    bool has_fault_ = false;
};

// Turns bytes of another encoding that arrive in pieces into UTF-8, strictly: nothing is ever
// replaced. UTF-8 needs no decoder, only the detector's word that it is sound.
class Decoder {
public:
    virtual ~Decoder() = default;

    // Appends to `text`; answers with the offset, counted from the first byte ever given, of bytes
    // that are no character.
    virtual std::optional<std::int64_t> decode(std::string_view bytes, bool is_last,
                                               std::string& text) = 0;
};

std::unique_ptr<Decoder> open_decoder(TextEncoding encoding);

// What the module around ICU's converters hands out. Neither is asked for UTF-8.
struct TextEncodingDriver {
    static constexpr const char* module = "text_encoding";
    std::unique_ptr<Decoder> (*open)(TextEncoding encoding);
    // Appends sound UTF-8 text in another encoding.
    void (*encode)(std::string_view text, TextEncoding encoding, std::string& bytes);
};

}  // namespace zf::transfer
