#pragma once

#include <cstddef>
#include <functional>
#include <string>

#include "zhangfang/base/date.h"
#include "zhangfang/base/export.h"

namespace zf {

// The world as the dispatcher sees it; tests give their own.
struct Environment {
    std::function<std::string()> now;                    // UTC instant "2008-01-31T08:00:00Z"
    std::function<Date()> today;                         // business date of this computer
    std::function<std::string(std::size_t)> random_hex;  // n random bytes
    std::string station;                                 // name of this seat
    std::string language = "zh_CN";
    std::string program_version;
    std::string local_log;  // file for refusals that the trail cannot take (read-only media); ""
                            // keeps none

    ZF_EXPORT static Environment system();
};

}  // namespace zf
