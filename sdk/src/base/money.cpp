#include "zhangfang/base/money.h"

#include "decimal.h"
#include "zhangfang/base/message.h"
#include "zhangfang/base/rounding.h"

namespace zf {

static Message explain(DecimalFault fault, std::string_view text) {
    switch (fault) {
        case DecimalFault::empty: return {"The amount is empty. Type a figure such as 1234.50."};
        case DecimalFault::not_a_number:
            return {"\"{0}\" is not an amount. Type digits with a decimal point, such as 1234.50.",
                    {quotable(text)}};
        case DecimalFault::foreign_digits: return foreign_digits(text);
        case DecimalFault::misplaced_comma: return misplaced_comma(text);
        case DecimalFault::too_many_decimals:
            return {"\"{0}\" has more than 2 decimals. Nothing was rounded; type at most 2.",
                    {quotable(text)}};
        case DecimalFault::out_of_range:
            return {"\"{0}\" is too large. The largest amount is 92,233,720,368,547,758.07.",
                    {quotable(text)}};
    }
    ZF_ASSERT(false);
    return {};
}

Expected<Money, Message> Money::parse(std::string_view text) {
    const auto fen = parse_decimal(text, 2);
    if (!fen) return explain(fen.error(), text);
    return Money{*fen};
}

Money Money::operator-() const {
    return Money{subtract_exact(0, fen_)};
}

Money operator+(Money left, Money right) {
    return Money{add_exact(left.fen_, right.fen_)};
}

Money operator-(Money left, Money right) {
    return Money{subtract_exact(left.fen_, right.fen_)};
}

std::string Money::text() const {
    return decimal_text(fen_, 2);
}

}  // namespace zf
