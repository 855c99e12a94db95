#include "postgresql_driver.h"

#include <boost/dll/runtime_symbol_info.hpp>
#include <boost/dll/shared_library.hpp>

#include "postgresql_address.h"

namespace zf {

// It stays loaded until the program ends: connections of it may live as long.
static const PostgresqlDriver& driver() {
    static const boost::dll::shared_library module = [] {
        auto file = boost::dll::this_line_location().parent_path() / "zhangfang" / "postgresql";
        file += boost::dll::shared_library::suffix();
        return boost::dll::shared_library{file, boost::dll::load_mode::rtld_local};
    }();
    return module.get<const PostgresqlDriver>("zf_postgresql_driver");
}

std::unique_ptr<Connection> open_postgresql(const std::string& url, const std::string& password,
                                            bool read_only) {
    const PostgresqlAddress address = parse_postgresql_address(url);
    try {
        return driver().open(address.url, address.schema, password, read_only);
    } catch (const boost::dll::fs::system_error& fault) {
        throw StoreError{StoreFault::cannot_open,
                         std::string{"the PostgreSQL driver cannot be loaded: "} + fault.what()};
    }
}

}  // namespace zf
