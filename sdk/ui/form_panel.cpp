#include "zhangfang/ui/form_panel.h"

#include <algorithm>

#include <wx/gbsizer.h>
#include <wx/statbox.h>
#include <wx/stattext.h>

#include "field_control.h"

namespace zf {

namespace {

// A tick has its label beside it.
bool labels_itself(const FieldInfo& field) {
    return field.type == ValueType::boolean;
}

// What a form carries along unseen: the version that a row was read at.
bool is_carried(const FieldInfo& field) {
    return field.name == "version";
}

}  // namespace

struct FormPanel::Section {
    std::optional<Condition> visible_if;
    wxSizer* sizer = nullptr;
};

bool is_book_at_work(const Registry& registry, const FieldInfo& field) {
    if (field.refers_to.empty() || field.type != ValueType::text) return false;
    const auto& lists = registry.lists();
    const auto list = std::find_if(lists.begin(), lists.end(), [&](const ListView& each) {
        return each.name == field.refers_to;
    });
    return list != lists.end() &&
           std::any_of(registry.places().begin(), registry.places().end(),
                       [&](const PlaceView& place) { return place.book == list->key; });
}

FormPanel::FormPanel(wxWindow* parent, UiHost& host, std::vector<FieldInfo> fields,
                     const FormView* view)
    : wxScrolledWindow{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                       wxTAB_TRAVERSAL | wxVSCROLL},
      host_{host},
      fields_{std::move(fields)} {
    carries_version_ = std::any_of(fields_.begin(), fields_.end(), is_carried);
    std::erase_if(fields_,
                  [](const FieldInfo& field) { return field.is_computed || is_carried(field); });
    build(view);
    SetScrollRate(0, FromDIP(12));
    Record defaults;
    for (const FieldInfo& field : fields_)
        if (!field.default_text.empty())
            defaults.set(field.name, Value{field.default_text});
        else if (is_book_at_work(host_.registry(), field) && !host_.current_book().empty())
            defaults.set(field.name, Value{host_.current_book()});
    set_values(defaults);
}

FormPanel::~FormPanel() = default;

void FormPanel::build(const FormView* view) {
    auto* outer = new wxBoxSizer{wxVERTICAL};
    std::vector<FormSection> sections;
    if (view != nullptr) sections = view->sections;
    if (sections.empty()) {
        sections.emplace_back();
        for (const FieldInfo& field : fields_) sections.back().rows.push_back({field.name});
    }
    for (const FormSection& section : sections) {
        auto kept = std::make_unique<Section>();
        kept->visible_if = section.visible_if;
        wxSizer* frame = section.title.empty()
                             ? static_cast<wxSizer*>(new wxBoxSizer{wxVERTICAL})
                             : new wxStaticBoxSizer{wxVERTICAL, this, tr(host_, section.title)};
        frame->Add(make_grid(section), wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(8)));
        outer->Add(frame, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(4)));
        kept->sizer = frame;
        sections_.push_back(std::move(kept));
    }
    SetSizer(outer);
    apply_conditions();
}

// Labels and boxes in columns: a row of the view is a row of the form, its last box takes what is
// left.
wxSizer* FormPanel::make_grid(const FormSection& section) {
    auto* grid = new wxGridBagSizer{FromDIP(8), FromDIP(12)};
    std::size_t boxes_most = 1;
    for (const auto& row : section.rows) boxes_most = std::max(boxes_most, row.size());
    int line = 0;
    for (const auto& row : section.rows) {
        int column = 0;
        for (const std::string& name : row) {
            const auto found = std::find_if(
                fields_.begin(), fields_.end(),
                [&](const FieldInfo& field) { return field.name == name; });
            if (found == fields_.end()) continue;
            const bool is_last = &name == &row.back();
            const int boxes = is_last ? static_cast<int>(boxes_most) * 2 - column - 1 : 1;
            add_box(*grid, *found, {line, column}, boxes);
            column += 2;
        }
        if (column > 0) ++line;
    }
    for (std::size_t box = 0; box < boxes_most && line > 0; ++box)
        grid->AddGrowableCol(box * 2 + 1, 1);
    return grid;
}

void FormPanel::add_box(wxGridBagSizer& grid, const FieldInfo& field, const wxGBPosition& at,
                        int columns) {
    if (!labels_itself(field)) {
        wxString label = tr(host_, field.label);
        if (field.is_required) label += " *";
        grid.Add(new wxStaticText{this, wxID_ANY, label}, at, {1, 1}, wxALIGN_CENTRE_VERTICAL);
    }
    auto control = make_field_control(this, host_, field, [this] { return values(); });
    control->on_change = [this] {
        apply_conditions();
        if (on_change) on_change();
    };
    auto* stack = new wxBoxSizer{wxVERTICAL};
    stack->Add(&control->window(), wxSizerFlags{1}.Expand());
    control->set_fault_text(new wxStaticText{this, wxID_ANY, {}});
    stack->Add(control->fault_text(), wxSizerFlags{}.Expand());
    grid.Add(stack, {at.GetRow(), at.GetCol() + 1}, {1, columns}, wxEXPAND);
    controls_.push_back(std::move(control));
}

void FormPanel::apply_conditions() {
    const Record now = values();
    bool moved = false;
    for (const auto& section : sections_) {
        if (!section->visible_if) continue;
        const bool shown = now.get(section->visible_if->field).plain_text() ==
                           section->visible_if->equals.plain_text();
        moved |= GetSizer()->Show(section->sizer, shown, true);
    }
    if (moved) Layout();
}

void FormPanel::set_values(const Record& values_in) {
    for (const auto& control : controls_)
        if (values_in.has(control->field().name))
            control->set_value(values_in.get(control->field().name));
    if (carries_version_ && values_in.has("version"))
        carried_.set("version", values_in.get("version"));
    initial_ = values();
    apply_conditions();
}

Record FormPanel::values() const {
    Record record = carried_;
    for (const auto& control : controls_) {
        Value value = control->value();
        if (!value.is_none()) record.set(control->field().name, std::move(value));
    }
    return record;
}

bool FormPanel::is_changed() const {
    return !(values() == initial_);
}

Problems FormPanel::show(const Problems& problems) {
    clear_problems();
    Problems elsewhere;
    bool has_moved = false;
    for (const Problem& problem : problems) {
        const auto found = std::find_if(
            controls_.begin(), controls_.end(),
            [&](const auto& control) { return control->field().name == problem.place.field; });
        if (found == controls_.end()) {
            elsewhere.push_back(problem);
            continue;
        }
        (*found)->mark(tr(host_, problem.text));
        if (!has_moved) (*found)->box().SetFocus();
        has_moved = true;
    }
    if (has_moved) lay_out_again();
    return elsewhere;
}

void FormPanel::clear_problems() {
    for (const auto& control : controls_) control->unmark();
    lay_out_again();
}

// Sentences below boxes come and go.
void FormPanel::lay_out_again() {
    Layout();
    FitInside();
}

// The first box that must be filled and is not; else the first one.
void FormPanel::focus_first() {
    const auto wanted = std::find_if(controls_.begin(), controls_.end(), [](const auto& control) {
        return control->field().is_required && control->value().is_none();
    });
    if (wanted != controls_.end())
        (*wanted)->box().SetFocus();
    else if (!controls_.empty())
        controls_.front()->box().SetFocus();
}

}  // namespace zf
