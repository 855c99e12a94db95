#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "zhangfang/base/export.h"

namespace zf::reports {

// How wide characters are, in thousandths of the letters' size. One table serves the layout of
// every renderer, so that preview, paper and PDF break their lines at the same places.
class ZF_EXPORT TextMeasure {
public:
    // One entry for each character up to U+FFFF; those beyond have the full width.
    explicit TextMeasure(std::vector<std::uint16_t> advances);
    // East Asian wide characters are two columns, all others one (half the size each).
    static TextMeasure monospaced();

    int advance(char32_t character) const {
        return character < advances_.size() ? advances_[character] : full_width;
    }
    // In thousandths of the size, of valid UTF-8.
    std::int64_t advance_of(std::string_view text) const;
    // In 0.1 mm, rounded up.
    int width(std::string_view text, int size) const;

    static constexpr int full_width = 1000;

private:
    std::vector<std::uint16_t> advances_;
};

// 2 for East Asian wide and full-width characters, 0 for combining marks, else 1.
ZF_EXPORT int column_count(char32_t character);
ZF_EXPORT int column_count(std::string_view text);

}  // namespace zf::reports
