#include "engine/code_points.h"
#include "render/pdf/pdf_file.h"

namespace zf::reports {

void RareCharacters::learn() {
    plain_.assign(0x10000, false);
    for (char32_t character = 0x20; character < plain_.size(); ++character) {
        plain_[character] = font_.has(character);
    }
}

bool RareCharacters::are_plain(std::string_view text) const {
    for (CodePoints points{text}; !points.at_end();) {
        if (!is_plain(points.next())) return false;
    }
    return true;
}

const RareCharacters::Shape* RareCharacters::shape_of(char32_t character) {
    const auto known = shapes_.find(character);
    if (known != shapes_.end()) return &known->second;
    if (unknown_.count(character) != 0) return nullptr;
    if (!has_fallbacks_) {
        fallbacks_ = fallback_fonts(font_);
        fallbacks_.insert(fallbacks_.begin(), font_);
        has_fallbacks_ = true;
    }
    for (const Font& font : fallbacks_) {
        if (!font.has(character)) continue;
        Shape shape{.outline = font.outline_of(character), .units_per_em = font.units_per_em()};
        if (shape.outline.empty()) continue;
        drawn_.insert(character);
        return &shapes_.emplace(character, std::move(shape)).first->second;
    }
    unknown_.insert(character);
    return nullptr;
}

}  // namespace zf::reports
