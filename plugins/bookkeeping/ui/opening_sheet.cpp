#include "ui/opening_sheet.h"

#include <algorithm>
#include <array>

#include <wx/button.h>
#include <wx/msgdlg.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/wrapsizer.h>

#include "ui/voucher_record.h"
#include "zhangfang/base/text.h"
#include "zhangfang/formula/amount_cell.h"
#include "zhangfang/model/message_value.h"
#include "zhangfang/ui/ink.h"
#include "zhangfang/ui/notice_bar.h"

namespace zf::bookkeeping {
namespace {

enum Column { code_column, name_column, side_column, balance_column, debit_column, credit_column };
constexpr int first_amount = balance_column;

wxString money_text(Money amount) {
    return from_utf8(with_thousands(amount.text()));
}

}  // namespace

class OpeningSheet::Table final : public wxGridTableBase {
public:
    explicit Table(OpeningSheet& owner) : owner_{owner} {}

    int GetNumberRows() override { return static_cast<int>(owner_.rows_.size()); }
    int GetNumberCols() override { return 6; }
    wxString GetValue(int row, int column) override {
        Row& shown = owner_.rows_[static_cast<std::size_t>(row)];
        switch (column) {
            case code_column: return from_utf8(shown.account);
            case name_column: return from_utf8(shown.name);
            case side_column: return tr(owner_.host(), label_of(shown.side));
            default: break;
        }
        const Money amount = owner_.amount_in(shown, column);
        return amount.is_zero() ? wxString{} : money_text(amount);
    }
    void SetValue(int row, int column, const wxString& text) override {
        owner_.take_cell(row, column, to_utf8(text));
    }
    bool IsEmptyCell(int row, int column) override { return GetValue(row, column).empty(); }
    wxString GetRowLabelValue(int row) override { return wxString::Format("%d", row + 1); }
    wxString GetColLabelValue(int column) override {
        static constexpr std::array labels{"Account",
                                           "Account name",
                                           "Balance side",
                                           "Opening balance",
                                           "Debit of the year so far",
                                           "Credit of the year so far"};
        return tr(owner_.host(), labels[static_cast<std::size_t>(column)]);
    }
    wxGridCellAttr* GetAttr(int row, int column, wxGridCellAttr::wxAttrKind) override {
        auto* attribute = new wxGridCellAttr;
        const bool is_amount = column >= first_amount;
        attribute->SetAlignment(is_amount ? wxALIGN_RIGHT : wxALIGN_LEFT, wxALIGN_CENTRE);
        attribute->SetReadOnly(!is_amount);
        Row& shown = owner_.rows_[static_cast<std::size_t>(row)];
        if (is_amount && owner_.amount_in(shown, column).is_negative())
            attribute->SetTextColour(red_ink());
        if (!is_amount)
            attribute->SetBackgroundColour(wxSystemSettings::GetColour(wxSYS_COLOUR_BTNFACE));
        if (is_amount && row == owner_.faulty_row_) attribute->SetBackgroundColour(fault_paper());
        return attribute;
    }

private:
    OpeningSheet& owner_;
};

OpeningSheet::OpeningSheet(wxWindow* parent, UiHost& host, const Record& parameters)
    : Screen{parent, host},
      book_{text_in(parameters, "book")},
      bar_{new NoticeBar{this, host}} {
    if (book_.empty()) book_ = host.current_book();
    auto* sizer = new wxBoxSizer{wxVERTICAL};
    sizer->Add(make_actions(), wxSizerFlags{}.Expand().Border(wxLEFT | wxTOP, FromDIP(8)));
    sizer->Add(bar_, wxSizerFlags{}.Expand());
    make_grid();
    sizer->Add(grid_, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(8)));
    sizer->Add(make_totals(),
               wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(8)));
    SetSizer(sizer);
    Bind(wxEVT_CHAR_HOOK, &OpeningSheet::on_screen_key, this);
    load();
}

CommandRequest OpeningSheet::request_of(const char* command) const {
    CommandRequest request{.command = command};
    if (!book_.empty()) request.parameters.set("book", Value{book_});
    return request;
}

wxSizer* OpeningSheet::make_actions() {
    auto* row = new wxWrapSizer{wxHORIZONTAL};
    const auto add = [&](const char* label, std::function<void()> act) {
        auto* button = new wxButton{
            this, wxID_ANY, tr(host(), label), wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT};
        button->SetMinSize(button->GetBestSize() + FromDIP(wxSize{12, 0}));
        button->Bind(wxEVT_BUTTON, [act = std::move(act)](wxCommandEvent&) { act(); });
        row->Add(button, wxSizerFlags{}.CentreVertical().Border(wxRIGHT | wxBOTTOM, FromDIP(4)));
    };
    const auto opens = [this](const char* command) {
        return [this, command] { host().open(command, request_of(command).parameters); };
    };
    add("&Save (F8)", [this] { save(false); });
    add("&Prove (Ctrl+F7)", [this] { prove(); });
    add("&Import…", opens("bk.opening.import"));
    add("Add &account…", opens("bk.account.add"));
    add("&Finish the set-up…", opens("bk.book.finish"));
    return row;
}

void OpeningSheet::make_grid() {
    grid_ = new wxGrid{this, wxID_ANY};
    table_ = new Table{*this};
    grid_->SetTable(table_, true, wxGrid::wxGridSelectCells);
    grid_->SetName(tr(host(), "Opening balances"));
    grid_->SetRowLabelSize(FromDIP(36));
    grid_->SetColLabelSize(FromDIP(28));
    grid_->SetDefaultRowSize(FromDIP(28), true);
    grid_->SetLabelFont(grid_->GetLabelFont().GetBaseFont());
    grid_->DisableDragRowSize();
    grid_->Bind(wxEVT_KEY_DOWN, &OpeningSheet::on_grid_key, this);
}

wxSizer* OpeningSheet::make_totals() {
    auto* row = new wxBoxSizer{wxHORIZONTAL};
    debit_ = new wxStaticText{this, wxID_ANY, {}};
    credit_ = new wxStaticText{this, wxID_ANY, {}};
    balance_ = new wxStaticText{this, wxID_ANY, {}};
    for (wxStaticText* each : {debit_, credit_, balance_}) {
        each->SetFont(each->GetFont().Bold());
        row->Add(each, wxSizerFlags{}.CentreVertical().Border(wxRIGHT, FromDIP(32)));
    }
    return row;
}

wxString OpeningSheet::title() const {
    return tr(host(), "Opening balances");
}

void OpeningSheet::load() {
    host().run(this, request_of("bk.opening.list"), [this](const Outcome& outcome) {
        if (outcome.is_done())
            take(outcome.result);
        else
            bar_->warn(outcome.problems);
    });
}

void OpeningSheet::take(const Record& answer) {
    std::vector<Row> rows;
    if (const List* list = answer.get("rows").if_a<List>())
        for (const Value& each : *list) {
            const Record& from = each.as<Record>();
            Row row{.account = text_in(from, "account"),
                    .name = text_in(from, "name"),
                    .side = text_in(from, "side") == "credit" ? Side::credit : Side::debit};
            row.balance = from.get("balance").as<Money>();
            row.year_debit = from.get("year_debit").as<Money>();
            row.year_credit = from.get("year_credit").as<Money>();
            rows.push_back(std::move(row));
        }
    const int known = grid_->GetNumberRows();
    const int wanted = static_cast<int>(rows.size());
    rows_ = std::move(rows);
    has_year_amounts_ = is_set(answer, "within_year");
    faulty_row_ = -1;
    if (wanted > known) {
        wxGridTableMessage message{table_, wxGRIDTABLE_NOTIFY_ROWS_APPENDED, wanted - known};
        grid_->ProcessTableMessage(message);
    } else if (wanted < known) {
        wxGridTableMessage message{table_, wxGRIDTABLE_NOTIFY_ROWS_DELETED, wanted, known - wanted};
        grid_->ProcessTableMessage(message);
    }
    const int year = has_year_amounts_ ? 170 : 0;  // only a book that starts within the year
    const std::array widths{90, 240, 80, 170, year, year};
    for (int column = 0; column < grid_->GetNumberCols(); ++column)
        grid_->SetColSize(column, FromDIP(widths[static_cast<std::size_t>(column)]));
    if (known == 0 && wanted > 0) grid_->SetGridCursor(0, balance_column);
    grid_->ForceRefresh();
    refresh_totals();
}

Money& OpeningSheet::amount_in(Row& row, int column) const {
    return column == balance_column ? row.balance
           : column == debit_column ? row.year_debit
                                    : row.year_credit;
}

bool OpeningSheet::is_changed() const {
    return std::any_of(rows_.begin(), rows_.end(), [](const Row& row) { return row.is_changed; });
}

void OpeningSheet::take_cell(int row, int column, const std::string& text) {
    Row& changed = rows_[static_cast<std::size_t>(row)];
    Money amount;
    const std::string typed = trim(half_width(text));
    if (!typed.empty()) {
        const auto read = amount_from_cell(typed, Rounding::half_away);
        if (!read) {
            faulty_row_ = row;
            tell(read.error().text, true);
            return;
        }
        amount = *read;
    }
    faulty_row_ = -1;
    Money& kept = amount_in(changed, column);
    if (kept == amount) return;
    kept = amount;
    changed.is_changed = true;
    bar_->Dismiss();
    CallAfter([this] {
        grid_->ForceRefresh();
        refresh_totals();
    });
}

void OpeningSheet::refresh_totals() {
    Money debit, credit;
    for (const Row& row : rows_) {
        const bool is_debit = (row.side == Side::debit) != row.balance.is_negative();
        const Money size = row.balance.is_negative() ? -row.balance : row.balance;
        (is_debit ? debit : credit) = (is_debit ? debit : credit) + size;
    }
    const Money difference = debit - credit;
    debit_->SetLabel(tr(host(), "Debit") + "  " + money_text(debit));
    credit_->SetLabel(tr(host(), "Credit") + "  " + money_text(credit));
    balance_->SetLabel(difference.is_zero() ? tr(host(), "Balanced") + wxString::FromUTF8(" ✓")
                                            : tr(host(), Message{"Difference {0}", {difference}}));
    balance_->SetForegroundColour(difference.is_zero() ? plain_ink() : red_ink());
    Layout();
}

void OpeningSheet::save(bool then_proves) {
    grid_->DisableCellEditControl();
    if (faulty_row_ >= 0) return;
    List lines;
    for (const Row& row : rows_) {
        if (!row.is_changed) continue;
        Record line{{"account", row.account}, {"balance", row.balance}};
        if (has_year_amounts_) {
            line.set("year_debit", row.year_debit);
            line.set("year_credit", row.year_credit);
        }
        lines.emplace_back(std::move(line));
    }
    if (lines.empty()) {
        tell({"Nothing was changed, so there is nothing to save.", {}}, false);
        return;
    }
    CommandRequest request = request_of("bk.opening.set");
    request.parameters.set("opening", Value{std::move(lines)});
    host().run(this, std::move(request), [this, then_proves](const Outcome& outcome) {
        if (!outcome.is_done()) {
            bar_->warn(outcome.problems);
            return;
        }
        for (Row& row : rows_) row.is_changed = false;
        tell(outcome.said, false);
        if (then_proves) prove();
    });
}

// 试算平衡: of what is saved, so the changes are saved before.
void OpeningSheet::prove() {
    grid_->DisableCellEditControl();
    if (faulty_row_ >= 0) return;
    if (is_changed()) {
        save(true);
        return;
    }
    host().run(this, request_of("bk.opening.check"), [this](const Outcome& outcome) {
        if (!outcome.is_done()) {
            bar_->warn(outcome.problems);
            return;
        }
        if (is_set(outcome.result, "ready")) {
            tell({"The opening balances prove: debit {0}, credit {1}. The set-up can be finished.",
                  {outcome.result.get("debit").as<Money>(),
                   outcome.result.get("credit").as<Money>()}},
                 false);
            return;
        }
        wxString text;
        if (const List* findings = outcome.result.get("findings").if_a<List>())
            for (const Value& each : *findings) {
                if (!text.empty()) text += "\n";
                if (const auto said = message_in(each.as<Record>().get("message")))
                    text += tr(host(), *said);
            }
        bar_->warn_text(text);
    });
}

void OpeningSheet::step(int rows) {
    const int row = grid_->GetGridCursorRow();
    const int column = std::max<int>(grid_->GetGridCursorCol(), balance_column);
    grid_->DisableCellEditControl();
    if (faulty_row_ >= 0) {
        grid_->SetGridCursor(faulty_row_, column);
        return;
    }
    const int last = grid_->GetNumberRows() - 1;
    const int next = std::clamp(row + rows, 0, std::max(last, 0));
    grid_->SetGridCursor(next, column);
    grid_->MakeCellVisible(next, column);
}

void OpeningSheet::on_grid_key(wxKeyEvent& event) {
    const int key = event.GetKeyCode();
    if (key == WXK_RETURN || key == WXK_NUMPAD_ENTER)
        step(event.ShiftDown() ? -1 : 1);
    else if (key == WXK_DELETE && !grid_->IsCellEditControlShown() &&
             grid_->GetGridCursorCol() >= first_amount)
        take_cell(grid_->GetGridCursorRow(), grid_->GetGridCursorCol(), {});
    else
        event.Skip();
}

void OpeningSheet::on_screen_key(wxKeyEvent& event) {
    const int key = event.GetKeyCode();
    if (key == WXK_F8 || (key == 'S' && event.ControlDown())) {
        save(false);
    } else if (key == WXK_F7 && event.ControlDown()) {
        prove();
    } else if (key == WXK_ESCAPE && !grid_->IsCellEditControlShown()) {
        if (may_close()) close_tab();
    } else {
        event.Skip();
    }
}

void OpeningSheet::rows_changed(const std::vector<ChangedRows>&) {
    if (!is_changed()) load();
}

void OpeningSheet::focus_first() {
    grid_->SetFocus();
}

bool OpeningSheet::may_close() {
    grid_->DisableCellEditControl();
    if (!is_changed()) return true;
    wxMessageDialog question{this, tr(host(), "The opening balances are not saved yet."), title(),
                             wxYES_NO | wxCANCEL | wxCANCEL_DEFAULT | wxICON_QUESTION};
    question.SetYesNoCancelLabels(tr(host(), "Save the changes"), tr(host(), "Discard it"),
                                  tr(host(), "Back"));
    const int answer = question.ShowModal();
    if (answer == wxID_YES) save(false);
    return answer == wxID_NO;
}

bool OpeningSheet::on_action(const std::string& action) {
    if (action != "refresh" || !may_close()) return false;
    load();
    return true;
}

void OpeningSheet::tell(const Message& message, bool is_refusal) {
    is_refusal ? bar_->warn(message) : bar_->say(message);
}

}  // namespace zf::bookkeeping
