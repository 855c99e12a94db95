#include "instant.h"

#include <charconv>

#include <fmt/format.h>

#include "zhangfang/base/assert.h"
#include "zhangfang/base/date.h"
#include "zhangfang/base/message.h"

namespace zf {

static constexpr std::int64_t seconds_a_day = 86'400;

static std::int64_t part_of(std::string_view instant, std::size_t from, std::size_t size) {
    std::int64_t number = 0;
    const char* const begin = instant.data() + from;
    const auto [end, fault] = std::from_chars(begin, begin + size, number);
    ZF_ASSERT(fault == std::errc{} && end == begin + size);
    return number;
}

std::int64_t seconds_of(std::string_view instant) {
    ZF_ASSERT(instant.size() >= 20 && instant[10] == 'T' && instant.back() == 'Z');
    const auto date = Date::parse(instant.substr(0, 10));
    ZF_ASSERT(date.has_value());
    return date->day_number() * seconds_a_day + part_of(instant, 11, 2) * 3600 +
           part_of(instant, 14, 2) * 60 + part_of(instant, 17, 2);
}

std::string instant_of(std::int64_t seconds) {
    const std::int64_t day = seconds / seconds_a_day;
    const std::int64_t rest = seconds % seconds_a_day;
    return fmt::format("{}T{:02}:{:02}:{:02}Z",
                       Date::from_day(static_cast<std::int32_t>(day)).iso(), rest / 3600,
                       rest / 60 % 60, rest % 60);
}

}  // namespace zf
