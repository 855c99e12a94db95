#pragma once

#include <functional>
#include <memory>

#include "zhangfang/model/field.h"
#include "zhangfang/ui/ui_host.h"

class wxStaticText;
class wxWindow;

namespace zf {

// The control of one field, whatever it looks like. Owned by its form; its window is owned by wx.
class FieldControl {
public:
    virtual ~FieldControl() = default;

    virtual wxWindow& window() = 0;               // what is laid out
    virtual wxWindow& box() { return window(); }  // what takes the focus and is marked
    virtual Value value() const = 0;              // as the dispatcher takes it: text, boolean, list
    virtual void set_value(const Value& value) = 0;
    virtual bool is_wide() const { return false; }

    const FieldInfo& field() const { return field_; }
    // Where a fault of this field is told: below its box.
    void set_fault_text(wxStaticText* text);
    wxStaticText* fault_text() const { return fault_text_; }
    void mark(const wxString& fault);
    void unmark();

    std::function<void()> on_change;

protected:
    explicit FieldControl(FieldInfo field) : field_{std::move(field)} {}
    void changed() const {
        if (on_change) on_change();
    }

private:
    FieldInfo field_;
    bool is_marked_ = false;
    wxStaticText* fault_text_ = nullptr;
};

// `others` answers the values of the whole form, for look-ups that depend on another box (the
// book).
std::unique_ptr<FieldControl> make_field_control(wxWindow* parent, UiHost& host,
                                                 const FieldInfo& field,
                                                 std::function<Record()> others);

}  // namespace zf
