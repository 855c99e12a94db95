#pragma once

#include <string>
#include <vector>

#include <wx/grid.h>

#include "zhangfang/base/money.h"
#include "zhangfang/ledger/account.h"
#include "zhangfang/ui/screen.h"

class wxButton;
class wxStaticText;

namespace zf {
class NoticeBar;
}

namespace zf::bookkeeping {

// 期初余额: every account that takes entries with its opening balance, typed on the account's
// normal side; totals and their difference while typing.
class OpeningSheet : public Screen {
public:
    OpeningSheet(wxWindow* parent, UiHost& host, const Record& parameters);

    wxString title() const override;
    void rows_changed(const std::vector<ChangedRows>& changed) override;
    void focus_first() override;
    bool may_close() override;
    bool on_action(const std::string& action) override;

private:
    struct Row {
        std::string account;
        std::string name;
        Side side = Side::debit;
        Money balance, year_debit, year_credit;
        bool is_changed = false;
    };
    class Table;

    CommandRequest request_of(const char* command) const;
    wxSizer* make_actions();
    wxSizer* make_totals();
    void make_grid();
    void load();
    void take(const Record& answer);
    void save(bool then_proves);
    void prove();
    void refresh_totals();
    void take_cell(int row, int column, const std::string& text);
    void on_grid_key(wxKeyEvent& event);
    void on_screen_key(wxKeyEvent& event);
    void step(int rows);
    bool is_changed() const;
    Money& amount_in(Row& row, int column) const;
    void tell(const Message& message, bool is_refusal);

    std::string book_;
    std::vector<Row> rows_;
    bool has_year_amounts_ = false;
    int faulty_row_ = -1;
    NoticeBar* bar_;
    wxGrid* grid_ = nullptr;
    Table* table_ = nullptr;
    wxStaticText* debit_ = nullptr;
    wxStaticText* credit_ = nullptr;
    wxStaticText* balance_ = nullptr;
};

}  // namespace zf::bookkeeping
