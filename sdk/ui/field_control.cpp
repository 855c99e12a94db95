#include "field_control.h"

#include <algorithm>

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/dirdlg.h>
#include <wx/filedlg.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/tooltip.h>

#include "accessible_name.h"
#include "lines_control.h"
#include "zhangfang/base/date.h"
#include "zhangfang/ui/ink.h"
#include "zhangfang/ui/list_panel.h"
#include "zhangfang/ui/value_text.h"

namespace zf {
namespace {

// A tick that nobody set or touched is left out, so that what a command does not name stays as it
// is.
class CheckControl final : public FieldControl {
public:
    CheckControl(wxWindow* parent, UiHost& host, const FieldInfo& field)
        : FieldControl{field},
          box_{new wxCheckBox{parent, wxID_ANY, tr(host, field.label)}} {
        box_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) {
            is_set_ = true;
            changed();
        });
    }
    wxWindow& window() override { return *box_; }
    Value value() const override { return is_set_ ? Value{box_->GetValue()} : Value{}; }
    void set_value(const Value& value) override {
        is_set_ = !value.is_none();
        const bool* flag = value.if_a<bool>();
        box_->SetValue(flag != nullptr ? *flag : value.plain_text() == "true");
    }

private:
    wxCheckBox* box_;
    bool is_set_ = false;
};

class ChoiceControl final : public FieldControl {
public:
    ChoiceControl(wxWindow* parent, UiHost& host, const FieldInfo& field)
        : FieldControl{field},
          box_{new wxChoice{parent, wxID_ANY}} {
        if (!field.is_required) {
            box_->Append(wxString{});
            codes_.emplace_back();
        }
        for (const Choice& choice : field.choices) {
            box_->Append(tr(host, choice.label));
            codes_.push_back(choice.code);
        }
        if (!codes_.empty()) box_->SetSelection(0);
        box_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { changed(); });
    }
    wxWindow& window() override { return *box_; }
    Value value() const override {
        const int chosen = box_->GetSelection();
        if (chosen < 0 || codes_[static_cast<std::size_t>(chosen)].empty()) return {};
        return Value{codes_[static_cast<std::size_t>(chosen)]};
    }
    void set_value(const Value& value) override {
        const std::string code = value.plain_text();
        for (std::size_t i = 0; i < codes_.size(); ++i)
            if (codes_[i] == code) box_->SetSelection(static_cast<int>(i));
    }

private:
    wxChoice* box_;
    std::vector<std::string> codes_;
};

// One line or several lines of text: names, numbers, dates, secrets, a list with one item a line.
class TextControl final : public FieldControl {
public:
    TextControl(wxWindow* parent, const FieldInfo& field)
        : FieldControl{field},
          box_{new wxTextCtrl{
              parent, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, style_of(field)}} {
        if (is_list()) box_->SetMinSize(parent->FromDIP(wxSize{320, 72}));
        box_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { changed(); });
        if (field.type == ValueType::date)
            box_->Bind(wxEVT_KEY_DOWN, &TextControl::step_date, this);
    }
    wxWindow& window() override { return *box_; }
    bool is_wide() const override { return is_list(); }
    Value value() const override {
        const wxString typed = normalised_input(field(), box_->GetValue());
        if (typed.empty()) return {};
        if (!is_list()) return Value{to_utf8(typed)};
        List items;
        for (const wxString& line : wxSplit(typed, '\n'))
            if (!line.empty()) items.emplace_back(to_utf8(line));
        return Value{std::move(items)};
    }
    void set_value(const Value& value) override {
        if (!is_list()) {
            box_->ChangeValue(from_utf8(value.plain_text()));
            return;
        }
        wxString text;
        if (const List* items = value.if_a<List>())
            for (const Value& item : *items) text += from_utf8(item.plain_text()) + "\n";
        box_->ChangeValue(text);
    }

private:
    bool is_list() const { return field().type == ValueType::list; }
    static long style_of(const FieldInfo& field) {
        if (field.type == ValueType::list) return wxTE_MULTILINE;
        return (field.is_secret ? wxTE_PASSWORD : 0) | (is_number(field.type) ? wxTE_RIGHT : 0);
    }
    // ↑ and ↓ move a date by a day.
    void step_date(wxKeyEvent& event) {
        const int step = event.GetKeyCode() == WXK_UP ? -1 : event.GetKeyCode() == WXK_DOWN ? 1 : 0;
        const auto date = Date::parse(to_utf8(box_->GetValue()));
        if (step == 0 || !date) {
            event.Skip();
            return;
        }
        box_->SetValue(from_utf8(date->plus_days(step).iso()));
    }

    wxTextCtrl* box_;
};

// A text with a button: F7 looks a reference up, a file field browses.
class ButtonedTextControl final : public FieldControl {
public:
    ButtonedTextControl(wxWindow* parent, UiHost& host, const FieldInfo& field,
                        std::function<Record()> others)
        : FieldControl{field},
          host_{host},
          others_{std::move(others)},
          panel_{new wxPanel{parent}},
          box_{new wxTextCtrl{panel_, wxID_ANY}},
          button_{new wxButton{panel_, wxID_ANY,
                               field.is_file ? tr(host, "Browse…") : wxString{"F7"},
                               wxDefaultPosition, wxDefaultSize, wxBU_EXACTFIT}} {
        auto* sizer = new wxBoxSizer{wxHORIZONTAL};
        sizer->Add(box_, wxSizerFlags{1}.CentreVertical());
        sizer->Add(button_, wxSizerFlags{}.CentreVertical());
        panel_->SetSizer(sizer);
        button_->SetCanFocus(false);  // the box itself opens it with F7
        button_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { pick(); });
        box_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { changed(); });
        box_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
            if (event.GetKeyCode() == WXK_F7)
                pick();
            else
                event.Skip();
        });
    }
    wxWindow& window() override { return *panel_; }
    wxWindow& box() override { return *box_; }
    Value value() const override {
        const wxString typed = normalised_input(field(), box_->GetValue());
        return typed.empty() ? Value{} : Value{to_utf8(typed)};
    }
    void set_value(const Value& value) override {
        box_->ChangeValue(from_utf8(value.plain_text()));
    }

private:
    void pick() {
        if (field().name == "folder") {
            wxDirDialog dialog{panel_, tr(host_, field().label), box_->GetValue()};
            if (dialog.ShowModal() == wxID_OK) box_->SetValue(dialog.GetPath());
            return;
        }
        if (field().is_file) {
            wxFileDialog dialog{panel_, tr(host_, field().label)};
            if (dialog.ShowModal() == wxID_OK) box_->SetValue(dialog.GetPath());
            return;
        }
        const std::string taken = look_up(panel_, host_, field().refers_to,
                                          to_utf8(box_->GetValue()), others_());
        if (!taken.empty()) box_->SetValue(from_utf8(taken));
        box_->SetFocus();
    }

    UiHost& host_;
    std::function<Record()> others_;
    wxPanel* panel_;
    wxTextCtrl* box_;
    wxButton* button_;
};

}  // namespace

void FieldControl::set_fault_text(wxStaticText* text) {
    fault_text_ = text;
    fault_text_->SetForegroundColour(red_ink());
    fault_text_->Hide();
}

void FieldControl::mark(const wxString& fault) {
    is_marked_ = true;
    box().SetForegroundColour(red_ink());
    box().Refresh();
    if (fault_text_ == nullptr) return;
    fault_text_->SetLabel(fault);
    fault_text_->Wrap(std::max(box().GetSize().x, box().FromDIP(240)));
    fault_text_->Show();
}

void FieldControl::unmark() {
    if (!is_marked_) return;
    is_marked_ = false;
    box().SetForegroundColour(wxNullColour);
    box().Refresh();
    if (fault_text_ != nullptr) fault_text_->Hide();
}

std::unique_ptr<FieldControl> make_field_control(wxWindow* parent, UiHost& host,
                                                 const FieldInfo& field,
                                                 std::function<Record()> others) {
    std::unique_ptr<FieldControl> control;
    if (field.type == ValueType::boolean)
        control = std::make_unique<CheckControl>(parent, host, field);
    else if (field.type == ValueType::list && field.item == ValueType::record)
        control = std::make_unique<LinesControl>(parent, host, field, std::move(others));
    else if (!field.choices.empty() && field.type != ValueType::list)
        control = std::make_unique<ChoiceControl>(parent, host, field);
    else if ((!field.refers_to.empty() || field.is_file) && field.type != ValueType::list)
        control = std::make_unique<ButtonedTextControl>(parent, host, field, std::move(others));
    else
        control = std::make_unique<TextControl>(parent, field);
    set_accessible_name(control->box(), tr(host, field.label));
    if (!field.help.empty()) control->box().SetToolTip(tr(host, field.help));
    return control;
}

}  // namespace zf
