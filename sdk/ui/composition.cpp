#include "zhangfang/ui/composition.h"

#include <wx/textctrl.h>

#ifdef __WXGTK__
#include <gtk/gtk.h>
#endif

namespace zf {

#ifdef __WXGTK__

namespace {

constexpr const char* composed = "zhangfang-composed";

extern "C" void remember_composed(GtkEntry* entry, const char* text, void*) {
    const bool is_composing = text != nullptr && *text != '\0';
    g_object_set_data(G_OBJECT(entry), composed, is_composing ? entry : nullptr);
}

GtkEntry* entry_of(wxTextCtrl& box) {
    auto* widget = static_cast<GtkWidget*>(box.GetHandle());
    return widget != nullptr && GTK_IS_ENTRY(widget) ? GTK_ENTRY(widget) : nullptr;
}

}  // namespace

void watch_composition(wxTextCtrl& box) {
    if (GtkEntry* entry = entry_of(box))
        g_signal_connect(entry, "preedit-changed", G_CALLBACK(remember_composed), nullptr);
}

// wx on GTK shows a key to the program before it shows it to the input method, so the method gets
// it from here.
bool takes_composed_key(wxTextCtrl& box) {
    GtkEntry* entry = entry_of(box);
    if (entry == nullptr || g_object_get_data(G_OBJECT(entry), composed) == nullptr) return false;
    GdkEvent* event = gtk_get_current_event();
    if (event == nullptr) return false;
    const bool is_key = event->type == GDK_KEY_PRESS;
    const bool is_taken = is_key && gtk_entry_im_context_filter_keypress(entry, &event->key) != 0;
    gdk_event_free(event);
    return is_taken;
}

#else

// Elsewhere the input method has its keys before the program does.
void watch_composition(wxTextCtrl&) {}

bool takes_composed_key(wxTextCtrl&) {
    return false;
}

#endif

}  // namespace zf
