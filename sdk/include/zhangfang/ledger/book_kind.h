#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "zhangfang/ledger/account.h"
#include "zhangfang/ledger/book.h"
#include "zhangfang/ledger/measure.h"
#include "zhangfang/ledger/voucher.h"
#include "zhangfang/rules/problem.h"

namespace zf {

// The accounts that a rule may look at, found by id.
class ZF_EXPORT AccountList {
public:
    AccountList() = default;
    AccountList(std::vector<Account> accounts);

    const Account* find(Id<Account> id) const;
    std::vector<Account>::const_iterator begin() const { return accounts_.begin(); }
    std::vector<Account>::const_iterator end() const { return accounts_.end(); }

private:
    std::vector<Account> accounts_;  // in order of id
};

// What a rule of entry may know besides the voucher itself: values only, filled by the ledger's
// store.
struct EntryContext {
    Book book;
    AccountList accounts;              // at least those the voucher names
    std::vector<DimensionItem> items;  // at least those the voucher names
    std::vector<Measure> measures;     // the base currency first
    std::optional<Date> last_date;     // of the previous number of its word and period
    std::optional<Date> next_date;     // of the following number, when its own is not the highest
    PeriodKey first_open, last_open;   // range in which entry is allowed
    std::vector<PeriodKey> frozen;     // of that range
    bool year_end_is_open = false;     // period 13 of the voucher's year takes vouchers
    // Cash and bank accounts that this voucher drives below zero: account, the first such day, the
    // balance then.
    struct Deficit {
        Id<Account> account;
        Date day;
        Amount balance;

        bool operator==(const Deficit&) const = default;
    };
    std::vector<Deficit> deficits;
    std::string same_as;  // label of a voucher with the same date, accounts, amounts, summaries

    const Account* account(Id<Account> id) const { return accounts.find(id); }
};

// A line of 科目余额表, as closing checks, openings and reports see it. Balances are
// debit-positive; turnovers are by side, red amounts reducing their own side.
struct AccountBalance {
    Account account;
    Amount year_opening;             // at 1 January
    Amount opening;                  // before the first period asked for
    Amount debit, credit;            // of the periods asked for
    Amount year_debit, year_credit;  // from January to the last period asked for
    Amount closing;

    bool operator==(const AccountBalance&) const = default;
};

// A chart that ships with a kind: the file's rows.
struct ChartRow {
    std::string code, name;
    AccountClass account_class;
    Side normal_side;
    AccountFeature feature = AccountFeature::general;
    bool is_journal = false;
    std::vector<AccountDimension> dimensions;
};
struct Chart {
    std::string name;        // "inst-1997"
    std::string regulation;  // what it follows
    std::vector<ChartRow> rows;
};

// A kind of book is a value that a plugin registers; the ledger asks it on every enter, review,
// post and close, whoever calls. A book whose kind is not loaded is read-only.
struct BookKind {
    std::string name;   // "canteen"
    std::string label;  // "Canteen book"
    Chart chart;        // the accounts a new book starts with
    std::vector<DimensionKind> dimension_kinds;
    std::vector<DimensionItem> dimension_items;
    std::vector<Measure> measures;  // besides the base currency: grain kinds
    BookOptions options;            // defaults
    BookMethod method = BookMethod::debit_credit;
    std::string code_levels = "4-2-2-2";
    ControlLevel control_level = ControlLevel::traced;
    bool may_waive_review = false;       // review_required=off can be chosen at creation
    bool keeps_reverse_voucher = false;  // period 13 holds the reverse voucher (canteen C17)

    // Beyond the ledger's own rules (balance, leaf, open period, …), which hold for every kind.
    std::function<Problems(const Voucher&, const EntryContext&)> problems_of;
    // The voucher comes without its entries, so that a month can be reviewed as one set; own review
    // is refused before.
    std::function<std::optional<Problem>(const Voucher&, std::int64_t reviewer)> why_not_reviewed;
    // Every account, parents rolled up, of the base currency.
    std::function<Problems(const std::vector<AccountBalance>&)> problems_of_opening;
    // Of the period to be closed: posted amounts.
    std::function<Problems(const std::vector<AccountBalance>&, PeriodKey)> why_not_closed;
};

class BookKinds {
public:
    void add(BookKind kind) { kinds_[kind.name] = std::move(kind); }
    const BookKind* find(const std::string& name) const {
        const auto found = kinds_.find(name);
        return found == kinds_.end() ? nullptr : &found->second;
    }
    const std::map<std::string, BookKind>& all() const { return kinds_; }

private:
    std::map<std::string, BookKind> kinds_;
};

}  // namespace zf
