// A canteen's first day in front of the window, by keyboard alone.
#include <algorithm>
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

bool is_open(const wxString& title) {
    return std::any_of(wxTopLevelWindows.begin(), wxTopLevelWindows.end(), [&](wxWindow* each) {
        return each->IsShown() && each->GetLabel() == title;
    });
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

// 收上级拨伙食费, typed on the voucher grid: each Enter goes to the next box that wants something.
void enter_a_voucher(Story& story) {
    const auto type = [](wxUIActionSimulator& keys, const char* text) {
        keys.Text(text);
        keys.Char(WXK_RETURN);
    };
    story
        .when(
            "the set-up is finished",
            [] { return !is_open("Finish the set-up") && frame()->IsActive(); },
            [](wxUIActionSimulator& keys) { keys.Char('N', wxMOD_CONTROL); })
        .when(
            "the voucher grid asks for the date",
            [] { return can_read("No. 1") && has_focus(box("Date")); },
            [=](wxUIActionSimulator& keys) { type(keys, "2008-01-05"); })
        .when(
            "it asks for the attachments", [] { return has_focus(box("Attachments")); },
            [=](wxUIActionSimulator& keys) { type(keys, "1"); })
        .when(
            "it asks for the entries", [] { return !has_focus(box("Attachments")); },
            [=](wxUIActionSimulator& keys) {
                type(keys, "Mess fee of January");
                type(keys, "102");
                type(keys, "27900");
                type(keys, "..");
                type(keys, "401");
                type(keys, "11");
                keys.Char(WXK_RETURN);
                type(keys, "=");
                keys.Char(WXK_F8);
            })
        .when(
            "the status bar tells of a voucher that waits for review",
            [] { return frame()->GetStatusBar()->GetStatusText(1).Contains("Not reviewed 1"); },
            [](wxUIActionSimulator&) {});
}

}  // namespace

TEST_CASE("a book is founded and its first voucher entered, by keyboard alone", "[desktop]") {
    const OwnHome home;
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "canteen.zfw";
    Story story;
    found_the_book(story, file.string());
    open_by_name(story, "bk.book.finish");
    story.when(
        "the set-up asks for the password", [] { return has_focus(box("Your password")); },
        [](wxUIActionSimulator& keys) {
            keys.Text("rice and beans");
            keys.Char(WXK_RETURN);
        });
    enter_a_voucher(story);

    CHECK(story.play() == "");

    CHECK(std::filesystem::exists(file));
}
