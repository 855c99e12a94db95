#include "ui/review_screen.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/sizer.h>
#include <wx/splitter.h>
#include <wx/stattext.h>
#include <wx/wrapsizer.h>

#include "ui/voucher_grid.h"
#include "ui/voucher_record.h"
#include "zhangfang/model/message_value.h"
#include "zhangfang/ui/ink.h"
#include "zhangfang/ui/notice_bar.h"

namespace zf::bookkeeping {

ReviewScreen::ReviewScreen(wxWindow* parent, UiHost& host, const Record& parameters)
    : Screen{parent, host},
      fixed_{parameters},
      bar_{new NoticeBar{this, host}} {
    if (!fixed_.has("book") && !host.current_book().empty())
        fixed_.set("book", Value{host.current_book()});
    auto* sizer = new wxBoxSizer{wxVERTICAL};
    sizer->Add(make_actions(), wxSizerFlags{}.Expand().Border(wxLEFT | wxTOP, FromDIP(8)));
    sizer->Add(bar_, wxSizerFlags{}.Expand());
    auto* splitter = new wxSplitterWindow{this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                                          wxSP_LIVE_UPDATE};
    list_ = new ListPanel{splitter, host, view()};
    voucher_ = new VoucherGrid{splitter, host, fixed_, VoucherGrid::Purpose::beside};
    splitter->SetMinimumPaneSize(FromDIP(140));
    splitter->SetSashGravity(0.5);
    splitter->SplitHorizontally(list_, voucher_, 0);
    sizer->Add(splitter, wxSizerFlags{1}.Expand());
    SetSizer(sizer);
    list_->is_quiet = [this](const Record& row) {
        return text_in(row, "state") == "entered" && is_own(row);
    };
    list_->on_select = [this] { take_selection(); };
    list_->on_open = [this](const Record&) { open_selected(); };
    list_->on_loaded = [this](const Record&) {
        if (list_->selected().empty()) list_->select_first();
        take_selection();
    };
    Bind(wxEVT_CHAR_HOOK, &ReviewScreen::on_screen_key, this);
    load();
}

const ListView& ReviewScreen::view() const {
    const auto& lists = host().registry().lists();
    const auto found = std::find_if(lists.begin(), lists.end(), [](const ListView& list) {
        return list.name == "bk.voucher_review";
    });
    ZF_ASSERT(found != lists.end());
    return *found;
}

wxSizer* ReviewScreen::make_actions() {
    auto* row = new wxWrapSizer{wxHORIZONTAL};
    which_ = new wxChoice{this, wxID_ANY};
    for (const char* label : {"Waiting for review", "Reviewed", "Marked as wrong", "All vouchers"})
        which_->Append(tr(host(), label));
    which_->SetSelection(0);
    which_->SetName(tr(host(), "Show"));
    which_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { load(); });
    row->Add(which_, wxSizerFlags{}.CentreVertical().Border(wxRIGHT | wxBOTTOM, FromDIP(8)));
    const auto add = [&](const char* label, std::function<void()> act) {
        auto* button = new wxButton{
            this, wxID_ANY, tr(host(), label), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
        button->SetMinSize(button->GetBestSize() + FromDIP(wxSize{12, 0}));
        button->Bind(wxEVT_BUTTON, [act = std::move(act)](wxCommandEvent&) { act(); });
        row->Add(button, wxSizerFlags{}.CentreVertical().Border(wxRIGHT | wxBOTTOM, FromDIP(4)));
        return button;
    };
    review_ = add("&Review (F9)", [this] { run("bk.voucher.review", false); });
    add("Review &all that wait", [this] { run("bk.voucher.review", true); });
    withdraw_ = add("Withdraw the &review", [this] { run("bk.voucher.withdraw_review", false); });
    for (wxButton* button : {review_, withdraw_}) button->Disable();  // until one is pointed at
    add("Mark as &wrong…", [this] { mark_wrong(); });
    add("&Open (Enter)", [this] { open_selected(); });
    reason_ = new wxStaticText{this, wxID_ANY, {}};
    reason_->SetForegroundColour(quiet_ink());
    row->Add(reason_, wxSizerFlags{}.CentreVertical().Border(wxRIGHT | wxBOTTOM, FromDIP(4)));
    return row;
}

bool ReviewScreen::is_own(const Record& row) const {
    return host().session() != nullptr &&
           text_in(row, "prepared_by") == host().session()->who().name;
}

CommandRequest ReviewScreen::request_of(const char* command) const {
    CommandRequest request{.command = command};
    if (fixed_.has("book")) request.parameters.set("book", fixed_.get("book"));
    return request;
}

wxString ReviewScreen::title() const {
    return tr(host(), "Review vouchers");
}

void ReviewScreen::load() {
    Record parameters = fixed_;
    switch (which_->GetSelection()) {
        case 0: parameters.set("state", Value{List{Value{"entered"}}}); break;
        case 1: parameters.set("state", Value{List{Value{"reviewed"}}}); break;
        case 2: parameters.set("marked_wrong", Value{true}); break;
        default: break;
    }
    list_->load(parameters);
}

void ReviewScreen::take_selection() {
    const auto rows = list_->selected();
    const auto count = static_cast<std::int64_t>(rows.size());
    review_->SetLabel(count < 2 ? tr(host(), "&Review (F9)")
                                : tr(host(), Message{"&Review the {0} selected (F9)", {count}}));
    review_->SetMinSize(wxDefaultSize);
    review_->InvalidateBestSize();
    review_->SetMinSize(review_->GetBestSize() + FromDIP(wxSize{12, 0}));
    const bool is_all_own = std::all_of(rows.begin(), rows.end(),
                                        [this](const Record& each) { return is_own(each); });
    review_->Enable(!is_all_own);
    reason_->SetLabel(rows.empty() || !is_all_own
                          ? wxString{}
                          : tr(host(), "Prepared by yourself: another person reviews it."));
    withdraw_->Enable(count > 0);
    Layout();
    voucher_->show_beside(rows.empty() ? std::string{} : text_in(rows.front(), "voucher"));
}

void ReviewScreen::run(const char* command, bool all) {
    CommandRequest request = request_of(command);
    if (all) {
        request.parameters.set("all", Value{true});
    } else {
        List vouchers;
        for (const Record& row : list_->selected()) vouchers.push_back(row.get("voucher"));
        if (vouchers.empty()) return;
        request.parameters.set("voucher", Value{std::move(vouchers)});
    }
    host().run(this, std::move(request), [this](const Outcome& outcome) { take_moved(outcome); });
}

// What was done, and why the others were refused.
void ReviewScreen::take_moved(const Outcome& outcome) {
    if (!outcome.is_done()) {
        bar_->warn(outcome.problems);
        return;
    }
    wxString text = tr(host(), outcome.said);
    const List* refusals = outcome.result.get("refusals").if_a<List>();
    if (refusals != nullptr)
        for (const Value& each : *refusals) {
            const Record& refusal = each.as<Record>();
            if (const auto said = message_in(refusal.get("message")))
                text += "\n" + from_utf8(text_in(refusal, "voucher")) + "  " + tr(host(), *said);
        }
    const bool is_refused = refusals != nullptr && !refusals->empty();
    is_refused ? bar_->warn_text(text) : bar_->say_text(text);
}

void ReviewScreen::mark_wrong() {
    const auto rows = list_->selected();
    if (rows.empty()) return;
    Record parameters = request_of("bk.voucher.mark_wrong").parameters;
    parameters.set("voucher", rows.front().get("voucher"));
    host().open("bk.voucher.mark_wrong", parameters);
}

void ReviewScreen::open_selected() {
    const auto rows = list_->selected();
    if (rows.empty()) return;
    Record parameters = request_of("bk.voucher.show").parameters;
    parameters.set("voucher", rows.front().get("voucher"));
    host().open("bk.voucher.show", parameters);
}

void ReviewScreen::on_screen_key(wxKeyEvent& event) {
    const int key = event.GetKeyCode();
    if (key == WXK_F9 && !event.ControlDown())
        run(event.ShiftDown() ? "bk.voucher.withdraw_review" : "bk.voucher.review", false);
    else if (key == WXK_ESCAPE)
        close_tab();
    else
        event.Skip();
}

void ReviewScreen::rows_changed(const std::vector<ChangedRows>&) {
    list_->reload();
}

void ReviewScreen::session_changed() {
    list_->reload();
}

void ReviewScreen::focus_first() {
    list_->focus_list();
}

bool ReviewScreen::on_action(const std::string& action) {
    if (action == "print") return voucher_->on_action(action);
    if (action != "refresh") return false;
    list_->reload();
    return true;
}

wxString ReviewScreen::status() const {
    return tr(host(), Message{"{0} vouchers", {static_cast<std::int64_t>(list_->rows().size())}});
}

}  // namespace zf::bookkeeping
