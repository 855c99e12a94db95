#include "utc_now.h"

#include <ctime>

#include <fmt/chrono.h>

namespace zf {

std::string utc_now() {
    return fmt::format("{:%FT%TZ}", fmt::gmtime(std::time(nullptr)));
}

}  // namespace zf
