#include "desktop/story.h"

#include <algorithm>
#include <cstdlib>

#include <gtk/gtk.h>
#include <wx/app.h>
#include <wx/aui/auibook.h>
#include <wx/button.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>
#include <wx/timer.h>
#include <wx/toplevel.h>

#include "desktop/app.h"

namespace zf::test {
namespace {

constexpr int look_milliseconds = 10;
constexpr long step_milliseconds_most = 30'000;  // only a hang takes this long

template <class Window>
Window* find(const wxWindow& in, const std::function<bool(const Window&)>& fits) {
    for (wxWindow* child : in.GetChildren()) {
        if (child->IsTopLevel() || !child->IsShown()) continue;
        if (auto* window = dynamic_cast<Window*>(child); window != nullptr && fits(*window))
            return window;
        if (Window* deeper = find<Window>(*child, fits)) return deeper;
    }
    return nullptr;
}

// The newest window first: a dialogue before what it stands on.
template <class Window>
Window* find_anywhere(const std::function<bool(const Window&)>& fits) {
    for (auto node = wxTopLevelWindows.GetLast(); node != nullptr; node = node->GetPrevious())
        if (node->GetData()->IsShown())
            if (Window* found = find<Window>(*node->GetData(), fits)) return found;
    return nullptr;
}

std::string open_windows() {
    std::string titles;
    for (wxWindow* window : wxTopLevelWindows)
        if (window->IsShown()) titles += " [" + std::string{window->GetLabel().utf8_str()} + "]";
    const wxWindow* focus = wxWindow::FindFocus();
    if (focus != nullptr) titles += " focus: " + std::string{focus->GetName().utf8_str()};
    return titles;
}

}  // namespace

// Looks again and again from inside the program's own loops, those of dialogues included.
class Player final : public wxTimer {
public:
    explicit Player(Story& story) : story_{story} {}

    void Notify() override {
        if (is_pressing_) return;
        note_gap();
        if (next_ == story_.steps_.size()) {
            end({});
            return;
        }
        Story::Step& step = story_.steps_[next_];
        if (!step.seen()) {
            if (wxGetLocalTimeMillis() - since_ > step_milliseconds_most)
                end(step.name + open_windows());
            return;
        }
        is_pressing_ = true;
        wxUIActionSimulator keys;
        step.press(keys);
        is_pressing_ = false;
        ++next_;
        since_ = wxGetLocalTimeMillis();
        looked_at_ = since_;
    }

    const std::string& failure() const { return failure_; }

private:
    // Timers of the window run late when something holds its thread.
    void note_gap() {
        const wxLongLong now = wxGetLocalTimeMillis();
        story_.longest_gap_ = std::max(story_.longest_gap_,
                                       (now - looked_at_).ToLong() - look_milliseconds);
        looked_at_ = now;
    }

    void end(std::string failure) {
        Stop();
        failure_ = std::move(failure);
        // Dialogues that still stand are left behind with the process.
        if (!failure_.empty()) {
            std::fprintf(stderr, "did not come to pass: %s\n", failure_.c_str());
            std::_Exit(1);
        }
        wxTheApp->GetTopWindow()->Close(true);
    }

    Story& story_;
    std::size_t next_ = 0;
    wxLongLong since_ = wxGetLocalTimeMillis();
    wxLongLong looked_at_ = since_;
    bool is_pressing_ = false;
    std::string failure_;
};

Story& Story::when(std::string step, Seen seen, Keys press) {
    steps_.push_back({std::move(step), std::move(seen), std::move(press)});
    return *this;
}

std::string Story::play() {
    char name[] = "zhangfang-desktop";
    char* arguments[] = {name, nullptr};
    int count = 1;
    wxApp::SetInstance(new desktop::App);
    if (!wxEntryStart(count, arguments) || !wxTheApp->CallOnInit()) return "the program starts";
    Player player{*this};
    player.Start(look_milliseconds);
    wxTheApp->OnRun();
    player.Stop();
    wxTheApp->OnExit();
    wxEntryCleanup();
    return player.failure();
}

wxButton* button(const wxString& label) {
    return find_anywhere<wxButton>([&](const wxButton& each) {
        return wxControl::RemoveMnemonics(each.GetLabel()).StartsWith(label) && each.IsEnabled();
    });
}

wxTextCtrl* box(const wxString& name) {
    return find_anywhere<wxTextCtrl>(
        [&](const wxTextCtrl& each) { return each.GetName() == name && each.IsEnabled(); });
}

wxString active_title() {
    const wxWindow* active = wxGetActiveWindow();
    return active == nullptr ? wxString{} : active->GetLabel();
}

bool has_focus(const wxWindow* window) {
    return window != nullptr && wxWindow::FindFocus() == window;
}

static GtkDialog* active_stock_dialog() {
    GList* windows = gtk_window_list_toplevels();
    GtkDialog* found = nullptr;
    for (GList* each = windows; each != nullptr; each = each->next) {
        auto* window = static_cast<GtkWidget*>(each->data);
        if (GTK_IS_DIALOG(window) && gtk_window_is_active(GTK_WINDOW(window)) != 0)
            found = GTK_DIALOG(window);
    }
    g_list_free(windows);
    return found;
}

static void note_filled_list(GtkWidget* widget, gpointer is_filled) {
    if (GTK_IS_TREE_VIEW(widget)) {
        GtkTreeModel* model = gtk_tree_view_get_model(GTK_TREE_VIEW(widget));
        if (model != nullptr && gtk_tree_model_iter_n_children(model, nullptr) > 0)
            *static_cast<bool*>(is_filled) = true;
    } else if (GTK_IS_CONTAINER(widget)) {
        gtk_container_forall(GTK_CONTAINER(widget), note_filled_list, is_filled);
    }
}

bool stock_dialog_offers_a_choice() {
    GtkDialog* dialog = active_stock_dialog();
    bool is_filled = false;
    if (dialog != nullptr) note_filled_list(GTK_WIDGET(dialog), &is_filled);
    return is_filled;
}

bool stock_dialog_is_ready() {
    GtkDialog* dialog = active_stock_dialog();
    if (dialog == nullptr) return false;
    GtkWidget* confirm = gtk_dialog_get_widget_for_response(dialog, GTK_RESPONSE_OK);
    return confirm != nullptr && gtk_widget_is_sensitive(confirm) != 0;
}

bool can_read(const wxString& words) {
    return find_anywhere<wxStaticText>([&](const wxStaticText& each) {
               return each.GetLabel().Contains(words);
           }) != nullptr;
}

void retype(wxUIActionSimulator& keys, const char* text) {
    keys.Char('A', wxMOD_CONTROL);
    keys.Text(text);
}

}  // namespace zf::test
