#pragma once

#include <string>
#include <vector>

#include <wx/grid.h>
#include <wx/timer.h>

#include "ui/voucher_sheet.h"
#include "zhangfang/ui/screen.h"

class wxButton;
class wxInfoBar;
class wxStaticText;
class wxTextCtrl;

namespace zf::bookkeeping {

class SheetTable;

// 凭证录入: header, grid and footer of one voucher. Typing goes to the sheet; saving goes to the
// dispatcher; a refusal keeps every cell and moves the cursor to the wrong one.
class VoucherGrid : public Screen {
public:
    VoucherGrid(wxWindow* parent, UiHost& host, const Record& parameters);
    ~VoucherGrid() override;

    wxString title() const override;
    void rows_changed(const std::vector<ChangedRows>& changed) override;
    void focus_first() override;
    bool may_close() override;
    bool on_action(const std::string& action) override;
    wxString status() const override;

private:
    struct Shown {              // the voucher on the screen, when it is stored already
        std::string reference;  // "2008-01/记-17"; "" for a new one
        std::string state;
        std::int64_t version = 0;
    };

    wxSizer* make_header();
    wxSizer* make_footer();
    wxSizer* make_buttons();
    void load_accounts();
    void load_voucher(const std::string& reference);
    void show_voucher(const Record& answer);
    void start_new();
    void restore_draft();
    void keep_draft();
    void save(bool holds);
    void take_saved(const Outcome& outcome, bool holds);
    bool confirm_alerts(const Outcome& outcome);
    void show_problems(const Problems& problems);
    void run_on_voucher(const char* command);
    void go_to_neighbour(int step);

    void refresh_sheet();
    void read_header();
    void tell_row_count();
    void on_grid_key(wxKeyEvent& event);
    bool on_control_key(int key, SheetCell cell);
    void take_cell(int row, int column, const wxString& text);
    void go_to(SheetCell cell);
    void step_forward();
    void choose_in_cell();
    void open_calculator();
    void refuse(const Message& message);
    bool is_read_only() const;
    SheetCell cursor() const;
    std::string draft_key() const;

    VoucherSheet sheet_;
    Shown shown_;
    CommandRequest pending_;
    std::string last_date_;
    wxInfoBar* bar_;
    wxTextCtrl* word_ = nullptr;
    wxStaticText* number_ = nullptr;
    wxTextCtrl* date_ = nullptr;
    wxTextCtrl* attachments_ = nullptr;
    wxTextCtrl* reference_ = nullptr;
    wxStaticText* stamp_ = nullptr;
    wxGrid* grid_;
    SheetTable* table_;
    int rows_told_ = 0;
    wxStaticText* capitals_ = nullptr;
    wxStaticText* totals_ = nullptr;
    wxStaticText* balance_ = nullptr;
    wxStaticText* people_ = nullptr;
    wxTimer draft_timer_;

    friend class SheetTable;
};

}  // namespace zf::bookkeeping
