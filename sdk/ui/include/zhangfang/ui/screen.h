#pragma once

#include <string>
#include <vector>

#include <wx/panel.h>

#include "zhangfang/command/request.h"
#include "zhangfang/ui/ui_host.h"

namespace zf {

// One tab of the document area.
class ZF_EXPORT Screen : public wxPanel {
public:
    Screen(wxWindow* parent, UiHost& host);
    ~Screen() override;

    virtual wxString title() const = 0;
    // Rows changed by a command, here or in another seat: refresh what shows them, keep the
    // selection.
    virtual void rows_changed(const std::vector<ChangedRows>& changed);
    // The operator was switched: rights differ.
    virtual void session_changed();
    // false keeps the tab open (unsaved work that the operator wants to go on with).
    virtual bool may_close();
    // The control that takes the first key.
    virtual void focus_first();
    // F5, Ctrl+P, Ctrl+E, Ctrl+F … false when the screen has no such thing.
    virtual bool on_action(const std::string& action);
    // What the status bar shows while this screen is in front.
    virtual wxString status() const;

protected:
    UiHost& host() const { return host_; }
    // The tab says the title anew.
    void title_changed();
    // Ends the tab after this event; the caller has asked may_close() before.
    void close_tab();

private:
    UiHost& host_;
};

}  // namespace zf
