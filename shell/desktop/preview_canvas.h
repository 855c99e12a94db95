#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <wx/scrolwin.h>

#include "zhangfang/report/document.h"
#include "zhangfang_reports/page_spool.h"

namespace zf::desktop {

// What a preview shows: its pages on disk, and how large each one is.
struct PreviewPages {
    reports::PageSpool spool;
    std::vector<wxSize> sizes;  // 0.1 mm
    std::string family;         // the font they were measured with

    void add(const reports::Page& page);
};

// The pages of a document as they will lie on paper, one below the other, first as wide as the
// window. A click on a figure drills down.
class PreviewCanvas : public wxScrolledCanvas {
public:
    explicit PreviewCanvas(wxWindow* parent);

    void show(std::shared_ptr<const PreviewPages> shown);
    int page_count() const { return static_cast<int>(tops_.size()); }
    void zoom(int percent);
    int zoom() const;
    void fit_width();
    std::function<void(const Link&)> on_link;

private:
    void on_paint(wxPaintEvent& event);
    void on_click(wxMouseEvent& event);
    void on_move(wxMouseEvent& event);
    int pixels(int tenths_of_a_millimetre) const;
    void measure();
    std::size_t place_at(int top) const;  // of the page that reaches down to there
    const reports::Page& page(std::size_t place) const;
    const Link* link_at(const wxPoint& position) const;

    std::shared_ptr<const PreviewPages> shown_;
    std::vector<int> tops_;
    int widest_ = 0;  // 0.1 mm
    int percent_ = 100;
    bool fits_width_ = true;
    mutable std::map<std::size_t, reports::Page> read_;  // those looked at last
};

}  // namespace zf::desktop
