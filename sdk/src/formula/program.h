#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "zhangfang/formula/formula.h"

namespace zf {

enum class FormulaOperation {
    number,
    name,
    call,
    negate,
    add,
    subtract,
    multiply,
    divide,
    equal,
    not_equal,
    less,
    less_or_equal,
    greater,
    greater_or_equal,
    round,
    absolute,
    smaller,
    larger,
    skip_if_zero,
    skip,
};

struct FormulaStep {
    FormulaOperation operation;
    std::size_t position;     // character of the formula, from 1
    std::size_t operand = 0;  // place in numbers, names or calls; for a skip the step to go to
};

// A formula in the order of its calculation: operands first, then what is done with them. It is a
// list and not a tree, so that a long sum needs no deep recursion.
struct FormulaProgram {
    std::string text;
    std::vector<FormulaStep> steps;
    std::vector<Rational> numbers;
    std::vector<std::string> names;
    std::vector<FormulaCall> calls;
};

Result<FormulaProgram> parse_program(std::string_view text);

Problem number_too_large(std::size_t position);

}  // namespace zf
