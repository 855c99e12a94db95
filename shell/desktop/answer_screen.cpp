#include "desktop/answer_screen.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include "zhangfang/ui/value_text.h"

namespace zf::desktop {
namespace {

// What only programs read: keys of rows, digests, whole stored texts.
bool is_for_programs(const FieldInfo& field) {
    constexpr std::string_view names[] = {"id", "version", "payload", "code"};
    return std::find(std::begin(names), std::end(names), field.name) != std::end(names);
}

}  // namespace

AnswerScreen::AnswerScreen(wxWindow* parent, UiHost& host, const CommandInfo& query,
                           const Record& parameters)
    : Screen{parent, host},
      query_{query},
      given_{parameters},
      state_{new wxStaticText{this, wxID_ANY, {}}},
      answer_{new wxPanel{this}} {
    auto* sizer = new wxBoxSizer{wxVERTICAL};
    auto* heading = new wxStaticText{this, wxID_ANY, tr(host, query.title)};
    heading->SetFont(heading->GetFont().Bold().Scaled(1.3F));
    sizer->Add(heading, wxSizerFlags{}.Border(wxALL, FromDIP(12)));
    if (!is_complete()) {
        form_ = new FormPanel{this, host, query.parameters, nullptr};
        form_->set_values(parameters);
        auto* show = new wxButton{this, wxID_ANY, tr(host, "&Show (F5)")};
        show->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { ask(); });
        sizer->Add(form_, wxSizerFlags{}.Expand().Border(wxLEFT | wxRIGHT, FromDIP(8)));
        sizer->Add(show, wxSizerFlags{}.Border(wxALL, FromDIP(12)));
    }
    sizer->Add(state_, wxSizerFlags{}.Border(wxALL, FromDIP(12)));
    sizer->Add(answer_, wxSizerFlags{1}.Expand());
    answer_->SetSizer(new wxBoxSizer{wxVERTICAL});
    SetSizer(sizer);
    state_->Hide();
    if (is_complete()) ask();
}

wxString AnswerScreen::title() const {
    return tr(host(), query_.title);
}

bool AnswerScreen::is_complete() const {
    return std::all_of(
        query_.parameters.begin(), query_.parameters.end(),
        [this](const FieldInfo& field) { return !field.is_required || given_.has(field.name); });
}

void AnswerScreen::ask() {
    CommandRequest request{.command = query_.name};
    for (const FieldInfo& field : query_.parameters)
        if (given_.has(field.name)) request.parameters.set(field.name, given_.get(field.name));
    if (form_ != nullptr) {
        form_->clear_problems();
        for (const auto& [name, value] : form_->values()) request.parameters.set(name, value);
    }
    host().run(this, std::move(request), [this](const Outcome& outcome) { take(outcome); });
}

void AnswerScreen::take(const Outcome& outcome) {
    const Problems elsewhere = form_ != nullptr ? form_->show(outcome.problems) : outcome.problems;
    state_->Show(!elsewhere.empty());
    if (!elsewhere.empty()) state_->SetLabel(tr(host(), gravest(elsewhere).text));
    if (outcome.is_done()) {
        answer_->DestroyChildren();
        answer_->GetSizer()->Clear();
        add_values(*answer_->GetSizer(), outcome.result);
        for (const FieldInfo& field : query_.answer)
            if (const List* rows = outcome.result.get(field.name).if_a<List>();
                rows != nullptr && !field.lines.empty())
                add_table(*answer_->GetSizer(), field, *rows);
    }
    Layout();
}

void AnswerScreen::add_values(wxSizer& sizer, const Record& answer) {
    auto* grid = new wxFlexGridSizer{4, FromDIP(6), FromDIP(16)};
    grid->AddGrowableCol(1, 1);
    grid->AddGrowableCol(3, 1);
    for (const FieldInfo& field : query_.answer) {
        const bool is_table = field.type == ValueType::list && !field.lines.empty();
        if (is_table || is_for_programs(field) || !answer.has(field.name)) continue;
        const wxString text = display_text(host(), field, answer.get(field.name));
        if (text.empty()) continue;
        grid->Add(new wxStaticText{answer_, wxID_ANY, tr(host(), field.label)},
                  wxSizerFlags{}.CentreVertical());
        // A text that can be marked and copied.
        auto* value = new wxTextCtrl{answer_,       wxID_ANY,
                                     text,          wxDefaultPosition,
                                     wxDefaultSize, wxTE_READONLY | wxBORDER_NONE};
        value->SetName(tr(host(), field.label));
        value->SetBackgroundColour(answer_->GetBackgroundColour());
        grid->Add(value, wxSizerFlags{1}.Expand());
    }
    sizer.Add(grid, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(12)));
}

void AnswerScreen::add_table(wxSizer& sizer, const FieldInfo& field, const List& rows) {
    sizer.Add(new wxStaticText{answer_, wxID_ANY, tr(host(), field.label)},
              wxSizerFlags{}.Border(wxLEFT | wxTOP, FromDIP(12)));
    auto* table = new wxDataViewListCtrl{answer_, wxID_ANY};
    table->SetName(tr(host(), field.label));
    std::vector<const FieldInfo*> columns;
    for (const FieldInfo& column : field.lines)
        if (!is_for_programs(column)) columns.push_back(&column);
    for (const FieldInfo* column : columns)
        table->AppendTextColumn(tr(host(), column->label), wxDATAVIEW_CELL_INERT,
                                wxCOL_WIDTH_AUTOSIZE,
                                is_number(column->type) ? wxALIGN_RIGHT : wxALIGN_LEFT);
    for (const Value& row : rows) {
        const auto* record = row.if_a<Record>();
        if (record == nullptr) continue;
        wxVector<wxVariant> cells;
        for (const FieldInfo* column : columns)
            cells.push_back(display_text(host(), *column, record->get(column->name)));
        table->AppendItem(cells);
    }
    sizer.Add(table, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(8)));
}

void AnswerScreen::rows_changed(const std::vector<ChangedRows>&) {
    if (form_ == nullptr) ask();
}

void AnswerScreen::session_changed() {
    rows_changed({});
}

void AnswerScreen::focus_first() {
    if (form_ != nullptr)
        form_->focus_first();
    else
        SetFocus();
}

bool AnswerScreen::on_action(const std::string& action) {
    if (action != "refresh") return false;
    ask();
    return true;
}

}  // namespace zf::desktop
