#include "accessible_name.h"

#include <wx/window.h>

#ifdef __WXGTK__
#include <gtk/gtk.h>
#endif

namespace zf {

void set_accessible_name(wxWindow& window, const wxString& name) {
    window.SetName(name);
#ifdef __WXGTK__
    // wx on GTK hands no names on to the accessibility tree.
    auto* widget = static_cast<GtkWidget*>(window.GetHandle());
    if (widget != nullptr) atk_object_set_name(gtk_widget_get_accessible(widget), name.utf8_str());
#endif
}

}  // namespace zf
