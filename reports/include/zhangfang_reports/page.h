#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "zhangfang/base/export.h"
#include "zhangfang/report/document.h"

// A laid-out page: what every kind of paper (PDF, preview, printer) draws, in 0.1 mm from the upper
// left corner. Its parts are plain numbers, so that a page can be filled, drawn and thrown away
// thousands of times a second.
namespace zf::reports {

enum class Ink : std::uint8_t { black, red, grey, pale };  // pale: watermarks

struct PageText {
    int x = 0, baseline = 0;              // where the first letter stands
    int width = 0;                        // as measured in the layout
    std::uint32_t begin = 0, length = 0;  // in Page::letters
    std::int16_t size = 30;
    std::int16_t angle = 0;  // degrees, counter-clockwise around the first letter
    Ink ink = Ink::black;
    bool is_bold = false;
    bool is_spread = false;     // characters stand in the middle of equal parts of the width
    Align align = Align::left;  // which end stays in place where letters have other widths
};

struct PageLine {
    int x1 = 0, y1 = 0, x2 = 0, y2 = 0;
    std::int16_t width = 2;
    Ink ink = Ink::black;
    bool is_dashed = false;
};

struct PageBox {  // filled
    int x = 0, y = 0, width = 0, height = 0;
    Ink ink = Ink::black;
};

struct PageLink {
    int x = 0, y = 0, width = 0, height = 0;
    Link link;
};

struct PageBookmark {
    std::string title;
    int level = 0;
    int y = 0;
};

struct ZF_EXPORT Page {
    int width = 0, height = 0;
    int number = 0;          // as printed, through the whole document
    int section_number = 0;  // as printed, since the numbering began anew
    std::string letters;     // of all texts
    std::vector<PageText> texts;
    std::vector<PageLine> lines;
    std::vector<PageBox> boxes;
    std::vector<PageLink> links;
    std::vector<PageBookmark> bookmarks;

    std::string_view text_of(const PageText& text) const {
        return std::string_view{letters}.substr(text.begin, text.length);
    }
    void clear();  // keeps the memory

    // The innermost link under a point, or nothing.
    const Link* link_at(int x, int y) const;
};

}  // namespace zf::reports
