#pragma once

#include <functional>
#include <string>
#include <vector>

#include "zhangfang/command/context.h"

namespace zf {

// A query that should answer nothing: an invariant, or a to-do. One declaration serves `verify`,
// the list before closing and the dashboard.
struct Watch {
    std::string name;   // "bk.balances_add_up"
    std::string title;  // English message id: what a row means
    std::string permission;
    std::function<std::vector<Message>(ReadContext&)> rows;
    std::string opens;                // command or screen that shows the cause
    std::vector<std::string> blocks;  // commands that are refused while it has rows
    bool is_invariant = false;        // run by `verify`
};

}  // namespace zf
