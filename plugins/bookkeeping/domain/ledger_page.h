#pragma once

#include <optional>
#include <string>
#include <vector>

#include "zhangfang/base/date.h"
#include "zhangfang/ledger/account.h"
#include "zhangfang/ledger/measure.h"
#include "zhangfang/ledger/period.h"

// The lines of an account as a page of its book shows them, after the rules for closing books
// (会计基础工作规范 Art. 62 and 63): totals of days, months and the year between the entries.
namespace zf::bookkeeping {

// A line that moved the account.
struct LedgerEntry {
    Date date;
    PeriodKey period;
    std::string word;
    int number = 0;
    Side side = Side::debit;
    Amount amount;  // negative is red: it reduces its own side
};

enum class LedgerRowKind {
    year_opening,  // 上年结转
    opening,       // 期初余额
    entry,
    day_total,       // 本日合计
    month_total,     // 本月合计
    year_total,      // 本年累计
    carried_onward,  // 结转下年
};

struct LedgerRow {
    LedgerRowKind kind = LedgerRowKind::entry;
    Date date;
    Amount debit, credit;      // of totals their sums, of an entry its own amount
    Amount balance;            // debit-positive, after this row
    std::string numbers;       // of month totals: 记-1～17
    bool closes_year = false;  // 本年累计 of December stands above a double red rule

    bool operator==(const LedgerRow&) const = default;
};

// What the page shows besides its entries.
struct LedgerStyle {
    bool has_entries = true;  // false: a general ledger of monthly totals
    bool has_day_totals = false;
    bool has_month_openings = false;
    // 本年累计 below each month; without it the year's last month alone has one.
    bool has_year_totals = true;
};

// One account in a range of periods of one year.
struct LedgerRange {
    PeriodKey from, to;
    bool ends_year = false;          // the books of December are closed: what is left is carried on
    Amount opening;                  // debit-positive, before the first entry
    Amount year_debit, year_credit;  // moved since January, before the range
};

// Puts the rows of a page in order while entries pass, so that no page is ever held as a whole.
class LedgerPage {
public:
    LedgerPage(LedgerStyle style, LedgerRange range);

    // Rows before the first entry.
    void begin(std::vector<LedgerRow>& rows);
    // Adds what stands before the entry, then the entry itself where the style shows it.
    void add(const LedgerEntry& entry, std::vector<LedgerRow>& rows);
    // Closes day, month and year.
    void finish(std::vector<LedgerRow>& rows);

private:
    struct NumberRange {
        std::string word;
        int first = 0, last = 0;
    };

    void close_day(std::vector<LedgerRow>& rows);
    void close_month(std::vector<LedgerRow>& rows);
    void close_year(std::vector<LedgerRow>& rows);
    void note_number(const LedgerEntry& entry);
    std::string numbers() const;

    LedgerStyle style_;
    LedgerRange range_;
    Amount balance_;
    Amount year_debit_, year_credit_;
    Amount month_debit_, month_credit_;
    Amount day_debit_, day_credit_;
    std::optional<PeriodKey> month_;  // with entries, not yet closed
    std::optional<Date> day_;
    std::vector<NumberRange> numbers_;
    bool year_is_closed_ = false;
};

}  // namespace zf::bookkeeping
