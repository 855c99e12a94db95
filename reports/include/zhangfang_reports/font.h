#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "zhangfang/base/export.h"
#include "zhangfang/rules/problem.h"
#include "zhangfang_reports/text_measure.h"

namespace zf::reports {

struct GlyphPoint {
    int x = 0, y = 0;  // font units, y upwards
    bool is_on_curve = false;
};
// Closed lines of one character; points off the curve are quadratic control points.
using GlyphOutline = std::vector<std::vector<GlyphPoint>>;

class FontFile;
class Font;

// Whatever else is installed, for rare characters that the report's font lacks; not checked for
// completeness, because only single outlines are taken from them.
ZF_EXPORT std::vector<Font> fallback_fonts(const Font& besides);

// A TrueType font that draws every common Chinese character by an outline of its own. Fonts that
// build characters from components are refused, because the PDF library silently loses parts of
// them; so are fonts with PostScript outlines and those whose maker forbids embedding.
class ZF_EXPORT Font {
public:
    // `index` chooses within a collection (.ttc). The error says what is wrong with the file.
    static Result<Font> load(const std::string& path, int index = 0);

    const std::string& path() const { return path_; }
    int index() const { return index_; }
    bool is_collection() const;
    const std::string& family() const;  // as the system lists it: "WenQuanYi Zen Hei"
    TextMeasure measure() const;

    bool has(char32_t character) const;
    // In thousandths of the size, as wide as the character is drawn.
    int advance_of(char32_t character) const;
    int units_per_em() const;
    // Empty when the font does not have the character.
    GlyphOutline outline_of(char32_t character) const;

private:
    friend ZF_EXPORT std::vector<Font> fallback_fonts(const Font& besides);

    Font(std::string path, int index, std::shared_ptr<const FontFile> file);

    std::string path_;
    int index_ = 0;
    std::shared_ptr<const FontFile> file_;
};

// The configured font, or with an empty path the first usable one of those that come with the
// program (`own_folders`) and with the system.
ZF_EXPORT Result<Font> report_font(const std::string& configured = {},
                                   const std::vector<std::string>& own_folders = {});

}  // namespace zf::reports
