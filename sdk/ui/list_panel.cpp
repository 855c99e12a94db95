#include "zhangfang/ui/list_panel.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/clipbrd.h>
#include <wx/settings.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include "zhangfang/ui/ink.h"
#include "zhangfang/ui/value_text.h"

namespace zf {
namespace {

constexpr int window_rows = 200;

bool takes(const CommandInfo& query, std::string_view parameter) {
    return std::any_of(query.parameters.begin(), query.parameters.end(),
                       [&](const FieldInfo& field) { return field.name == parameter; });
}

}  // namespace

// Rows that were fetched so far; asks its panel for the next window when the last ones are drawn.
class ListPanel::Model final : public wxDataViewVirtualListModel {
public:
    explicit Model(ListPanel& panel) : panel_{panel} {}

    std::vector<Record> rows;

    unsigned GetColumnCount() const override {
        return static_cast<unsigned>(panel_.columns_.size()) + 1;  // the last takes what is left
    }
    wxString GetColumnType(unsigned) const override { return "string"; }
    void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override {
        if (row >= rows.size() || column >= panel_.columns_.size()) return;
        const FieldInfo& field = panel_.columns_[column];
        value = display_text(panel_.host_, field, rows[row].get(field.name));
        if (row + 20 > rows.size() && !panel_.next_.empty() && !panel_.is_loading_)
            panel_.CallAfter([&panel = panel_] { panel.fetch(true); });
    }
    bool GetAttrByRow(unsigned row, unsigned column, wxDataViewItemAttr& attribute) const override {
        if (row >= rows.size() || column >= panel_.columns_.size()) return false;
        if (panel_.is_quiet && panel_.is_quiet(rows[row])) {
            attribute.SetColour(wxSystemSettings::GetColour(wxSYS_COLOUR_GRAYTEXT));
            return true;
        }
        const Value& value = rows[row].get(panel_.columns_[column].name);
        const Money* money = value.if_a<Money>();
        if (money == nullptr || !money->is_negative()) return false;
        // Red amounts are also signed.
        attribute.SetColour(red_ink());
        return true;
    }
    bool SetValueByRow(const wxVariant&, unsigned, unsigned) override { return false; }

private:
    ListPanel& panel_;
};

ListPanel::ListPanel(wxWindow* parent, UiHost& host, const ListView& view)
    : wxPanel{parent},
      host_{host},
      view_{view},
      model_{new Model{*this}} {
    list_ = new wxDataViewCtrl{this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                               wxDV_MULTIPLE | wxDV_ROW_LINES | wxDV_VERT_RULES};
    list_->SetName(tr(host, view.title));
    state_ = new wxStaticText{this, wxID_ANY, {}};
    action_ = new wxButton{this, wxID_ANY};
    auto* sizer = new wxBoxSizer{wxVERTICAL};
    sizer->Add(state_, wxSizerFlags{}.Border(wxALL, FromDIP(16)));
    sizer->Add(action_, wxSizerFlags{}.Border(wxLEFT | wxBOTTOM, FromDIP(16)));
    sizer->Add(list_, wxSizerFlags{1}.Expand());
    SetSizer(sizer);
    show_state({}, false);

    const auto query = host.registry().commands().find(view.query);
    if (query != host.registry().commands().end()) add_columns(query->second.info);
    list_->AssociateModel(model_.get());
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent& event) {
        const unsigned row = model_->GetRow(event.GetItem());
        if (on_open && row < model_->rows.size()) on_open(model_->rows[row]);
    });
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        if (on_select) on_select();
    });
    Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& event) {
        if (event.GetKeyCode() == 'C' && event.GetModifiers() == wxMOD_CONTROL)
            copy_selected();
        else
            event.Skip();
    });
    action_->Bind(wxEVT_BUTTON,
                  [this](wxCommandEvent&) { host_.open(view_.empty_action, parameters_); });
}

ListPanel::~ListPanel() = default;

void ListPanel::add_columns(const CommandInfo& query) {
    std::vector<FieldInfo> answered;
    for (const FieldInfo& field : query.answer)
        if (field.name == "rows") answered = field.lines;
    if (view_.columns.empty()) columns_ = answered;
    for (const std::string& name : view_.columns)
        for (const FieldInfo& field : answered)
            if (field.name == name) columns_.push_back(field);
    for (unsigned column = 0; column < columns_.size(); ++column) {
        const FieldInfo& field = columns_[column];
        list_->AppendTextColumn(
            tr(host_, field.label), column, wxDATAVIEW_CELL_INERT, wxCOL_WIDTH_AUTOSIZE,
            is_number(field.type) ? wxALIGN_RIGHT : wxALIGN_LEFT, wxDATAVIEW_COL_RESIZABLE);
    }
    list_->AppendTextColumn(wxString{}, static_cast<unsigned>(columns_.size()),
                            wxDATAVIEW_CELL_INERT, FromDIP(1));
}

void ListPanel::load(const Record& parameters) {
    parameters_ = parameters;
    fetch(false);
}

void ListPanel::reload() {
    fetch(false);
}

void ListPanel::fetch(bool continues) {
    if (continues && (is_loading_ || next_.empty())) return;
    if (const FieldInfo* missing = missing_parameter()) {
        model_->rows.clear();
        model_->Reset(0);
        show_state(tr(host_, Message{"Fill in \"{0}\" to see the rows.", {missing->label}}), false);
        return;
    }
    is_loading_ = true;
    CommandRequest request{.command = view_.query, .parameters = parameters_};
    const auto query = host_.registry().commands().find(view_.query);
    if (query != host_.registry().commands().end() && takes(query->second.info, "limit")) {
        request.parameters.set("limit", Value{window_rows});
        if (continues) request.parameters.set("after", Value{next_});
    }
    const int generation = continues ? generation_ : ++generation_;
    host_.run(this, std::move(request), [this, continues, generation](const Outcome& outcome) {
        if (generation == generation_) take(outcome, continues);
    });
}

// What the query cannot do without and nobody gave yet.
const FieldInfo* ListPanel::missing_parameter() const {
    const auto query = host_.registry().commands().find(view_.query);
    if (query == host_.registry().commands().end()) return nullptr;
    for (const FieldInfo& field : query->second.info.parameters)
        if (field.is_required && field.default_text.empty() && !parameters_.has(field.name))
            return &field;
    return nullptr;
}

void ListPanel::take(const Outcome& outcome, bool continues) {
    is_loading_ = false;
    if (!outcome.is_done()) {
        show_state(outcome.problems.empty() ? wxString{}
                                            : tr(host_, gravest(outcome.problems).text),
                   false);
        return;
    }
    if (!continues) model_->rows.clear();
    if (const List* rows = outcome.result.get("rows").if_a<List>())
        for (const Value& row : *rows) model_->rows.push_back(row.as<Record>());
    next_ = outcome.result.get("next").plain_text();
    model_->Reset(static_cast<unsigned>(model_->rows.size()));
    const bool is_empty = model_->rows.empty();
    show_state(is_empty ? tr(host_, view_.empty_text) : wxString{},
               is_empty && !view_.empty_action.empty());
    if (on_loaded) on_loaded(outcome.result);
}

void ListPanel::show_state(const wxString& text, bool offers_action) {
    state_->SetLabel(text);
    state_->Show(!text.empty());
    action_->Show(offers_action);
    if (offers_action) {
        const auto command = host_.registry().commands().find(view_.empty_action);
        if (command != host_.registry().commands().end())
            action_->SetLabel(tr(host_, command->second.info.title));
    }
    Layout();
}

const std::vector<Record>& ListPanel::rows() const {
    return model_->rows;
}

std::vector<Record> ListPanel::selected() const {
    wxDataViewItemArray items;
    list_->GetSelections(items);
    std::vector<Record> result;
    for (const wxDataViewItem& item : items) {
        const unsigned row = model_->GetRow(item);
        if (row < model_->rows.size()) result.push_back(model_->rows[row]);
    }
    return result;
}

// With the heads of the columns, as WPS and Excel paste it.
void ListPanel::copy_selected() const {
    wxString text;
    const auto add = [&](auto&& cell_of) {
        for (std::size_t i = 0; i < columns_.size(); ++i)
            text += cell_of(columns_[i]) + (i + 1 < columns_.size() ? "\t" : "\n");
    };
    add([this](const FieldInfo& field) { return tr(host_, field.label); });
    for (const Record& row : selected())
        add([&](const FieldInfo& field) {
            return display_text(host_, field, row.get(field.name));
        });
    if (!wxTheClipboard->Open()) return;
    wxTheClipboard->SetData(new wxTextDataObject{text});
    wxTheClipboard->Close();
}

void ListPanel::select_first() {
    if (model_->rows.empty()) return;
    list_->Select(model_->GetItem(0));
    list_->SetCurrentItem(model_->GetItem(0));
}

void ListPanel::focus_list() {
    list_->SetFocus();
}

}  // namespace zf
