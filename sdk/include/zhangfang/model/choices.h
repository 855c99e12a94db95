#pragma once

#include <string>
#include <vector>

#include "zhangfang/rules/lifecycle.h"

namespace zf {

struct Choice {
    std::string code;   // stored, and accepted by the CLI
    std::string label;  // English message id
};

using Choices = std::vector<Choice>;

// The choices that an enumeration with EnumNames stands for.
template <class E>
Choices choices_of() {
    Choices choices;
    for (const auto& each : EnumNames<E>::names)
        choices.push_back({std::string{each.name}, std::string{each.label}});
    return choices;
}

}  // namespace zf
