#include "zhangfang_reports/render/print/page_painter.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include <wx/dc.h>
#include <wx/font.h>

namespace zf::reports {
namespace {

wxColour colour_of(Ink ink) {
    switch (ink) {
        case Ink::red: return {190, 20, 20};
        case Ink::grey: return {120, 120, 120};
        case Ink::pale: return {225, 225, 225};
        case Ink::black: break;
    }
    return *wxBLACK;
}

class Painter {
public:
    Painter(wxDC& dc, int left, int top, double scale, const std::string& family)
        : dc_{dc},
          left_{left},
          top_{top},
          scale_{scale},
          family_{wxString::FromUTF8(family)} {}

    void paint(const Page& page) {
        paint_texts(page, true);  // watermarks lie below everything
        for (const PageBox& box : page.boxes) paint(box);
        for (const PageLine& line : page.lines) paint(line);
        paint_texts(page, false);
    }

private:
    int x(int tenths) const { return left_ + static_cast<int>(std::lround(tenths * scale_)); }
    int y(int tenths) const { return top_ + static_cast<int>(std::lround(tenths * scale_)); }
    int length(int tenths) const {
        return std::max(1, static_cast<int>(std::lround(tenths * scale_)));
    }

    void paint_texts(const Page& page, bool pale) {
        for (const PageText& text : page.texts) {
            if ((text.ink == Ink::pale) == pale) paint(text, page.text_of(text));
        }
    }
    void paint(const PageBox& box) {
        dc_.SetPen(*wxTRANSPARENT_PEN);
        dc_.SetBrush(wxBrush{colour_of(box.ink)});
        dc_.DrawRectangle(x(box.x), y(box.y), length(box.width), length(box.height));
    }
    void paint(const PageLine& line) {
        wxPen pen{colour_of(line.ink), length(line.width)};
        if (line.is_dashed) pen.SetStyle(wxPENSTYLE_SHORT_DASH);
        pen.SetCap(wxCAP_BUTT);
        dc_.SetPen(pen);
        dc_.DrawLine(x(line.x1), y(line.y1), x(line.x2), y(line.y2));
    }
    void use_font(const PageText& text) {
        wxFont& font = fonts_[{text.size, text.is_bold}];
        if (!font.IsOk()) {
            wxFontInfo info{wxSize{0, length(text.size)}};
            font = wxFont{info.FaceName(family_).Bold(text.is_bold)};
        }
        dc_.SetFont(font);
        dc_.SetTextForeground(colour_of(text.ink));
    }
    void paint(const PageText& text, std::string_view letters) {
        use_font(text);
        const wxString shown = wxString::FromUTF8(letters.data(), letters.size());
        wxCoord width = 0, height = 0, descent = 0;
        dc_.GetTextExtent(shown, &width, &height, &descent);
        const int ascent = height - descent;
        if (text.angle != 0) {
            const double angle = text.angle * 3.14159265358979 / 180;
            dc_.DrawRotatedText(
                shown, x(text.x) - static_cast<int>(std::lround(ascent * std::sin(angle))),
                y(text.baseline) - static_cast<int>(std::lround(ascent * std::cos(angle))),
                text.angle);
            return;
        }
        if (text.is_spread) {
            paint_spread(text, shown, ascent);
            return;
        }
        // Letters on the screen are a little wider or narrower than measured: the aligned end stays
        // where it is.
        const int spare = static_cast<int>(std::lround(text.width * scale_)) - width;
        const int shift = text.align == Align::right    ? spare
                          : text.align == Align::centre ? spare / 2
                                                        : 0;
        dc_.DrawText(shown, x(text.x) + shift, y(text.baseline) - ascent);
    }
    void paint_spread(const PageText& text, const wxString& shown, int ascent) {
        const auto count = static_cast<int>(shown.length());
        for (int i = 0; i < count; ++i) {
            const wxString letter = shown.Mid(static_cast<std::size_t>(i), 1);
            const int centre = text.x + text.width * (2 * i + 1) / (2 * count);
            dc_.DrawText(letter, x(centre) - dc_.GetTextExtent(letter).x / 2,
                         y(text.baseline) - ascent);
        }
    }

    wxDC& dc_;
    int left_, top_;
    double scale_;
    wxString family_;
    std::map<std::pair<int, bool>, wxFont> fonts_;  // of this page, by size and weight
};

}  // namespace

void paint_page(wxDC& dc, const Page& page, int left, int top, double scale,
                const std::string& family) {
    Painter{dc, left, top, scale, family}.paint(page);
}

}  // namespace zf::reports
