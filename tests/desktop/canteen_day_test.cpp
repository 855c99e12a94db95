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

bool status_tells(const wxString& words) {
    return frame()->GetStatusBar()->GetStatusText(1).Contains(words);
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
            [](wxUIActionSimulator& keys) {
                // U+4F19, the way that an input method composes a word from keys.
                keys.Char('U', wxMOD_CONTROL | wxMOD_SHIFT);
                keys.Text("4f19");
                keys.Char(WXK_RETURN);
            })
        .when(
            "the Enter that ends a composed word stays in its cell",
            [] {
                const auto* cell = dynamic_cast<wxTextCtrl*>(wxWindow::FindFocus());
                return cell != nullptr && cell->GetValue() == wxString{wxUniChar{0x4F19}};
            },
            [=](wxUIActionSimulator& keys) {
                keys.Char(WXK_BACK);
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
            [] { return status_tells("Not reviewed 1"); }, [](wxUIActionSimulator&) {});
}

void change_operator(Story& story, const char* login, const char* password) {
    story
        .when(
            std::string{"the window is in front for the "} + login,
            [] { return frame()->IsActive(); },
            [](wxUIActionSimulator& keys) { keys.Char('L', wxMOD_CONTROL | wxMOD_SHIFT); })
        .when(
            std::string{"the "} + login + " signs in",
            [] { return is_open("Sign in") && has_focus(box("Operator")); },
            [=](wxUIActionSimulator& keys) {
                keys.Text(login);
                keys.Char(WXK_TAB);
                keys.Text(password);
                keys.Char(WXK_RETURN);
            })
        .when(
            std::string{"the "} + login + " is at work",
            [=] { return frame()->GetTitle().EndsWith(login); }, [](wxUIActionSimulator&) {});
}

void review_the_voucher(Story& story) {
    open_by_name(story, "bk.voucher_review");
    story
        .when(
            "the voucher that waits can be reviewed",
            [] { return button("Review (F9)") != nullptr && frame()->IsActive(); },
            [](wxUIActionSimulator& keys) { keys.Char(WXK_F9); })
        .when(
            "the status bar tells of a voucher that waits for posting",
            [] { return status_tells("Not posted 1"); }, [](wxUIActionSimulator&) {});
}

void post_the_month(Story& story) {
    open_by_name(story, "bk.month.post");
    story
        .when(
            "the month can be posted", [] { return is_open("Post"); },
            [](wxUIActionSimulator& keys) { keys.Char(WXK_RETURN); })
        .when(
            "nothing waits for posting", [] { return !status_tells("Not posted"); },
            [](wxUIActionSimulator&) {});
}

// From the list to the voucher, from there to its paper, and through the system's own dialogue.
void print_the_voucher(Story& story, const std::filesystem::path& file) {
    open_by_name(story, "bk.voucher");
    story
        .when(
            "the list has the voucher",
            [] { return frame()->GetStatusBar()->GetStatusText(0) == "1 rows"; },
            [](wxUIActionSimulator& keys) { keys.Char(WXK_RETURN); })
        .when(
            "the voucher is shown as posted", [] { return can_read("Posted"); },
            [](wxUIActionSimulator& keys) { keys.Char('P', wxMOD_CONTROL); })
        .when(
            "its paper is shown",
            [] { return frame()->GetStatusBar()->GetStatusText(0) == "1 pages"; },
            [](wxUIActionSimulator& keys) { keys.Char('P', wxMOD_CONTROL); })
        .when(
            "the system asks for the printer", [] { return stock_dialog_offers_a_choice(); },
            [](wxUIActionSimulator& keys) { keys.Char(WXK_DOWN); })
        .when(
            "a printer is chosen", [] { return stock_dialog_is_ready(); },
            [](wxUIActionSimulator& keys) { keys.Char(WXK_RETURN); })
        .when(
            "the paper is there",
            [=] {
                return frame()->IsActive() && std::filesystem::exists(file) &&
                       std::filesystem::file_size(file) > 0;
            },
            [](wxUIActionSimulator&) {});
}

}  // namespace

TEST_CASE("a voucher is entered, reviewed, posted and printed in a new book, by keyboard alone",
          "[desktop]") {
    const OwnHome home;
    const TemporaryFolder folder;
    const std::filesystem::path file = folder.path() / "canteen.zfw";
    // Where the system prints to a file when nobody says otherwise.
    std::filesystem::current_path(folder.path());
    const std::filesystem::path paper = folder.path() / "output.pdf";
    Story story;
    found_the_book(story, file.string());
    open_by_name(story, "bk.book.finish");
    story
        .when(
            "the set-up asks for the password", [] { return has_focus(box("Your password")); },
            [](wxUIActionSimulator& keys) {
                keys.Text("rice and beans");
                keys.Char(WXK_TAB);
            })
        .when(
            "the keys reach the buttons",
            [] { return dynamic_cast<wxButton*>(wxWindow::FindFocus()) != nullptr; },
            [](wxUIActionSimulator& keys) {
                if (!has_focus(button("Finish the set-up"))) keys.Char(WXK_TAB);
            })
        .when(
            "what cannot be taken back is not the button that Enter presses by itself",
            [] { return has_focus(button("Finish the set-up")); },
            [](wxUIActionSimulator& keys) { keys.Char(WXK_RETURN); });
    enter_a_voucher(story);
    change_operator(story, "supervisor", "read every line");
    review_the_voucher(story);
    change_operator(story, "quartermaster", "rice and beans");
    post_the_month(story);
    print_the_voucher(story, paper);

    CHECK(story.play() == "");

    CHECK(std::filesystem::exists(file));
    CHECK(content_of(paper.string()).starts_with("%PDF"));
}
