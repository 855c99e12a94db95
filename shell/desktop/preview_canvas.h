#pragma once

#include <functional>
#include <string>
#include <vector>

#include <wx/scrolwin.h>

#include "zhangfang/report/document.h"
#include "zhangfang_reports/page.h"

namespace zf::desktop {

// The pages of a document as they will lie on paper, one below the other. A click on a figure
// drills down.
class PreviewCanvas : public wxScrolledCanvas {
public:
    explicit PreviewCanvas(wxWindow* parent);

    void show(std::vector<reports::Page> pages, std::string family);
    const std::vector<reports::Page>& pages() const { return pages_; }
    void zoom(int percent);
    int zoom() const { return percent_; }
    std::function<void(const Link&)> on_link;

private:
    void on_paint(wxPaintEvent& event);
    void on_click(wxMouseEvent& event);
    void on_move(wxMouseEvent& event);
    double scale() const;
    void measure();
    const Link* link_at(const wxPoint& position) const;

    std::vector<reports::Page> pages_;
    std::vector<int> tops_;
    std::string family_;
    int percent_ = 100;
};

}  // namespace zf::desktop
