#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// Opening balances from a file: account_code; balance, or debit and credit; year_debit,
// year_credit.
struct ImportOpenings {
    static constexpr const char* command = "bk.opening.import";
    std::string book;
    std::string file;
    bool replaces_all = false;
};

inline std::vector<Field<ImportOpenings>> import_openings_fields() {
    return {
        book_field(&ImportOpenings::book),
        field("file", &ImportOpenings::file, "File").required().file(),
        field("replaces_all", &ImportOpenings::replaces_all, "Take all others away"),
    };
}

}  // namespace zf::bookkeeping
