#pragma once

#include <map>
#include <unordered_map>
#include <vector>

#include "zhangfang/ledger/posting.h"
#include "zhangfang/ledger/store/balances.h"
#include "zhangfang/store/transaction.h"

namespace zf {

// The kept sums of a book: zf_balance and zf_day_turnover are changed here and nowhere else.
enum class SumKind { posted, pending };

// Adds (or with `sign` −1 takes away) what vouchers move.
void apply(Connection& connection, Id<Book> book, const Deltas& deltas, SumKind kind, int sign);

// Sums many vouchers in memory before they are applied once.
class DeltaSum {
public:
    void add(const Voucher& voucher, const std::vector<std::int64_t>& tuples);
    void add(const BalanceKey& key, const Turnover& turnover);
    void add(const DayDelta& day);
    Deltas take() const;

private:
    struct KeyHash {
        std::size_t operator()(const BalanceKey& key) const;
        std::size_t operator()(const DayKey& key) const;
    };
    std::unordered_map<BalanceKey, Turnover, KeyHash> balances_;
    std::unordered_map<DayKey, DayDelta, KeyHash> days_;
};

// Debit-positive nets of leaves. `pending` counts what waits for posting too.
using Nets = std::unordered_map<std::int64_t, Amount>;  // by account

// The opening of a year by account: its own, or read through the year before while it was not
// carried.
Nets year_openings(Connection& connection, const Book& book, int year, Id<Measure> measure,
                   Include include);
Amount year_opening(Connection& connection, const Book& book, int year, Id<Measure> measure,
                    Include include, Id<Account> account);

// The balance of a leaf before a day of a month (1…12), from balances and day turnovers.
Amount balance_before(Connection& connection, const Book& book, Id<Account> account,
                      Id<Measure> measure, Date day, Include include);

// Last period of a year whose turnovers its successor's openings take over.
int last_carried_period(const Book& book);
bool is_carried(Connection& connection, const Book& book, int year);

// The leaves of an account: itself, or all below it.
std::vector<Id<Account>> leaves_below(Reader reader, Id<Book> book, int year, Id<Account> account);

// A cash or bank account that `changes` would drive below zero, whatever its feature: the first
// such day. `changes` are nets by day of one account and measure; year-end vouchers are told apart,
// since the next year does not take them over.
struct DayChange {
    std::int32_t day = 0;
    Amount net;
    bool is_year_end = false;
};
std::optional<EntryContext::Deficit> deficit_after(Connection& connection, const Book& book,
                                                   Id<Account> account, Id<Measure> measure,
                                                   const std::vector<DayChange>& changes);

}  // namespace zf
