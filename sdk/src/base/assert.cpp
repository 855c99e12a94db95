#include "zhangfang/base/assert.h"

#include <string>

namespace zf {

// Out of line, so that every library shares one identity of these types.
ProgramFault::~ProgramFault() = default;

Overflow::Overflow()
    : std::range_error{"A figure became too large to be exact. Nothing was changed; check the "
                       "amounts and quantities."} {}
Overflow::~Overflow() = default;

void assertion_failed(const char* condition, const char* file, int line) {
    throw ProgramFault{std::string{file} + ":" + std::to_string(line) + ": not true: " + condition};
}

}  // namespace zf
