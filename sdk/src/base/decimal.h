#pragma once

// Decimal text of whole numbers of a small unit: shared by amounts, quantities, prices and rates.

#include <cstdint>
#include <string>
#include <string_view>

#include "zhangfang/base/expected.h"
#include "zhangfang/base/message.h"

namespace zf {

enum class DecimalFault {
    empty,
    not_a_number,
    foreign_digits,
    misplaced_comma,
    too_many_decimals,
    out_of_range
};

// Reads "-1,234.5" as a count of 10^-decimals. Full-width characters and blanks at the ends are
// accepted.
Expected<std::int64_t, DecimalFault> parse_decimal(std::string_view text, unsigned decimals);

// Writes a count of 10^-decimals with all its decimals.
std::string decimal_text(std::int64_t value, unsigned decimals);

// The same without zeros at the end: "12.5", "1200".
std::string short_decimal_text(std::int64_t value, unsigned decimals);

// What a person typed, fit to stand inside a sentence: valid, trimmed, and cut when it is endless.
std::string quotable(std::string_view text);

// The sentences that are the same for every kind of number.
Message misplaced_comma(std::string_view text);
Message foreign_digits(std::string_view text);

}  // namespace zf
