#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// Takes a phrase out of the summary library; vouchers keep their texts.
struct RemoveSummary {
    static constexpr const char* command = "bk.summary.remove";
    std::string book;
    std::string code;
};

inline std::vector<Field<RemoveSummary>> remove_summary_fields() {
    return {
        book_field(&RemoveSummary::book),
        field("code", &RemoveSummary::code, "Code").required(),
    };
}

}  // namespace zf::bookkeeping
