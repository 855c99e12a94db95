#pragma once

#include "zhangfang/ledger/account.h"
#include "zhangfang/ledger/book.h"
#include "zhangfang/ledger/voucher.h"
#include "zhangfang/rules/problem.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace zf {

// What a rule of entry may know besides the voucher itself: values only, filled by the ledger's store.
struct EntryContext {
    Book book;
    std::vector<Account> accounts;                    // those the voucher names
    std::optional<Date> last_date;                    // of the previous number of its word and period
    Date first_open_day, last_open_day;               // range in which entry is allowed
    // Cash and bank accounts that this voucher drives below zero: account, the day, the balance then.
    struct Deficit {
        Id<Account> account;
        Date day;
        Amount balance;
    };
    std::vector<Deficit> deficits;

    const Account* account(Id<Account> id) const {
        for (const Account& each : accounts)
            if (each.id == id) return &each;
        return nullptr;
    }
};

// A balance sheet line as closing checks and openings see it.
struct AccountBalance {
    Account account;
    Amount opening, debit, credit, closing;  // debit-positive balances; turnovers of the period
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

// A kind of book is a value that a plugin registers; the ledger asks it on every enter, review, post and close, whoever
// calls. A book whose kind is not loaded is read-only.
struct BookKind {
    std::string name;   // "canteen"
    std::string label;  // "Canteen book"
    Chart chart;                               // the accounts a new book starts with
    std::vector<DimensionKind> dimension_kinds;
    std::vector<DimensionItem> dimension_items;
    BookOptions options;                       // defaults
    BookMethod method = BookMethod::debit_credit;
    std::string code_levels = "4-2-2-2";
    ControlLevel control_level = ControlLevel::traced;
    bool may_waive_review = false;             // review_required=off can be chosen at creation
    bool keeps_reverse_voucher = false;        // period 13 holds the reverse voucher (canteen C17)

    // Beyond the ledger's own rules (balance, leaf, open period, …), which hold for every kind.
    std::function<Problems(const Voucher&, const EntryContext&)> problems_of;
    std::function<std::optional<Problem>(const Voucher&, std::int64_t reviewer)> why_not_reviewed;
    std::function<Problems(const std::vector<AccountBalance>&)> problems_of_opening;
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
