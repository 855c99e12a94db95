// The parts of the voucher's window and what they show.
#include "ui/voucher_grid.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/wrapsizer.h>

#include "ui/offer_popup.h"
#include "ui/voucher_record.h"
#include "zhangfang/base/text.h"
#include "zhangfang/ledger/voucher.h"
#include "zhangfang/national/capital_amount.h"
#include "zhangfang/ui/ink.h"
#include "zhangfang/ui/notice_bar.h"

namespace zf::bookkeeping {
namespace {

constexpr int draft_milliseconds = 5000;
constexpr int line_number_width = 36;
constexpr int account_width = 230, item_width = 150, amount_width = 140;
constexpr int ruled_amount_width = 176;
constexpr int head_height = 28, ruled_head_height = 44;
constexpr const char* ruled_setting = "ruled_amounts";
constexpr int summary_width_least = 180;

wxString money_text(Money amount) {
    return from_utf8(with_thousands(amount.text()));
}

}  // namespace

VoucherGrid::VoucherGrid(wxWindow* parent, UiHost& host, const Record& parameters, Purpose purpose)
    : Screen{parent, host},
      book_{text_in(parameters, "book")},
      is_beside_{purpose == Purpose::beside},
      bar_{new NoticeBar{this, host}},
      draft_timer_{this} {
    if (book_.empty()) book_ = host.current_book();
    auto* sizer = new wxBoxSizer{wxVERTICAL};
    sizer->Add(make_actions(), wxSizerFlags{}.Expand().Border(wxLEFT | wxTOP, FromDIP(8)));
    sizer->Add(bar_, wxSizerFlags{}.Expand());
    sizer->Add(make_header(), wxSizerFlags{}.Expand().Border(wxALL, FromDIP(8)));
    make_grid();
    sizer->Add(grid_, wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT, FromDIP(8)));
    sizer->Add(make_footer(), wxSizerFlags{}.Expand().Border(wxALL, FromDIP(8)));
    SetSizer(sizer);
    popup_ = new OfferPopup{this};
    popup_->on_pick = [this](const std::string& key) {
        const SheetCell cell = cursor();
        leave_editor();
        take_cell(cell, from_utf8(key));
        go_on(sheet_.after(cell));
    };
    bind_header();
    Bind(wxEVT_CHAR_HOOK, &VoucherGrid::on_screen_key, this);
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { keep_draft(); });
    draft_timer_.Start(draft_milliseconds);
    begin(parameters, purpose);
    refresh();
}

VoucherGrid::~VoucherGrid() = default;

void VoucherGrid::add_action(wxSizer& row, const char* label, std::function<void()> act,
                             std::function<bool()> applies) {
    auto* button = new wxButton{this,          wxID_ANY,     tr(host(), label), wxDefaultPosition,
                                wxDefaultSize, wxBU_EXACTFIT};
    button->SetMinSize(button->GetBestSize() + FromDIP(wxSize{12, 0}));
    button->Bind(wxEVT_BUTTON, [act = std::move(act)](wxCommandEvent&) { act(); });
    row.Add(button, wxSizerFlags{}.Border(wxRIGHT | wxBOTTOM, FromDIP(4)));
    actions_.push_back({button, std::move(applies)});
}

wxSizer* VoucherGrid::make_actions() {
    auto* row = new wxWrapSizer{wxHORIZONTAL};
    const auto is_typed = [this] { return is_editable(); };
    const auto is_shown = [this] { return mode_ == Mode::showing && !shown_.empty(); };
    const auto in = [this, is_shown](std::initializer_list<const char*> states, const char* right) {
        return [this, is_shown, states = std::vector<std::string>(states.begin(), states.end()),
                right] {
            return is_shown() && may(right) &&
                   std::find(states.begin(), states.end(), text_in(shown_, "state")) !=
                       states.end();
        };
    };
    add_action(
        *row, "&Save (F8)", [this] { save(false, false); }, is_typed);
    save_ = actions_.back().button;
    add_action(
        *row, "&Hold", [this] { save(true, false); }, [this] { return mode_ == Mode::entering; });
    add_action(
        *row, "&New (Ctrl+N)", [this] { on_action("new"); }, [this] { return may("bk.enter"); });
    add_action(
        *row, "Te&mplate…", [this] { fill_template({}); },
        [this] { return mode_ == Mode::entering; });
    add_action(
        *row, "&Balance (Ctrl+F7)", [this] { fill_balance(); }, is_typed);
    add_action(
        *row, "&Change (F2)",
        [this] { load_voucher(text_in(shown_, "voucher"), "", Mode::amending); },
        in({"entered", "held"}, "bk.enter"));
    add_action(
        *row, "&Review (F9)", [this] { run_on_voucher("bk.voucher.review"); },
        in({"entered"}, "bk.review"));
    add_action(
        *row, "Withdraw the &review", [this] { run_on_voucher("bk.voucher.withdraw_review"); },
        in({"reviewed"}, "bk.review"));
    add_action(
        *row, "Mark as &wrong…", [this] { open_on_voucher("bk.voucher.mark_wrong"); },
        in({"entered"}, "bk.review"));
    add_action(
        *row, "Re&verse…", [this] { open_on_voucher("bk.voucher.reverse"); },
        in({"posted"}, "bk.enter"));
    add_action(
        *row, "C&orrect…",
        [this] { load_voucher(text_in(shown_, "voucher"), "", Mode::correcting); },
        in({"posted"}, "bk.enter"));
    add_action(
        *row, "Vo&id…", [this] { open_on_voucher("bk.voucher.void"); },
        in({"entered"}, "bk.enter"));
    add_action(
        *row, "Res&tore…", [this] { open_on_voucher("bk.voucher.restore"); },
        in({"voided"}, "bk.enter"));
    add_action(
        *row, "Cop&y (Ctrl+D)", [this] { start_copy(); },
        [this, is_shown] { return is_shown() && may("bk.enter"); });
    add_action(
        *row, "&Print… (Ctrl+P)", [this] { on_action("print"); }, is_shown);
    add_action(
        *row, "Ruled &lines",
        [this] {
            rule(!is_ruled_);
            this->host().set_setting(ruled_setting, is_ruled_ ? "yes" : "no");
            refresh_footer();
        },
        [] { return true; });
    add_action(
        *row, "◀ (PgUp)", [this] { step("previous"); }, [] { return true; });
    add_action(
        *row, "▶ (PgDn)", [this] { step("next"); }, [] { return true; });
    return row;
}

wxSizer* VoucherGrid::make_header() {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    const auto add = [&](const char* label, wxTextCtrl*& box, int width) {
        row->Add(new wxStaticText{this, wxID_ANY, tr(host(), label)},
                 wxSizerFlags{}.CentreVertical());
        box = new wxTextCtrl{
            this, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize{width, -1}), wxTE_PROCESS_ENTER};
        box->SetName(tr(host(), label));
        row->Add(box, wxSizerFlags{}.CentreVertical().Border(wxLEFT | wxRIGHT, FromDIP(6)));
    };
    add("Voucher word", word_, 56);
    number_ = new wxStaticText{this, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize{110, -1})};
    row->Add(number_, wxSizerFlags{}.CentreVertical().Border(wxRIGHT, FromDIP(12)));
    add("Date", date_, 120);
    add("Attachments", attachments_, 60);
    add("Reference", reference_, 120);
    row->AddStretchSpacer();
    stamp_ = new wxStaticText{this, wxID_ANY, {}};
    stamp_->SetFont(stamp_->GetFont().Bold().Scaled(1.25F));
    row->Add(stamp_, wxSizerFlags{}.CentreVertical().Border(wxRIGHT, FromDIP(6)));
    return row;
}

void VoucherGrid::make_grid() {
    grid_ = new wxGrid{this, wxID_ANY};
    table_ = new SheetTable{*this, host()};
    grid_->SetTable(table_, true, wxGrid::wxGridSelectCells);
    grid_->SetName(tr(host(), "Entries"));
    grid_->SetRowLabelSize(FromDIP(line_number_width));
    grid_->SetDefaultRowSize(FromDIP(30), true);
    grid_->SetLabelFont(grid_->GetLabelFont().GetBaseFont());
    grid_->DisableDragRowSize();
    grid_->SetMinSize(FromDIP(wxSize{400, 160}));
    rule(host().setting(ruled_setting) == "yes");
    grid_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        fit_columns();
    });
    grid_->Bind(wxEVT_GRID_COL_SIZE, [this](wxGridSizeEvent&) { refresh_footer(); });
    grid_->Bind(wxEVT_KEY_DOWN, &VoucherGrid::on_grid_key, this);
    grid_->Bind(wxEVT_CHAR, &VoucherGrid::on_grid_char, this);
    grid_->Bind(wxEVT_GRID_EDITOR_CREATED,
                [this](wxGridEditorCreatedEvent& event) { bind_editor(*event.GetControl()); });
    grid_->Bind(wxEVT_GRID_EDITOR_HIDDEN, [this](wxGridEvent& event) {
        popup_->Hide();
        event.Skip();
    });
    grid_->Bind(wxEVT_GRID_CELL_LEFT_DCLICK, [this](wxGridEvent& event) {
        grid_->SetGridCursor(event.GetRow(), event.GetCol());
        choose_in_cell();
    });
    grid_->Bind(wxEVT_GRID_SELECT_CELL, [this](wxGridEvent& event) {
        event.Skip();
        CallAfter([this] { refresh_hint(); });
    });
    // A column of text takes its first key in the open editor, so that an input method can begin.
    grid_->Bind(wxEVT_GRID_CELL_LEFT_CLICK, [this](wxGridEvent& event) {
        event.Skip();
        const bool is_text = !is_amount(static_cast<SheetColumn>(event.GetCol()));
        if (is_text && is_editable() && !event.ShiftDown() && !event.ControlDown())
            CallAfter([this] {
                if (grid_->CanEnableCellControl()) grid_->EnableCellEditControl();
            });
    });
}

wxSizer* VoucherGrid::make_footer() {
    auto* column = new wxBoxSizer{wxVERTICAL};
    auto* sums = new wxBoxSizer{wxHORIZONTAL};
    const auto label = [this](long style) {
        return new wxStaticText{this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, style};
    };
    capitals_ = label(wxST_ELLIPSIZE_END);
    balance_ = label(0);
    debit_total_ = label(wxALIGN_RIGHT | wxST_NO_AUTORESIZE);
    credit_total_ = label(wxALIGN_RIGHT | wxST_NO_AUTORESIZE);
    for (wxStaticText* each : {capitals_, balance_, debit_total_, credit_total_})
        each->SetFont(each->GetFont().Bold());
    sums->Add(capitals_, wxSizerFlags{1}.CentreVertical());
    sums->Add(balance_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(12)));
    sums->Add(debit_total_, wxSizerFlags{}.CentreVertical());
    sums->Add(credit_total_, wxSizerFlags{}.CentreVertical());
    column->Add(sums, wxSizerFlags{}.Expand());
    auto* below = new wxBoxSizer{wxHORIZONTAL};
    people_ = label(wxST_ELLIPSIZE_END);
    hint_ = label(0);
    below->Add(people_, wxSizerFlags{1}.CentreVertical());
    below->Add(hint_, wxSizerFlags{}.CentreVertical().Border(wxLEFT, FromDIP(12)));
    column->Add(below, wxSizerFlags{}.Expand().Border(wxTOP, FromDIP(6)));
    return column;
}

// The summary takes what the other columns leave.
void VoucherGrid::fit_columns() {
    const auto& lines = sheet_.lines();
    const bool has_items = !sheet_.items().empty() ||
                           std::any_of(lines.begin(), lines.end(),
                                       [](const EntryLine& line) { return !line.item.empty(); });
    const int item = has_items ? FromDIP(item_width) : 0;
    const int amount = FromDIP(is_ruled_ ? ruled_amount_width : amount_width);
    const int others = FromDIP(line_number_width) + FromDIP(account_width) + item + 2 * amount;
    const int room = grid_->GetClientSize().x - others - FromDIP(2);
    grid_->SetColSize(0, std::max(room, FromDIP(summary_width_least)));
    grid_->SetColSize(1, FromDIP(account_width));
    grid_->SetColSize(2, item);
    grid_->SetColSize(3, amount);
    grid_->SetColSize(4, amount);
}

void VoucherGrid::rule(bool is_ruled) {
    is_ruled_ = is_ruled;
    table_->rule(is_ruled);
    grid_->SetColLabelSize(FromDIP(is_ruled ? ruled_head_height : head_height));
    fit_columns();
    grid_->ForceRefresh();
}

wxString VoucherGrid::title() const {
    if (shown_.empty()) return tr(host(), "Voucher entry");
    return from_utf8(text_in(shown_, "voucher"));
}

bool VoucherGrid::is_faulty(SheetCell cell) const {
    return std::find(faults_.begin(), faults_.end(), cell) != faults_.end();
}

void VoucherGrid::refresh() {
    for (const Action& each : actions_) each.button->Show(!is_beside_ && each.applies());
    refresh_header();
    fit_columns();
    table_->tell_row_count();
    grid_->ForceRefresh();
    refresh_footer();
    refresh_hint();
    title_changed();
    Layout();
}

void VoucherGrid::refresh_header() {
    word_->ChangeValue(from_utf8(sheet_.word));
    date_->ChangeValue(from_utf8(sheet_.date));
    attachments_->ChangeValue(from_utf8(sheet_.attachments));
    reference_->ChangeValue(from_utf8(sheet_.reference));
    for (wxTextCtrl* box : {date_, attachments_, reference_}) box->SetEditable(is_editable());
    word_->SetEditable(mode_ == Mode::entering);
    number_->Show(!is_beside_ || !shown_.empty());
    const bool is_stored = !shown_.empty() && mode_ != Mode::correcting;
    const std::string number = text_in(is_stored ? shown_ : context_,
                                       is_stored ? "number" : "next_number");
    number_->SetLabel(number.empty() || number == "0" ? tr(host(), "number to come")
                                                      : tr(host(), Message{"No. {0}", {number}}));
    refresh_stamp();
}

// 未审核, 已审核, 已记账, 作废, 红字; or what is being typed, with a dot until it is saved.
void VoucherGrid::refresh_stamp() {
    wxString stamp;
    if (is_beside_ && shown_.empty()) {
        stamp.clear();
    } else if (mode_ == Mode::showing && !shown_.empty()) {
        if (const auto state = enum_from<VoucherState>(text_in(shown_, "state")))
            stamp = tr(host(), label_of(*state));
        if (shown_.has("reverses")) stamp = tr(host(), "Red letter") + "  " + stamp;
        if (!text_in(shown_, "marked_wrong").empty())
            stamp = tr(host(), "Marked as wrong") + "  " + stamp;
    } else {
        const char* what = mode_ == Mode::amending     ? "Changing"
                           : mode_ == Mode::correcting ? "Correcting"
                                                       : "New";
        stamp = tr(host(), what);
        if (sheet_.is_changed()) stamp += wxString::FromUTF8(" ●");
    }
    if (stamp == stamp_->GetLabel()) return;
    stamp_->SetLabel(stamp);
    Layout();
}

void VoucherGrid::refresh_footer() {
    const Money debit = sheet_.total(Side::debit), credit = sheet_.total(Side::credit);
    const Money difference = sheet_.difference();
    capitals_->SetLabel(tr(host(), "Total") + "  " + from_utf8(capital_amount(debit)));
    debit_total_->SetLabel(money_text(debit));
    credit_total_->SetLabel(money_text(credit));
    debit_total_->SetMinSize({grid_->GetColSize(3), -1});
    credit_total_->SetMinSize({grid_->GetColSize(4), -1});
    const bool is_blank = debit.is_zero() && credit.is_zero();
    if (difference.is_zero()) {
        balance_->SetLabel(is_blank ? wxString{}
                                    : tr(host(), "Balanced") + wxString::FromUTF8(" ✓"));
        balance_->SetForegroundColour(plain_ink());
    } else {
        const Message said = difference.is_negative()
                                 ? Message{"Difference {0} (credit is larger)", {-difference}}
                                 : Message{"Difference {0} (debit is larger)", {difference}};
        balance_->SetLabel(tr(host(), said));
        balance_->SetForegroundColour(red_ink());
    }
    wxString people;
    const auto add = [&](const char* label, const std::string& name) {
        people += tr(host(), label) + " " +
                  (name.empty() ? wxString::FromUTF8("—") : from_utf8(name)) + "    ";
    };
    if (is_beside_ && shown_.empty()) {
        people.clear();
    } else if (shown_.empty()) {
        add("Prepared by", host().session() == nullptr ? "" : host().session()->who().name);
    } else {
        add("Posted by", text_in(shown_, "posted_by"));
        add("Reviewed by", text_in(shown_, "reviewed_by"));
        add("Signed by", text_in(shown_, "signed_by"));
        add("Prepared by", text_in(shown_, "prepared_by"));
        for (const auto& [label, name] :
             {std::pair{"Reverses", "reverses"}, std::pair{"Reversed by", "reversed_by"},
              std::pair{"Corrects", "corrects"}, std::pair{"Remark", "remark"}})
            if (!text_in(shown_, name).empty()) add(label, text_in(shown_, name));
    }
    people_->SetLabel(people);
    people_->SetForegroundColour(quiet_ink());
    Layout();
}

// 现金余额 3,120.55 → 1,885.99, for the account that the cursor stands on.
void VoucherGrid::refresh_hint() {
    const AccountOffer* offer = sheet_.account(sheet_.line(cursor().line).account);
    wxString text;
    bool is_alarm = false;
    if (offer != nullptr && mode_ == Mode::entering) {
        const Money after = offer->balance + sheet_.effect_on(*offer);
        text = tr(host(),
                  Message{"{0}: balance {1}, then {2}", {offer->name, offer->balance, after}});
        is_alarm = offer->is_cash && after.is_negative();
    }
    if (text == hint_->GetLabel()) return;
    hint_->SetLabel(text);
    hint_->SetForegroundColour(is_alarm ? red_ink() : quiet_ink());
    Layout();
}

void VoucherGrid::tell(const Message& message, bool is_refusal) {
    is_refusal ? bar_->warn(message) : bar_->say(message);
}

wxString VoucherGrid::status() const {
    const Money difference = sheet_.difference();
    return difference.is_zero() ? wxString{} : tr(host(), Message{"Difference {0}", {difference}});
}

}  // namespace zf::bookkeeping
