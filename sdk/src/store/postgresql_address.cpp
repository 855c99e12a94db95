#include "postgresql_address.h"

#include <algorithm>
#include <vector>

#include "zhangfang/base/text.h"
#include "zhangfang/store/connection.h"

namespace zf {

bool is_postgresql_address(std::string_view address) {
    return address.starts_with("postgresql://") || address.starts_with("postgres://");
}

static bool is_schema_name(std::string_view name) {
    constexpr std::size_t length_max = 63;  // PostgreSQL cuts longer names without a word
    return !name.empty() && name.size() <= length_max && (name[0] < '0' || name[0] > '9') &&
           std::all_of(name.begin(), name.end(), [](char byte) {
               return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '_';
           });
}

// user:secret@host → user@host
static std::string without_password(std::string_view base) {
    const std::size_t authority = base.find("://") + 3;
    const std::size_t at = base.substr(0, base.find('/', authority)).rfind('@');
    const std::size_t colon = base.find(':', authority);
    if (at == std::string_view::npos || colon == std::string_view::npos || colon > at)
        return std::string{base};
    return std::string{base.substr(0, colon)} + std::string{base.substr(at)};
}

static std::string joined(std::string base, const std::vector<std::string>& parameters) {
    char separator = '?';
    for (const std::string& each : parameters) {
        base += separator + each;
        separator = '&';
    }
    return base;
}

PostgresqlAddress parse_postgresql_address(std::string_view address) {
    const std::size_t question = address.find('?');
    const std::string_view base = address.substr(0, question);
    PostgresqlAddress parsed;
    std::vector<std::string> for_libpq, for_people;
    if (question != std::string_view::npos) {
        for (const std::string& parameter : split(address.substr(question + 1), '&')) {
            const bool is_schema = parameter.starts_with("schema=");
            if (is_schema) parsed.schema = parameter.substr(7);
            if (!is_schema) for_libpq.push_back(parameter);
            if (!parameter.starts_with("password=")) for_people.push_back(parameter);
        }
    }
    if (!is_schema_name(parsed.schema))
        throw StoreError{StoreFault::cannot_open,
                         "the address names no schema: add ?schema=name (a-z, 0-9, _)"};
    parsed.url = joined(std::string{base}, for_libpq);
    parsed.shown = joined(without_password(base), for_people);
    return parsed;
}

}  // namespace zf
