#pragma once

#include <memory>
#include <string>

#include "host/open_workspace.h"

namespace zf::host {

// Who signs in to a new workspace.
struct NewOperator {
    std::string login, name, password;
};

// What the wizard asks for: a file, a book, who keeps it and who reviews it.
struct NewWorkspace {
    std::string address;
    Record book;  // parameters of the command that makes a book
    std::string book_command = "bk.book.create";
    NewOperator keeper;    // founds the workspace with the kind's preset that enters vouchers
    NewOperator reviewer;  // the other person; no login: added later
};

struct Founded {
    std::unique_ptr<OpenWorkspace> workspace;
    std::string token;  // the keeper is signed in
};

// The presets of a kind of book: who enters, who reviews. "" when the kind has none.
std::string preset_with(const Registry& registry, const std::string& kind,
                        const std::string& permission, const std::string& without);

// What already stands in the way while the wizard is filled in: a `file` that is there, a password
// that was `repeated` otherwise.
Problems problems_before_founding(const Record& typed);

// Makes the workspace, its operators and its book through ordinary commands. When something is
// refused the new file is removed again and nothing is left behind; the place of the refusal begins
// with the part that it speaks of: place, keeper, book or reviewer ("keeper.password").
Result<Founded> found_workspace(const Modules& modules, const NewWorkspace& wanted,
                                const Environment& environment);

}  // namespace zf::host
