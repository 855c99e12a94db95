#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// Comparisons of the books that were kept, the newest first.
struct ListAgreements {
    static constexpr const char* command = "bk.agreement.list";
    std::string book;
    int limit = 100;
};

inline std::vector<Field<ListAgreements>> list_agreements_fields() {
    return {
        book_field(&ListAgreements::book),
        field("limit", &ListAgreements::limit, "Rows at most").range(1, 1000).defaults_to("100"),
    };
}

}  // namespace zf::bookkeeping
