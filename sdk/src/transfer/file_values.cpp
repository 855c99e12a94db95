#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "zhangfang/base/text.h"
#include "zhangfang/transfer/table_reader.h"

namespace zf {
namespace {

Problem bad_amount(Message text) {
    return {.code = "transfer.bad_amount", .level = Level::error, .text = std::move(text)};
}

bool take_prefix(std::string& text, std::string_view prefix) {
    if (!text.starts_with(prefix)) return false;
    text = trim(std::string_view{text}.substr(prefix.size()));
    return true;
}

bool take_suffix(std::string& text, std::string_view suffix) {
    if (!text.ends_with(suffix)) return false;
    text = trim(std::string_view{text}.substr(0, text.size() - suffix.size()));
    return true;
}

bool take_sign(std::string& text) {
    return take_prefix(text, "-") || take_prefix(text, "\u2212");  // the minus sign of typesetters
}

void take_currency(std::string& text) {
    for (const std::string_view sign : {"¥", "￥", "RMB", "CNY"})
        if (take_prefix(text, sign)) break;
    take_suffix(text, "元");
}

// "1,234.50", "(1,234.50)", "1,234.50-", "-¥1,234.50", "¥-1,234.50": digits are left, and how often
// red was said.
int take_decorations(std::string& text) {
    int times_red = take_sign(text) ? 1 : 0;
    take_currency(text);
    if (text.starts_with('(') && text.ends_with(')')) {
        text = trim(std::string_view{text}.substr(1, text.size() - 2));
        take_currency(text);
        ++times_red;
    }
    if (take_sign(text)) ++times_red;
    if (take_suffix(text, "-")) ++times_red;
    return times_red;
}

std::string with_plain_spaces(std::string_view text) {
    std::string result{text};
    for (std::size_t at = result.find("\u00A0"); at != std::string::npos;
         at = result.find("\u00A0"))
        result.replace(at, 2, " ");
    return trim(result);
}

Problem bad_date(std::string_view text) {
    return {.code = "transfer.bad_date",
            .level = Level::error,
            .text = {"\"{0}\" is no date that can be read in one way only. Write the year first, "
                     "as in 2008-01-31.",
                     {std::string{text}}}};
}

// "2008年1月31日" and "20080131" with hyphens between their parts.
std::string with_hyphens(std::string text) {
    const bool is_eight_digits = text.size() == 8 &&
                                 std::all_of(text.begin(), text.end(),
                                             [](char byte) { return byte >= '0' && byte <= '9'; });
    if (is_eight_digits) return text.substr(0, 4) + '-' + text.substr(4, 2) + '-' + text.substr(6);
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> marks{
        {{"年", "-"}, {"月", "-"}, {"日", ""}}};
    for (const auto& [mark, hyphen] : marks)
        if (const std::size_t at = text.find(mark); at != std::string::npos)
            text.replace(at, mark.size(), hyphen);
    return text;
}

}  // namespace

Result<Money> money_from_file(std::string_view text) {
    const bool is_plain = std::all_of(text.begin(), text.end(), [](char byte) {
        return (byte >= '0' && byte <= '9') || byte == '.';
    });
    if (is_plain)
        if (const auto amount = Money::parse(text)) return *amount;
    std::string rest = half_width(with_plain_spaces(text));
    for (const auto& [full, half] :
         {std::pair<std::string_view, std::string_view>{"（", "("}, {"）", ")"}})
        for (std::size_t at = rest.find(full); at != std::string::npos; at = rest.find(full))
            rest.replace(at, full.size(), half);
    const int times_red = take_decorations(rest);
    const auto amount = Money::parse(rest);
    if (!amount) return bad_amount(amount.error());
    if (times_red > 1 || (times_red == 1 && amount->is_negative()))
        return bad_amount({"\"{0}\" is marked as red more than once. Write one minus sign.",
                           {std::string{text}}});
    return times_red == 1 ? -*amount : *amount;
}

Result<Date> date_from_file(std::string_view text) {
    const std::string written = trim(half_width(with_plain_spaces(text)));
    const auto date = Date::parse(with_hyphens(written));
    if (!date) return bad_date(text);
    if (date->year() < 1900 || date->year() > 2100) return bad_date(text);
    return *date;
}

}  // namespace zf
