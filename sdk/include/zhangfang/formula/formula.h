#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "zhangfang/base/rational.h"
#include "zhangfang/rules/problem.h"

namespace zf {

// A call that only the formula's surroundings understand: bal(1001), QM(1401:1411, 客户=甲).
struct FormulaCall {
    std::string name;                    // as written
    std::vector<std::string> arguments;  // the texts between the commas, without blanks and quotes
    std::size_t position = 0;            // its character in the formula, from 1

    bool operator==(const FormulaCall&) const = default;
};

// What a formula asks of its surroundings. Where a function is missing, nothing is known.
struct FormulaResolver {
    std::function<std::optional<Rational>(const std::string& name)> name;
    std::function<Result<Rational>(const FormulaCall& call)> call;
};

struct FormulaProgram;

// A formula as data, read once and evaluated exactly as often as needed:
//   numbers 12.5  8%  1,234.50 (commas of thousands outside the brackets of functions)
//   names  人数  rest      answered by the resolver; a voucher template answers `rest` last
//   + - * × / ÷ ( )  = <> != ≠ < <= ≤ > >= ≥      a comparison is worth 1 or 0
//   round(x, n) abs(x) min(x, …) max(x, …) if(condition, x, y)      in small or capital letters
//   any other name(…) is a FormulaCall
// Full-width characters are accepted; a sign = in front is skipped. Only round() rounds, half away
// from zero; if() evaluates the chosen side only.
class ZF_EXPORT Formula {
public:
    // Errors: formula.syntax, formula.arguments, formula.too_large; each sentence says where.
    static Result<Formula> parse(std::string_view text);

    const std::string& text() const;
    const std::vector<std::string>& names() const;  // each once, in order of appearance
    const std::vector<FormulaCall>& calls() const;
    bool uses(std::string_view name) const;

private:
    explicit Formula(std::shared_ptr<const FormulaProgram> program);
    friend class FormulaEvaluation;

    std::shared_ptr<const FormulaProgram> program_;
};

// Errors: formula.unknown_name, formula.unknown_function, formula.divide_by_zero, formula.digits,
// formula.too_large, and what the resolver answers.
ZF_EXPORT Result<Rational> evaluate(const Formula& formula, const FormulaResolver& resolver);

// The same as an amount, rounded to the fen as the caller names it.
ZF_EXPORT Result<Money> evaluate_money(const Formula& formula, const FormulaResolver& resolver,
                                       Rounding rounding);

// For resolvers: the answer to a call that they do not know.
ZF_EXPORT Problem unknown_function(const FormulaCall& call);

}  // namespace zf
