#include "ui/offer_popup.h"

#include <algorithm>

#include <wx/display.h>
#include <wx/listctrl.h>
#include <wx/sizer.h>

#include "zhangfang/ui/ink.h"

namespace zf::bookkeeping {
namespace {

constexpr std::size_t offers_most = 60;
constexpr int rows_shown_most = 9;

}  // namespace

OfferPopup::OfferPopup(wxWindow* parent)
    : wxPopupWindow{parent, wxBORDER_NONE},
      list_{new wxListView{this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                           wxLC_REPORT | wxLC_NO_HEADER | wxLC_SINGLE_SEL}} {
    list_->AppendColumn({}, wxLIST_FORMAT_LEFT, FromDIP(90));
    list_->AppendColumn({}, wxLIST_FORMAT_LEFT, FromDIP(220));
    list_->AppendColumn({}, wxLIST_FORMAT_RIGHT, FromDIP(130));
    auto* sizer = new wxBoxSizer{wxVERTICAL};
    SetBackgroundColour(quiet_ink());  // its frame
    sizer->Add(list_, wxSizerFlags{1}.Expand().Border(wxALL, 1));
    SetSizer(sizer);
    list_->Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) {
        int where = 0;
        const long row = list_->HitTest(event.GetPosition(), where);
        if (row != wxNOT_FOUND && on_pick)
            CallAfter([this, key = offers_[static_cast<std::size_t>(row)].key] { on_pick(key); });
        event.Skip();
    });
}

void OfferPopup::offer(const wxRect& cell, std::vector<Offer> offers) {
    offers_ = std::move(offers);
    if (offers_.size() > offers_most) offers_.resize(offers_most);
    if (offers_.empty()) {
        Hide();
        return;
    }
    list_->DeleteAllItems();
    bool has_names = false, has_figures = false;
    for (std::size_t index = 0; index < offers_.size(); ++index) {
        const auto row = static_cast<long>(index);
        list_->InsertItem(row, from_utf8(offers_[index].key));
        list_->SetItem(row, 1, offers_[index].name);
        list_->SetItem(row, 2, offers_[index].figure);
        has_names = has_names || !offers_[index].name.empty();
        has_figures = has_figures || !offers_[index].figure.empty();
    }
    list_->SetColumnWidth(0, has_names ? FromDIP(90) : cell.width - FromDIP(8));
    list_->SetColumnWidth(1, has_names ? FromDIP(220) : 0);
    list_->SetColumnWidth(2, has_figures ? FromDIP(130) : 0);
    wxRect first;
    list_->GetItemRect(0, first);
    const int rows = std::min(static_cast<int>(offers_.size()), rows_shown_most);
    const int width = has_names ? FromDIP(has_figures ? 460 : 330) : cell.width;
    SetSize(std::max(width, cell.width), rows * std::max(first.height, FromDIP(22)) + FromDIP(6));
    Layout();
    wxPoint place = cell.GetBottomLeft();
    const int display = wxDisplay::GetFromPoint(cell.GetTopLeft());
    const wxRect area = wxDisplay{static_cast<unsigned>(std::max(display, 0))}.GetClientArea();
    if (place.y + GetSize().y > area.GetBottom()) place.y = cell.y - GetSize().y;
    SetPosition(place);
    Show();
}

void OfferPopup::move(int step) {
    const long last = static_cast<long>(offers_.size()) - 1;
    const long now = list_->GetFirstSelected();
    const long row = std::clamp(now + step, 0L, last);
    if (now >= 0) list_->Select(now, false);
    list_->Select(row);
    list_->EnsureVisible(row);
}

std::string OfferPopup::chosen() const {
    const long row = list_->GetFirstSelected();
    return row < 0 || !IsShown() ? std::string{} : offers_[static_cast<std::size_t>(row)].key;
}

std::string OfferPopup::first() const {
    return offers_.empty() || !IsShown() ? std::string{} : offers_.front().key;
}

}  // namespace zf::bookkeeping
