#pragma once

#include <cstdint>
#include <stdexcept>

#include "zhangfang/base/export.h"

namespace zf {

// The operator cancelled: everything is rolled back.
class ZF_EXPORT Cancelled : public std::runtime_error {
public:
    Cancelled();
    ~Cancelled() override;
};

// How far a command has come. step() throws Cancelled when the operator asked for it.
class ZF_EXPORT Progress {
public:
    virtual ~Progress();
    virtual void step(std::int64_t done, std::int64_t total) = 0;
    // Asked before each new try of a command, so that a cancelled one does not begin again.
    virtual bool is_cancelled() const { return false; }
    static Progress& none();
};

}  // namespace zf
