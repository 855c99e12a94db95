#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "zhangfang/ledger/store/balances.h"
#include "zhangfang/ledger/voucher.h"

namespace zf {

// Where a line stands on the page of an account.
struct LineKey {
    std::int32_t day = 0;
    std::int64_t voucher = 0;
    int line = 0;

    constexpr auto operator<=>(const LineKey&) const = default;
};

struct AccountLine {
    LineKey key;
    Date date;
    PeriodKey period;
    Id<Voucher> voucher;
    std::string word;
    int number = 0;
    VoucherState state = VoucherState::posted;
    std::string summary;
    Id<Account> account;  // the leaf
    Side side = Side::debit;
    Amount amount;   // negative is red
    Amount balance;  // debit-positive, after this line
    std::vector<DimensionValue> dimensions;
    std::vector<Id<Account>> counter_accounts;  // 对方科目, when asked for
};

struct AccountPageQuery {
    Id<Book> book;
    Id<Account> account;  // a leaf, or a parent for all below it
    Id<Measure> measure;  // 0: the base currency
    PeriodKey from, to;   // both included
    Include include = Include::posted;
    std::optional<DimensionValue> dimension;  // only lines with this item; the running balance is
                                              // then that of the lines shown
    bool with_counter_accounts = false;
    bool with_dimensions = false;
};

struct AccountPage {
    Amount opening;  // before the first line of the query
    std::vector<AccountLine> lines;
    bool has_more = false;  // lines.back().key continues
};

struct DayTurnover {
    Date day;
    std::int64_t lines = 0;
    Amount debit, credit;
    Amount balance;  // at the end of the day
};

// 明细账 and 日记账: one screen at a time, from any row, with a right running balance, however long
// the page is.
class ZF_EXPORT AccountPageReader {
public:
    AccountPageReader(Reader reader, AccountPageQuery query);

    Amount opening() const;
    AccountPage first(int limit) const;
    AccountPage after(const AccountLine& last, int limit) const;
    std::int64_t row_count() const;                         // of the whole query
    AccountPage at_row(std::int64_t row, int limit) const;  // from the row-th line (0 is the first)
    std::vector<DayTurnover> days() const;                  // those with lines: 本日合计

private:
    Reader reader_;
    AccountPageQuery query_;
};

// Every line of a query one after another; memory does not grow with their number.
class ZF_EXPORT AccountLineCursor {
public:
    AccountLineCursor(Reader reader, AccountPageQuery query);
    const AccountLine* next();
    Amount opening() const { return opening_; }

private:
    AccountPageReader reader_;
    AccountPage page_;
    std::size_t position_ = 0;
    Amount opening_;
};

}  // namespace zf
