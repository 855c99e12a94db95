#include "zhangfang/base/rate.h"

#include "decimal.h"
#include "zhangfang/base/message.h"
#include "zhangfang/base/rounding.h"
#include "zhangfang/base/text.h"

namespace zf {

static Message explain(DecimalFault fault, std::string_view text) {
    switch (fault) {
        case DecimalFault::empty: return {"The rate is empty. Type a figure such as 0.08 or 8%."};
        case DecimalFault::not_a_number:
            return {"\"{0}\" is not a rate. Type a figure such as 0.08 or 8%.", {quotable(text)}};
        case DecimalFault::foreign_digits: return foreign_digits(text);
        case DecimalFault::misplaced_comma: return misplaced_comma(text);
        case DecimalFault::too_many_decimals:
            return {
                "\"{0}\" has more than 6 decimals (4 before a % sign). Nothing was rounded; type "
                "fewer.",
                {quotable(text)}};
        case DecimalFault::out_of_range:
            return {"\"{0}\" is too large. The largest rate is 9,223,372,036,854.775807.",
                    {quotable(text)}};
    }
    ZF_ASSERT(false);
    return {};
}

Expected<Rate, Message> Rate::parse(std::string_view text) {
    const std::string narrow = trim(half_width(text));
    const bool is_percentage = narrow.ends_with('%');
    const std::string_view digits = std::string_view{narrow}.substr(0, narrow.size() -
                                                                           (is_percentage ? 1 : 0));

    // A percentage with 4 decimals and a plain number with 6 both count millionths.
    const auto ppm = parse_decimal(digits, is_percentage ? 4 : 6);
    if (!ppm) return explain(ppm.error(), text);
    return Rate{*ppm};
}

Rate Rate::operator-() const {
    return Rate{subtract_exact(0, ppm_)};
}

Rate operator+(Rate left, Rate right) {
    return Rate{add_exact(left.ppm_, right.ppm_)};
}

Rate operator-(Rate left, Rate right) {
    return Rate{subtract_exact(left.ppm_, right.ppm_)};
}

std::string Rate::text() const {
    return short_decimal_text(ppm_, 6);
}

}  // namespace zf
