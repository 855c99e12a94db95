#include "desktop/navigation.h"

#include <algorithm>

#include <wx/imaglist.h>
#include <wx/sizer.h>
#include <wx/srchctrl.h>

#include "desktop/icons.h"

namespace zf::desktop {
namespace {

class Target final : public wxTreeItemData {
public:
    explicit Target(std::string name) : name_{std::move(name)} {}
    const std::string& name() const { return name_; }

private:
    std::string name_;
};

}  // namespace

std::vector<MenuEntry> permitted_entries(const UiHost& host) {
    std::vector<MenuEntry> entries;
    for (const MenuEntry& entry : host.registry().menu())
        if (entry.permission.empty() ||
            (host.session() != nullptr && host.session()->may_somewhere(entry.permission)))
            entries.push_back(entry);
    std::stable_sort(
        entries.begin(), entries.end(),
        [](const MenuEntry& left, const MenuEntry& right) { return left.order < right.order; });
    return entries;
}

wxString translated_path(const UiHost& host, const std::string& path) {
    wxString result;
    for (const wxString& part : wxSplit(from_utf8(path), '/')) {
        if (!result.empty()) result += "/";
        result += tr(host, to_utf8(part));
    }
    return result;
}

Navigation::Navigation(wxWindow* parent, UiHost& host)
    : wxPanel{parent},
      host_{host},
      filter_{new wxSearchCtrl{this, wxID_ANY}},
      tree_{new wxTreeCtrl{this, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                           wxTR_HIDE_ROOT | wxTR_HAS_BUTTONS | wxTR_NO_LINES |
                               wxTR_FULL_ROW_HIGHLIGHT | wxTR_SINGLE}} {
    auto* sizer = new wxBoxSizer{wxVERTICAL};
    sizer->Add(filter_, wxSizerFlags{}.Expand().Border(wxALL, FromDIP(4)));
    sizer->Add(tree_, wxSizerFlags{1}.Expand());
    SetSizer(sizer);
    filter_->ShowCancelButton(true);
    filter_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { fill(); });
    tree_->Bind(wxEVT_TREE_ITEM_ACTIVATED, [this](wxTreeEvent&) { open_selected(); });
    fill();
}

wxTreeItemId Navigation::folder(const wxString& path) {
    const auto found = folders_.find(path);
    if (found != folders_.end()) return found->second;
    const wxTreeItemId parent = path.find('/') == wxString::npos ? tree_->GetRootItem()
                                                                 : folder(path.BeforeLast('/'));
    const wxTreeItemId made = tree_->AppendItem(parent, path.AfterLast('/'));
    tree_->SetItemBold(made);
    folders_[path] = made;
    return made;
}

void Navigation::fill() {
    tree_->Freeze();
    tree_->DeleteAllItems();
    folders_.clear();
    tree_->AddRoot({});
    filter_->SetDescriptiveText(tr(host_, "Filter"));
    const wxString wanted = filter_->GetValue().Lower();
    wxVector<wxBitmapBundle> images;
    for (const MenuEntry& entry : permitted_entries(host_)) {
        const wxString path = translated_path(host_, entry.path);
        if (!wanted.empty() && path.Lower().find(wanted) == wxString::npos) continue;
        const wxTreeItemId parent = path.find('/') == wxString::npos ? tree_->GetRootItem()
                                                                     : folder(path.BeforeLast('/'));
        wxString label = path.AfterLast('/');
        if (!entry.shortcut.empty()) label += "  " + from_utf8(entry.shortcut);
        int image = -1;
        const wxBitmapBundle bitmap = icon(entry.icon, FromDIP(16));
        if (bitmap.IsOk()) {
            image = static_cast<int>(images.size());
            images.push_back(bitmap);
        }
        tree_->AppendItem(parent, label, image, -1, new Target{entry.opens});
    }
    tree_->SetImages(images);
    tree_->ExpandAll();
    tree_->Thaw();
}

void Navigation::open_selected() {
    const wxTreeItemId item = tree_->GetSelection();
    if (!item.IsOk()) return;
    if (const auto* target = dynamic_cast<Target*>(tree_->GetItemData(item)))
        host_.open(target->name(), {});
    else
        tree_->Toggle(item);
}

}  // namespace zf::desktop
