#include "zhangfang/base/price.h"

#include "decimal.h"
#include "zhangfang/base/message.h"
#include "zhangfang/base/rounding.h"

namespace zf {

static Message explain(DecimalFault fault, std::string_view text) {
    switch (fault) {
        case DecimalFault::empty: return {"The price is empty. Type a figure such as 3.25."};
        case DecimalFault::not_a_number:
            return {"\"{0}\" is not a price. Type digits with a decimal point, such as 3.25.",
                    {quotable(text)}};
        case DecimalFault::foreign_digits: return foreign_digits(text);
        case DecimalFault::misplaced_comma: return misplaced_comma(text);
        case DecimalFault::too_many_decimals:
            return {"\"{0}\" has more than 8 decimals. Nothing was rounded; type at most 8.",
                    {quotable(text)}};
        case DecimalFault::out_of_range:
            return {"\"{0}\" is too large. The largest price is 92,233,720,368.54775807.",
                    {quotable(text)}};
    }
    ZF_ASSERT(false);
    return {};
}

Expected<Price, Message> Price::parse(std::string_view text) {
    const auto e8 = parse_decimal(text, 8);
    if (!e8) return explain(e8.error(), text);
    return Price{*e8};
}

Price Price::operator-() const {
    return Price{subtract_exact(0, e8_)};
}

Price operator+(Price left, Price right) {
    return Price{add_exact(left.e8_, right.e8_)};
}

Price operator-(Price left, Price right) {
    return Price{subtract_exact(left.e8_, right.e8_)};
}

std::string Price::text() const {
    return short_decimal_text(e8_, 8);
}

}  // namespace zf
