#pragma once

#include <functional>
#include <string>
#include <vector>

#include <wx/popupwin.h>

#include "zhangfang/ui/ui_host.h"

class wxListView;

namespace zf::bookkeeping {

// One line of the drop-down below a cell: what is taken, and what stands beside it.
struct Offer {
    std::string key;
    wxString name;
    wxString figure;
};

// What fits the text typed so far. It only offers: nothing is taken before somebody points at it.
class OfferPopup : public wxPopupWindow {
public:
    explicit OfferPopup(wxWindow* parent);

    // Below `cell`, a rectangle on the screen; without offers it hides.
    void offer(const wxRect& cell, std::vector<Offer> offers);
    void move(int step);
    std::string chosen() const;  // "" while nothing is pointed at
    std::string first() const;
    std::function<void(const std::string& key)> on_pick;  // by mouse

private:
    std::vector<Offer> offers_;
    wxListView* list_;
};

}  // namespace zf::bookkeeping
