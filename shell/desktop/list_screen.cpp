#include "desktop/list_screen.h"

#include <algorithm>

#include <wx/sizer.h>
#include <wx/toolbar.h>

#include "desktop/icons.h"
#include "zhangfang/ui/command_dialog.h"

namespace zf::desktop {
namespace {

constexpr int typing_milliseconds = 250;  // after the last key the list is asked again

bool takes(const std::vector<FieldInfo>& fields, const std::string& name) {
    return std::any_of(fields.begin(), fields.end(),
                       [&](const FieldInfo& field) { return field.name == name; });
}

// What the query of a list, or a command itself, may be asked with.
const std::vector<FieldInfo>* parameters_of(const Registry& registry, const std::string& name) {
    const auto& lists = registry.lists();
    const auto list = std::find_if(lists.begin(), lists.end(),
                                   [&](const ListView& view) { return view.name == name; });
    const auto command = registry.commands().find(list == lists.end() ? name : list->query);
    return command == registry.commands().end() ? nullptr : &command->second.info.parameters;
}

}  // namespace

ListScreen::ListScreen(wxWindow* parent, UiHost& host, const ListView& view,
                       const Record& parameters)
    : Screen{parent, host},
      view_{view},
      fixed_{parameters},
      tools_{new wxToolBar{this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                           wxTB_HORIZONTAL | wxTB_TEXT | wxTB_NODIVIDER}},
      list_{new ListPanel{this, host, view}},
      typing_{this} {
    auto* sizer = new wxBoxSizer{wxVERTICAL};
    sizer->Add(tools_, wxSizerFlags{}.Expand());
    SetSizer(sizer);
    add_filters(parameters);
    sizer->Add(list_, wxSizerFlags{1}.Expand());
    add_actions();
    Bind(wxEVT_CHAR_HOOK, &ListScreen::on_key, this);
    list_->on_loaded = [this](const Record&) {
        if (list_->selected().empty()) list_->select_first();
    };
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
    constexpr std::size_t boxes_a_row = 4;
    FormSection bar;
    for (const FieldInfo& field : fields) {
        if (bar.rows.empty() || bar.rows.back().size() == boxes_a_row) bar.rows.emplace_back();
        bar.rows.back().push_back(field.name);
    }
    const FormView view{.of = view_.query, .sections = {bar}};
    filters_ = new FormPanel{this, host(), fields, &view};
    filters_->set_values(parameters);
    filters_->SetMinSize(filters_->GetSizer()->GetMinSize());
    filters_->on_change = [this] { typing_.StartOnce(typing_milliseconds); };
    Bind(
        wxEVT_TIMER, [this](wxTimerEvent&) { load(); }, typing_.GetId());
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
                                           icon(icon_of_command(name)), tr(host(), command.help));
        tools_->Bind(
            wxEVT_TOOL, [this, name](wxCommandEvent&) { act(name); }, tool->GetId());
    };
    for (const std::string& name : view_.actions) add(name);
    tools_->Realize();
    tools_->Show(tools_->GetToolsCount() > 0);
}

Record ListScreen::asked() const {
    Record parameters = fixed_;
    if (filters_ != nullptr)
        for (const auto& [name, value] : filters_->values()) parameters.set(name, value);
    return parameters;
}

void ListScreen::load() {
    Record parameters;
    const std::vector<FieldInfo>* known = parameters_of(host().registry(), view_.query);
    for (const auto& [name, value] : asked())
        if (known != nullptr && takes(*known, name)) parameters.set(name, value);
    list_->load(parameters);
}

// From a line of the balances to the account's page of the same months: what the row and the
// filters say goes along.
void ListScreen::open_row(const Record& row) {
    if (!view_.opens.empty()) host().open(view_.opens, parameters_for(view_.opens, {row}));
}

Record ListScreen::parameters_for(const std::string& name, const std::vector<Record>& rows) const {
    Record parameters;
    const std::vector<FieldInfo>* fields = parameters_of(host().registry(), name);
    if (fields == nullptr) return parameters;
    const Record filtered = asked();
    for (const FieldInfo& field : *fields) {
        if (filtered.has(field.name)) parameters.set(field.name, filtered.get(field.name));
        if (rows.empty()) continue;
        const Record& row = rows.front();
        const std::string key = view_.key.empty() ? row.begin()->first : view_.key;
        const bool is_meant = field.refers_to == view_.name ||
                              (field.name == key && field.refers_to.empty());
        if (field.type == ValueType::list && field.item == ValueType::text && is_meant) {
            List all;
            for (const Record& each : rows) all.emplace_back(each.get(key).plain_text());
            parameters.set(field.name, Value{std::move(all)});
        } else if (is_meant) {
            parameters.set(field.name, row.get(key));
        } else if (row.has(field.name) && field.type != ValueType::list) {
            parameters.set(field.name, row.get(field.name));
        }
    }
    return parameters;
}

void ListScreen::act(const std::string& name) {
    host().open(name, parameters_for(name, list_->selected()));
}

// F9 does what a list is for (审核), Shift+F9 the second command (取消审核), Insert adds.
void ListScreen::on_key(wxKeyEvent& event) {
    const std::size_t action = event.ShiftDown() ? 1 : 0;
    if (event.GetKeyCode() == WXK_F9 && !event.ControlDown() && action < view_.actions.size())
        act(view_.actions[action]);
    else if (event.GetKeyCode() != WXK_INSERT || !on_action("new"))
        event.Skip();
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
    return tr(host(), Message{"{0} rows", {static_cast<std::int64_t>(list_->rows().size())}});
}

}  // namespace zf::desktop
