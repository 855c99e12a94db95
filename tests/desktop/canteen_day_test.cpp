// A canteen's first day in front of the window, by keyboard alone.
#include <filesystem>

#include <wx/app.h>
#include <wx/button.h>
#include <wx/frame.h>
#include <wx/statusbr.h>
#include <wx/textctrl.h>

#include "desktop/story.h"
#include "support/catch.h"
#include "support/own_home.h"

using namespace zf::test;

namespace {

wxFrame* frame() {
    return dynamic_cast<wxFrame*>(wxTheApp->GetTopWindow());
}

// What the status bar tells of the book at work.
bool status_tells(const wxString& words) {
    return frame()->GetStatusBar()->GetStatusText(1).Contains(words);
}

bool is_open(const wxString& title) {
    return active_title() == title;
}

// Ctrl+K, the name, Enter.
void open_by_name(Story& story, const char* name) {
    story
        .when(
            std::string{"the window is in front for "} + name, [] { return frame()->IsActive(); },
            [](wxUIActionSimulator& keys) { keys.Char('K', wxMOD_CONTROL); })
        .when(
            std::string{"the palette takes "} + name,
            [] { return is_open("Find and open") && wxWindow::FindFocus() != nullptr; },
            [name](wxUIActionSimulator& keys) {
                keys.Text(name);
                keys.Char(WXK_RETURN);
            });
}

void sign_in_as(Story& story, const char* login, const char* password) {
    story
        .when(
            std::string{"the window is in front for "} + login, [] { return frame()->IsActive(); },
            [](wxUIActionSimulator& keys) { keys.Char('L', wxMOD_CONTROL | wxMOD_SHIFT); })
        .when(
            std::string{login} + " is asked who he is", [] { return has_focus(box("Operator")); },
            [=](wxUIActionSimulator& keys) {
                retype(keys, login);
                keys.Char(WXK_TAB);
            })
        .when(
            std::string{login} + " is asked for his password",
            [] { return has_focus(box("Password")); },
            [=](wxUIActionSimulator& keys) {
                keys.Text(password);
                keys.Char(WXK_RETURN);
            });
}

void found_the_book(Story& story, const std::string& file) {
    story
        .when(
            "the welcome page is there", [] { return has_focus(button("New workspace")); },
            [](wxUIActionSimulator& keys) { keys.Char(WXK_RETURN); })
        .when(
            "the wizard asks where", [] { return has_focus(box("File")); },
            [file](wxUIActionSimulator& keys) {
                retype(keys, file.c_str());
                keys.Char(WXK_RETURN);
            })
        .when(
            "the wizard asks for the book", [] { return box("Unit name") != nullptr; },
            [](wxUIActionSimulator& keys) { keys.Char(WXK_RETURN); })
        .when(
            "a unit without a name is told at its box",
            [] { return can_read("\"Unit name\" is missing") && has_focus(box("Unit name")); },
            [](wxUIActionSimulator& keys) {
                keys.Text("Third company");
                keys.Char(WXK_TAB);
                keys.Char(WXK_TAB);
            })
        .when(
            "the wizard asks for the month", [] { return has_focus(box("First month kept")); },
            [](wxUIActionSimulator& keys) {
                retype(keys, "2008-01");
                keys.Char(WXK_RETURN);
            })
        .when(
            "the keeper chooses a password", [] { return has_focus(box("Password")); },
            [](wxUIActionSimulator& keys) {
                keys.Text("short");
                keys.Char(WXK_TAB);
                keys.Text("other");
                keys.Char(WXK_RETURN);
            })
        .when(
            "two passwords that differ are told at their box",
            [] { return can_read("The two passwords differ") && has_focus(box("Password again")); },
            [](wxUIActionSimulator& keys) {
                retype(keys, "rice and beans");
                keys.Char(WXK_TAB, wxMOD_SHIFT);
            })
        .when(
            "the keeper mends it", [] { return has_focus(box("Password")); },
            [](wxUIActionSimulator& keys) {
                retype(keys, "rice and beans");
                keys.Char(WXK_RETURN);
            })
        .when(
            "the reviewer chooses a password",
            [] { return can_read("Another person") && has_focus(box("Password")); },
            [](wxUIActionSimulator& keys) {
                keys.Text("read every line");
                keys.Char(WXK_TAB);
                keys.Text("read every line");
                keys.Char(WXK_RETURN);
            })
        .when(
            "the wizard sums up", [] { return can_read("Nothing has been made yet"); },
            [](wxUIActionSimulator& keys) { keys.Char(WXK_RETURN); })
        .when(
            "the book is open", [] { return frame()->GetTitle().Contains("Third company"); },
            [](wxUIActionSimulator&) {});
}

}  // namespace

TEST_CASE("a book is founded, and a voucher entered, reviewed, posted and printed by keyboard",
          "[desktop]") {
    const OwnHome home;
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "canteen.zfw";
    Story story;
    found_the_book(story, file.string());
    open_by_name(story, "bk.book.finish");
    story.when(
        "the set-up asks for the password", [] { return has_focus(box("Password")); },
        [](wxUIActionSimulator& keys) {
            keys.Text("rice and beans");
            keys.Char(WXK_RETURN);
        });

    CHECK(story.play() == "");

    CHECK(std::filesystem::exists(file));
}
