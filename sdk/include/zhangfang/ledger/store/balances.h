#pragma once

#include <optional>
#include <vector>

#include "zhangfang/ledger/book_kind.h"
#include "zhangfang/ledger/store/writing.h"

namespace zf {

// Only posted amounts, or also those entered and reviewed (含未记账).
enum class Include { posted, pending };

struct BalanceQuery {
    Id<Book> book;
    int year = 0;
    int from = 1, to = 12;  // period numbers, both included, up to 13
    Include include = Include::posted;
    Id<Measure> measure;  // 0: the base currency
};

struct DimensionTurnover {
    std::string item;  // code; "": lines without one
    std::string name;
    std::string direction;
    Amount debit, credit;
};

// Figures straight from the kept balances; never re-added from lines.
class ZF_EXPORT BalanceReader {
public:
    explicit BalanceReader(Reader reader);

    // 科目余额表: every account in code order, parents rolled up from their leaves (debit-positive
    // nets, gross turnovers).
    std::vector<AccountBalance> trial_balance(const BalanceQuery& query) const;
    // One account of it, a parent too.
    AccountBalance account(const BalanceQuery& query, Id<Account> account) const;
    // Debit-positive balance at the end of a day; of a parent the sum of its leaves.
    Amount balance_at(const BalanceQuery& query, Id<Account> account, Date day) const;
    // Turnovers of an account by item of one kind, in item order; those without an item last.
    std::vector<DimensionTurnover> dimension_turnovers(const BalanceQuery& query,
                                                       Id<Account> account,
                                                       std::string_view kind) const;

private:
    Connection& connection_;
    Reader reader_;
};

}  // namespace zf
