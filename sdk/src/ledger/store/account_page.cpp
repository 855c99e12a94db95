#include "zhangfang/ledger/store/account_page.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "sums.h"
#include "voucher_rows.h"
#include "zhangfang/ledger/store/books.h"

namespace zf {

using namespace ledger_rows;

namespace {

constexpr std::string_view
    of_item = " AND e.tuple IN (SELECT t.tuple FROM zf_tuple_item AS t JOIN zf_dimension_item AS "
              "i ON i.id = t.item JOIN zf_dimension_kind AS k ON k.id = i.kind WHERE k.book = ? "
              "AND k.code = ? AND i.code = ?)";

// One question of one page: what is the same for all its leaves.
class Question {
public:
    Question(Reader reader, const AccountPageQuery& query)
        : reader_{reader},
          connection_{reader.connection()},
          query_{query},
          measure_{query.measure ? query.measure : BookStore{reader}.base_measure(query.book).id},
          leaves_{leaves_below(reader, query.book, query.from.year, query.account)} {}

    std::vector<AccountLine> lines_after(const LineKey& key, int limit) const {
        std::vector<AccountLine> lines;
        for (const Id<Account> leaf : leaves_) read_lines(leaf, key, limit, lines);
        if (leaves_.size() > 1) {
            std::sort(lines.begin(), lines.end(),
                      [](const AccountLine& left, const AccountLine& right) {
                          return left.key < right.key;
                      });
            if (lines.size() > static_cast<std::size_t>(limit))
                lines.resize(static_cast<std::size_t>(limit));
        }
        return lines;
    }

    // Turnovers by day, in order of day, without balances.
    std::vector<DayTurnover> days() const {
        std::map<std::int32_t, DayTurnover> days;
        if (query_.dimension)
            add_from_lines(query_.from.first_day(), query_.to.last_day(), days);
        else
            add_kept(days);
        std::vector<DayTurnover> result;
        for (auto& [day, turnover] : days)
            if (turnover.lines != 0) result.push_back(turnover);
        return result;
    }

private:
    std::string states() const {
        return query_.include == Include::posted
                   ? "AND v.state = 'posted'"
                   : "AND v.state IN ('entered', 'reviewed', 'posted')";
    }

    void add_item(std::string& sql, Bounds& bounds) const {
        if (!query_.dimension) return;
        sql += of_item;
        bounds.insert(bounds.end(),
                      {query_.book.value, query_.dimension->kind, query_.dimension->item});
    }

    void read_lines(Id<Account> leaf, const LineKey& key, int limit,
                    std::vector<AccountLine>& lines) const {
        std::string
            sql = "SELECT e.day, e.voucher, e.line, e.tuple, e.side, e.amount_minor, "
                  "COALESCE(e.summary, v.summary), v.year, v.period, v.word, v.number, "
                  "v.state FROM zf_entry AS e JOIN zf_voucher_whole AS v ON v.id = e.voucher "
                  "WHERE e.account = ? AND (e.day, e.voucher, e.line) > (?, ?, ?) AND "
                  "e.day <= ? AND e.measure = ? AND e.period BETWEEN ? AND ? " +
                  states();
        Bounds bounds{leaf.value,
                      std::int64_t{key.day},
                      key.voucher,
                      key.line,
                      std::int64_t{query_.to.last_day().day_number()},
                      measure_.value,
                      period_number(query_.from),
                      period_number(query_.to)};
        add_item(sql, bounds);
        connection_.run(fmt::format("{} ORDER BY e.day, e.voucher, e.line LIMIT {}", sql, limit),
                        bounds, [&](const Row& row) {
                            AccountLine line{
                                .key = {static_cast<std::int32_t>(row.integer(0)), row.integer(1),
                                        small_at(row, 2)},
                                .date = Date::from_day(static_cast<std::int32_t>(row.integer(0))),
                                .period = {small_at(row, 7), small_at(row, 8)},
                                .voucher = {row.integer(1)},
                                .word = text_at(row, 9),
                                .number = static_cast<int>(row.integer_or(10, 0)),
                                .state = enum_at<VoucherState>(row, 11),
                                .summary = text_at(row, 6),
                                .account = leaf,
                                .side = row.integer(4) == 0 ? Side::debit : Side::credit,
                                .amount = amount_at(row, 5)};
                            tuple_of_[line.key] = row.integer_or(3, 0);
                            lines.push_back(std::move(line));
                        });
    }

    void add_kept(std::map<std::int32_t, DayTurnover>& days) const {
        const bool pending = query_.include == Include::pending;
        for (const Id<Account> leaf : leaves_)
            connection_.run(
                fmt::format("SELECT day, lines{0}, debit_minor{1}, credit_minor{2} FROM "
                            "zf_day_turnover WHERE account = ? AND measure = ? AND day BETWEEN ? "
                            "AND ?",
                            pending ? " + pending_lines" : "",
                            pending ? " + pending_debit_minor" : "",
                            pending ? " + pending_credit_minor" : ""),
                {leaf.value, measure_.value, std::int64_t{query_.from.first_day().day_number()},
                 std::int64_t{query_.to.last_day().day_number()}},
                [&](const Row& row) {
                    DayTurnover& day = day_of(days, static_cast<std::int32_t>(row.integer(0)));
                    day.lines += row.integer(1);
                    day.debit += amount_at(row, 2);
                    day.credit += amount_at(row, 3);
                });
        // December's last day holds the lines of the year end too: where only one of the two is
        // asked for, they are told apart.
        for (int year = query_.from.year; year <= query_.to.year; ++year) {
            const bool has_december = PeriodKey{year, 12} >= query_.from &&
                                      PeriodKey{year, 12} <= query_.to;
            const bool has_year_end = PeriodKey{year, 13} >= query_.from &&
                                      PeriodKey{year, 13} <= query_.to;
            if (has_december == has_year_end) continue;
            const Date last_day{year, 12, 31};
            days.erase(last_day.day_number());
            add_from_lines(last_day, last_day, days);
        }
    }

    void add_from_lines(Date first, Date last, std::map<std::int32_t, DayTurnover>& days) const {
        for (const Id<Account> leaf : leaves_) {
            std::string sql = "SELECT e.day, e.side, COUNT(*), CAST(SUM(e.amount_minor) AS "
                              "BIGINT) FROM zf_entry AS e JOIN zf_voucher_whole AS v ON v.id = "
                              "e.voucher WHERE e.account = ? AND e.day BETWEEN ? AND ? AND "
                              "e.measure = ? AND e.period BETWEEN ? AND ? " +
                              states();
            Bounds bounds{
                leaf.value,     std::int64_t{first.day_number()}, std::int64_t{last.day_number()},
                measure_.value, period_number(query_.from),       period_number(query_.to)};
            add_item(sql, bounds);
            connection_.run(sql + " GROUP BY e.day, e.side", bounds, [&](const Row& row) {
                DayTurnover& day = day_of(days, static_cast<std::int32_t>(row.integer(0)));
                day.lines += row.integer(2);
                (row.integer(1) == 0 ? day.debit : day.credit) += amount_at(row, 3);
            });
        }
    }

    static DayTurnover& day_of(std::map<std::int32_t, DayTurnover>& days, std::int32_t day) {
        return days.try_emplace(day, DayTurnover{.day = Date::from_day(day)}).first->second;
    }

public:
    // What is asked for beside the line itself.
    void complete(std::vector<AccountLine>& lines) const {
        if (query_.with_dimensions) {
            TupleReader tuples{connection_, query_.book};
            for (AccountLine& line : lines) line.dimensions = tuples.values_of(tuple_of_[line.key]);
        }
        if (query_.with_counter_accounts)
            for (AccountLine& line : lines) add_counter_accounts(line);
    }

private:
    // The accounts of the other side; where a voucher has none, those of its other lines.
    void add_counter_accounts(AccountLine& line) const {
        std::vector<Id<Account>> others;
        const auto add = [](std::vector<Id<Account>>& accounts, Id<Account> account) {
            if (std::find(accounts.begin(), accounts.end(), account) == accounts.end())
                accounts.push_back(account);
        };
        connection_.run("SELECT line, account, side FROM zf_entry WHERE voucher = ? ORDER BY line",
                        {line.voucher.value}, [&](const Row& row) {
                            const Id<Account> account{row.integer(1)};
                            const Side side = row.integer(2) == 0 ? Side::debit : Side::credit;
                            if (side != line.side) add(line.counter_accounts, account);
                            if (small_at(row, 0) != line.key.line) add(others, account);
                        });
        if (line.counter_accounts.empty()) line.counter_accounts = std::move(others);
    }

    Reader reader_;
    Connection& connection_;
    const AccountPageQuery& query_;
    Id<Measure> measure_;
    std::vector<Id<Account>> leaves_;
    mutable std::map<LineKey, std::int64_t> tuple_of_;
};

// Reads one line more than wanted to know whether the page goes on.
AccountPage page_from(const Question& question, const LineKey& key, Amount balance, int limit) {
    AccountPage page{.opening = balance, .lines = question.lines_after(key, limit + 1)};
    page.has_more = page.lines.size() > static_cast<std::size_t>(limit);
    if (page.has_more) page.lines.pop_back();
    for (AccountLine& line : page.lines) {
        balance += line.side == Side::debit ? line.amount : -line.amount;
        line.balance = balance;
    }
    question.complete(page.lines);
    return page;
}

LineKey start_of(Date day) {
    return {day.day_number(), 0, 0};
}

}  // namespace

AccountPageReader::AccountPageReader(Reader reader, AccountPageQuery query)
    : reader_{reader},
      query_{std::move(query)} {}

Amount AccountPageReader::opening() const {
    if (query_.dimension) return {};
    return BalanceReader{reader_}
        .account({.book = query_.book,
                  .year = query_.from.year,
                  .from = query_.from.no,
                  .to = query_.from.no,
                  .include = query_.include,
                  .measure = query_.measure},
                 query_.account)
        .opening;
}

AccountPage AccountPageReader::first(int limit) const {
    return page_from(Question{reader_, query_}, start_of(query_.from.first_day()), opening(),
                     limit);
}

AccountPage AccountPageReader::after(const AccountLine& last, int limit) const {
    AccountPage page = page_from(Question{reader_, query_}, last.key, last.balance, limit);
    page.opening = last.balance;
    return page;
}

std::int64_t AccountPageReader::row_count() const {
    std::int64_t count = 0;
    for (const DayTurnover& day : Question{reader_, query_}.days()) count += day.lines;
    return count;
}

AccountPage AccountPageReader::at_row(std::int64_t row, int limit) const {
    const Question question{reader_, query_};
    Amount balance = opening();
    std::int64_t skipped = 0;
    Date day = query_.from.first_day();
    for (const DayTurnover& each : question.days()) {
        day = each.day;
        if (skipped + each.lines > row) break;
        skipped += each.lines;
        balance += each.debit - each.credit;
        day = day.plus_days(1);
    }
    // Within the day the lines before the row are read and left out.
    const auto surplus = static_cast<std::size_t>(row - skipped);
    AccountPage page = page_from(question, start_of(day), balance,
                                 limit + static_cast<int>(surplus));
    if (surplus >= page.lines.size()) {
        page.opening = page.lines.empty() ? balance : page.lines.back().balance;
        page.lines.clear();
    } else if (surplus > 0) {
        page.opening = page.lines[surplus - 1].balance;
        page.lines.erase(page.lines.begin(),
                         page.lines.begin() + static_cast<std::ptrdiff_t>(surplus));
    }
    return page;
}

std::vector<DayTurnover> AccountPageReader::days() const {
    Amount balance = opening();
    std::vector<DayTurnover> days = Question{reader_, query_}.days();
    for (DayTurnover& day : days) day.balance = balance += day.debit - day.credit;
    return days;
}

namespace {

constexpr int cursor_step = 500;

}  // namespace

AccountLineCursor::AccountLineCursor(Reader reader, AccountPageQuery query)
    : reader_{reader, std::move(query)},
      page_{reader_.first(cursor_step)},
      opening_{page_.opening} {}

const AccountLine* AccountLineCursor::next() {
    if (position_ == page_.lines.size()) {
        if (!page_.has_more) return nullptr;
        page_ = reader_.after(page_.lines.back(), cursor_step);
        position_ = 0;
        if (page_.lines.empty()) return nullptr;
    }
    return &page_.lines[position_++];
}

}  // namespace zf
