#include "desktop/preview_canvas.h"

#include <algorithm>
#include <cmath>

#include <wx/dcbuffer.h>
#include <wx/settings.h>

#include "zhangfang_reports/render/print/page_painter.h"

namespace zf::desktop {
namespace {

constexpr int gap = 16;
constexpr double tenths_of_a_millimetre_an_inch = 254;

}  // namespace

PreviewCanvas::PreviewCanvas(wxWindow* parent)
    : wxScrolledCanvas{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                       wxHSCROLL | wxVSCROLL | wxWANTS_CHARS} {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetScrollRate(FromDIP(20), FromDIP(20));
    Bind(wxEVT_PAINT, &PreviewCanvas::on_paint, this);
    Bind(wxEVT_LEFT_UP, &PreviewCanvas::on_click, this);
    Bind(wxEVT_MOTION, &PreviewCanvas::on_move, this);
}

double PreviewCanvas::scale() const {
    return FromDIP(96) / tenths_of_a_millimetre_an_inch * percent_ / 100;
}

void PreviewCanvas::show(std::vector<reports::Page> pages, std::string family) {
    pages_ = std::move(pages);
    family_ = std::move(family);
    measure();
    Scroll(0, 0);
    Refresh();
}

void PreviewCanvas::zoom(int percent) {
    percent_ = std::clamp(percent, 25, 400);
    measure();
    Refresh();
}

void PreviewCanvas::measure() {
    tops_.clear();
    int top = FromDIP(gap), width = 0;
    for (const reports::Page& page : pages_) {
        tops_.push_back(top);
        top += static_cast<int>(std::lround(page.height * scale())) + FromDIP(gap);
        width = std::max(width, static_cast<int>(std::lround(page.width * scale())));
    }
    SetVirtualSize(width + 2 * FromDIP(gap), top);
}

void PreviewCanvas::on_paint(wxPaintEvent&) {
    wxAutoBufferedPaintDC dc{this};
    dc.SetBackground(wxBrush{wxSystemSettings::GetColour(wxSYS_COLOUR_APPWORKSPACE)});
    dc.Clear();
    DoPrepareDC(dc);
    const int from = CalcUnscrolledPosition({0, 0}).y;
    const int to = from + GetClientSize().y;
    for (std::size_t i = 0; i < pages_.size(); ++i) {
        const int height = static_cast<int>(std::lround(pages_[i].height * scale()));
        if (tops_[i] + height < from || tops_[i] > to) continue;
        const int width = static_cast<int>(std::lround(pages_[i].width * scale()));
        dc.SetPen(*wxGREY_PEN);
        dc.SetBrush(*wxWHITE_BRUSH);  // paper stays white in dark mode
        dc.DrawRectangle(FromDIP(gap), tops_[i], width, height);
        reports::paint_page(dc, pages_[i], FromDIP(gap), tops_[i], scale(), family_);
    }
}

const Link* PreviewCanvas::link_at(const wxPoint& position) const {
    const wxPoint point = CalcUnscrolledPosition(position);
    for (std::size_t i = 0; i < pages_.size(); ++i) {
        const int height = static_cast<int>(std::lround(pages_[i].height * scale()));
        if (point.y < tops_[i] || point.y > tops_[i] + height) continue;
        return pages_[i].link_at(static_cast<int>((point.x - FromDIP(gap)) / scale()),
                                 static_cast<int>((point.y - tops_[i]) / scale()));
    }
    return nullptr;
}

void PreviewCanvas::on_click(wxMouseEvent& event) {
    SetFocus();
    if (const Link* link = link_at(event.GetPosition()); link != nullptr && on_link) on_link(*link);
}

void PreviewCanvas::on_move(wxMouseEvent& event) {
    SetCursor(link_at(event.GetPosition()) != nullptr ? wxCursor{wxCURSOR_HAND} : wxNullCursor);
}

}  // namespace zf::desktop
