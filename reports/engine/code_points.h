#pragma once

#include <cstddef>
#include <string_view>

namespace zf::reports {

// Walks over text that is known to be valid UTF-8 (all text inside the product is): no checks, no
// copies. A torn character at the end is read as far as it goes.
class CodePoints {
public:
    explicit CodePoints(std::string_view text) : text_{text} {}

    bool at_end() const { return place_ >= text_.size(); }
    std::size_t place() const { return place_; }

    char32_t next() {
        const auto lead = static_cast<unsigned char>(text_[place_++]);
        if (lead < 0x80) return lead;
        const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
        char32_t point = lead & (0x3FU >> static_cast<unsigned>(more));
        for (int taken = 0; taken < more && place_ < text_.size(); ++taken) {
            point = (point << 6U) | (static_cast<unsigned char>(text_[place_++]) & 0x3FU);
        }
        return point;
    }

private:
    std::string_view text_;
    std::size_t place_ = 0;
};

}  // namespace zf::reports
