#pragma once

#include <string>

namespace zf {

// "2026-03-01T08:00:00Z" of the computer's clock: for what the store notes about itself, never for
// business.
std::string utc_now();

}  // namespace zf
