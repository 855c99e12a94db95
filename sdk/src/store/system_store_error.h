#pragma once

#include <system_error>

#include "zhangfang/store/connection.h"

namespace zf {

// What the file system said, in the words of the store.
StoreError store_error_of(const std::system_error& fault);

}  // namespace zf
