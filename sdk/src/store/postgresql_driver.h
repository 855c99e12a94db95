#pragma once

#include <memory>
#include <string>

#include "zhangfang/store/connection.h"

namespace zf {

// What the module of the PostgreSQL driver hands out. libpq brings two dozen libraries along, which
// would take a third of the start of a program that only opens a file: the module is loaded when
// the first address of a server is opened.
struct PostgresqlDriver {
    static constexpr const char* module = "postgresql";
    std::unique_ptr<Connection> (*open)(const std::string& url, const std::string& schema,
                                        const std::string& password, bool read_only);
};

}  // namespace zf
