#include <algorithm>

#include <wx/button.h>
#include <wx/dialog.h>
#include <wx/sizer.h>
#include <wx/textctrl.h>

#include "zhangfang/ui/list_panel.h"

namespace zf {
namespace {

// The list that a reference is chosen from, with a box that narrows it while typing.
class LookUpDialog final : public wxDialog {
public:
    LookUpDialog(wxWindow* parent, UiHost& host, const ListView& view, const std::string& typed,
                 Record parameters)
        : wxDialog{parent,
                   wxID_ANY,
                   tr(host, view.title),
                   wxDefaultPosition,
                   parent->FromDIP(wxSize{560, 420}),
                   wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER},
          view_{view},
          parameters_{std::move(parameters)},
          search_{new wxTextCtrl{this, wxID_ANY, from_utf8(typed)}},
          list_{new ListPanel{this, host, view}} {
        auto* sizer = new wxBoxSizer{wxVERTICAL};
        sizer->Add(search_, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(8)));
        sizer->Add(list_, wxSizerFlags{1}.Expand().Border(wxLEFT | wxRIGHT, FromDIP(8)));
        auto* buttons = new wxStdDialogButtonSizer;
        auto* take = new wxButton{this, wxID_OK, tr(host, "Choose")};
        buttons->AddButton(take);
        buttons->AddButton(new wxButton{this, wxID_CANCEL, tr(host, "Cancel")});
        buttons->Realize();
        take->SetDefault();
        sizer->Add(buttons, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(8)));
        SetSizer(sizer);
        search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { load(); });
        search_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) {
            if (event.GetKeyCode() == WXK_DOWN)
                list_->focus_list();
            else
                event.Skip();
        });
        list_->on_open = [this](const Record&) { EndModal(wxID_OK); };
        list_->on_loaded = [this](const Record&) { list_->select_first(); };
        load();
        search_->SetFocus();
        search_->SelectAll();
    }

    std::string chosen() const {
        const auto rows = list_->selected();
        if (rows.empty()) return {};
        const std::string key = view_.key.empty() ? rows.front().begin()->first : view_.key;
        return rows.front().get(key).plain_text();
    }

private:
    void load() {
        Record parameters = parameters_;
        const std::string typed = to_utf8(search_->GetValue());
        if (!typed.empty()) parameters.set("search", Value{typed});
        list_->load(parameters);
    }

    const ListView& view_;
    Record parameters_;
    wxTextCtrl* search_;
    ListPanel* list_;
};

// Only what the look-up's query takes; other boxes of the form are none of its business.
Record taken_by(const CommandInfo& query, const Record& all) {
    Record taken;
    for (const FieldInfo& field : query.parameters)
        if (all.has(field.name)) taken.set(field.name, all.get(field.name));
    return taken;
}

}  // namespace

std::string look_up(wxWindow* parent, UiHost& host, const std::string& refers_to,
                    const std::string& typed, const Record& parameters) {
    const auto& lists = host.registry().lists();
    const auto view = std::find_if(lists.begin(), lists.end(),
                                   [&](const ListView& list) { return list.name == refers_to; });
    if (view == lists.end()) return {};
    const auto query = host.registry().commands().find(view->query);
    if (query == host.registry().commands().end()) return {};
    LookUpDialog dialog{parent, host, *view, typed, taken_by(query->second.info, parameters)};
    return dialog.ShowModal() == wxID_OK ? dialog.chosen() : std::string{};
}

}  // namespace zf
