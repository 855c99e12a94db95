#pragma once

#include "zhangfang/ui/list_panel.h"
#include "zhangfang/ui/screen.h"

class wxButton;
class wxChoice;
class wxStaticText;

namespace zf {
class NoticeBar;
}

namespace zf::bookkeeping {

class VoucherGrid;

// 凭证审核: the vouchers that wait, and beside them the one that is pointed at, as it was entered.
class ReviewScreen : public Screen {
public:
    ReviewScreen(wxWindow* parent, UiHost& host, const Record& parameters);

    wxString title() const override;
    void rows_changed(const std::vector<ChangedRows>& changed) override;
    void session_changed() override;
    void focus_first() override;
    bool on_action(const std::string& action) override;
    wxString status() const override;

private:
    wxSizer* make_actions();
    void load();
    void take_selection();
    void run(const char* command, bool all);
    void take_moved(const Outcome& outcome);
    void mark_wrong();
    void open_selected();
    void on_screen_key(wxKeyEvent& event);
    CommandRequest request_of(const char* command) const;
    const ListView& view() const;
    bool is_own(const Record& row) const;

    Record fixed_;
    NoticeBar* bar_;
    wxChoice* which_ = nullptr;
    wxButton* review_ = nullptr;
    wxButton* withdraw_ = nullptr;
    wxStaticText* reason_ = nullptr;  // why the selected one is not for this person
    ListPanel* list_ = nullptr;
    VoucherGrid* voucher_ = nullptr;
};

}  // namespace zf::bookkeeping
