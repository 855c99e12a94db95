#include "ui/voucher_grid.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/infobar.h>
#include <wx/msgdlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "ui/calculator.h"
#include "ui/sheet_table.h"
#include "zhangfang/base/text.h"
#include "zhangfang/model/json.h"
#include "zhangfang/national/capital_amount.h"
#include "zhangfang/ui/list_panel.h"

namespace zf::bookkeeping {
namespace {

constexpr int draft_milliseconds = 5000;

const char* list_of(SheetColumn column) {
    switch (column) {
        case SheetColumn::summary: return "bk.summary_phrase";
        case SheetColumn::account: return "bk.account";
        case SheetColumn::item: return "bk.flow_item";
        default: return "";
    }
}

}  // namespace

VoucherGrid::VoucherGrid(wxWindow* parent, UiHost& host, const Record& parameters)
    : Screen{parent, host},
      bar_{new wxInfoBar{this}},
      grid_{new wxGrid{this, wxID_ANY}},
      table_{new SheetTable{*this}},
      draft_timer_{this} {
    auto* sizer = new wxBoxSizer{wxVERTICAL};
    sizer->Add(bar_, wxSizerFlags{}.Expand());
    sizer->Add(make_header(), wxSizerFlags{}.Expand().Border(wxALL, FromDIP(8)));
    grid_->SetTable(table_, true, wxGrid::wxGridSelectCells);
    grid_->SetRowLabelSize(FromDIP(36));
    grid_->SetDefaultRowSize(FromDIP(30));
    const int widths[] = {300, 220, 150, 150, 150};
    for (int column = 0; column < 5; ++column) grid_->SetColSize(column, FromDIP(widths[column]));
    grid_->DisableDragRowSize();
    sizer->Add(grid_, wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT, FromDIP(8)));
    sizer->Add(make_footer(), wxSizerFlags{}.Expand().Border(wxALL, FromDIP(8)));
    sizer->Add(make_buttons(),
               wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(8)));
    SetSizer(sizer);
    grid_->Bind(wxEVT_KEY_DOWN, &VoucherGrid::on_grid_key, this);
    grid_->Bind(wxEVT_GRID_EDITOR_CREATED, [this](wxGridEditorCreatedEvent& event) {
        // Keys of the trade work while a cell is being typed in as well.
        event.GetControl()->Bind(wxEVT_KEY_DOWN, &VoucherGrid::on_grid_key, this);
    });
    grid_->Bind(wxEVT_GRID_CELL_LEFT_DCLICK, [this](wxGridEvent& event) {
        grid_->SetGridCursor(event.GetRow(), event.GetCol());
        choose_in_cell();
    });
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { keep_draft(); });
    draft_timer_.Start(draft_milliseconds);
    load_accounts();
    const std::string voucher = parameters.get("voucher").plain_text();
    if (!voucher.empty()) {
        load_voucher(voucher);
    } else {
        start_new();
        if (parameters.has("entries"))
            sheet_.load(parameters);
        else
            restore_draft();
        refresh_sheet();
    }
}

VoucherGrid::~VoucherGrid() = default;

wxSizer* VoucherGrid::make_header() {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    const auto add = [&](const char* label, wxTextCtrl*& box, int width) {
        box = new wxTextCtrl{this, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize{width, -1})};
        box->SetName(tr(host(), label));
        row->Add(new wxStaticText{this, wxID_ANY, tr(host(), label)},
                 wxSizerFlags{}.CentreVertical());
        row->Add(box, wxSizerFlags{}.CentreVertical().Border(wxLEFT | wxRIGHT, FromDIP(6)));
    };
    add("Word", word_, 48);
    number_ = new wxStaticText{this, wxID_ANY, {}, wxDefaultPosition, FromDIP(wxSize{90, -1})};
    row->Add(number_, wxSizerFlags{}.CentreVertical().Border(wxRIGHT, FromDIP(12)));
    add("Date", date_, 120);
    add("Attachments", attachments_, 56);
    add("Reference", reference_, 120);
    row->AddStretchSpacer();
    stamp_ = new wxStaticText{this, wxID_ANY, {}};
    stamp_->SetFont(stamp_->GetFont().Bold().Scaled(1.2F));
    row->Add(stamp_, wxSizerFlags{}.CentreVertical());
    date_->Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& event) {
        read_header();
        event.Skip();
    });
    date_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
        const int step = event.GetKeyCode() == WXK_UP ? -1 : event.GetKeyCode() == WXK_DOWN ? 1 : 0;
        if (step == 0) {
            event.Skip();
            return;
        }
        sheet_.step_date(step);
        date_->ChangeValue(from_utf8(sheet_.date));
    });
    // Enter leads on: word, date, attachments, then the first summary.
    const auto leads_to = [this](wxTextCtrl* from, wxWindow* to) {
        from->SetWindowStyleFlag(from->GetWindowStyleFlag() | wxTE_PROCESS_ENTER);
        from->Bind(wxEVT_TEXT_ENTER, [this, to](wxCommandEvent&) {
            read_header();
            if (to == grid_)
                go_to({});
            else
                to->SetFocus();
        });
    };
    leads_to(word_, date_);
    leads_to(date_, attachments_);
    leads_to(attachments_, grid_);
    leads_to(reference_, grid_);
    return row;
}

wxSizer* VoucherGrid::make_footer() {
    auto* column = new wxBoxSizer{wxVERTICAL};
    auto* sums = new wxBoxSizer{wxHORIZONTAL};
    capitals_ = new wxStaticText{this, wxID_ANY, {}};
    balance_ = new wxStaticText{this, wxID_ANY, {}};
    totals_ = new wxStaticText{this, wxID_ANY, {}};
    sums->Add(capitals_, wxSizerFlags{1}.CentreVertical());
    sums->Add(balance_, wxSizerFlags{}.CentreVertical().Border(wxRIGHT, FromDIP(24)));
    sums->Add(totals_, wxSizerFlags{}.CentreVertical());
    column->Add(sums, wxSizerFlags{}.Expand());
    people_ = new wxStaticText{this, wxID_ANY, {}};
    column->Add(people_, wxSizerFlags{}.Border(wxTOP, FromDIP(6)));
    return column;
}

wxSizer* VoucherGrid::make_buttons() {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    const auto add = [&](const char* label, std::function<void()> action) {
        auto* button = new wxButton{this, wxID_ANY, tr(host(), label)};
        button->Bind(wxEVT_BUTTON, [action = std::move(action)](wxCommandEvent&) { action(); });
        row->Add(button, wxSizerFlags{}.Border(wxRIGHT, FromDIP(6)));
    };
    add("&Save (F8)", [this] { save(false); });
    add("&Hold", [this] { save(true); });
    add("&New (Ctrl+N)", [this] {
        if (may_close()) start_new();
    });
    add("&Balance (Ctrl+F7)", [this] {
        sheet_.balance(cursor().line);
        refresh_sheet();
    });
    add("&Templates…", [this] { host().open("bk.template", {}); });
    add("&Review (F9)", [this] { run_on_voucher("bk.voucher.review"); });
    add("Re&verse…", [this] { run_on_voucher("bk.voucher.reverse"); });
    add("V&oid…", [this] { run_on_voucher("bk.voucher.void"); });
    add("&Print…", [this] { on_action("print"); });
    return row;
}

wxString VoucherGrid::title() const {
    return shown_.reference.empty() ? tr(host(), "Voucher entry") : from_utf8(shown_.reference);
}

void VoucherGrid::load_accounts() {
    CommandRequest request{.command = "bk.account.list"};
    host().run(this, std::move(request), [this](const Outcome& outcome) {
        if (!outcome.is_done()) return;
        std::vector<AccountOffer> offers;
        if (const List* rows = outcome.result.get("rows").if_a<List>())
            for (const Value& each : *rows) {
                const Record& row = each.as<Record>();
                const bool* is_leaf = row.get("is_leaf").if_a<bool>();
                offers.push_back({.code = row.get("code").plain_text(),
                                  .name = row.get("name").plain_text(),
                                  .mnemonic = row.get("mnemonic").plain_text(),
                                  .is_leaf = is_leaf == nullptr || *is_leaf,
                                  .takes_items = !row.get("dimensions").plain_text().empty()});
            }
        sheet_.set_accounts(std::move(offers));
        refresh_sheet();
    });
}

void VoucherGrid::load_voucher(const std::string& reference) {
    CommandRequest request{.command = "bk.voucher.show"};
    request.parameters.set("voucher", Value{reference});
    host().run(this, std::move(request), [this](const Outcome& outcome) {
        if (outcome.is_done())
            show_voucher(outcome.result);
        else
            show_problems(outcome.problems);
    });
}

void VoucherGrid::show_voucher(const Record& answer) {
    shown_ = {.reference = answer.get("voucher").plain_text(),
              .state = answer.get("state").plain_text()};
    if (const auto* version = answer.get("version").if_a<std::int64_t>()) shown_.version = *version;
    sheet_.load(answer);
    number_->SetLabel(from_utf8(answer.get("label").plain_text()));
    wxString people;
    for (const auto& [label, name] :
         {std::pair{"Prepared by", "prepared_by"}, std::pair{"Reviewed by", "reviewed_by"},
          std::pair{"Posted by", "posted_by"}})
        people += tr(host(), label) + " " + from_utf8(answer.get(name).plain_text()) + "    ";
    people_->SetLabel(people);
    refresh_sheet();
}

void VoucherGrid::start_new() {
    shown_ = {};
    sheet_ = [this] {
        VoucherSheet fresh;
        fresh.set_accounts(sheet_.accounts());
        return fresh;
    }();
    if (last_date_.empty()) last_date_ = host().current_month().first_day().iso();
    sheet_.date = last_date_;
    number_->SetLabel(tr(host(), "number to come"));
    people_->SetLabel(host().session() == nullptr ? wxString{}
                                                  : tr(host(), "Prepared by") + " " +
                                                        from_utf8(host().session()->who().name));
    pending_ = {};
    refresh_sheet();
    date_->SetFocus();
    date_->SelectAll();
}

std::string VoucherGrid::draft_key() const {
    return "voucher-" + host().current_book();
}

void VoucherGrid::restore_draft() {
    const std::string kept = host().draft(draft_key());
    if (kept.empty()) return;
    const auto draft = parse_json(kept);
    if (!draft || draft->if_a<Record>() == nullptr) return;
    sheet_.load(draft->as<Record>());
    bar_->ShowMessage(tr(host(), "An unsaved voucher was found and put back. Go on with it, or "
                                 "press Ctrl+N for a new one."),
                      wxICON_INFORMATION);
}

void VoucherGrid::keep_draft() {
    if (sheet_.is_changed() && shown_.reference.empty())
        host().keep_draft(draft_key(), to_json(Value{sheet_.record()}));
}

bool VoucherGrid::is_read_only() const {
    return !shown_.state.empty() && shown_.state != "held" && shown_.state != "entered";
}

void VoucherGrid::read_header() {
    sheet_.word = to_utf8(word_->GetValue());
    sheet_.attachments = half_width(to_utf8(attachments_->GetValue()));
    sheet_.reference = to_utf8(reference_->GetValue());
    const auto last = Date::parse(last_date_);
    const std::string typed = to_utf8(date_->GetValue());
    if (typed.empty() || typed == sheet_.date) return;
    if (const auto fault = sheet_.type_date(typed,
                                            last ? *last : host().current_month().first_day()))
        refuse(*fault);
    else
        date_->ChangeValue(from_utf8(sheet_.date));
}

void VoucherGrid::refresh_sheet() {
    word_->ChangeValue(from_utf8(sheet_.word));
    date_->ChangeValue(from_utf8(sheet_.date));
    attachments_->ChangeValue(from_utf8(sheet_.attachments));
    reference_->ChangeValue(from_utf8(sheet_.reference));
    for (wxTextCtrl* box : {word_, date_, attachments_, reference_})
        box->SetEditable(!is_read_only());
    stamp_->SetLabel(shown_.state.empty()
                         ? wxString{}
                         : tr(host(), label_of(*enum_from<VoucherState>(shown_.state))));
    tell_row_count();
    grid_->ForceRefresh();
    const Money difference = sheet_.difference();
    capitals_->SetLabel(tr(host(), "Total") + "  " +
                        from_utf8(capital_amount(sheet_.debit_total())));
    totals_->SetLabel(from_utf8(with_thousands(sheet_.debit_total().text())) + "    " +
                      from_utf8(with_thousands(sheet_.credit_total().text())));
    balance_->SetLabel(difference.is_zero() ? tr(host(), "Balanced") + wxString::FromUTF8(" ✓")
                                            : tr(host(), Message{"Difference {0}", {difference}}));
    Layout();
}

// wxGrid asks its table for values, but must be told when the number of rows changes.
void VoucherGrid::tell_row_count() {
    const int wanted = table_->GetNumberRows();
    const int change = wanted - rows_told_;
    if (change == 0) return;
    wxGridTableMessage message{
        table_, change > 0 ? wxGRIDTABLE_NOTIFY_ROWS_APPENDED : wxGRIDTABLE_NOTIFY_ROWS_DELETED,
        change > 0 ? change : wanted, change > 0 ? 0 : -change};
    grid_->ProcessTableMessage(message);
    rows_told_ = wanted;
}

SheetCell VoucherGrid::cursor() const {
    return {std::max(grid_->GetGridCursorRow(), 0),
            static_cast<SheetColumn>(std::max(grid_->GetGridCursorCol(), 0))};
}

void VoucherGrid::go_to(SheetCell cell) {
    tell_row_count();
    grid_->SetFocus();
    grid_->SetGridCursor(cell.line, static_cast<int>(cell.column));
    grid_->MakeCellVisible(cell.line, static_cast<int>(cell.column));
}

void VoucherGrid::refuse(const Message& message) {
    bar_->ShowMessage(tr(host(), message), wxICON_WARNING);
}

// The sheet takes what was typed, or says why not; the cell then shows what the sheet holds.
void VoucherGrid::take_cell(int row, int column, const wxString& text) {
    const std::string typed = to_utf8(text);
    if (text == cell_text(sheet_, row, static_cast<SheetColumn>(column))) return;
    std::optional<Message> fault;
    switch (static_cast<SheetColumn>(column)) {
        case SheetColumn::summary: fault = sheet_.type_summary(row, typed); break;
        case SheetColumn::account: fault = sheet_.type_account(row, typed); break;
        case SheetColumn::item: fault = sheet_.type_item(row, typed); break;
        case SheetColumn::debit: fault = sheet_.type_amount(row, Side::debit, typed); break;
        case SheetColumn::credit: fault = sheet_.type_amount(row, Side::credit, typed); break;
    }
    if (fault)
        refuse(*fault);
    else
        bar_->Dismiss();
    CallAfter([this] { refresh_sheet(); });
}

void VoucherGrid::step_forward() {
    grid_->DisableCellEditControl();
    const auto next = sheet_.after(cursor());
    if (next)
        go_to(*next);
    else
        save(false);  // a balanced voucher ends with Enter
}

void VoucherGrid::choose_in_cell() {
    if (is_read_only()) return;
    const SheetCell cell = cursor();
    const char* list = list_of(cell.column);
    if (*list == '\0') return;
    grid_->DisableCellEditControl();
    const std::string taken = look_up(this, host(), list, {}, {});
    if (taken.empty()) return;
    take_cell(cell.line, static_cast<int>(cell.column), from_utf8(taken));
    go_to(cell);
}

void VoucherGrid::open_calculator() {
    const SheetCell cell = cursor();
    if (cell.column != SheetColumn::debit && cell.column != SheetColumn::credit) return;
    grid_->DisableCellEditControl();
    Calculator calculator{this, host(), to_utf8(cell_text(sheet_, cell.line, cell.column))};
    if (calculator.ShowModal() == wxID_OK)
        take_cell(cell.line, static_cast<int>(cell.column), from_utf8(calculator.result()));
    go_to(cell);
}

void VoucherGrid::on_grid_key(wxKeyEvent& event) {
    const int key = event.GetKeyCode();
    const SheetCell cell = cursor();
    const bool is_amount = cell.column == SheetColumn::debit || cell.column == SheetColumn::credit;
    if (key == WXK_RETURN || key == WXK_NUMPAD_ENTER) {
        step_forward();
        return;
    }
    if (key == WXK_F7 && event.ControlDown() && !is_read_only()) {
        grid_->DisableCellEditControl();
        sheet_.balance(cell.line);
        refresh_sheet();
        return;
    }
    if (key == WXK_F7) {
        choose_in_cell();
        return;
    }
    if (key == WXK_F11 && !event.ControlDown() && !is_read_only()) {
        open_calculator();
        return;
    }
    if (key == WXK_SPACE && is_amount && !event.ControlDown() && !is_read_only()) {
        grid_->DisableCellEditControl();
        sheet_.flip(cell.line);
        refresh_sheet();
        go_to({cell.line, sheet_.lines()[static_cast<std::size_t>(cell.line)].side == Side::debit
                              ? SheetColumn::debit
                              : SheetColumn::credit});
        return;
    }
    if (event.ControlDown() && on_control_key(key, cell)) return;
    if (key == WXK_F8) {
        save(false);
        return;
    }
    if (key == WXK_F9) {
        run_on_voucher("bk.voucher.review");
        return;
    }
    if ((key == WXK_PAGEUP || key == WXK_PAGEDOWN) && !grid_->IsCellEditControlEnabled()) {
        go_to_neighbour(key == WXK_PAGEUP ? -1 : 1);
        return;
    }
    event.Skip();
}

bool VoucherGrid::on_control_key(int key, SheetCell cell) {
    if (key == 'S') {
        save(false);
        return true;
    }
    if (is_read_only()) return false;
    switch (key) {
        case 'N':
            if (may_close()) start_new();
            return true;
        case 'Z': sheet_.undo(); break;
        case 'Y': sheet_.redo(); break;
        case 'I': sheet_.insert_line(cell.line); break;
        case WXK_DELETE: sheet_.remove_line(cell.line); break;
        default: return false;
    }
    grid_->DisableCellEditControl();
    refresh_sheet();
    return true;
}

void VoucherGrid::save(bool holds) {
    if (is_read_only()) return;
    grid_->DisableCellEditControl();
    read_header();
    const bool amends = !shown_.reference.empty() && shown_.state == "entered";
    pending_.command = holds ? "bk.voucher.hold" : amends ? "bk.voucher.amend" : "bk.voucher.enter";
    pending_.parameters = sheet_.record();
    if (!shown_.reference.empty()) {
        pending_.parameters.set("voucher", Value{shown_.reference});
        pending_.parameters.set("version", Value{shown_.version});
    }
    host().run(this, pending_,
               [this, holds](const Outcome& outcome) { take_saved(outcome, holds); });
}

void VoucherGrid::take_saved(const Outcome& outcome, bool holds) {
    if (!outcome.is_done()) {
        if (confirm_alerts(outcome))
            save(holds);
        else
            show_problems(outcome.problems);
        return;
    }
    host().drop_draft(draft_key());
    last_date_ = sheet_.date;
    sheet_.forget_changes();
    const Message said = outcome.said;
    start_new();
    if (!said.id.empty()) bar_->ShowMessage(tr(host(), said), wxICON_INFORMATION);
}

// What only needs to be read is asked once; what is accepted goes into the request and so into the
// trail.
bool VoucherGrid::confirm_alerts(const Outcome& outcome) {
    wxString text;
    std::vector<std::string> codes;
    for (const Problem& each : outcome.problems) {
        if (each.level > Level::alert) return false;
        text += tr(host(), each.text) + "\n";
        if (each.level == Level::alert) codes.push_back(each.code);
    }
    if (codes.empty()) return false;
    wxMessageDialog question{this, text, title(), wxYES_NO | wxNO_DEFAULT | wxICON_QUESTION};
    question.SetYesNoLabels(tr(host(), "Save all the same"), tr(host(), "Back"));
    if (question.ShowModal() != wxID_YES) return false;
    pending_.acknowledged.insert(pending_.acknowledged.end(), codes.begin(), codes.end());
    return true;
}

void VoucherGrid::show_problems(const Problems& problems) {
    if (problems.empty()) return;
    const Problem& first = gravest(problems);
    bar_->ShowMessage(tr(host(), first.text), wxICON_WARNING);
    if (first.place.field == "date") {
        date_->SetFocus();
        date_->SelectAll();
    } else if (first.place.field == "attachments") {
        attachments_->SetFocus();
    } else if (first.place.line > 0) {
        const std::string& field = first.place.field;
        const SheetColumn column = field == "summary"   ? SheetColumn::summary
                                   : field == "account" ? SheetColumn::account
                                   : field == "item"    ? SheetColumn::item
                                   : field == "credit"  ? SheetColumn::credit
                                                        : SheetColumn::debit;
        go_to({first.place.line - 1, column});
    }
}

void VoucherGrid::run_on_voucher(const char* command) {
    if (shown_.reference.empty()) return;
    Record parameters;
    parameters.set("voucher", Value{shown_.reference});
    host().open(command, parameters);
}

void VoucherGrid::go_to_neighbour(int step) {
    if (!may_close()) return;
    CommandRequest request{.command = "bk.voucher.show"};
    if (!shown_.reference.empty()) request.parameters.set("voucher", Value{shown_.reference});
    request.parameters.set("step", Value{step});
    host().run(this, std::move(request), [this](const Outcome& outcome) {
        if (outcome.is_done()) show_voucher(outcome.result);
    });
}

void VoucherGrid::rows_changed(const std::vector<ChangedRows>& changed) {
    const bool is_mine = std::any_of(changed.begin(), changed.end(), [](const ChangedRows& rows) {
        return rows.entity == "bk.voucher";
    });
    if (is_mine && !shown_.reference.empty() && !sheet_.is_changed())
        load_voucher(shown_.reference);
    if (!is_mine) load_accounts();
}

void VoucherGrid::focus_first() {
    date_->SetFocus();
    date_->SelectAll();
}

bool VoucherGrid::may_close() {
    if (!sheet_.is_changed() || sheet_.filled_lines() == 0 || is_read_only()) return true;
    wxMessageDialog question{
        this, tr(host(), "This voucher is not saved yet. It is kept as a draft on this computer."),
        title(), wxYES_NO | wxCANCEL | wxCANCEL_DEFAULT | wxICON_QUESTION};
    question.SetYesNoCancelLabels(tr(host(), "Keep the draft"), tr(host(), "Discard it"),
                                  tr(host(), "Back"));
    const int answer = question.ShowModal();
    if (answer == wxID_CANCEL) return false;
    if (answer == wxID_YES)
        keep_draft();
    else
        host().drop_draft(draft_key());
    sheet_.forget_changes();
    return true;
}

bool VoucherGrid::on_action(const std::string& action) {
    if (action == "print" && !shown_.reference.empty()) {
        Record parameters;
        parameters.set("voucher", Value{shown_.reference});
        host().open("bk.voucher_form", parameters);
        return true;
    }
    if (action == "new") {
        if (may_close()) start_new();
        return true;
    }
    if (action == "refresh" && !shown_.reference.empty()) {
        load_voucher(shown_.reference);
        return true;
    }
    return false;
}

wxString VoucherGrid::status() const {
    const Money difference = sheet_.difference();
    return difference.is_zero() ? tr(host(), "Balanced")
                                : tr(host(), Message{"Difference {0}", {difference}});
}

}  // namespace zf::bookkeeping
