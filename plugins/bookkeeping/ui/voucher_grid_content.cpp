// What stands in the voucher's window: a new voucher, a stored one, a copy, a draft.
#include <algorithm>

#include <wx/msgdlg.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/textdlg.h>

#include "ui/voucher_grid.h"
#include "ui/voucher_record.h"
#include "zhangfang/base/text.h"
#include "zhangfang/model/json.h"
#include "zhangfang/ui/command_dialog.h"
#include "zhangfang/ui/list_panel.h"
#include "zhangfang/ui/notice_bar.h"

namespace zf::bookkeeping {
namespace {

constexpr int phrases_most = 500;

// "persons; standard = 12" of a template's row: the names that it asks for.
List answers_asked_by(const std::string& questions) {
    List answers;
    for (const std::string& question : split(questions, ';')) {
        const std::string name = trim(question.substr(0, question.find('=')));
        if (!name.empty()) answers.emplace_back(Record{{"name", name}});
    }
    return answers;
}

}  // namespace

bool VoucherGrid::may(const char* permission) const {
    return host().session() != nullptr && host().session()->may_somewhere(permission);
}

CommandRequest VoucherGrid::request_of(const char* command) const {
    CommandRequest request{.command = command};
    if (!book_.empty()) request.parameters.set("book", Value{book_});
    return request;
}

void VoucherGrid::begin(const Record& parameters, Purpose purpose) {
    load_context();
    if (is_beside_) {
        mode_ = Mode::showing;
        return;
    }
    const std::string voucher = text_in(parameters, "voucher");
    const bool is_new = purpose == Purpose::enter || purpose == Purpose::fill ||
                        (purpose == Purpose::show_or_enter && voucher.empty());
    if (is_new) {
        start_new();
        if (purpose == Purpose::fill)
            CallAfter([this, code = text_in(parameters, "template")] { fill_template(code); });
        else if (parameters.has("entry"))
            load(sheet_, parameters);
        else
            restore_draft();
        return;
    }
    const Mode mode = purpose == Purpose::amend     ? Mode::amending
                      : purpose == Purpose::correct ? Mode::correcting
                      : purpose == Purpose::copy    ? Mode::entering
                                                    : Mode::showing;
    mode_ = Mode::showing;
    // Without a voucher to begin with, the last one is shown, to page from there.
    load_voucher(voucher, voucher.empty() ? "last" : "", voucher.empty() ? Mode::showing : mode);
}

void VoucherGrid::load_context() {
    if (!may("bk.enter")) return;
    CommandRequest request = request_of("bk.entry.context");
    if (!sheet_.date.empty()) request.parameters.set("date", Value{sheet_.date});
    if (!sheet_.word.empty()) request.parameters.set("word", Value{sheet_.word});
    host().run(this, std::move(request), [this](const Outcome& outcome) {
        if (outcome.is_done())
            take_context(outcome.result);
        else
            show_problems(outcome.problems);
    });
    CommandRequest library = request_of("bk.summary.list");
    library.parameters.set("limit", Value{phrases_most});
    host().run(this, std::move(library), [this](const Outcome& outcome) {
        phrases_.clear();
        if (const List* rows = outcome.result.get("rows").if_a<List>())
            for (const Value& each : *rows) phrases_.push_back(text_in(each.as<Record>(), "text"));
    });
}

void VoucherGrid::take_context(const Record& context) {
    context_ = context;
    sheet_.set_accounts(account_offers(context));
    sheet_.set_items(item_offers(context));
    const Date* first = context.get("first_day").if_a<Date>();
    const Date* last = context.get("last_day").if_a<Date>();
    if (first != nullptr && last != nullptr) sheet_.set_open_days(*first, *last);
    if (mode_ == Mode::entering && sheet_.date.empty()) sheet_.date = text_in(context, "date");
    if (is_typing()) {
        fit_columns();
        return;
    }
    const bool is_in_date = FindFocus() == date_;
    refresh();
    if (is_in_date) date_->SelectAll();
}

void VoucherGrid::load_voucher(const std::string& reference, const char* step, Mode mode) {
    CommandRequest request = request_of("bk.voucher.show");
    if (!reference.empty()) request.parameters.set("voucher", Value{reference});
    if (*step != '\0') request.parameters.set("step", Value{step});
    host().run(this, std::move(request), [this, mode, step, reference](const Outcome& outcome) {
        if (!outcome.is_done()) {
            show_problems(outcome.problems);
            return;
        }
        show_voucher(outcome.result, mode);
        if (*step != '\0' && text_in(outcome.result, "voucher") == reference)
            tell({"There is no further voucher on this side.", {}}, false);
    });
}

void VoucherGrid::show_voucher(const Record& answer, Mode mode) {
    leave_editor();
    bar_->Dismiss();
    faults_.clear();
    shown_ = answer;
    mode_ = mode;
    load(sheet_, answer);
    if (mode == Mode::entering) {
        start_copy();
        return;
    }
    if (mode == Mode::correcting) {
        sheet_.date = text_in(context_, "date");
        sheet_.attachments = "0";
    }
    const std::string wrong = text_in(answer, "marked_wrong");
    if (!wrong.empty()) tell({"Marked as wrong: {0}", {wrong}}, true);
    if (is_editable())
        restore_draft();
    else if (!is_beside_ && may("bk.enter") && kept_draft())
        tell({"Changes of this voucher were typed and not saved. Change or correct it to go on "
              "with them.",
              {}},
             false);
    refresh();
    if (is_editable())
        go_to({});
    else if (!is_beside_)
        grid_->SetFocus();
}

void VoucherGrid::show_beside(const std::string& reference) {
    if (!reference.empty()) {
        load_voucher(reference, "", Mode::showing);
        return;
    }
    shown_ = {};
    sheet_.set_lines({});
    for (std::string* each : {&sheet_.word, &sheet_.date, &sheet_.attachments, &sheet_.reference})
        each->clear();
    refresh();
}

void VoucherGrid::start_new() {
    leave_editor();
    faults_.clear();
    shown_ = {};
    pending_ = {};
    mode_ = Mode::entering;
    const std::string date = sheet_.date.empty() ? text_in(context_, "date") : sheet_.date;
    sheet_.set_lines({});
    sheet_.date = date;
    sheet_.attachments.clear();
    sheet_.reference.clear();
    sheet_.template_code.clear();
    refresh();
    focus_first();
}

// Ctrl+D: the lines of the voucher that is shown, as a new one.
void VoucherGrid::start_copy() {
    const std::string copied = text_in(shown_, "voucher");
    const std::vector<EntryLine> lines = sheet_.lines();
    start_new();
    sheet_.date = text_in(context_, "date");
    sheet_.set_lines(lines);
    sheet_.note_change();
    tell({"The lines of {0} are copied. State date and attachments, then save.", {copied}}, false);
    refresh();
}

std::string VoucherGrid::draft_key() const {
    const std::string id = text_in(shown_, "id");
    return "voucher-" + book_ + (id.empty() ? "" : "-" + id);
}

// What was typed and not saved: of a new voucher, or of the changes to this version of a stored
// one.
std::optional<Record> VoucherGrid::kept_draft() const {
    const std::string kept = host().draft(draft_key());
    if (kept.empty()) return std::nullopt;
    const auto draft = parse_json(kept);
    const auto* record = draft ? draft->if_a<Record>() : nullptr;
    if (record == nullptr || text_in(*record, "version") != text_in(shown_, "version"))
        return std::nullopt;
    return *record;
}

void VoucherGrid::restore_draft() {
    const auto draft = kept_draft();
    if (!draft) return;
    load(sheet_, *draft);
    sheet_.note_change();
    if (mode_ == Mode::entering)
        tell({"An unsaved voucher was found and put back. Go on with it, or press Ctrl+N for a new "
              "one.",
              {}},
             false);
    else
        tell({"The changes that were typed and not saved are put back. Go on with them and save, "
              "or leave with Esc.",
              {}},
             false);
}

void VoucherGrid::keep_draft() {
    if (!is_editable() || !sheet_.is_changed() || sheet_.filled_lines() == 0) return;
    Record draft = record_of(sheet_);
    if (!shown_.empty()) draft.set("version", shown_.get("version"));
    host().keep_draft(draft_key(), to_json(Value{std::move(draft)}));
}

void VoucherGrid::drop_draft() {
    if (is_editable()) host().drop_draft(draft_key());
}

// 智能记账: a template, its questions, and the lines that come of them.
void VoucherGrid::fill_template(const std::string& code) {
    if (!may_close()) return;  // its lines take the place of those typed
    Record parameters;
    if (!book_.empty()) parameters.set("book", Value{book_});
    const std::string chosen = code.empty() ? look_up(this, host(), "bk.template", {}, parameters)
                                            : code;
    if (chosen.empty()) return;
    host().run(this, request_of("bk.template.list"), [this, chosen](const Outcome& outcome) {
        std::string questions;
        if (const List* rows = outcome.result.get("rows").if_a<List>())
            for (const Value& each : *rows)
                if (text_in(each.as<Record>(), "template") == chosen)
                    questions = text_in(each.as<Record>(), "questions");
        CommandRequest request = request_of("bk.template.fill");
        request.parameters.set("template", Value{chosen});
        request.parameters.set("date", Value{sheet_.date});
        const auto take = [this](const Outcome& filled) {
            if (!filled.is_done()) {
                show_problems(filled.problems);
                return;
            }
            load(sheet_, filled.result);
            sheet_.note_change();
            refresh();
            go_to({});
        };
        const List answers = answers_asked_by(questions);
        if (answers.empty()) {
            host().run(this, std::move(request), take);
            return;
        }
        request.parameters.set("answers", Value{answers});
        const auto command = host().registry().commands().find("bk.template.fill");
        CommandDialog dialog{this, host(), command->second.info, request.parameters, take};
        dialog.ShowModal();
    });
}

void VoucherGrid::step(const char* where) {
    if (is_editable() && sheet_.is_changed() && !may_close()) return;
    const bool is_stored = !shown_.empty();
    const std::string from = is_stored ? text_in(shown_, "voucher") : std::string{};
    const std::string_view wanted{where};
    const bool needs_start = wanted == "previous" || wanted == "next";
    load_voucher(from, needs_start && !is_stored ? "last" : where, Mode::showing);
}

// Ctrl+G: "17" is a number of the month shown, "2008-01/记-17" any voucher.
void VoucherGrid::ask_number() {
    if (is_editable() && sheet_.is_changed() && !may_close()) return;
    wxTextEntryDialog dialog{this, tr(host(), "Number, or month/word-number:"),
                             tr(host(), "Go to voucher")};
    if (dialog.ShowModal() != wxID_OK) return;
    const std::string typed = half_width(trim(to_utf8(dialog.GetValue())));
    if (typed.empty()) return;
    const bool is_number = typed.find_first_not_of("0123456789") == std::string::npos;
    const std::string month = shown_.empty() ? sheet_.date.substr(0, 7) : text_in(shown_, "month");
    load_voucher(is_number ? month + "/" + sheet_.word + "-" + typed : typed, "", Mode::showing);
}

void VoucherGrid::rows_changed(const std::vector<ChangedRows>& changed) {
    const auto names = [&](std::string_view entity) {
        return std::any_of(changed.begin(), changed.end(), [&](const ChangedRows& rows) {
            return rows.entity.starts_with(entity);
        });
    };
    if (mode_ == Mode::showing && !shown_.empty() && names("bk.voucher"))
        load_voucher(text_in(shown_, "voucher"), "", Mode::showing);
    load_context();
}

void VoucherGrid::session_changed() {
    load_context();
    refresh();
}

void VoucherGrid::focus_first() {
    if (!is_editable()) {
        grid_->SetFocus();
        return;
    }
    date_->SetFocus();
    date_->SelectAll();
}

bool VoucherGrid::may_close() {
    leave_editor();
    if (!is_editable() || !sheet_.is_changed() || sheet_.filled_lines() == 0) return true;
    const bool is_new = mode_ == Mode::entering;
    wxMessageDialog question{this,
                             tr(host(), is_new ? "This voucher is not saved yet."
                                               : "The changes of this voucher are not saved yet."),
                             title(), wxYES_NO | wxCANCEL | wxCANCEL_DEFAULT | wxICON_QUESTION};
    question.SetYesNoCancelLabels(tr(host(), is_new ? "Keep as a draft" : "Save the changes"),
                                  tr(host(), "Discard it"), tr(host(), "Back"));
    const int answer = question.ShowModal();
    if (answer == wxID_CANCEL) return false;
    if (answer == wxID_YES && !is_new) {
        save(false, false);
        return false;
    }
    if (answer == wxID_YES)
        keep_draft();
    else
        drop_draft();
    sheet_.forget_changes();
    return true;
}

bool VoucherGrid::on_action(const std::string& action) {
    if (action == "new") {
        if (may("bk.enter") && may_close()) {
            bar_->Dismiss();
            start_new();
        }
        return true;
    }
    if (shown_.empty()) return false;
    if (action == "print") {
        Record parameters;
        if (!book_.empty()) parameters.set("book", Value{book_});
        parameters.set("voucher", Value{List{shown_.get("voucher")}});
        host().open("bk.voucher_form", parameters);
        return true;
    }
    if (action == "refresh" && mode_ == Mode::showing) {
        load_voucher(text_in(shown_, "voucher"), "", Mode::showing);
        return true;
    }
    return false;
}

}  // namespace zf::bookkeeping
