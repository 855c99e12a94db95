#include "desktop/list_screen.h"

#include <algorithm>

#include <wx/sizer.h>
#include <wx/toolbar.h>

#include "desktop/icons.h"
#include "zhangfang/ui/command_dialog.h"

namespace zf::desktop {

ListScreen::ListScreen(wxWindow* parent, UiHost& host, const ListView& view,
                       const Record& parameters)
    : Screen{parent, host},
      view_{view},
      fixed_{parameters},
      tools_{new wxToolBar{this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                           wxTB_HORIZONTAL | wxTB_TEXT | wxTB_NODIVIDER}},
      list_{new ListPanel{this, host, view}} {
    auto* sizer = new wxBoxSizer{wxVERTICAL};
    sizer->Add(tools_, wxSizerFlags{}.Expand());
    SetSizer(sizer);
    add_filters(parameters);
    sizer->Add(list_, wxSizerFlags{1}.Expand());
    add_actions();
    list_->on_open = [this](const Record& row) { open_row(row); };
    load();
}

wxString ListScreen::title() const {
    return tr(host(), view_.title);
}

void ListScreen::add_filters(const Record& parameters) {
    const auto query = host().registry().commands().find(view_.query);
    if (view_.filters.empty() || query == host().registry().commands().end()) return;
    std::vector<FieldInfo> fields;
    for (const std::string& name : view_.filters)
        for (const FieldInfo& field : query->second.info.parameters)
            if (field.name == name) fields.push_back(field);
    filters_ = new FormPanel{this, host(), fields, nullptr};
    filters_->set_values(parameters);
    filters_->SetMinSize(filters_->GetSizer()->GetMinSize());
    filters_->on_change = [this] { load(); };
    GetSizer()->Add(filters_, wxSizerFlags{}.Expand());
}

void ListScreen::add_actions() {
    tools_->ClearTools();
    const auto add = [this](const std::string& name) {
        const auto found = host().registry().commands().find(name);
        if (found == host().registry().commands().end()) return;
        const CommandInfo& command = found->second.info;
        if (host().session() == nullptr || !host().session()->may_somewhere(command.permission))
            return;
        const auto* tool = tools_->AddTool(wxID_ANY, tr(host(), command.title),
                                           icon("chevron-right"), tr(host(), command.help));
        tools_->Bind(
            wxEVT_TOOL, [this, name](wxCommandEvent&) { act(name); }, tool->GetId());
    };
    for (const std::string& name : view_.actions) add(name);
    tools_->Realize();
    tools_->Show(tools_->GetToolsCount() > 0);
}

void ListScreen::load() {
    Record parameters = fixed_;
    if (filters_ != nullptr)
        for (const auto& [name, value] : filters_->values()) parameters.set(name, value);
    list_->load(parameters);
}

void ListScreen::open_row(const Record& row) {
    if (view_.opens.empty()) return;
    const auto command = host().registry().commands().find(view_.opens);
    host().open(view_.opens, command == host().registry().commands().end()
                                 ? row
                                 : parameters_for(command->second.info, {row}));
}

Record ListScreen::parameters_for(const CommandInfo& command,
                                  const std::vector<Record>& rows) const {
    Record parameters;
    if (rows.empty()) return parameters;
    const std::string key = view_.key.empty() ? rows.front().begin()->first : view_.key;
    for (const FieldInfo& field : command.parameters) {
        if (field.type == ValueType::list && field.item == ValueType::text &&
            field.refers_to == view_.name) {
            List all;
            for (const Record& row : rows) all.emplace_back(row.get(key).plain_text());
            parameters.set(field.name, Value{std::move(all)});
        } else if (field.refers_to == view_.name) {
            parameters.set(field.name, rows.front().get(key));
        } else if (rows.front().has(field.name)) {
            parameters.set(field.name, rows.front().get(field.name));
        } else if (fixed_.has(field.name)) {
            parameters.set(field.name, fixed_.get(field.name));
        }
    }
    return parameters;
}

void ListScreen::act(const std::string& name) {
    const auto found = host().registry().commands().find(name);
    if (found != host().registry().commands().end())
        host().open(name, parameters_for(found->second.info, list_->selected()));
}

void ListScreen::rows_changed(const std::vector<ChangedRows>&) {
    list_->reload();
}

void ListScreen::session_changed() {
    add_actions();
    list_->reload();
}

void ListScreen::focus_first() {
    list_->focus_list();
}

bool ListScreen::on_action(const std::string& action) {
    if (action == "refresh") {
        list_->reload();
        return true;
    }
    if (action == "filter" && filters_ != nullptr) {
        filters_->focus_first();
        return true;
    }
    if (action == "new" && !view_.empty_action.empty()) {
        host().open(view_.empty_action, fixed_);
        return true;
    }
    return false;
}

wxString ListScreen::status() const {
    return wxString::Format("%zu", list_->rows().size());
}

}  // namespace zf::desktop
