#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// What closing a month would find, all together and without changing anything.
struct ListClosingChecks {
    static constexpr const char* command = "bk.period.checks";
    std::string book;
    std::string month;
};

inline std::vector<Field<ListClosingChecks>> list_closing_checks_fields() {
    return {book_field(&ListClosingChecks::book), month_field(&ListClosingChecks::month)};
}

}  // namespace zf::bookkeeping
