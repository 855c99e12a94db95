#pragma once

#include "field_control.h"

class wxGrid;
class wxGridEvent;
class wxKeyEvent;

namespace zf {

// A list of lines as an editable grid: one column a field; the last row is always empty and becomes
// a line when typed in.
class LinesControl final : public FieldControl {
public:
    LinesControl(wxWindow* parent, UiHost& host, const FieldInfo& field,
                 std::function<Record()> others);

    wxWindow& window() override;
    bool is_wide() const override { return true; }
    Value value() const override;
    void set_value(const Value& value) override;

private:
    void on_key(wxKeyEvent& event);
    void look_up_cell();
    void keep_an_empty_row();
    bool is_empty_row(int row) const;

    UiHost& host_;
    std::function<Record()> others_;
    wxGrid* grid_;
};

}  // namespace zf
