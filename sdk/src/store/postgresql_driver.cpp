#include "postgresql_driver.h"

#include <system_error>

#include "postgresql_address.h"
#include "zhangfang/base/driver.h"

namespace zf {

std::unique_ptr<Connection> open_postgresql(const std::string& url, const std::string& password,
                                            bool read_only) {
    const PostgresqlAddress address = parse_postgresql_address(url);
    try {
        return driver<PostgresqlDriver>().open(address.url, address.schema, password, read_only);
    } catch (const std::system_error& fault) {
        throw StoreError{StoreFault::cannot_open,
                         std::string{"the PostgreSQL driver cannot be loaded: "} + fault.what()};
    }
}

}  // namespace zf
