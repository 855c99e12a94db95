#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// Adds a phrase to the summary library, or changes the one of this code.
struct SaveSummary {
    static constexpr const char* command = "bk.summary.save";
    std::string book;
    std::string code;
    std::string category;
    std::string text;
    std::int64_t version = 0;
};

inline std::vector<Field<SaveSummary>> save_summary_fields() {
    return {
        book_field(&SaveSummary::book),
        field("code", &SaveSummary::code, "Code").required().length(20),
        field("category", &SaveSummary::category, "Category").length(40),
        field("text", &SaveSummary::text, "Summary").required().length(200),
        version_field(&SaveSummary::version),
    };
}

}  // namespace zf::bookkeeping
