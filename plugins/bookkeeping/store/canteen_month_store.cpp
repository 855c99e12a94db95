#include "store/canteen_month_store.h"

namespace zf::bookkeeping {

static constexpr std::string_view select_month =
    "SELECT id, version, year, period, standard_fen FROM bk_canteen_month WHERE book = ? AND ";
static constexpr std::string_view is_month = "year = ? AND period = ?";
static constexpr std::string_view
    is_before = "year * 100 + period < ? ORDER BY year DESC, period DESC LIMIT 1";
static constexpr std::string_view select_rows =
    "SELECT category, persons, days FROM bk_headcount WHERE canteen_month = ? ORDER BY line";
static constexpr std::string_view insert_month =
    "INSERT INTO bk_canteen_month (book, year, period, standard_fen, version, changed_at, "
    "changed_by) VALUES (?, ?, ?, ?, 1, ?, ?)";
static constexpr std::string_view update_month =
    "UPDATE bk_canteen_month SET standard_fen = ?, version = version + 1, changed_at = ?, "
    "changed_by = ? WHERE id = ?";
static constexpr std::string_view delete_rows = "DELETE FROM bk_headcount WHERE canteen_month = ?";
static constexpr std::string_view
    insert_row = "INSERT INTO bk_headcount (canteen_month, line, category, persons, days) "
                 "VALUES (?, ?, ?, ?, ?)";

CanteenMonthStore::CanteenMonthStore(Reader reader, Id<Book> book)
    : connection_{reader.connection()},
      book_{book} {}

std::vector<Headcount> CanteenMonthStore::rows_of(std::int64_t id) const {
    std::vector<Headcount> rows;
    connection_.run(select_rows, {id}, [&](const Row& row) {
        rows.push_back({.category = std::string{row.text(0)},
                        .persons = static_cast<int>(row.integer(1)),
                        .days = static_cast<int>(row.integer(2))});
    });
    return rows;
}

std::optional<Stored<CanteenHeadcounts>> CanteenMonthStore::first_of(std::string_view condition,
                                                                     const Bounds& bounds) const {
    std::optional<Stored<CanteenHeadcounts>> found;
    connection_.run(std::string{select_month} + std::string{condition}, bounds,
                    [&](const Row& row) {
                        found.emplace();
                        found->id = row.integer(0);
                        found->version = row.integer(1);
                        found->value.period = {static_cast<int>(row.integer(2)),
                                               static_cast<int>(row.integer(3))};
                        if (!row.is_null(4)) found->value.standard = Money::fen(row.integer(4));
                    });
    if (found) found->value.rows = rows_of(found->id);
    return found;
}

std::optional<Stored<CanteenHeadcounts>> CanteenMonthStore::find(PeriodKey period) const {
    return first_of(is_month, {book_.value, period.year, period.no});
}

std::optional<Stored<CanteenHeadcounts>> CanteenMonthStore::newest_before(PeriodKey period) const {
    return first_of(is_before, {book_.value, period.year * 100 + period.no});
}

Stored<CanteenHeadcounts> CanteenMonthStore::save(const Transaction& transaction,
                                                  const Stored<CanteenHeadcounts>& changed,
                                                  const Stamp& stamp) const {
    const CanteenHeadcounts& value = changed.value;
    const Bound standard = value.standard ? Bound{value.standard->fen()} : Bound{nullptr};
    Connection& connection = transaction.connection();
    Stored<CanteenHeadcounts> saved = changed;
    if (changed.id == 0) {
        saved.id = insert_returning_id(transaction, insert_month,
                                       {book_.value, value.period.year, value.period.no, standard,
                                        stamp.now, stamp.operator_id});
    } else {
        connection.run(update_month, {standard, stamp.now, stamp.operator_id, changed.id});
        connection.run(delete_rows, {changed.id});
    }
    ++saved.version;
    int line = 0;
    for (const Headcount& row : value.rows)
        connection.run(insert_row, {saved.id, ++line, row.category, row.persons, row.days});
    return saved;
}

}  // namespace zf::bookkeeping
