#include "zhangfang/formula/amount_cell.h"

#include "zhangfang/base/message.h"
#include "zhangfang/base/text.h"
#include "zhangfang/formula/formula.h"

namespace zf {

static Problem no_amount(Message text) {
    return {.code = "formula.amount", .text = std::move(text)};
}

// A sign in front makes no calculation, a sign anywhere else does.
static bool is_calculation(std::string_view amount) {
    if (amount.starts_with('=') || amount.starts_with('(')) return true;
    const std::string_view behind_sign = amount.substr(amount.empty() ? 0 : 1);
    return behind_sign.find_first_of("+-*/()%") != std::string_view::npos ||
           amount.find("×") != std::string_view::npos || amount.find("÷") != std::string_view::npos;
}

// Spreadsheets show red amounts so; reading (5.00) as a calculation would turn its sign silently.
static bool is_amount_in_brackets(std::string_view amount) {
    return amount.size() > 2 && amount.front() == '(' && amount.back() == ')' &&
           Money::parse(amount.substr(1, amount.size() - 2)).has_value();
}

Result<Money> amount_from_cell(std::string_view text, Rounding rounding) {
    const std::string amount = trim(half_width(text));
    if (amount.ends_with('-')) {
        const auto red = Money::parse(std::string_view{amount}.substr(0, amount.size() - 1));
        if (red && !red->is_negative()) return -*red;
    }
    if (is_amount_in_brackets(amount)) {
        return no_amount(
            {"\"{0}\" may mean a red amount. Type it with a minus sign if it is red, and "
             "without brackets if it is not.",
             {amount}});
    }
    if (is_calculation(amount)) {
        const Result<Formula> formula = Formula::parse(text);
        if (!formula) return formula.error();
        return evaluate_money(*formula, {}, rounding);
    }
    const auto typed = Money::parse(text);
    if (!typed) return no_amount(typed.error());
    return *typed;
}

}  // namespace zf
