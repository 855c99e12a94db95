#pragma once

#include <stdexcept>

#include "zhangfang/base/export.h"

namespace zf {

// The program contradicts itself. The dispatcher rolls back, refuses further commands and asks for
// a restart.
class ZF_EXPORT ProgramFault : public std::logic_error {
public:
    using std::logic_error::logic_error;
    ~ProgramFault() override;
};

// A sum or product left the range of 64-bit integers; it never wraps.
class ZF_EXPORT Overflow : public std::range_error {
public:
    Overflow();
    ~Overflow() override;
};

[[noreturn]] ZF_EXPORT void assertion_failed(const char* condition, const char* file, int line);

}  // namespace zf

// States a fact about the program, in release builds too; it never depends on what a person typed.
#define ZF_ASSERT(condition)                                                                       \
    ((condition) ? static_cast<void>(0) : ::zf::assertion_failed(#condition, __FILE__, __LINE__))
