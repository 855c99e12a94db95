#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "zhangfang/model/value.h"

namespace zf {

// A condition on the values of a form, as data: visible_if(equals("kind", "grain")).
struct Condition {
    std::string field;
    Value equals;
};

struct FormSection {
    std::string title;  // English message id; "" for none
    std::vector<std::vector<std::string>> rows;
    std::optional<Condition> visible_if;
};

// The form of a command or entity. Without one a form is generated from the declared fields, one a
// row. `widget` names a bespoke widget of the plugin's ui module; where it is absent the generated
// form is used.
struct FormView {
    std::string of;  // command or entity name
    std::vector<FormSection> sections;
    std::string widget;
    std::string filled_by;  // reading command whose answer fills the boxes when the form opens
};

// A list: the rows come from a reading command. A list whose name an entity or a field's
// refers_to() names is also the look-up (F7) for such references. A query for long lists takes
// "after" and "limit", answers "next" ("" at the end), and takes "search" when it can look for a
// text.
struct ListView {
    std::string name;  // "bk.voucher"
    std::string title;
    std::string query;                 // reading command whose "rows" are shown
    std::vector<std::string> columns;  // of the query's answer; empty: all
    std::string key;  // the column that a reference is written as; "" for the first
    std::vector<std::string> filters;  // parameters of the query shown as a filter bar
    std::string opens;  // command or screen for Enter; the row's "id"/"voucher"… are its parameters
    std::vector<std::string> actions;  // commands for the selection
    std::string empty_text;            // why it is empty and the next step
    std::string empty_action;          // command offered
};

// A screen that a ui module or the window itself makes, declared by name so that menus and links
// can be checked without a window.
struct ScreenInfo {
    std::string name;   // "bk.voucher_grid"
    std::string title;  // English message id
    // Keys that work inside it and what they do, for the list of keys: {"F7", "Look up"}.
    std::vector<std::pair<std::string, std::string>> keys;
};

// One step of work that goes in order.
struct Step {
    std::string title;
    std::string text;     // what it does, in one sentence
    std::string command;  // command, report or list
    std::string check;    // "code" of the check that passes once the step is done; "" for none
};

// Work that goes in order, with what stands in its way: the month end. The query's rows hold
// "code", "check" (what is asked), "passed", "stops" and "findings".
struct StepView {
    std::string name;
    std::string title;
    std::string query;
    std::vector<std::string> filters;  // parameters of the query, handed on to the steps
    std::vector<Step> steps;
    std::map<std::string, std::string> mends;  // code of a check → what opens to put it right
};

// What title and status bar tell, whatever screen is in front: a reading command of a module.
struct PlaceView {
    std::string query;
    std::string book, name, month;    // fields of its answer: what screens begin with
    std::vector<std::string> status;  // fields that are told when they are neither empty nor 0
    std::string opens;                // what a click on them opens
};

// A place in menus, navigation and palette. `opens` is a command, report, list or declared screen.
struct MenuEntry {
    std::string path;  // "Daily books/Enter voucher": English message ids between slashes
    std::string opens;
    std::string permission;  // hidden without it; "" always shown
    std::string icon;        // name in the icon set
    std::string shortcut;    // "Ctrl+N"; "" for none
    int order = 0;
};

// A card of the dashboard: a reading command whose single values are shown, and what a click opens.
struct DashboardCard {
    std::string title;
    std::string query;
    std::string opens;
};

}  // namespace zf
