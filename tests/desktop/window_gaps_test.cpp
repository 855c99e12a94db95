// How the window answers while work runs beside it. Figures of a machine, so only asked for by
// name: zf_desktop_tests "[gaps]".
#include <cstdio>
#include <cstdlib>
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

constexpr long gap_most = 100, cancel_most = 200;  // milliseconds

wxFrame* frame() {
    return dynamic_cast<wxFrame*>(wxTheApp->GetTopWindow());
}

void begin_the_sample(Story& story) {
    story.when(
        "the welcome page is there", [] { return has_focus(button("New workspace")); },
        [](wxUIActionSimulator& keys) {
            for (int card = 0; card < 3; ++card) keys.Char(WXK_TAB);
            keys.Char(WXK_RETURN);
        });
}

}  // namespace

TEST_CASE("the window answers while a year is entered, closed and laid out", "[.][gaps]") {
    const OwnHome home;
    Story story;
    begin_the_sample(story);
    story
        .when(
            "the sample is made", [] { return has_focus(box("Password")); },
            [](wxUIActionSimulator& keys) { keys.Char(WXK_RETURN); })
        .when(
            "the quartermaster is at work",
            [] { return frame()->IsActive() && frame()->GetTitle().Contains("2009-01"); },
            [](wxUIActionSimulator& keys) { keys.Char('K', wxMOD_CONTROL); })
        .when(
            "the palette is there",
            [] {
                return wxDynamicCast(wxWindow::FindFocus(), wxTextCtrl) != nullptr &&
                       !frame()->IsActive();
            },
            [](wxUIActionSimulator& keys) {
                keys.Text("bk.year_books");
                keys.Char(WXK_RETURN);
            })
        .when(
            "the books of the year are shown",
            [] { return frame()->GetStatusBar()->GetStatusText(0).Contains("pages"); },
            [](wxUIActionSimulator&) {});

    CHECK(story.play() == "");

    std::printf("longest gap while a year is made and laid out: %ld ms\n", story.longest_gap());
    CHECK(story.longest_gap() <= gap_most);
}

TEST_CASE("work that is cancelled ends at once and leaves nothing behind", "[.][gaps]") {
    const OwnHome home;
    Story story;
    begin_the_sample(story);
    story
        .when(
            "the work can be cancelled", [] { return button("Cancel") != nullptr; },
            [](wxUIActionSimulator& keys) { keys.Char(WXK_TAB); })
        .when(
            "the keys are with the button", [] { return has_focus(button("Cancel")); },
            [](wxUIActionSimulator& keys) { keys.Char(WXK_SPACE); })
        .when(
            "the work is gone", [] { return button("Cancel") == nullptr; },
            [](wxUIActionSimulator&) {});

    CHECK(story.play() == "");

    const long waited = story.waited_for("the work is gone");
    std::printf("cancelled after %ld ms\n", waited);
    CHECK(waited <= cancel_most);
    CHECK_FALSE(std::filesystem::exists(std::filesystem::path{std::getenv("HOME")} /
                                        "A canteen's year 2008"));
}
