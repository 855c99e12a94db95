#include "zhangfang/national/capital_amount.h"

#include <array>
#include <string_view>

namespace zf {

static constexpr std::array<std::string_view, 10> digit_names{"零", "壹", "贰", "叁", "肆",
                                                              "伍", "陆", "柒", "捌", "玖"};

// 1 to 9999: "柒仟零伍"; zeros in front are the caller's matter, since only he knows what stands
// before.
static std::string capital_group(std::uint64_t group) {
    struct Unit {
        std::uint64_t size;
        std::string_view name;
    };
    constexpr std::array<Unit, 4> units{{{1000, "仟"}, {100, "佰"}, {10, "拾"}, {1, ""}}};

    std::string text;
    bool zero_pending = false;
    for (const Unit& unit : units) {
        const std::uint64_t digit = group / unit.size % 10;
        if (digit == 0) {
            zero_pending = !text.empty();
            continue;
        }
        if (zero_pending) text += digit_names[0];
        zero_pending = false;
        text += digit_names[digit];
        text += unit.name;
    }
    return text;
}

// A whole number above 0 by groups of four digits: 万, 亿, 万亿 and, since the largest amount
// reaches it, 亿亿.
static std::string capital_number(std::uint64_t number) {
    struct Unit {
        std::uint64_t size;
        std::string_view name;
    };
    constexpr std::uint64_t wan = 10'000;
    constexpr std::uint64_t yi = 100'000'000;
    if (number < wan) return capital_group(number);

    const Unit unit = number < yi ? Unit{wan, "万"} : Unit{yi, "亿"};
    const std::uint64_t rest = number % unit.size;
    std::string text = capital_number(number / unit.size);
    text += unit.name;
    if (rest == 0) return text;
    if (rest < unit.size / 10) text += digit_names[0];  // The place next to the unit is empty.
    return text + capital_number(rest);
}

std::string capital_amount(Money amount) {
    const bool negative = amount.is_negative();
    // Going through unsigned keeps the lowest amount, whose negative does not exist, right.
    const auto bits = static_cast<std::uint64_t>(amount.fen());
    const std::uint64_t all_fen = negative ? ~bits + 1 : bits;
    const std::uint64_t yuan = all_fen / 100;
    const std::uint64_t jiao = all_fen / 10 % 10;
    const std::uint64_t fen = all_fen % 10;

    std::string text;
    if (yuan > 0) text = capital_number(yuan) + "元";
    if (yuan == 0 && jiao == 0 && fen == 0) text = "零元";
    if (jiao > 0) text.append(digit_names[jiao]).append("角");
    if (jiao == 0 && fen > 0 && yuan > 0) text += digit_names[0];
    if (fen > 0) text.append(digit_names[fen]).append("分");
    if (fen == 0) text += "整";
    return negative ? "负" + text : text;
}

std::string capital_date(Date date) {
    std::string text;
    const auto year = static_cast<unsigned>(date.year());
    for (unsigned place = 1000; place > 0; place /= 10) text += digit_names[year / place % 10];
    text += "年";

    const unsigned month = date.month_of_year();
    if (month == 1 || month == 2 || month == 10) text += digit_names[0];
    text += capital_group(month) + "月";

    const unsigned day = date.day_of_month();
    if (day < 10 || day % 10 == 0) text += digit_names[0];
    return text + capital_group(day) + "日";
}

}  // namespace zf
