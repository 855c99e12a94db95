#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <hpdf.h>

#include "zhangfang_reports/font.h"
#include "zhangfang_reports/page.h"

namespace zf::reports {

struct PdfMetadata {
    std::string title;
    std::string created;  // "2026-03-15 08:02"; the same document gives the same bytes
};

// Characters that the report's font cannot write as text: those beyond U+FFFF, which the PDF
// library drops, and those that it does not have. They are drawn as shapes out of any installed
// font, or as 〓 where none has them.
class RareCharacters {
public:
    explicit RareCharacters(const Font& font) : font_{font} {}

    bool is_plain(char32_t character) const {
        return character < plain_.size() && plain_[character];
    }
    bool are_plain(std::string_view text) const;

    struct Shape {
        GlyphOutline outline;
        int units_per_em = 1000;
    };
    // Nothing when no font has it; it is then among the unknown ones.
    const Shape* shape_of(char32_t character);

    const std::set<char32_t>& drawn() const { return drawn_; }
    const std::set<char32_t>& unknown() const { return unknown_; }

    void learn();  // which characters are plain: once, before the first page

private:
    const Font& font_;
    std::vector<bool> plain_;
    std::vector<Font> fallbacks_;
    bool has_fallbacks_ = false;
    std::map<char32_t, Shape> shapes_;
    std::set<char32_t> drawn_, unknown_;
};

// One PDF file in the making: pages go in, a file comes out. The library keeps all pages in memory
// until then.
class PdfFile {
public:
    PdfFile(const Font& font, RareCharacters& rare, const PdfMetadata& metadata);

    void add(const Page& page);
    // False when anything went wrong on the way or while writing.
    bool save(const std::string& path);

private:
    struct Freed {
        void operator()(HPDF_Doc document) const { HPDF_Free(document); }
    };
    using Document = std::unique_ptr<std::remove_pointer_t<HPDF_Doc>, Freed>;

    void draw_boxes(const Page& page);
    void draw_lines(const Page& page);
    void draw_texts(const Page& page, bool pale);
    void draw_text(const Page& page, const PageText& text);
    void draw_spread(std::string_view letters, const PageText& text);
    void draw_turned(const char* letters, const PageText& text);
    void draw_mixed(std::string_view letters, const PageText& text);
    void draw_shape(const RareCharacters::Shape& shape, const PageText& text, float x);
    void add_bookmarks(const Page& page);
    void begin_text();
    void end_text();
    void use(const PageText& text);
    // The page's own units are 0.1 mm upwards from its foot: whole numbers, which are written and
    // compressed faster than points.
    static float x_of(int tenths) { return static_cast<float>(tenths); }
    float y_of(int tenths) const { return static_cast<float>(height_ - tenths); }

    const Font& font_;
    RareCharacters& rare_;
    Document document_;
    HPDF_Font letters_ = nullptr;
    HPDF_Encoder encoder_ = nullptr;
    HPDF_Page page_ = nullptr;
    int height_ = 0;
    bool in_text_ = false;
    int size_ = 0;
    Ink ink_ = Ink::black;
    bool is_bold_ = false, is_dashed_ = false;
    std::vector<PageLine> sorted_;
    std::vector<HPDF_Outline> outlines_;  // the open one of each level
    std::string scratch_;
};

}  // namespace zf::reports
