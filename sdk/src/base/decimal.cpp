#include "decimal.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>

#include "wide_product.h"
#include "zhangfang/base/text.h"

namespace zf {

// The zeros of scripts whose digits a reader takes for numbers and another program may not.
static constexpr std::array<char32_t, 8> foreign_zeros{
    0x0660,  // Arabic-Indic
    0x06F0,  // Persian, Uyghur
    0x0966,  // Devanagari
    0x09E6,  // Bengali
    0x0E50,  // Thai
    0x0ED0,  // Lao
    0x0F20,  // Tibetan
    0x1810,  // Mongolian
};

static bool has_foreign_digits(std::string_view text) {
    const std::u32string points = to_code_points(text);
    return std::any_of(points.begin(), points.end(), [](char32_t point) {
        return std::any_of(foreign_zeros.begin(), foreign_zeros.end(),
                           [point](char32_t zero) { return point >= zero && point <= zero + 9; });
    });
}

static bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

static bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), is_digit);
}

// Takes the commas out of a whole part such as "1,234,567"; an empty answer says that they stand
// wrongly.
static std::string without_commas(std::string_view whole) {
    if (whole.find(',') == std::string_view::npos) return std::string{whole};
    const std::vector<std::string> groups = split(whole, ',');
    // "0,5" is somebody's 0.5 and never 5: a grouped number does not begin with 0.
    if (groups.front().empty() || groups.front().size() > 3 || groups.front().front() == '0')
        return {};

    std::string digits = groups.front();
    for (std::size_t place = 1; place < groups.size(); ++place) {
        if (groups[place].size() != 3) return {};
        digits += groups[place];
    }
    return digits;
}

static Expected<std::int64_t, DecimalFault> to_number(std::string_view digits, bool negative) {
    constexpr auto max = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    std::uint64_t value = 0;
    for (const char digit : digits) {
        const auto unit = static_cast<std::uint64_t>(digit - '0');
        if (value > (max - unit) / 10) return DecimalFault::out_of_range;
        value = value * 10 + unit;
    }
    return with_sign(negative, value);
}

// What nearly every figure of a file is: digits, a leading minus, a point with decimals behind it.
// Nothing for what is written otherwise or could be too large: that is looked at in full.
static std::optional<std::int64_t> plain_decimal(std::string_view text, unsigned decimals) {
    constexpr std::size_t digits_max = 18;
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    if (text.empty() || text.size() + decimals > digits_max) return std::nullopt;
    std::int64_t value = 0;
    std::size_t place = 0;
    for (; place < text.size() && is_digit(text[place]); ++place)
        value = value * 10 + (text[place] - '0');
    unsigned fraction = 0;
    if (place < text.size()) {
        if (place == 0 || text[place] != '.' || place + 1 == text.size()) return std::nullopt;
        for (++place; place < text.size() && is_digit(text[place]); ++place, ++fraction)
            value = value * 10 + (text[place] - '0');
        if (place < text.size() || fraction > decimals) return std::nullopt;
    }
    for (; fraction < decimals; ++fraction) value *= 10;
    return negative ? -value : value;
}

Expected<std::int64_t, DecimalFault> parse_decimal(std::string_view text, unsigned decimals) {
    if (const auto value = plain_decimal(text, decimals)) return *value;
    const std::string narrow = trim(half_width(text));
    if (narrow.empty()) return DecimalFault::empty;
    if (has_foreign_digits(narrow)) return DecimalFault::foreign_digits;

    std::string_view rest = narrow;
    const bool negative = rest.starts_with('-');
    if (negative || rest.starts_with('+')) rest.remove_prefix(1);
    const std::size_t point = rest.find('.');
    const std::string_view whole = rest.substr(0, point);
    const std::string_view fraction = point == std::string_view::npos ? "" : rest.substr(point + 1);

    const auto is_part_of_whole = [](char byte) { return is_digit(byte) || byte == ','; };
    if (!std::all_of(whole.begin(), whole.end(), is_part_of_whole))
        return DecimalFault::not_a_number;
    if (fraction.find(',') != std::string_view::npos) return DecimalFault::misplaced_comma;
    if (!all_digits(fraction)) return DecimalFault::not_a_number;
    // "12." may be the front half of a torn 12.50.
    if (fraction.empty() && (whole.empty() || point != std::string_view::npos))
        return DecimalFault::not_a_number;

    std::string digits = without_commas(whole);
    if (digits.empty() && !whole.empty()) return DecimalFault::misplaced_comma;
    if (fraction.size() > decimals) return DecimalFault::too_many_decimals;
    digits += fraction;
    digits.append(decimals - fraction.size(), '0');
    return to_number(digits, negative);
}

std::string decimal_text(std::int64_t value, unsigned decimals) {
    std::string digits = std::to_string(magnitude(value));
    if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
    if (decimals > 0) digits.insert(digits.size() - decimals, 1, '.');
    return value < 0 ? "-" + digits : digits;
}

std::string short_decimal_text(std::int64_t value, unsigned decimals) {
    ZF_ASSERT(decimals > 0);
    std::string text = decimal_text(value, decimals);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

std::string quotable(std::string_view text) {
    constexpr std::size_t shown_max = 60;
    std::u32string points = to_code_points(trim(text));
    if (points.size() > shown_max) {
        points.resize(shown_max);
        points.push_back(U'…');
    }
    return to_utf8(points);
}

Message misplaced_comma(std::string_view text) {
    return {"\"{0}\" has a comma in the wrong place. Commas part groups of three digits, as in "
            "1,234,567.",
            {quotable(text)}};
}

Message foreign_digits(std::string_view text) {
    return {"\"{0}\" is written in digits of another script. Type it with the digits 0 to 9.",
            {quotable(text)}};
}

}  // namespace zf
