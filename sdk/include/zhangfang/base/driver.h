#pragma once

#include <string>

#include "zhangfang/base/export.h"

namespace zf {

// What the module `name` of the program hands out under zf_NAME_driver. Modules stand for heavy
// libraries that would slow every start: each is loaded when it is first asked for, and stays until
// the program ends, since what it made may live as long. Throws std::system_error when it is not
// there.
ZF_EXPORT const void* loaded_driver(const std::string& name);

// By a type that names its module: static constexpr const char* module = "postgresql".
template <class Driver>
const Driver& driver() {
    static const Driver& loaded = *static_cast<const Driver*>(loaded_driver(Driver::module));
    return loaded;
}

}  // namespace zf
