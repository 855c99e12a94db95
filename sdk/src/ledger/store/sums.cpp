#include "sums.h"

#include <algorithm>
#include <functional>

#include "rows.h"

namespace zf {

using namespace ledger_rows;

namespace {

constexpr std::string_view add_balance =
    "INSERT INTO zf_balance (book, year, account, tuple, currency, measure, period, debit_minor, "
    "credit_minor, debit_foreign_minor, credit_foreign_minor, debit_micro, credit_micro, "
    "pending_debit_minor, pending_credit_minor, pending_debit_foreign_minor, "
    "pending_credit_foreign_minor, pending_debit_micro, pending_credit_micro) VALUES (?, ?, ?, "
    "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (book, year, account, tuple, "
    "currency, measure, period) DO UPDATE SET debit_minor = zf_balance.debit_minor + "
    "excluded.debit_minor, credit_minor = zf_balance.credit_minor + excluded.credit_minor, "
    "debit_foreign_minor = zf_balance.debit_foreign_minor + excluded.debit_foreign_minor, "
    "credit_foreign_minor = zf_balance.credit_foreign_minor + excluded.credit_foreign_minor, "
    "debit_micro = zf_balance.debit_micro + excluded.debit_micro, credit_micro = "
    "zf_balance.credit_micro + excluded.credit_micro, pending_debit_minor = "
    "zf_balance.pending_debit_minor + excluded.pending_debit_minor, pending_credit_minor = "
    "zf_balance.pending_credit_minor + excluded.pending_credit_minor, "
    "pending_debit_foreign_minor = zf_balance.pending_debit_foreign_minor + "
    "excluded.pending_debit_foreign_minor, pending_credit_foreign_minor = "
    "zf_balance.pending_credit_foreign_minor + excluded.pending_credit_foreign_minor, "
    "pending_debit_micro = zf_balance.pending_debit_micro + excluded.pending_debit_micro, "
    "pending_credit_micro = zf_balance.pending_credit_micro + excluded.pending_credit_micro";

constexpr std::string_view add_day =
    "INSERT INTO zf_day_turnover (account, measure, day, lines, debit_minor, credit_minor, "
    "pending_lines, pending_debit_minor, pending_credit_minor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, "
    "?) ON CONFLICT (account, measure, day) DO UPDATE SET lines = zf_day_turnover.lines + "
    "excluded.lines, debit_minor = zf_day_turnover.debit_minor + excluded.debit_minor, "
    "credit_minor = zf_day_turnover.credit_minor + excluded.credit_minor, pending_lines = "
    "zf_day_turnover.pending_lines + excluded.pending_lines, pending_debit_minor = "
    "zf_day_turnover.pending_debit_minor + excluded.pending_debit_minor, pending_credit_minor = "
    "zf_day_turnover.pending_credit_minor + excluded.pending_credit_minor";

// Whole numbers come back whole from SUM on both stores.
std::string_view net_column(Include include) {
    return include == Include::posted ? "CAST(SUM(debit_minor - credit_minor) AS BIGINT) FROM "
                                      : "CAST(SUM(debit_minor - credit_minor + "
                                        "pending_debit_minor - pending_credit_minor) AS BIGINT) "
                                        "FROM ";
}

}  // namespace

void apply(Connection& connection, Id<Book> book, const Deltas& deltas, SumKind kind, int sign) {
    const bool is_posted = kind == SumKind::posted;
    for (const BalanceDelta& delta : deltas.balances) {
        const Turnover turnover = sign < 0 ? -delta.turnover : delta.turnover;
        const Turnover none;
        const Turnover& posted = is_posted ? turnover : none;
        const Turnover& pending = is_posted ? none : turnover;
        connection.run(add_balance,
                       {book.value, delta.key.year, delta.key.account, delta.key.tuple,
                        delta.key.currency, delta.key.measure, delta.key.period,
                        posted.debit.minor(), posted.credit.minor(), posted.foreign_debit,
                        posted.foreign_credit, posted.quantity_debit, posted.quantity_credit,
                        pending.debit.minor(), pending.credit.minor(), pending.foreign_debit,
                        pending.foreign_credit, pending.quantity_debit, pending.quantity_credit});
    }
    for (const DayDelta& delta : deltas.days) {
        const std::int64_t lines = sign * delta.lines;
        const std::int64_t debit = (sign < 0 ? -delta.debit : delta.debit).minor();
        const std::int64_t credit = (sign < 0 ? -delta.credit : delta.credit).minor();
        const std::int64_t none = 0;
        connection.run(add_day, {delta.key.account, delta.key.measure, std::int64_t{delta.key.day},
                                 is_posted ? lines : none, is_posted ? debit : none,
                                 is_posted ? credit : none, is_posted ? none : lines,
                                 is_posted ? none : debit, is_posted ? none : credit});
    }
}

std::size_t DeltaSum::KeyHash::operator()(const BalanceKey& key) const {
    std::size_t hash = std::hash<std::string>{}(key.currency);
    for (const std::int64_t part :
         {key.account, key.tuple, key.measure, std::int64_t{key.year} * 16 + key.period})
        hash = hash * 1'000'003 + static_cast<std::size_t>(part);
    return hash;
}

std::size_t DeltaSum::KeyHash::operator()(const DayKey& key) const {
    return (static_cast<std::size_t>(key.account) * 1'000'003 +
            static_cast<std::size_t>(key.measure)) *
               1'000'003 +
           static_cast<std::size_t>(key.day);
}

void DeltaSum::add(const Voucher& voucher, const std::vector<std::int64_t>& tuples) {
    BalanceKey key{.year = voucher.period.year, .period = voucher.period.no};
    std::size_t position = 0;
    for (const Entry& entry : voucher.entries) {
        const EntryDetail* const detail = entry.detail ? &*entry.detail : nullptr;
        key.account = entry.account.value;
        key.tuple = tuples[position++];
        key.measure = entry.measure.value;
        if (detail != nullptr || !key.currency.empty())
            key.currency = detail == nullptr ? "" : detail->currency;
        balances_[key].add(entry.side, entry.amount, detail);
        DayDelta day{.key = {key.account, key.measure, voucher.date.day_number()}, .lines = 1};
        (entry.side == Side::debit ? day.debit : day.credit) = entry.amount;
        add(day);
    }
}

void DeltaSum::add(const BalanceKey& key, const Turnover& turnover) {
    balances_[key] += turnover;
}

void DeltaSum::add(const DayDelta& day) {
    DayDelta& sum = days_.try_emplace(day.key, DayDelta{.key = day.key}).first->second;
    sum.lines += day.lines;
    sum.debit += day.debit;
    sum.credit += day.credit;
}

Deltas DeltaSum::take() const {
    Deltas deltas;
    deltas.balances.reserve(balances_.size());
    for (const auto& [key, turnover] : balances_) deltas.balances.push_back({key, turnover});
    std::sort(
        deltas.balances.begin(), deltas.balances.end(),
        [](const BalanceDelta& left, const BalanceDelta& right) { return left.key < right.key; });
    deltas.days.reserve(days_.size());
    for (const auto& [key, day] : days_) deltas.days.push_back(day);
    std::sort(deltas.days.begin(), deltas.days.end(),
              [](const DayDelta& left, const DayDelta& right) { return left.key < right.key; });
    return deltas;
}

int last_carried_period(const Book& book) {
    return book.keeps_reverse_voucher ? 12 : 13;
}

bool is_carried(Connection& connection, const Book& book, int year) {
    bool carried = year <= book.start.year;
    if (!carried)
        connection.run("SELECT is_carried FROM zf_book_year WHERE book = ? AND year = ?",
                       {book.id.value, year}, [&](const Row& row) { carried = flag_at(row, 0); });
    return carried;
}

Nets year_openings(Connection& connection, const Book& book, int year, Id<Measure> measure,
                   Include include) {
    Nets nets;
    if (year < book.start.year) return nets;
    const bool own = is_carried(connection, book, year);
    if (!own) nets = year_openings(connection, book, year - 1, measure, include);
    connection.run("SELECT account, " + std::string{net_column(include)} +
                       "zf_balance WHERE book = ? AND year = ? AND measure = ? AND period "
                       "BETWEEN ? AND ? GROUP BY account",
                   {book.id.value, own ? year : year - 1, measure.value, own ? 0 : 1,
                    own ? 0 : last_carried_period(book)},
                   [&](const Row& row) { nets[row.integer(0)] += amount_at(row, 1); });
    return nets;
}

Amount year_opening(Connection& connection, const Book& book, int year, Id<Measure> measure,
                    Include include, Id<Account> account) {
    if (year < book.start.year) return {};
    const bool own = is_carried(connection, book, year);
    Amount net = own ? Amount{}
                     : year_opening(connection, book, year - 1, measure, include, account);
    connection.run("SELECT " + std::string{net_column(include)} +
                       "zf_balance WHERE book = ? AND year = ? AND account = ? AND measure = ? "
                       "AND period BETWEEN ? AND ?",
                   {book.id.value, own ? year : year - 1, account.value, measure.value, own ? 0 : 1,
                    own ? 0 : last_carried_period(book)},
                   [&](const Row& row) { net += Amount::minor(row.integer_or(0, 0)); });
    return net;
}

Amount balance_before(Connection& connection, const Book& book, Id<Account> account,
                      Id<Measure> measure, Date day, Include include) {
    Amount balance = year_opening(connection, book, day.year(), measure, include, account);
    connection.run("SELECT " + std::string{net_column(include)} +
                       "zf_balance WHERE book = ? AND year = ? AND account = ? AND measure = ? "
                       "AND period BETWEEN 1 AND ?",
                   {book.id.value, day.year(), account.value, measure.value,
                    static_cast<int>(day.month_of_year()) - 1},
                   [&](const Row& row) { balance += Amount::minor(row.integer_or(0, 0)); });
    connection.run("SELECT " + std::string{net_column(include)} +
                       "zf_day_turnover WHERE account = ? AND measure = ? AND day >= ? AND day < ?",
                   {account.value, measure.value,
                    std::int64_t{day.month().first_day().day_number()},
                    std::int64_t{day.day_number()}},
                   [&](const Row& row) { balance += Amount::minor(row.integer_or(0, 0)); });
    return balance;
}

std::optional<EntryContext::Deficit> deficit_after(Connection& connection, const Book& book,
                                                   Id<Account> account, Id<Measure> measure,
                                                   const std::vector<DayChange>& changes) {
    std::map<std::int32_t, Amount> kept;  // nets of the days from the first change on
    std::int32_t first = changes.front().day, last = first;
    for (const DayChange& change : changes) {
        first = std::min(first, change.day);
        last = std::max(last, change.day);
    }
    connection.run(
        "SELECT day, debit_minor - credit_minor + pending_debit_minor - pending_credit_minor "
        "FROM zf_day_turnover WHERE account = ? AND measure = ? AND day >= ? ORDER BY day",
        {account.value, measure.value, std::int64_t{first}}, [&](const Row& row) {
            kept[static_cast<std::int32_t>(row.integer(0))] = amount_at(row, 1);
            last = std::max(last, static_cast<std::int32_t>(row.integer(0)));
        });
    for (const DayChange& change : changes) kept[change.day];

    // The openings of later years already hold what is stored; what is new in an earlier year
    // reaches them too, but for the year end's own vouchers.
    Amount added, carried_over,
        running = balance_before(connection, book, account, measure, Date::from_day(first),
                                 Include::pending);
    int year = Date::from_day(first).year();
    for (const auto& [day, net] : kept) {
        const Date date = Date::from_day(day);
        if (date.year() != year) {
            year = date.year();
            added = carried_over;
            running = year_opening(connection, book, year, measure, Include::pending, account) +
                      added;
        }
        running += net;
        for (const DayChange& change : changes) {
            if (change.day != day) continue;
            running += change.net;
            added += change.net;
            if (!change.is_year_end) carried_over += change.net;
        }
        if (running < Amount{} && added < Amount{})
            return EntryContext::Deficit{account, date, running};
    }
    return std::nullopt;
}

}  // namespace zf
