#include "render/pdf/pdf_file.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numbers>
#include <stdexcept>
#include <tuple>

#include "engine/code_points.h"
#include "zhangfang/base/text.h"

namespace zf::reports {

namespace {

struct Colour {
    float red, green, blue;
};

Colour colour_of(Ink ink) {
    switch (ink) {
        case Ink::black: return {0, 0, 0};
        case Ink::red: return {0.8F, 0, 0};
        case Ink::grey: return {0.35F, 0.35F, 0.35F};
        case Ink::pale: return {0.9F, 0.9F, 0.9F};
    }
    return {0, 0, 0};
}

constexpr float points_per_tenth = 72.0F / 254.0F;
// Pages of a tree node: with the library's own number a file ends at 32,767 pages.
constexpr HPDF_UINT pages_per_node = 200;
// The stroke that makes letters bold, in parts of their size.
constexpr float bold_stroke = 0.03F;

auto style_of(const PageLine& line) {
    return std::tuple{line.ink, line.width, line.is_dashed};
}

// "2026-03-15 08:02" into the parts of a PDF date; false when it is no such text.
bool read_date(std::string_view text, HPDF_Date& date) {
    const auto number = [&](std::size_t begin, std::size_t length) {
        int value = -1;
        if (begin + length <= text.size()) {
            std::from_chars(text.data() + begin, text.data() + begin + length, value);
        }
        return value;
    };
    date = {};
    date.year = number(0, 4);
    date.month = number(5, 2);
    date.day = number(8, 2);
    date.hour = number(11, 2);
    date.minutes = number(14, 2);
    date.ind = ' ';
    return date.year > 0 && date.month > 0 && date.day > 0 && date.hour >= 0 && date.minutes >= 0;
}

}  // namespace

PdfFile::PdfFile(const Font& font, RareCharacters& rare, const PdfMetadata& metadata)
    : font_{font},
      rare_{rare},
      document_{HPDF_New(nullptr, nullptr)} {
    if (!document_) throw std::bad_alloc{};
    HPDF_Doc document = document_.get();
    HPDF_UseUTFEncodings(document);
    HPDF_SetCurrentEncoder(document, "UTF-8");
    HPDF_SetCompressionMode(document, HPDF_COMP_ALL);
    HPDF_SetPagesConfiguration(document, pages_per_node);
    const char* name = font.is_collection()
                           ? HPDF_LoadTTFontFromFile2(document, font.path().c_str(),
                                                      static_cast<HPDF_UINT>(font.index()),
                                                      HPDF_TRUE)
                           : HPDF_LoadTTFontFromFile(document, font.path().c_str(), HPDF_TRUE);
    if (name != nullptr) letters_ = HPDF_GetFont(document, name, "UTF-8");
    encoder_ = HPDF_GetEncoder(document, "UTF-8");
    HPDF_SetInfoAttr(document, HPDF_INFO_TITLE, metadata.title.c_str());
    HPDF_SetInfoAttr(document, HPDF_INFO_CREATOR, "zhangfang");
    HPDF_Date created;
    if (read_date(metadata.created, created)) {
        HPDF_SetInfoDateAttr(document, HPDF_INFO_CREATION_DATE, created);
        HPDF_SetInfoDateAttr(document, HPDF_INFO_MOD_DATE, created);
    }
}

void PdfFile::add(const Page& page) {
    page_ = HPDF_AddPage(document_.get());
    if (page_ == nullptr || letters_ == nullptr) return;  // save() tells
    height_ = page.height;
    HPDF_Page_SetWidth(page_, x_of(page.width) * points_per_tenth);
    HPDF_Page_SetHeight(page_, x_of(page.height) * points_per_tenth);
    HPDF_Page_Concat(page_, points_per_tenth, 0, 0, points_per_tenth, 0, 0);
    size_ = 0;
    ink_ = Ink::black;
    is_bold_ = is_dashed_ = false;
    draw_texts(page, true);  // watermarks lie below everything
    draw_boxes(page);
    draw_lines(page);
    draw_texts(page, false);
    add_bookmarks(page);
}

bool PdfFile::save(const std::string& path) {
    HPDF_Doc document = document_.get();
    if (letters_ == nullptr || HPDF_GetError(document) != HPDF_OK) return false;
    return HPDF_SaveToFile(document, path.c_str()) == HPDF_OK;
}

void PdfFile::draw_boxes(const Page& page) {
    for (const PageBox& box : page.boxes) {
        const Colour colour = colour_of(box.ink);
        HPDF_Page_SetRGBFill(page_, colour.red, colour.green, colour.blue);
        HPDF_Page_Rectangle(page_, x_of(box.x), y_of(box.y + box.height), x_of(box.width),
                            x_of(box.height));
        HPDF_Page_Fill(page_);
        ink_ = box.ink;
    }
}

// Lines of one style are one path: a page of a ledger has three styles and a hundred lines.
void PdfFile::draw_lines(const Page& page) {
    sorted_ = page.lines;
    std::stable_sort(sorted_.begin(), sorted_.end(),
                     [](const PageLine& left, const PageLine& right) {
                         return style_of(left) < style_of(right);
                     });
    for (auto first = sorted_.begin(); first != sorted_.end();) {
        const auto style = style_of(*first);
        const Colour colour = colour_of(first->ink);
        HPDF_Page_SetRGBStroke(page_, colour.red, colour.green, colour.blue);
        HPDF_Page_SetLineWidth(page_, x_of(first->width));
        if (first->is_dashed != is_dashed_) {
            const HPDF_UINT16 dashes[] = {15, 10};
            HPDF_Page_SetDash(page_, dashes, first->is_dashed ? 2 : 0, 0);
            is_dashed_ = first->is_dashed;
        }
        for (; first != sorted_.end() && style_of(*first) == style; ++first) {
            HPDF_Page_MoveTo(page_, x_of(first->x1), y_of(first->y1));
            HPDF_Page_LineTo(page_, x_of(first->x2), y_of(first->y2));
        }
        HPDF_Page_Stroke(page_);
    }
}

void PdfFile::begin_text() {
    if (!in_text_) HPDF_Page_BeginText(page_);
    in_text_ = true;
}

void PdfFile::end_text() {
    if (in_text_) HPDF_Page_EndText(page_);
    in_text_ = false;
}

// Sets only what differs from the text before: switching is the dear part of a page.
void PdfFile::use(const PageText& text) {
    if (text.size != size_) {
        HPDF_Page_SetFontAndSize(page_, letters_, x_of(text.size));
        size_ = text.size;
    }
    if (text.ink != ink_) {
        const Colour colour = colour_of(text.ink);
        HPDF_Page_SetRGBFill(page_, colour.red, colour.green, colour.blue);
        ink_ = text.ink;
    }
    if (text.is_bold) {
        const Colour colour = colour_of(text.ink);
        HPDF_Page_SetRGBStroke(page_, colour.red, colour.green, colour.blue);
        HPDF_Page_SetLineWidth(page_, x_of(text.size) * bold_stroke);
    }
    if (text.is_bold != is_bold_) {
        HPDF_Page_SetTextRenderingMode(page_, text.is_bold ? HPDF_FILL_THEN_STROKE : HPDF_FILL);
        is_bold_ = text.is_bold;
    }
}

void PdfFile::draw_texts(const Page& page, bool pale) {
    for (const PageText& text : page.texts) {
        if ((text.ink == Ink::pale) == pale) draw_text(page, text);
    }
    end_text();
}

void PdfFile::draw_text(const Page& page, const PageText& text) {
    const std::string_view letters = page.text_of(text);
    if (!rare_.are_plain(letters)) {
        draw_mixed(letters, text);
        return;
    }
    begin_text();
    use(text);
    scratch_.assign(letters);
    if (text.angle != 0) {
        draw_turned(scratch_.c_str(), text);
    } else if (text.is_spread) {
        draw_spread(letters, text);
    } else {
        HPDF_Page_TextOut(page_, x_of(text.x), y_of(text.baseline), scratch_.c_str());
    }
}

void PdfFile::draw_turned(const char* letters, const PageText& text) {
    const float angle = static_cast<float>(text.angle) * std::numbers::pi_v<float> / 180.0F;
    const float cosine = std::cos(angle), sine = std::sin(angle);
    HPDF_Page_SetTextMatrix(page_, cosine, sine, -sine, cosine, x_of(text.x), y_of(text.baseline));
    HPDF_Page_ShowText(page_, letters);
    end_text();  // the next text begins without the turn
}

// Equal digits in equal columns are one text with wider gaps; anything else letter by letter.
void PdfFile::draw_spread(std::string_view letters, const PageText& text) {
    std::vector<int> advances;
    for (CodePoints points{letters}; !points.at_end();) {
        advances.push_back(font_.advance_of(points.next()));
    }
    const float part = x_of(text.width) / static_cast<float>(advances.size());
    const auto wide = [&](int advance) {
        return static_cast<float>(advance) * x_of(text.size) / 1000.0F;
    };
    if (std::adjacent_find(advances.begin(), advances.end(), std::not_equal_to{}) ==
        advances.end()) {
        const float gap = part - wide(advances.front());
        HPDF_Page_SetCharSpace(page_, gap);
        HPDF_Page_TextOut(page_, x_of(text.x) + gap / 2, y_of(text.baseline), scratch_.c_str());
        HPDF_Page_SetCharSpace(page_, 0);
        return;
    }
    std::size_t place = 0;
    for (CodePoints points{letters}; !points.at_end(); ++place) {
        const std::size_t begin = points.place();
        points.next();
        const std::string letter{letters.substr(begin, points.place() - begin)};
        const float left = x_of(text.x) + part * static_cast<float>(place) +
                           (part - wide(advances[place])) / 2;
        HPDF_Page_TextOut(page_, left, y_of(text.baseline), letter.c_str());
    }
}

// Runs of plain characters as text, rare ones as shapes between them.
void PdfFile::draw_mixed(std::string_view letters, const PageText& text) {
    float x = x_of(text.x);
    const auto advance = [&](char32_t character) {
        return static_cast<float>(font_.advance_of(character)) * x_of(text.size) / 1000.0F;
    };
    std::string run;
    float run_x = x;
    const auto write_run = [&] {
        if (run.empty()) return;
        begin_text();
        use(text);
        HPDF_Page_TextOut(page_, run_x, y_of(text.baseline), run.c_str());
        run.clear();
    };
    for (CodePoints points{letters}; !points.at_end();) {
        const char32_t character = points.next();
        if (run.empty()) run_x = x;
        if (rare_.is_plain(character)) {
            run += to_utf8(std::u32string_view{&character, 1});
        } else if (const auto* shape = rare_.shape_of(character)) {
            write_run();
            end_text();
            draw_shape(*shape, text, x);
        } else {
            run += "〓";
        }
        x += advance(character);
    }
    write_run();
}

// A TrueType outline as PDF curves: quadratic ones become cubic, and between two control points
// lies an implied point of the line.
void PdfFile::draw_shape(const RareCharacters::Shape& shape, const PageText& text, float x) {
    const Colour colour = colour_of(text.ink);
    HPDF_Page_SetRGBFill(page_, colour.red, colour.green, colour.blue);
    ink_ = text.ink;
    const float scale = x_of(text.size) / static_cast<float>(shape.units_per_em);
    struct Point {
        float x, y;
    };
    const auto middle = [](Point left, Point right) {
        return Point{(left.x + right.x) / 2, (left.y + right.y) / 2};
    };
    for (const auto& contour : shape.outline) {
        if (contour.size() < 2) continue;
        const auto count = contour.size();
        const auto at = [&](std::size_t place) {
            const GlyphPoint& point = contour[place % count];
            return Point{x + static_cast<float>(point.x) * scale,
                         y_of(text.baseline) + static_cast<float>(point.y) * scale};
        };
        std::size_t first = 0;
        while (first < count && !contour[first].is_on_curve) ++first;
        const bool has_start = first < count;
        Point from = has_start ? at(first) : middle(at(0), at(count - 1));
        const std::size_t begin = has_start ? first + 1 : 0;
        const Point start = from;
        HPDF_Page_MoveTo(page_, from.x, from.y);
        const std::size_t steps = has_start ? count : count + 1;
        for (std::size_t step = 0; step < steps; ++step) {
            const std::size_t place = (begin + step) % count;
            const bool closes = step + 1 == steps;
            if (contour[place].is_on_curve) {
                from = at(place);
                HPDF_Page_LineTo(page_, from.x, from.y);
                continue;
            }
            const Point control = at(place);
            const std::size_t after = (place + 1) % count;
            const Point to = closes                       ? start
                             : contour[after].is_on_curve ? at(after)
                                                          : middle(control, at(after));
            HPDF_Page_CurveTo(
                page_, from.x + (control.x - from.x) * 2 / 3, from.y + (control.y - from.y) * 2 / 3,
                to.x + (control.x - to.x) * 2 / 3, to.y + (control.y - to.y) * 2 / 3, to.x, to.y);
            from = to;
        }
        HPDF_Page_ClosePath(page_);
    }
    HPDF_Page_Fill(page_);
}

void PdfFile::add_bookmarks(const Page& page) {
    for (const PageBookmark& bookmark : page.bookmarks) {
        const auto level = static_cast<std::size_t>(std::max(0, bookmark.level));
        outlines_.resize(std::min(level, outlines_.size()));
        HPDF_Outline above = outlines_.empty() ? nullptr : outlines_.back();
        HPDF_Outline outline = HPDF_CreateOutline(document_.get(), above, bookmark.title.c_str(),
                                                  encoder_);
        if (outline == nullptr) return;
        HPDF_Destination target = HPDF_Page_CreateDestination(page_);
        const float top = y_of(std::max(0, bookmark.y - 100)) * points_per_tenth;
        HPDF_Destination_SetXYZ(target, 0, top, 1);
        HPDF_Outline_SetDestination(outline, target);
        outlines_.push_back(outline);
    }
}

}  // namespace zf::reports
