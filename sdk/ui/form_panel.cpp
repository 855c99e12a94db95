#include "zhangfang/ui/form_panel.h"

#include <algorithm>

#include <wx/sizer.h>
#include <wx/statbox.h>
#include <wx/stattext.h>

#include "field_control.h"

namespace zf {

struct FormPanel::Section {
    std::optional<Condition> visible_if;
    wxSizer* sizer = nullptr;
};

FormPanel::FormPanel(wxWindow* parent, UiHost& host, std::vector<FieldInfo> fields,
                     const FormView* view)
    : wxScrolledWindow{parent, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                       wxTAB_TRAVERSAL | wxVSCROLL},
      host_{host},
      fields_{std::move(fields)} {
    std::erase_if(fields_, [](const FieldInfo& field) { return field.is_computed; });
    build(view);
    SetScrollRate(0, FromDIP(12));
    Record defaults;
    for (const FieldInfo& field : fields_)
        if (!field.default_text.empty()) defaults.set(field.name, Value{field.default_text});
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
        auto* grid = new wxFlexGridSizer{2, FromDIP(8), FromDIP(12)};
        grid->AddGrowableCol(1, 1);
        for (const auto& row : section.rows)
            for (const std::string& name : row) {
                const auto found = std::find_if(
                    fields_.begin(), fields_.end(),
                    [&](const FieldInfo& field) { return field.name == name; });
                if (found != fields_.end()) add_row(*grid, *found);
            }
        frame->Add(grid, wxSizerFlags{1}.Expand().Border(wxALL, FromDIP(8)));
        outer->Add(frame, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(4)));
        kept->sizer = frame;
        sections_.push_back(std::move(kept));
    }
    SetSizer(outer);
    apply_conditions();
}

void FormPanel::add_row(wxSizer& sizer, const FieldInfo& field) {
    const bool labels_itself = field.type == ValueType::boolean;
    wxString label = labels_itself ? wxString{} : tr(host_, field.label);
    if (field.is_required && !labels_itself) label += " *";
    sizer.Add(new wxStaticText{this, wxID_ANY, label}, wxSizerFlags{}.CentreVertical());
    auto control = make_field_control(this, host_, field, [this] { return values(); });
    control->on_change = [this] {
        apply_conditions();
        if (on_change) on_change();
    };
    sizer.Add(&control->window(), wxSizerFlags{1}.Expand());
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
    initial_ = values();
    apply_conditions();
}

Record FormPanel::values() const {
    Record record;
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
    return elsewhere;
}

void FormPanel::clear_problems() {
    for (const auto& control : controls_) control->unmark();
}

void FormPanel::focus_first() {
    if (!controls_.empty()) controls_.front()->box().SetFocus();
}

}  // namespace zf
