#include "zhangfang/base/month.h"

#include "calendar_text.h"
#include "decimal.h"
#include "zhangfang/base/message.h"
#include "zhangfang/base/text.h"

namespace zf {

static constexpr std::int32_t first_index = 1 * 12;         // 0001-01
static constexpr std::int32_t last_index = 9999 * 12 + 11;  // 9999-12

Month::Month(int year, unsigned month) {
    ZF_ASSERT(year >= 1 && year <= 9999 && month >= 1 && month <= 12);
    index_ = year * 12 + static_cast<std::int32_t>(month) - 1;
}

Expected<Month, Message> Month::parse(std::string_view text) {
    const std::string narrow = trim(half_width(text));
    if (narrow.empty()) return Message{"The month is empty. Type it as 2008-01."};

    const auto parts = calendar_parts(narrow);
    if (!parts || parts->size() != 2 || (*parts)[0] == 0) {
        return Message{"\"{0}\" is not a month. Type it as 2008-01.", {quotable(text)}};
    }
    if ((*parts)[1] < 1 || (*parts)[1] > 12) {
        return Message{"\"{0}\" is not a month: a year has the months 1 to 12.", {narrow}};
    }
    return Month{static_cast<int>((*parts)[0]), (*parts)[1]};
}

int Month::year() const {
    return index_ / 12;
}

unsigned Month::number() const {
    return static_cast<unsigned>(index_ % 12 + 1);
}

Date Month::first_day() const {
    return {year(), number(), 1};
}

Date Month::last_day() const {
    const std::chrono::year_month_day_last last{
        std::chrono::year{year()}, std::chrono::month_day_last{std::chrono::month{number()}}};
    return {year(), number(), static_cast<unsigned>(last.day())};
}

Month Month::plus_months(int months) const {
    const std::int64_t index = std::int64_t{index_} + months;
    if (index < first_index || index > last_index) throw Overflow{};
    return Month{static_cast<std::int32_t>(index)};
}

std::string Month::iso() const {
    return padded(static_cast<unsigned>(year()), 4) + "-" + padded(number(), 2);
}

}  // namespace zf
