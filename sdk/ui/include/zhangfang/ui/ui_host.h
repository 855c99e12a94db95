#pragma once

#include <functional>
#include <string>

#include <wx/string.h>

#include "zhangfang/access/session.h"
#include "zhangfang/command/request.h"
#include "zhangfang/i18n/catalogue.h"
#include "zhangfang/plugin/registry.h"

class wxWindow;

namespace zf {

// What a screen may ask of the program that shows it. Everything a screen does goes through it to
// the dispatcher; the window thread never waits for a store.
class ZF_EXPORT UiHost {
public:
    virtual ~UiHost();

    // Hands a request to a worker; `done` is called on the window thread, unless `owner` was
    // destroyed meanwhile. A job that takes longer than a moment shows in the job panel with
    // progress and cancel.
    virtual void run(wxWindow* owner, CommandRequest request,
                     std::function<void(const Outcome&)> done) = 0;

    virtual const Registry& registry() const = 0;
    virtual const Catalogue& catalogue() const = 0;
    virtual const Session* session() const = 0;           // nullptr before anybody signed in
    virtual const std::string& current_book() const = 0;  // code; "" when the workspace has none
    virtual Month current_month() const = 0;

    // Opens a tab or dialog: the name of a command, report, list, screen or help page, with its
    // parameters.
    virtual void open(const std::string& name, const Record& parameters) = 0;

    // The page's info bar: success fades, refusals stay until the next try.
    virtual void say(const Message& done) = 0;
    virtual void show(const Problems& problems) = 0;

    // Where this operator's autosaved screens are kept (host files, never the workspace).
    virtual std::string draft(const std::string& key) const = 0;
    virtual void keep_draft(const std::string& key, const std::string& content) = 0;
    virtual void drop_draft(const std::string& key) = 0;

    // A setting of this operator or computer, as text.
    virtual std::string setting(const std::string& name) const = 0;
    virtual void set_setting(const std::string& name, const std::string& value) = 0;
};

// The text of an id in the window's language.
ZF_EXPORT wxString tr(const UiHost& host, std::string_view id);
ZF_EXPORT wxString tr(const UiHost& host, const Message& message);
ZF_EXPORT wxString from_utf8(std::string_view text);
ZF_EXPORT std::string to_utf8(const wxString& text);

}  // namespace zf
