#include "zhangfang/base/quantity.h"

#include "decimal.h"
#include "zhangfang/base/message.h"
#include "zhangfang/base/rounding.h"

namespace zf {

static Message explain(DecimalFault fault, std::string_view text) {
    switch (fault) {
        case DecimalFault::empty: return {"The quantity is empty. Type a figure such as 12.5."};
        case DecimalFault::not_a_number:
            return {"\"{0}\" is not a quantity. Type digits with a decimal point, such as 12.5.",
                    {quotable(text)}};
        case DecimalFault::foreign_digits: return foreign_digits(text);
        case DecimalFault::misplaced_comma: return misplaced_comma(text);
        case DecimalFault::too_many_decimals:
            return {"\"{0}\" has more than 6 decimals. Nothing was rounded; type at most 6.",
                    {quotable(text)}};
        case DecimalFault::out_of_range:
            return {"\"{0}\" is too large. The largest quantity is 9,223,372,036,854.775807.",
                    {quotable(text)}};
    }
    ZF_ASSERT(false);
    return {};
}

Expected<Quantity, Message> Quantity::parse(std::string_view text) {
    const auto micro = parse_decimal(text, 6);
    if (!micro) return explain(micro.error(), text);
    return Quantity{*micro};
}

Quantity Quantity::operator-() const {
    return Quantity{subtract_exact(0, micro_)};
}

Quantity operator+(Quantity left, Quantity right) {
    return Quantity{add_exact(left.micro_, right.micro_)};
}

Quantity operator-(Quantity left, Quantity right) {
    return Quantity{subtract_exact(left.micro_, right.micro_)};
}

std::string Quantity::text() const {
    return short_decimal_text(micro_, 6);
}

}  // namespace zf
