#include "zhangfang/command/environment.h"

#include <chrono>
#include <ctime>

#include <fmt/chrono.h>

#include "zhangfang/base/version.h"
#include "zhangfang/crypto/crypto.h"
#include "zhangfang/platform/platform.h"

namespace zf {

static std::time_t clock_now() {
    return std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
}

Environment Environment::system() {
    Environment environment;
    environment.now = [] { return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(clock_now())); };
    environment.today = [] {
        const std::tm local = fmt::localtime(clock_now());
        return Date{local.tm_year + 1900, static_cast<unsigned>(local.tm_mon + 1),
                    static_cast<unsigned>(local.tm_mday)};
    };
    environment.random_hex = [](std::size_t bytes) { return crypto::random_hex(bytes); };
    environment.station = platform::host_name();
    environment.program_version = zf::program_version;
    environment.local_log = (platform::user_state_folder() / "refusals.jsonl").string();
    return environment;
}

}  // namespace zf
