#include "zhangfang/formula/formula.h"

#include <algorithm>

#include "program.h"

namespace zf {

using Operation = FormulaOperation;

Formula::Formula(std::shared_ptr<const FormulaProgram> program) : program_{std::move(program)} {}

Result<Formula> Formula::parse(std::string_view text) {
    Result<FormulaProgram> program = parse_program(text);
    if (!program) return program.error();
    return Formula{std::make_shared<const FormulaProgram>(*std::move(program))};
}

const std::string& Formula::text() const {
    return program_->text;
}

const std::vector<std::string>& Formula::names() const {
    return program_->names;
}

const std::vector<FormulaCall>& Formula::calls() const {
    return program_->calls;
}

bool Formula::uses(std::string_view name) const {
    return std::find(names().begin(), names().end(), name) != names().end();
}

static std::int64_t shown(std::size_t position) {
    return static_cast<std::int64_t>(position);
}

static Problem unknown_name(const std::string& name, std::size_t position) {
    return {.code = "formula.unknown_name",
            .text = {"The formula names \"{0}\" at character {1}, and nothing here is called so. "
                     "Correct the name.",
                     {name, shown(position)}}};
}

Problem unknown_function(const FormulaCall& call) {
    return {.code = "formula.unknown_function",
            .text = {"The formula calls \"{0}\" at character {1}, and there is no such function. "
                     "Correct the name.",
                     {call.name, shown(call.position)}}};
}

static Problem divided_by_zero(std::size_t position) {
    return {.code = "formula.divide_by_zero",
            .text = {"The formula divides by zero at character {0}. Nothing was calculated; check "
                     "the figure that is 0.",
                     {shown(position)}}};
}

static Problem wrong_digits(std::size_t position) {
    return {.code = "formula.digits",
            .text = {"round() at character {0} of the formula needs a whole number from -18 to 18 "
                     "as its second value. Correct it.",
                     {shown(position)}}};
}

static Rational truth(bool statement) {
    return Rational::of(statement ? 1 : 0);
}

// Runs the steps of one formula over a stack of values.
class FormulaEvaluation {
public:
    FormulaEvaluation(const Formula& formula, const FormulaResolver& resolver)
        : program_{*formula.program_},
          resolver_{resolver} {}

    Result<Rational> run() {
        while (next_ < program_.steps.size()) {
            const FormulaStep& step = program_.steps[next_++];
            try {
                if (auto fault = apply(step)) return *std::move(fault);
            } catch (const Overflow&) {
                return number_too_large(step.position);
            }
        }
        return take();
    }

private:
    std::optional<Problem> apply(const FormulaStep& step) {
        switch (step.operation) {
            case Operation::number: values_.push_back(program_.numbers[step.operand]); break;
            case Operation::name: return ask_name(step);
            case Operation::call: return ask_call(step);
            case Operation::negate: values_.push_back(-take()); break;
            case Operation::absolute: make_absolute(); break;
            case Operation::skip: next_ = step.operand; break;
            case Operation::skip_if_zero:
                if (take().is_zero()) next_ = step.operand;
                break;
            default: return combine(step);
        }
        return std::nullopt;
    }

    std::optional<Problem> combine(const FormulaStep& step) {
        const Rational right = take();
        const Rational left = take();
        switch (step.operation) {
            case Operation::add: values_.push_back(left + right); break;
            case Operation::subtract: values_.push_back(left - right); break;
            case Operation::multiply: values_.push_back(left * right); break;
            case Operation::divide:
                if (right.is_zero()) return divided_by_zero(step.position);
                values_.push_back(left / right);
                break;
            case Operation::round: return round(left, right, step.position);
            case Operation::smaller: values_.push_back(std::min(left, right)); break;
            case Operation::larger: values_.push_back(std::max(left, right)); break;
            case Operation::equal: values_.push_back(truth(left == right)); break;
            case Operation::not_equal: values_.push_back(truth(left != right)); break;
            case Operation::less: values_.push_back(truth(left < right)); break;
            case Operation::less_or_equal: values_.push_back(truth(left <= right)); break;
            case Operation::greater: values_.push_back(truth(left > right)); break;
            case Operation::greater_or_equal: values_.push_back(truth(left >= right)); break;
            default: ZF_ASSERT(false);
        }
        return std::nullopt;
    }

    std::optional<Problem> ask_name(const FormulaStep& step) {
        const std::string& name = program_.names[step.operand];
        const auto value = resolver_.name ? resolver_.name(name) : std::nullopt;
        if (!value) return unknown_name(name, step.position);
        values_.push_back(*value);
        return std::nullopt;
    }

    std::optional<Problem> ask_call(const FormulaStep& step) {
        const FormulaCall& call = program_.calls[step.operand];
        if (!resolver_.call) return unknown_function(call);
        Result<Rational> value = resolver_.call(call);
        if (!value) return value.error();
        values_.push_back(*value);
        return std::nullopt;
    }

    std::optional<Problem> round(const Rational& value, const Rational& digits,
                                 std::size_t position) {
        const Rational limit = Rational::of(18);
        if (!digits.is_whole() || digits > limit || digits < -limit) return wrong_digits(position);
        const auto decimals = static_cast<int>(digits.scaled(0, Rounding::down));
        values_.push_back(value.rounded(decimals, Rounding::half_away));
        return std::nullopt;
    }

    void make_absolute() {
        if (values_.back().is_negative()) values_.back() = -values_.back();
    }

    Rational take() {
        ZF_ASSERT(!values_.empty());
        const Rational value = values_.back();
        values_.pop_back();
        return value;
    }

    const FormulaProgram& program_;
    const FormulaResolver& resolver_;
    std::size_t next_ = 0;
    std::vector<Rational> values_;
};

Result<Rational> evaluate(const Formula& formula, const FormulaResolver& resolver) {
    return FormulaEvaluation{formula, resolver}.run();
}

Result<Money> evaluate_money(const Formula& formula, const FormulaResolver& resolver,
                             Rounding rounding) {
    const Result<Rational> value = evaluate(formula, resolver);
    if (!value) return value.error();
    try {
        return Money::fen(value->scaled(2, rounding));
    } catch (const Overflow&) {
        return Problem{.code = "formula.too_large",
                       .text = {"The result of the formula is too large for an amount. Nothing was "
                                "taken over; use smaller numbers."}};
    }
}

}  // namespace zf
