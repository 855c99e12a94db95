#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// 验证: re-adds and verifies a month and keeps the result, so that closing it takes a moment.
struct ProvePeriod {
    static constexpr const char* command = "bk.period.prove";
    std::string book;
    std::string month;
};

inline std::vector<Field<ProvePeriod>> prove_period_fields() {
    return {book_field(&ProvePeriod::book), month_field(&ProvePeriod::month)};
}

}  // namespace zf::bookkeeping
