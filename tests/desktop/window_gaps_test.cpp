// How the window answers while work runs beside it. It prints a figure of the machine, to be held
// against 100 ms, and is only asked for by name: zf_desktop_tests "[gaps]".
#include <cstdio>

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
}
