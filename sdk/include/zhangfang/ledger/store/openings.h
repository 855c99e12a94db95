#pragma once

#include <vector>

#include "zhangfang/ledger/store/books.h"
#include "zhangfang/ledger/voucher.h"

namespace zf {

// One row of 期初数据: the balance at the start period (debit-positive) and, when that is not the
// first of its year, what moved since January. The year's opening is balance − debit + credit.
struct Opening {
    Id<Account> account;
    std::vector<DimensionValue> dimensions;  // of use `balance`
    Id<Measure> measure;                     // 0: the base currency
    Amount balance;
    Amount year_debit, year_credit;
    std::optional<EntryDetail> detail;  // foreign amount and quantity of the balance

    bool operator==(const Opening&) const = default;
};

struct OpeningCheck {
    std::vector<AccountBalance> rows;  // every account, parents rolled up
    Problems problems;                 // empty: the book may go into use

    bool is_ready() const { return problems.empty(); }
};

ZF_EXPORT std::vector<Opening> openings_of(Reader reader, Id<Book> book);

// Sets the rows given (a row of zeros takes one away); with `replaces_all` the others go. Only
// while the book is being set up. Problems: ledger.opening.not_leaf, .finished, .year_amounts (at a
// January start), .dimension_missing …
ZF_EXPORT Result<Touched> set_openings(const Writing& writing, Id<Book> book,
                                       const std::vector<Opening>& openings, bool replaces_all);

// 验证 and 试算平衡: Σ debit = Σ credit per measure, also of the year so far, and the rules of the
// kind.
ZF_EXPORT OpeningCheck check_openings(Reader reader, const BookKinds& kinds, Id<Book> book);

// 初始完成确认: writes the opening balances; the book is then in use.
ZF_EXPORT Result<BookWritten> finish_initialisation(const Writing& writing, Id<Book> book);
// 反初始化: only while no voucher exists.
ZF_EXPORT Result<BookWritten> undo_initialisation(const Writing& writing, Id<Book> book);

}  // namespace zf
