#include "transfer/workbook_number.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include <fmt/format.h>

#include "zhangfang/base/date.h"

namespace zf::transfer {
namespace {

constexpr std::size_t digits_kept = 15;
constexpr int exponent_max = 40;

bool are_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char byte) { return byte >= '0' && byte <= '9'; });
}

// Digits with the place of the decimal point: "12.5" is 125 with 2 before the point.
struct Digits {
    bool is_negative = false;
    std::string digits;
    int before_point = 0;
};

std::optional<int> exponent_of(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    int exponent = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), exponent);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
    if (exponent < -exponent_max || exponent > exponent_max) return std::nullopt;
    return exponent;
}

std::optional<Digits> digits_of(std::string_view written) {
    Digits result;
    result.is_negative = written.starts_with('-');
    if (result.is_negative) written.remove_prefix(1);
    const std::size_t exponent_at = written.find_first_of("eE");
    const std::string_view mantissa = written.substr(0, exponent_at);
    const std::size_t point = mantissa.find('.');
    const std::string_view whole = mantissa.substr(0, point);
    const std::string_view fraction = point == std::string_view::npos ? ""
                                                                      : mantissa.substr(point + 1);
    if (whole.size() + fraction.size() == 0 || whole.size() + fraction.size() > 400)
        return std::nullopt;
    if (!are_digits(whole) || !are_digits(fraction)) return std::nullopt;
    const auto exponent = exponent_at == std::string_view::npos
                              ? 0
                              : exponent_of(written.substr(exponent_at + 1));
    if (!exponent) return std::nullopt;
    result.digits = std::string{whole}.append(fraction);
    result.before_point = static_cast<int>(whole.size()) + *exponent;
    return result;
}

void take_off_leading_zeros(Digits& number) {
    const std::size_t zeros = std::min(number.digits.find_first_not_of('0'), number.digits.size());
    number.digits.erase(0, zeros);
    number.before_point -= static_cast<int>(zeros);
}

// To the fifteenth digit, half up; a carry out of all nines adds a digit in front.
void round_to_digits_kept(Digits& number) {
    const bool goes_up = number.digits[digits_kept] >= '5';
    number.digits.resize(digits_kept);
    if (!goes_up) return;
    std::size_t place = digits_kept;
    while (place > 0 && number.digits[place - 1] == '9') number.digits[--place] = '0';
    if (place > 0) {
        ++number.digits[place - 1];
    } else {
        number.digits.insert(number.digits.begin(), '1');
        ++number.before_point;
    }
}

std::string plain_text(const Digits& number) {
    std::string whole = "0", fraction;
    const auto before = static_cast<std::size_t>(std::max(number.before_point, 0));
    if (before > 0) whole = number.digits.substr(0, before);
    if (before > number.digits.size()) whole.append(before - number.digits.size(), '0');
    if (before < number.digits.size()) {
        fraction.assign(static_cast<std::size_t>(std::max(-number.before_point, 0)), '0');
        fraction += number.digits.substr(before);
    }
    fraction.erase(fraction.find_last_not_of('0') + 1);
    std::string text = fraction.empty() ? whole : whole + '.' + fraction;
    return number.is_negative && text != "0" ? '-' + text : text;
}

constexpr std::int64_t parts_of_day = 1'000'000'000'000;

std::string time_text(std::int64_t seconds) {
    return fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

}  // namespace

std::optional<WorkbookNumber> workbook_number(std::string_view written) {
    std::optional<Digits> number = digits_of(written);
    if (!number) return std::nullopt;
    take_off_leading_zeros(*number);
    if (number->digits.empty()) return WorkbookNumber{.text = "0"};
    WorkbookNumber result;
    const bool has_fraction = number->before_point < static_cast<int>(number->digits.size());
    result.has_lost_digits = number->before_point > static_cast<int>(digits_kept);
    if (has_fraction && !result.has_lost_digits && number->digits.size() > digits_kept) {
        round_to_digits_kept(*number);
        result.is_rounded = true;
    }
    result.text = plain_text(*number);
    return result;
}

std::optional<std::string> day_of_serial(std::string_view plain, bool counts_from_1904) {
    const std::size_t point = plain.find('.');
    const std::string_view whole = plain.substr(0, point);
    std::string fraction{point == std::string_view::npos ? "" : plain.substr(point + 1)};
    fraction.resize(12, '0');
    std::int64_t days = 0, parts = 0;
    const auto read = std::from_chars(whole.data(), whole.data() + whole.size(), days);
    std::from_chars(fraction.data(), fraction.data() + fraction.size(), parts);
    if (read.ec != std::errc{} || read.ptr != whole.data() + whole.size() || days < 0)
        return std::nullopt;

    std::int64_t seconds = (parts * 86'400 + parts_of_day / 2) / parts_of_day;
    if (seconds == 86'400) {
        seconds = 0;
        ++days;
    }
    if (days == 0 && !counts_from_1904) return time_text(seconds);
    if (counts_from_1904) days += 1'462;
    if (days < 60) ++days;  // spreadsheets have a 29 February 1900, which never was
    constexpr std::int64_t serial_of_1970 = 25'569, last_serial = 2'958'465;
    if (days > last_serial) return std::nullopt;
    const Date date = Date::from_day(static_cast<std::int32_t>(days - serial_of_1970));
    return seconds == 0 ? date.iso() : date.iso() + ' ' + time_text(seconds);
}

}  // namespace zf::transfer
