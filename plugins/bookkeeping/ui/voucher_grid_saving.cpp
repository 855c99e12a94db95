// How the voucher's window saves, and what it runs on a stored voucher.
#include <algorithm>

#include <wx/msgdlg.h>
#include <wx/textctrl.h>

#include "ui/voucher_grid.h"
#include "ui/voucher_record.h"
#include "zhangfang/ui/notice_bar.h"

namespace zf::bookkeeping {
namespace {

SheetColumn column_of(const std::string& field) {
    if (field == "summary") return SheetColumn::summary;
    if (field == "account") return SheetColumn::account;
    if (field == "item" || field == "dimension" || field == "dimensions") return SheetColumn::item;
    return SheetColumn::debit;
}

}  // namespace

bool VoucherGrid::has_state(std::initializer_list<const char*> states) const {
    const std::string state = text_in(shown_, "state");
    return std::find(states.begin(), states.end(), state) != states.end();
}

void VoucherGrid::save(bool holds, bool then_new) {
    if (!is_editable() || is_saving_) return;
    leave_editor();
    if (is_refused_) {
        go_to(cursor());
        return;
    }
    read_date();
    read_header();
    const bool is_held = has_state({"held"});
    const bool amends = mode_ == Mode::amending && !is_held;
    pending_ = request_of(holds                       ? "bk.voucher.hold"
                          : mode_ == Mode::correcting ? "bk.voucher.correct"
                          : amends                    ? "bk.voucher.amend"
                                                      : "bk.voucher.enter");
    for (const auto& [name, value] : record_of(sheet_)) pending_.parameters.set(name, value);
    if (mode_ == Mode::correcting)
        for (const char* name : {"word", "reference", "template"}) pending_.parameters.remove(name);
    if (amends)
        for (const char* name : {"word", "template"}) pending_.parameters.remove(name);
    if (!shown_.empty()) {
        pending_.parameters.set(is_held ? "held" : "voucher", shown_.get("voucher"));
        if (mode_ != Mode::correcting) pending_.parameters.set("version", shown_.get("version"));
    }
    send(then_new);
}

void VoucherGrid::send(bool then_new) {
    is_saving_ = true;
    host().run(this, pending_, [this, then_new](const Outcome& outcome) {
        is_saving_ = false;
        take_saved(outcome, then_new);
    });
}

void VoucherGrid::take_saved(const Outcome& outcome, bool then_new) {
    if (!outcome.is_done()) {
        if (confirm_alerts(outcome))
            send(then_new);
        else
            show_problems(outcome.problems);
        return;
    }
    drop_draft();
    sheet_.forget_changes();
    bar_->Dismiss();
    const bool goes_on = mode_ == Mode::entering &&
                         (then_new || is_set(context_, "new_voucher_after_saving"));
    if (goes_on)
        start_new();
    else
        load_voucher(text_in(outcome.result, "voucher"), "", Mode::showing);
    if (!outcome.said.id.empty()) host().say(outcome.said);
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

// The sentence of the gravest finding, a frame around every cell that one names, the cursor in the
// first of them.
void VoucherGrid::show_problems(const Problems& problems) {
    if (problems.empty()) return;
    const Problem& first = gravest(problems);
    tell(first.text, true);
    faults_.clear();
    const auto cell_of = [this](const Problem& problem) {
        const int line = sheet_line_of(sheet_, problem.place.line);
        SheetColumn column = column_of(problem.place.field);
        if (is_amount(column) && sheet_.line(line).side == Side::credit)
            column = SheetColumn::credit;
        return SheetCell{line, column};
    };
    for (const Problem& each : problems)
        if (each.place.line > 0) faults_.push_back(cell_of(each));
    grid_->ForceRefresh();
    if (!is_editable()) return;
    wxTextCtrl* box = first.place.field == "date"          ? date_
                      : first.place.field == "attachments" ? attachments_
                      : first.place.field == "word"        ? word_
                      : first.place.field == "reference"   ? reference_
                                                           : nullptr;
    if (first.place.line > 0) {
        go_to(cell_of(first));
    } else if (box != nullptr) {
        box->SetFocus();
        box->SelectAll();
    } else if (!is_typing()) {
        grid_->SetFocus();
    }
}

void VoucherGrid::run_on_voucher(const char* command) {
    if (shown_.empty() || is_editable() || is_saving_) return;
    CommandRequest request = request_of(command);
    request.parameters.set("voucher", Value{List{shown_.get("voucher")}});
    is_saving_ = true;
    host().run(this, std::move(request), [this](const Outcome& outcome) {
        is_saving_ = false;
        if (!outcome.is_done()) {
            show_problems(outcome.problems);
            return;
        }
        if (!outcome.said.id.empty()) host().say(outcome.said);
    });
}

void VoucherGrid::open_on_voucher(const char* command) {
    if (shown_.empty()) return;
    Record parameters;
    if (!book_.empty()) parameters.set("book", Value{book_});
    parameters.set("voucher", shown_.get("voucher"));
    host().open(command, parameters);
}

}  // namespace zf::bookkeeping
