#pragma once

#include <optional>

#include "commands/fields.h"
#include "zhangfang/ledger/book_kind.h"

namespace zf::bookkeeping {

// One line of 期初数据 as people write it: by its side, or as `balance` on the account's normal
// side (negative: on the other). The year's amounts only when the book starts after January.
struct OpeningLine {
    std::string account;
    std::optional<Money> balance, debit, credit;
    Money year_debit, year_credit;
};

inline std::vector<Field<OpeningLine>> opening_line_fields() {
    return {
        account_field(&OpeningLine::account).required(),
        field("balance", &OpeningLine::balance, "Opening balance"),
        field("debit", &OpeningLine::debit, "Debit"),
        field("credit", &OpeningLine::credit, "Credit"),
        field("year_debit", &OpeningLine::year_debit, "Debit of the year so far"),
        field("year_credit", &OpeningLine::year_credit, "Credit of the year so far"),
    };
}

}  // namespace zf::bookkeeping
