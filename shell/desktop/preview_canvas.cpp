#include "desktop/preview_canvas.h"

#include <algorithm>
#include <cmath>

#include <wx/dcbuffer.h>
#include <wx/settings.h>

#include "zhangfang_reports/render/print/page_painter.h"

namespace zf::desktop {
namespace {

constexpr int gap = 16;
constexpr int tenths_of_a_millimetre_an_inch = 254;
constexpr int dots_an_inch = 96;
constexpr int percent_least = 25, percent_most = 400;
constexpr std::size_t pages_kept_most = 16;

}  // namespace

void PreviewPages::add(const reports::Page& page) {
    spool.add(page);
    sizes.emplace_back(page.width, page.height);
}

PreviewCanvas::PreviewCanvas(wxWindow* parent)
    : wxScrolledCanvas{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                       wxHSCROLL | wxVSCROLL | wxWANTS_CHARS} {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetScrollRate(FromDIP(20), FromDIP(20));
    Bind(wxEVT_PAINT, &PreviewCanvas::on_paint, this);
    Bind(wxEVT_LEFT_UP, &PreviewCanvas::on_click, this);
    Bind(wxEVT_MOTION, &PreviewCanvas::on_move, this);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        if (!fits_width_) return;
        measure();
        Refresh();
    });
}

int PreviewCanvas::zoom() const {
    if (!fits_width_ || widest_ == 0) return percent_;
    const int room = GetSize().x - 2 * FromDIP(gap) -
                     wxSystemSettings::GetMetric(wxSYS_VSCROLL_X, this);
    const int percent = room * tenths_of_a_millimetre_an_inch * 100 /
                        (FromDIP(dots_an_inch) * widest_);
    return std::clamp(percent, percent_least, 100);
}

int PreviewCanvas::pixels(int tenths_of_a_millimetre) const {
    const auto dots = static_cast<double>(tenths_of_a_millimetre) * FromDIP(dots_an_inch) * zoom();
    return static_cast<int>(std::lround(dots / (tenths_of_a_millimetre_an_inch * 100)));
}

void PreviewCanvas::show(std::shared_ptr<const PreviewPages> shown) {
    shown_ = std::move(shown);
    read_.clear();
    widest_ = 0;
    for (const wxSize& size : shown_->sizes) widest_ = std::max(widest_, size.x);
    measure();
    Scroll(0, 0);
    Refresh();
}

void PreviewCanvas::zoom(int percent) {
    fits_width_ = false;
    percent_ = std::clamp(percent, percent_least, percent_most);
    measure();
    Refresh();
}

void PreviewCanvas::fit_width() {
    fits_width_ = true;
    measure();
    Refresh();
}

void PreviewCanvas::measure() {
    if (shown_ == nullptr) return;
    tops_.clear();
    int top = FromDIP(gap);
    for (const wxSize& size : shown_->sizes) {
        tops_.push_back(top);
        top += pixels(size.y) + FromDIP(gap);
    }
    SetVirtualSize(pixels(widest_) + 2 * FromDIP(gap), top);
}

std::size_t PreviewCanvas::place_at(int top) const {
    const auto below = std::upper_bound(tops_.begin(), tops_.end(), top);
    return below == tops_.begin() ? 0 : static_cast<std::size_t>(below - tops_.begin()) - 1;
}

const reports::Page& PreviewCanvas::page(std::size_t place) const {
    if (read_.size() > pages_kept_most) read_.clear();
    const auto [kept, is_new] = read_.try_emplace(place);
    if (is_new) shown_->spool.read(static_cast<std::int64_t>(place), kept->second);
    return kept->second;
}

void PreviewCanvas::on_paint(wxPaintEvent&) {
    wxAutoBufferedPaintDC dc{this};
    dc.SetBackground(wxBrush{wxSystemSettings::GetColour(wxSYS_COLOUR_APPWORKSPACE)});
    dc.Clear();
    DoPrepareDC(dc);
    const int from = CalcUnscrolledPosition({0, 0}).y;
    const int to = from + GetClientSize().y;
    for (std::size_t i = place_at(from); i < tops_.size() && tops_[i] <= to; ++i) {
        const wxSize size = shown_->sizes[i];
        dc.SetPen(*wxGREY_PEN);
        dc.SetBrush(*wxWHITE_BRUSH);  // paper stays white in dark mode
        dc.DrawRectangle(FromDIP(gap), tops_[i], pixels(size.x), pixels(size.y));
        reports::paint_page(dc, page(i), FromDIP(gap), tops_[i],
                            static_cast<double>(pixels(size.x)) / size.x, shown_->family);
    }
}

const Link* PreviewCanvas::link_at(const wxPoint& position) const {
    if (tops_.empty()) return nullptr;
    const wxPoint point = CalcUnscrolledPosition(position);
    const std::size_t place = place_at(point.y);
    const wxSize size = shown_->sizes[place];
    return page(place).link_at((point.x - FromDIP(gap)) * size.x / std::max(pixels(size.x), 1),
                               (point.y - tops_[place]) * size.y / std::max(pixels(size.y), 1));
}

void PreviewCanvas::on_click(wxMouseEvent& event) {
    SetFocus();
    if (const Link* link = link_at(event.GetPosition()); link != nullptr && on_link) {
        const Link followed = *link;  // the page may be put away meanwhile
        on_link(followed);
    }
}

void PreviewCanvas::on_move(wxMouseEvent& event) {
    SetCursor(link_at(event.GetPosition()) != nullptr ? wxCursor{wxCURSOR_HAND} : wxNullCursor);
}

}  // namespace zf::desktop
