#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/verb.h"

namespace zf::cli {

// A script for bash, zsh or fish that asks `zhangfang complete` what may come next; "" for another.
std::string completion_script(std::string_view shell);

// What may stand in the place of the last word, which is being typed.
std::vector<std::string> completions(const std::vector<std::string>& words,
                                     const Vocabulary& vocabulary);

}  // namespace zf::cli
