#pragma once

#include <vector>

#include "cli/verb.h"

namespace zf::cli {

// The verbs that the program has besides those that modules declare.
const std::vector<BuiltIn>& built_ins();

std::vector<BuiltIn> workspace_verbs();    // workspace create, open, info, check
std::vector<BuiltIn> session_verbs();      // session open, close
std::vector<BuiltIn> backup_verbs();       // backup restore
std::vector<BuiltIn> batch_verbs();        // batch
std::vector<BuiltIn> sample_verbs();       // sample
std::vector<BuiltIn> description_verbs();  // commands, plugins, completion, man, help

}  // namespace zf::cli
