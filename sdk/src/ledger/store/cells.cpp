#include "cells.h"

#include "rows.h"
#include "sums.h"
#include "zhangfang/ledger/store/accounts.h"

namespace zf {

using namespace ledger_rows;

namespace {

// Debit-positive nets while they are summed; the credit members stay zero.
using NetCells = std::map<BalanceKey, Turnover>;

constexpr std::string_view
    cell_columns = "SELECT account, tuple, currency, measure, CAST(SUM(debit_minor - "
                   "credit_minor + ? * (pending_debit_minor - pending_credit_minor)) AS BIGINT), "
                   "CAST(SUM(debit_foreign_minor - credit_foreign_minor + ? * "
                   "(pending_debit_foreign_minor - pending_credit_foreign_minor)) AS BIGINT), "
                   "CAST(SUM(debit_micro - credit_micro + ? * (pending_debit_micro - "
                   "pending_credit_micro)) AS BIGINT) FROM zf_balance WHERE book = ? AND year = "
                   "? AND period BETWEEN ? AND ? GROUP BY account, tuple, currency, measure";

void add_cells(Connection& connection, const Book& book, int year, int first, int last,
               Include include, NetCells& cells) {
    const std::int64_t pending = include == Include::pending ? 1 : 0;
    connection.run(cell_columns, {pending, pending, pending, book.id.value, year, first, last},
                   [&](const Row& row) {
                       cells[{row.integer(0), row.integer(1), text_at(row, 2), row.integer(3), 0,
                              0}] += Turnover{.debit = amount_at(row, 4),
                                              .foreign_debit = row.integer(5),
                                              .quantity_debit = row.integer(6)};
                   });
}

void add_year(Connection& connection, const Book& book, int year, int last, Include include,
              NetCells& cells) {
    const bool own = is_carried(connection, book, year);
    if (!own) add_year(connection, book, year - 1, last_carried_period(book), include, cells);
    add_cells(connection, book, year, own ? 0 : 1, last, include, cells);
}

// Items of dimensions that are carried with the balance of this account.
std::vector<DimensionValue> carried_values(const std::vector<DimensionValue>& values,
                                           const Account& account) {
    std::vector<DimensionValue> carried;
    for (const DimensionValue& value : values)
        for (const AccountDimension& each : account.dimensions)
            if (each.kind == value.kind && each.use == DimensionUse::balance)
                carried.push_back(value);
    return carried;
}

void to_sides(Turnover& net) {
    if (net.debit < Amount{}) {
        net.credit = -net.debit;
        net.debit = {};
    }
    if (net.foreign_debit < 0) {
        net.foreign_credit = subtract_exact(0, net.foreign_debit);
        net.foreign_debit = 0;
    }
    if (net.quantity_debit < 0) {
        net.quantity_credit = subtract_exact(0, net.quantity_debit);
        net.quantity_debit = 0;
    }
}

}  // namespace

std::map<BalanceKey, Turnover> closing_cells(const Transaction& transaction, const Book& book,
                                             int year, int last, Include include) {
    Connection& connection = transaction.connection();
    NetCells nets;
    add_year(connection, book, year, last, include, nets);
    const AccountList accounts{AccountStore{transaction, book.id}.all(year)};
    TupleReader tuples{connection, book.id};
    std::map<BalanceKey, Turnover> cells;
    for (const auto& [key, net] : nets) {
        BalanceKey carried = key;
        carried.year = year;
        const Account* const account = accounts.find({key.account});
        if (key.tuple != 0 && account != nullptr) {
            const std::vector<DimensionValue> values = tuples.values_of(key.tuple);
            carried.tuple = tuples.take(transaction, carried_values(values, *account));
        }
        cells[carried] += net;
    }
    for (auto& [key, net] : cells) to_sides(net);
    std::erase_if(cells, [](const auto& cell) { return cell.second.is_zero(); });
    return cells;
}

void write_openings(const Transaction& transaction, const Book& book, int year) {
    Deltas deltas;
    for (const auto& [key, turnover] :
         closing_cells(transaction, book, year - 1, last_carried_period(book), Include::posted)) {
        BalanceKey opening = key;
        opening.year = year;
        deltas.balances.push_back({opening, turnover});
    }
    apply(transaction.connection(), book.id, deltas, SumKind::posted, 1);
}

void remove_openings(const Transaction& transaction, const Book& book, int year) {
    transaction.connection().run(
        "DELETE FROM zf_balance WHERE book = ? AND year = ? AND period = 0", {book.id.value, year});
}

}  // namespace zf
