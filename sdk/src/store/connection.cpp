#include "zhangfang/store/connection.h"

#include <cerrno>

#include "system_store_error.h"

namespace zf {

StoreError::StoreError(StoreFault fault, const std::string& detail)
    : std::runtime_error{detail},
      fault_{fault} {}
StoreError::~StoreError() = default;

Row::~Row() = default;
Stream::~Stream() = default;
Connection::~Connection() = default;

static StoreFault fault_of(int error_number) {
    switch (error_number) {
        case ENOSPC:
        case EDQUOT: return StoreFault::full;
        case EROFS: return StoreFault::read_only;
        case EACCES:
        case EPERM: return StoreFault::permission;
        case EEXIST: return StoreFault::exists;
        case EIO: return StoreFault::input_output;
        default: return StoreFault::cannot_open;
    }
}

StoreError store_error_of(const std::system_error& fault) {
    return {fault_of(fault.code().value()), fault.what()};
}

}  // namespace zf
