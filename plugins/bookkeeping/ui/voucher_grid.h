#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <wx/grid.h>
#include <wx/timer.h>

#include "domain/entry_sheet.h"
#include "ui/sheet_table.h"
#include "zhangfang/ui/screen.h"

class wxButton;
class wxSizer;
class wxStaticText;
class wxTextCtrl;

namespace zf {
class NoticeBar;
}

namespace zf::bookkeeping {

class OfferPopup;

// 凭证录入: header, grid and footer of one voucher, for typing and for looking. Typing goes to the
// sheet; saving goes to the dispatcher; a refusal keeps every cell and moves the cursor to the
// wrong one.
class VoucherGrid : public Screen, public SheetOwner {
public:
    // What it is opened for; `parameters` may name a voucher, a book, or a template.
    enum class Purpose { enter, show_or_enter, amend, correct, copy, fill, beside };

    VoucherGrid(wxWindow* parent, UiHost& host, const Record& parameters, Purpose purpose);
    ~VoucherGrid() override;

    // Beside a list: the voucher that the list points at, to read; "" for none.
    void show_beside(const std::string& reference);

    wxString title() const override;
    void rows_changed(const std::vector<ChangedRows>& changed) override;
    void session_changed() override;
    void focus_first() override;
    bool may_close() override;
    bool on_action(const std::string& action) override;
    wxString status() const override;

    const EntrySheet& sheet() const override { return sheet_; }
    bool is_editable() const override { return mode_ != Mode::showing; }
    bool is_ruled() const override { return is_ruled_; }
    bool is_faulty(SheetCell cell) const override;
    void take_cell(SheetCell cell, const wxString& text) override;

private:
    enum class Mode { entering, showing, amending, correcting };
    struct Action {
        wxButton* button;
        std::function<bool()> applies;
    };

    // Parts of the window.
    wxSizer* make_actions();
    wxSizer* make_header();
    wxSizer* make_footer();
    void make_grid();
    void add_action(wxSizer& row, const char* label, std::function<void()> act,
                    std::function<bool()> applies);
    void fit_columns();
    void rule(bool is_ruled);
    void refresh();
    void refresh_header();
    void refresh_stamp();
    void refresh_footer();
    void refresh_hint();
    void tell(const Message& message, bool is_refusal);

    // What stands in the window.
    void begin(const Record& parameters, Purpose purpose);
    void load_context();
    void take_context(const Record& context);
    void load_voucher(const std::string& reference, const char* step, Mode mode);
    void show_voucher(const Record& answer, Mode mode);
    void start_new();
    void start_copy();
    std::optional<Record> kept_draft() const;
    void restore_draft();
    void keep_draft();
    void drop_draft();
    std::string draft_key() const;
    void fill_template(const std::string& code);
    void step(const char* where);
    void ask_number();
    CommandRequest request_of(const char* command) const;
    bool may(const char* permission) const;
    bool has_state(std::initializer_list<const char*> states) const;

    // Keys.
    void on_grid_key(wxKeyEvent& event);
    void on_grid_char(wxKeyEvent& event);
    bool on_control_key(int key);
    bool on_function_key(wxKeyEvent& event);
    bool on_typing_key(wxKeyEvent& event);
    void on_screen_key(wxKeyEvent& event);
    void bind_editor(wxWindow& editor);
    SheetCell cursor() const;
    void go_to(SheetCell cell);
    void go_on(std::optional<SheetCell> next);
    void step_forward();
    void step_back();
    void leave_editor();
    bool is_typing() const;
    void choose_in_cell();
    void open_calculator();
    void offer_for(const wxString& typed);
    bool take_offer(bool or_first);
    void change_lines(const std::function<void()>& change);
    void fill_balance();

    // Head boxes.
    void read_header();
    void read_date();
    void bind_header();

    // Saving.
    void save(bool holds, bool then_new);
    void send(bool then_new);
    void take_saved(const Outcome& outcome, bool then_new);
    bool confirm_alerts(const Outcome& outcome);
    void show_problems(const Problems& problems);
    void run_on_voucher(const char* command);
    void open_on_voucher(const char* command);

    EntrySheet sheet_;
    Mode mode_ = Mode::entering;
    Record shown_;  // the answer of bk.voucher.show; empty for a new one
    Record context_;
    std::string book_;
    bool is_beside_ = false;
    bool is_ruled_ = false;
    CommandRequest pending_;
    bool is_saving_ = false;
    bool is_refused_ = false;  // what was typed last
    std::vector<SheetCell> faults_;
    std::vector<Action> actions_;
    std::vector<std::string> phrases_;

    NoticeBar* bar_;
    wxTextCtrl* word_ = nullptr;
    wxStaticText* number_ = nullptr;
    wxTextCtrl* date_ = nullptr;
    wxTextCtrl* attachments_ = nullptr;
    wxTextCtrl* reference_ = nullptr;
    wxStaticText* stamp_ = nullptr;
    wxGrid* grid_ = nullptr;
    SheetTable* table_ = nullptr;
    OfferPopup* popup_ = nullptr;
    wxStaticText* capitals_ = nullptr;
    wxStaticText* balance_ = nullptr;
    wxStaticText* debit_total_ = nullptr;
    wxStaticText* credit_total_ = nullptr;
    wxStaticText* people_ = nullptr;
    wxStaticText* hint_ = nullptr;
    wxButton* save_ = nullptr;
    wxTimer draft_timer_;
};

}  // namespace zf::bookkeeping
