#include "zhangfang/ledger/store/balances.h"

#include <algorithm>

#include <fmt/format.h>

#include "rows.h"
#include "sums.h"
#include "tuples.h"
#include "zhangfang/ledger/account_tree.h"
#include "zhangfang/ledger/store/accounts.h"
#include "zhangfang/ledger/store/books.h"

namespace zf {

using namespace ledger_rows;

namespace {

struct Frame {
    Book book;
    Id<Measure> measure;
};

Frame frame_of(Reader reader, const BalanceQuery& query) {
    const BookStore books{reader};
    const std::optional<Book> book = books.get(query.book);
    ZF_ASSERT(book);
    return {*book, query.measure ? query.measure : books.base_measure(query.book).id};
}

// Turnovers of every leaf of one year, before and within the periods asked for.
void add_turnovers(Connection& connection, const BalanceQuery& query, Id<Measure> measure,
                   const std::string& where, const Bounds& more,
                   const std::function<AccountBalance*(std::int64_t)>& row_of) {
    const std::string debit = query.include == Include::posted
                                  ? "debit_minor"
                                  : "debit_minor + pending_debit_minor";
    const std::string credit = query.include == Include::posted
                                   ? "credit_minor"
                                   : "credit_minor + pending_credit_minor";
    Bounds bounds{query.book.value, query.year, measure.value, query.to};
    bounds.insert(bounds.end(), more.begin(), more.end());
    connection.run(
        fmt::format(
            "SELECT account, period, CAST(SUM({}) AS BIGINT), CAST(SUM({}) AS BIGINT) FROM "
            "zf_balance WHERE book = ? AND year = ? AND measure = ? AND period BETWEEN 1 AND ?{} "
            "GROUP BY account, period",
            debit, credit, where),
        bounds, [&](const Row& row) {
            AccountBalance* const account = row_of(row.integer(0));
            if (account == nullptr) return;
            const Amount debit_sum = amount_at(row, 2), credit_sum = amount_at(row, 3);
            account->year_debit += debit_sum;
            account->year_credit += credit_sum;
            account->closing += debit_sum - credit_sum;
            if (row.integer(1) < query.from) {
                account->opening += debit_sum - credit_sum;
            } else {
                account->debit += debit_sum;
                account->credit += credit_sum;
            }
        });
}

}  // namespace

std::vector<Id<Account>> leaves_below(Reader reader, Id<Book> book, int year, Id<Account> account) {
    const AccountStore accounts{reader, book};
    const auto itself = accounts.get(account, year);
    if (itself && itself->is_leaf) return {account};
    std::vector<Id<Account>> leaves;
    std::vector<std::int64_t> taken{account.value};
    for (const Account& each : accounts.all(year)) {
        const bool below = std::find(taken.begin(), taken.end(), each.parent.value) != taken.end();
        if (below) taken.push_back(each.id.value);
        if ((below || each.id == account) && each.is_leaf) leaves.push_back(each.id);
    }
    return leaves;
}

BalanceReader::BalanceReader(Reader reader) : connection_{reader.connection()}, reader_{reader} {}

std::vector<AccountBalance> BalanceReader::trial_balance(const BalanceQuery& query) const {
    const Frame frame = frame_of(reader_, query);
    std::vector<AccountBalance> rows;
    for (Account& account : AccountStore{reader_, query.book}.all(query.year))
        rows.push_back({.account = std::move(account)});
    std::unordered_map<std::int64_t, AccountBalance*> by_id;
    for (AccountBalance& row : rows) by_id[row.account.id.value] = &row;
    const auto row_of = [&](std::int64_t id) -> AccountBalance* {
        const auto found = by_id.find(id);
        return found == by_id.end() ? nullptr : found->second;
    };
    for (const auto& [account, net] :
         year_openings(connection_, frame.book, query.year, frame.measure, query.include))
        if (AccountBalance* row = row_of(account))
            row->year_opening = row->opening = row->closing = net;
    add_turnovers(connection_, query, frame.measure, "", {}, row_of);
    return rolled_up(std::move(rows));
}

AccountBalance BalanceReader::account(const BalanceQuery& query, Id<Account> account) const {
    const auto named = AccountStore{reader_, query.book}.get(account, query.year);
    ZF_ASSERT(named);
    if (!named->is_leaf) {
        for (AccountBalance& row : trial_balance(query))
            if (row.account.id == account) return row;
    }
    const Frame frame = frame_of(reader_, query);
    AccountBalance row{.account = *named};
    row.year_opening = row.opening = row.closing = year_opening(
        connection_, frame.book, query.year, frame.measure, query.include, account);
    add_turnovers(connection_, query, frame.measure, " AND account = ?", {account.value},
                  [&](std::int64_t) { return &row; });
    return row;
}

Amount BalanceReader::balance_at(const BalanceQuery& query, Id<Account> account, Date day) const {
    const Frame frame = frame_of(reader_, query);
    Amount sum;
    for (const Id<Account> leaf : leaves_below(reader_, query.book, day.year(), account))
        sum += balance_before(connection_, frame.book, leaf, frame.measure, day.plus_days(1),
                              query.include);
    return sum;
}

std::vector<DimensionTurnover> BalanceReader::dimension_turnovers(const BalanceQuery& query,
                                                                  Id<Account> account,
                                                                  std::string_view kind) const {
    const Frame frame = frame_of(reader_, query);
    const AccountStore accounts{reader_, query.book};
    std::vector<DimensionTurnover> turnovers;
    for (const DimensionItem& item : accounts.dimension_items(kind))
        turnovers.push_back({.item = item.code, .name = item.name, .direction = item.direction});
    turnovers.push_back({});  // lines without one
    struct Sums {
        Amount debit, credit;
    };
    std::map<std::int64_t, Sums> by_tuple;
    const std::string debit = query.include == Include::posted
                                  ? "debit_minor"
                                  : "debit_minor + pending_debit_minor";
    const std::string credit = query.include == Include::posted
                                   ? "credit_minor"
                                   : "credit_minor + pending_credit_minor";
    for (const Id<Account> leaf : leaves_below(reader_, query.book, query.year, account))
        connection_.run(
            fmt::format("SELECT tuple, CAST(SUM({}) AS BIGINT), CAST(SUM({}) AS BIGINT) FROM "
                        "zf_balance WHERE book = ? AND year = ? AND account = ? AND measure = ? "
                        "AND period BETWEEN ? AND ? GROUP BY tuple",
                        debit, credit),
            {query.book.value, query.year, leaf.value, frame.measure.value, query.from, query.to},
            [&](const Row& row) {
                Sums& sums = by_tuple[row.integer(0)];
                sums.debit += amount_at(row, 1);
                sums.credit += amount_at(row, 2);
            });
    TupleReader tuples{connection_, query.book};
    for (const auto& [tuple, sums] : by_tuple) {
        std::string code;
        for (const DimensionValue& value : tuples.values_of(tuple))
            if (value.kind == kind) code = value.item;
        const auto found = std::find_if(
            turnovers.begin(), turnovers.end(),
            [&](const DimensionTurnover& each) { return each.item == code; });
        found->debit += sums.debit;
        found->credit += sums.credit;
    }
    return turnovers;
}

}  // namespace zf
