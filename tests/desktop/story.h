#pragma once

#include <functional>
#include <string>
#include <vector>

#include <wx/string.h>
#include <wx/uiaction.h>

class wxButton;
class wxTextCtrl;
class wxWindow;

namespace zf::test {

/// What a person does in front of the window: waits until something is there, then presses keys.
class Story {
public:
    using Seen = std::function<bool()>;
    using Keys = std::function<void(wxUIActionSimulator&)>;

    Story& when(std::string step, Seen seen, Keys press);

    /// Starts the program, plays every step, ends it. "" when all came to pass, else the step that
    /// did not, with the windows that were open.
    std::string play();

    /// Of the whole play, milliseconds: how long the window was deaf at most, outside the pressing
    /// of keys.
    long longest_gap() const { return longest_gap_; }

private:
    struct Step {
        std::string name;
        Seen seen;
        Keys press;
    };
    friend class Player;
    std::vector<Step> steps_;
    long longest_gap_ = 0;
};

/// Shown somewhere in a window of the program; nullptr when there is none.
wxButton* button(const wxString& label);
wxTextCtrl* box(const wxString& name);
/// The title of the window that keys go to.
wxString active_title();
bool has_focus(const wxWindow* window);
/// A dialogue of the toolkit itself, such as the one for printing, has something to choose from;
/// and it can be confirmed.
bool stock_dialog_offers_a_choice();
bool stock_dialog_is_ready();
/// Any text in sight holds these words.
bool can_read(const wxString& words);

/// Empties the box that has the focus and types into it.
void retype(wxUIActionSimulator& keys, const char* text);

}  // namespace zf::test
