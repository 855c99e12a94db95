#pragma once

#include <string>
#include <string_view>

namespace zf {

// postgresql://host/db?schema=unit, taken apart: libpq knows no parameter `schema`.
struct PostgresqlAddress {
    std::string url;     // for libpq, without the schema; may hold a password
    std::string schema;  // a-z, 0-9, _; at most 63 characters
    std::string shown;   // with the schema, without a password
};

bool is_postgresql_address(std::string_view address);

// Throws StoreError cannot_open when the schema is missing or not a plain name.
PostgresqlAddress parse_postgresql_address(std::string_view address);

}  // namespace zf
