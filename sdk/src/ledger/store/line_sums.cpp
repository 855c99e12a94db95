#include "line_sums.h"

#include <map>

#include <fmt/format.h>

#include "rows.h"

namespace zf {

using namespace ledger_rows;

LineSums::LineSums(Connection& connection, const Book& book, PeriodKey period, SumKind kind)
    : connection_{connection},
      book_{book},
      period_{period},
      kind_{kind},
      tuples_{connection, book.id} {}

void LineSums::add(const Voucher& voucher) {
    std::vector<std::int64_t> tuples;
    tuples.reserve(voucher.entries.size());
    for (const Entry& entry : voucher.entries) tuples.push_back(tuples_.find(entry.dimensions));
    sum_.add(voucher, tuples);
}

std::vector<LineSums::Difference> LineSums::differences() {
    if (period_.no >= 12) add_other_lines_of_last_day();
    added_ = sum_.take();
    std::vector<Difference> differences;
    compare_cells(differences);
    compare_days(differences);
    return differences;
}

// December's last day holds the lines of 12 and of 13.
void LineSums::add_other_lines_of_last_day() {
    connection_.run(
        fmt::format(
            "SELECT e.account, e.measure, e.side, COUNT(*), CAST(SUM(e.amount_minor) AS "
            "BIGINT), e.day FROM zf_voucher_whole AS v JOIN zf_entry AS e ON e.voucher = v.id "
            "WHERE v.book = ? AND v.year = ? AND v.period = ? {} AND e.day = ? GROUP BY "
            "e.account, e.measure, e.side, e.day",
            kind_ == SumKind::posted ? "AND v.state = 'posted'"
                                     : "AND v.state IN ('entered', 'reviewed')"),
        {book_.id.value, period_.year, period_.no == 12 ? 13 : 12,
         std::int64_t{period_.last_day().day_number()}},
        [&](const Row& row) {
            DayDelta day{
                .key = {row.integer(0), row.integer(1), static_cast<std::int32_t>(row.integer(5))},
                .lines = row.integer(3)};
            (row.integer(2) == 0 ? day.debit : day.credit) = amount_at(row, 4);
            sum_.add(day);
        });
}

void LineSums::compare_cells(std::vector<Difference>& differences) const {
    std::map<BalanceKey, Turnover> kept;
    connection_.run(fmt::format("SELECT account, tuple, currency, measure, {0}debit_minor, "
                                "{0}credit_minor, {0}debit_foreign_minor, "
                                "{0}credit_foreign_minor, {0}debit_micro, {0}credit_micro FROM "
                                "zf_balance WHERE book = ? AND year = ? AND period = ?",
                                prefix()),
                    {book_.id.value, period_.year, period_.no}, [&](const Row& row) {
                        kept[{row.integer(0), row.integer(1), text_at(row, 2), row.integer(3),
                              period_.year, period_.no}] = {amount_at(row, 4), amount_at(row, 5),
                                                            row.integer(6),    row.integer(7),
                                                            row.integer(8),    row.integer(9)};
                    });
    for (const BalanceDelta& each : added_.balances) {
        const auto found = kept.find(each.key);
        const Turnover has = found == kept.end() ? Turnover{} : found->second;
        if (has != each.turnover)
            differences.push_back({each.key.account, {each.key.measure}, 0, has, each.turnover});
        if (found != kept.end()) kept.erase(found);
    }
    for (const auto& [key, has] : kept)
        if (!has.is_zero()) differences.push_back({key.account, {key.measure}, 0, has, {}});
}

void LineSums::compare_days(std::vector<Difference>& differences) const {
    std::map<DayKey, DayDelta> kept;
    connection_.run(
        fmt::format("SELECT account, measure, day, {0}lines, {0}debit_minor, {0}credit_minor "
                    "FROM zf_day_turnover WHERE account IN (SELECT id FROM zf_account WHERE book "
                    "= ?) AND day BETWEEN ? AND ?",
                    prefix()),
        {book_.id.value, std::int64_t{period_.first_day().day_number()},
         std::int64_t{period_.last_day().day_number()}},
        [&](const Row& row) {
            const DayKey key{row.integer(0), row.integer(1),
                             static_cast<std::int32_t>(row.integer(2))};
            kept[key] = {key, row.integer(3), amount_at(row, 4), amount_at(row, 5)};
        });
    const auto note = [&](const DayKey& key, const DayDelta& has, const DayDelta& is) {
        if (has.lines == is.lines && has.debit == is.debit && has.credit == is.credit) return;
        differences.push_back({key.account,
                               {key.measure},
                               key.day,
                               {.debit = has.debit, .credit = has.credit},
                               {.debit = is.debit, .credit = is.credit}});
    };
    const std::int32_t first = period_.first_day().day_number();
    for (const DayDelta& each : added_.days) {
        if (each.key.day < first) continue;
        const auto found = kept.find(each.key);
        note(each.key, found == kept.end() ? DayDelta{} : found->second, each);
        if (found != kept.end()) kept.erase(found);
    }
    for (const auto& [key, has] : kept) note(key, has, {});
}

}  // namespace zf
