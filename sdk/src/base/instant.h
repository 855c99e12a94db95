#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace zf {

// "2026-03-01T08:00:00Z" and the seconds since 1970 it stands for; a fraction is passed over.
std::int64_t seconds_of(std::string_view instant);
std::string instant_of(std::int64_t seconds);

}  // namespace zf
