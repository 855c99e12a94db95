#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <wx/scrolwin.h>

#include "zhangfang/model/field.h"
#include "zhangfang/ui/ui_host.h"
#include "zhangfang/view/view.h"

class wxGBPosition;
class wxGridBagSizer;
class wxSizer;

namespace zf {

class FieldControl;

// Does a parameter name one of the books between which the place at work is chosen? Left out, it
// means that one.
ZF_EXPORT bool is_book_at_work(const Registry& registry, const FieldInfo& field);

// A form generated from declared fields: labels with mnemonics, a control per type, faults marked
// at their boxes.
class ZF_EXPORT FormPanel : public wxScrolledWindow {
public:
    // `view` may be nullptr: then one field a row, in the declared order.
    FormPanel(wxWindow* parent, UiHost& host, std::vector<FieldInfo> fields, const FormView* view);
    ~FormPanel() override;

    void set_values(const Record& values);
    // What was typed, as the dispatcher takes it; empty boxes are left out.
    Record values() const;
    bool is_changed() const;

    // Marks the boxes that problems name and moves to the first; the rest is returned for the info
    // bar.
    Problems show(const Problems& problems);
    void clear_problems();
    void focus_first();
    std::function<void()> on_change;

private:
    wxSizer* make_grid(const FormSection& section);
    void add_box(wxGridBagSizer& grid, const FieldInfo& field, const wxGBPosition& at, int columns);
    void build(const FormView* view);
    void lay_out_again();
    void apply_conditions();

    UiHost& host_;
    std::vector<FieldInfo> fields_;
    std::vector<std::unique_ptr<FieldControl>> controls_;
    struct Section;
    std::vector<std::unique_ptr<Section>> sections_;
    bool carries_version_ = false;
    Record carried_;
    Record initial_;
};

}  // namespace zf
