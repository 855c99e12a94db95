#pragma once

#include <functional>
#include <string>
#include <vector>

#include <wx/dataview.h>
#include <wx/panel.h>

#include "zhangfang/model/field.h"
#include "zhangfang/ui/ui_host.h"
#include "zhangfang/view/view.h"

class wxButton;
class wxStaticText;

namespace zf {

// The rows of a reading command in a virtual list: they are fetched in windows by key, never all at
// once.
class ZF_EXPORT ListPanel : public wxPanel {
public:
    ListPanel(wxWindow* parent, UiHost& host, const ListView& view);
    ~ListPanel() override;

    // Asks the query again with these parameters; keeps the selection where the rows still stand.
    void load(const Record& parameters);
    void reload();

    const std::vector<Record>& rows() const;
    std::vector<Record> selected() const;
    void select_first();
    void focus_list();
    std::function<void(const Record&)> on_open;  // Enter or double click
    std::function<void()> on_select;
    std::function<bool(const Record&)> is_quiet;  // rows that are not for the one at work
    std::function<void(const Record& answer)> on_loaded;

private:
    class Model;
    void fetch(bool continues);
    const FieldInfo* missing_parameter() const;
    void take(const Outcome& outcome, bool continues);
    void show_state(const wxString& text, bool offers_action);
    void add_columns(const CommandInfo& query);
    void copy_selected() const;

    UiHost& host_;
    const ListView& view_;
    std::vector<FieldInfo> columns_;
    Record parameters_;
    std::string next_;
    bool is_loading_ = false;
    int generation_ = 0;
    wxDataViewCtrl* list_ = nullptr;
    wxObjectDataPtr<Model> model_;
    wxStaticText* state_ = nullptr;
    wxButton* action_ = nullptr;
};

// Picks one row of the list that `refers_to` names; "" when nothing was taken. F7 of every field
// with a list.
ZF_EXPORT std::string look_up(wxWindow* parent, UiHost& host, const std::string& refers_to,
                              const std::string& typed, const Record& parameters);

}  // namespace zf
