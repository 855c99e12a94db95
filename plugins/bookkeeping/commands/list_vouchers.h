#pragma once

#include <optional>

#include "commands/fields.h"
#include "zhangfang/ledger/voucher.h"

namespace zf::bookkeeping {

// 凭证查询: what is not given does not narrow.
struct ListVouchers {
    static constexpr const char* command = "bk.voucher.list";
    std::string book;
    std::string from, to;
    std::optional<Date> from_date, to_date;
    std::vector<std::string> state;
    std::string word;
    int from_number = 0, to_number = 0;
    std::string prepared_by;
    std::string account;
    std::optional<Money> from_amount, to_amount;
    std::string search;
    bool marked_wrong = false;
    std::string after;
    int limit = 100;
};

inline std::vector<Field<ListVouchers>> list_vouchers_fields() {
    using L = ListVouchers;
    return {
        book_field(&L::book),
        month_field(&L::from, "from", "From month"),
        month_field(&L::to, "to", "To month"),
        field("from_date", &L::from_date, "From date"),
        field("to_date", &L::to_date, "To date"),
        field("state", &L::state, "States")
            .help("held, entered, reviewed, posted, voided; left out, all."),
        field("word", &L::word, "Voucher word"),
        field("from_number", &L::from_number, "From number").range(0, 999'999),
        field("to_number", &L::to_number, "To number").range(0, 999'999),
        field("prepared_by", &L::prepared_by, "Prepared by").help("A login name."),
        account_field(&L::account),
        field("from_amount", &L::from_amount, "From amount"),
        field("to_amount", &L::to_amount, "To amount"),
        field("search", &L::search, "Part of a summary"),
        field("marked_wrong", &L::marked_wrong, "Marked as wrong"),
        field("after", &L::after, "Continue after"),
        field("limit", &L::limit, "Rows at most").range(1, 10'000).defaults_to("100"),
    };
}

}  // namespace zf::bookkeeping
