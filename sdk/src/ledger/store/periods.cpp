#include "zhangfang/ledger/store/periods.h"

#include <fmt/format.h>

#include "period_rows.h"
#include "rows.h"
#include "sums.h"
#include "zhangfang/ledger/store/books.h"

namespace zf {

using namespace ledger_rows;

namespace {

ContentHash hash_of(const Period& period) {
    return crypto::sha256(fmt::format("{}\n{}\n{}\n{}\n{}", period.key.text(),
                                      name_of(period.state), period.closed_at, period.closed_by,
                                      period.close_hash));
}

Problem problem_of(std::string code, Message text) {
    return {
        .code = "ledger.period." + std::move(code), .text = std::move(text), .place = {"period"}};
}

}  // namespace

PeriodStore::PeriodStore(Reader reader, Id<Book> book)
    : connection_{reader.connection()},
      book_{book} {
    connection_.run("SELECT start_year, start_period FROM zf_book WHERE id = ?", {book.value},
                    [&](const Row& row) {
                        start_ = {small_at(row, 0), small_at(row, 1)};
                    });
}

Period PeriodStore::get(PeriodKey key) const {
    Period period{.key = key};
    connection_.run("SELECT state, closed_at, closed_by, close_hash FROM zf_period WHERE book = "
                    "? AND year = ? AND period = ?",
                    {book_.value, key.year, key.no}, [&](const Row& row) {
                        period.state = enum_at<PeriodState>(row, 0);
                        period.closed_at = text_at(row, 1);
                        period.closed_by = row.integer_or(2, 0);
                        period.close_hash = text_at(row, 3);
                    });
    return period;
}

std::vector<Period> PeriodStore::of_year(int year) const {
    std::vector<Period> periods;
    for (int no = 1; no <= 13; ++no)
        if (PeriodKey{year, no} >= start_) periods.push_back(get({year, no}));
    return periods;
}

PeriodKey PeriodStore::first_open() const {
    PeriodKey first = start_;
    connection_.run("SELECT year, period FROM zf_period WHERE book = ? AND state = 'closed' AND "
                    "period <= 12 ORDER BY year DESC, period DESC LIMIT 1",
                    {book_.value}, [&](const Row& row) {
                        first = PeriodKey{small_at(row, 0), small_at(row, 1)}.next();
                    });
    return first;
}

std::optional<PeriodKey> PeriodStore::newest_closed() const {
    std::optional<PeriodKey> newest;
    connection_.run("SELECT year, period FROM zf_period WHERE book = ? AND state = 'closed' "
                    "ORDER BY year DESC, period DESC LIMIT 1",
                    {book_.value}, [&](const Row& row) {
                        newest = PeriodKey{small_at(row, 0), small_at(row, 1)};
                    });
    return newest;
}

PeriodKey PeriodStore::last_enterable() const {
    const PeriodKey first = first_open();
    return {first.year + 1, first.no};  // twelve months on
}

std::vector<int> PeriodStore::years() const {
    std::vector<int> years;
    connection_.run("SELECT year FROM zf_book_year WHERE book = ? UNION SELECT year FROM "
                    "zf_period WHERE book = ? UNION SELECT start_year FROM zf_book WHERE id = ? "
                    "ORDER BY 1",
                    {book_.value, book_.value, book_.value},
                    [&](const Row& row) { years.push_back(small_at(row, 0)); });
    return years;
}

bool PeriodStore::is_carried(int year) const {
    bool carried = false;
    connection_.run("SELECT is_carried FROM zf_book_year WHERE book = ? AND year = ?",
                    {book_.value, year}, [&](const Row& row) { carried = flag_at(row, 0); });
    return carried;
}

void touch_period(const Writing& writing, Id<Book> book, PeriodKey period) {
    const ContentHash hash = hash_of(Period{.key = period});
    writing.transaction.connection().run(
        "INSERT INTO zf_period (book, year, period, state, touched, close_hash, content_hash) "
        "VALUES (?, ?, ?, 'open', 1, '', ?) ON CONFLICT (book, year, period) DO UPDATE SET "
        "touched = zf_period.touched + 1",
        {book.value, period.year, period.no, BytesView{hash}});
}

std::int64_t touched_count(Connection& connection, Id<Book> book, PeriodKey period) {
    std::int64_t count = 0;
    connection.run("SELECT touched FROM zf_period WHERE book = ? AND year = ? AND period = ?",
                   {book.value, period.year, period.no},
                   [&](const Row& row) { count = row.integer(0); });
    return count;
}

std::optional<Problem> why_not_moved(const Writing& writing, const Book& book, PeriodKey period) {
    if (PeriodStore{writing.transaction, book.id}.get(period).state == PeriodState::closed)
        return problem_of("closed", {"The period {0} is closed: its vouchers stay as they are. "
                                     "Correct them in red in the open period.",
                                     {period.text()}});
    return std::nullopt;
}

std::optional<Problem> why_not_in_use(const Book& book) {
    if (book.status == BookStatus::active) return std::nullopt;
    return Problem{.code = "ledger.book.initialising",
                   .text = {"The book {0} is still being set up. Check the opening balances and "
                            "finish the set-up first.",
                            {book.name}}};
}

PeriodWritten write_period(const Writing& writing, Id<Book> book, const Period& before,
                           const Period& after) {
    Connection& connection = writing.transaction.connection();
    touch_period(writing, book, after.key);
    const ContentHash hash = hash_of(after);
    std::int64_t id = 0;
    connection.run("UPDATE zf_period SET state = ?, closed_at = ?, closed_by = ?, close_hash = "
                   "?, content_hash = ? WHERE book = ? AND year = ? AND period = ? RETURNING id",
                   {name_of(after.state), text_or_null(after.closed_at),
                    id_or_null(after.closed_by), after.close_hash, BytesView{hash}, book.value,
                    after.key.year, after.key.no},
                   [&](const Row& row) { id = row.integer(0); });
    PeriodWritten written{.period = after};
    written.touched.rows.push_back(
        {"zf_period", id, hex(hash_of(before)), hex(hash), std::string{name_of(after.state)}});
    return written;
}

namespace {

Result<PeriodWritten> set_frozen(const Writing& writing, Id<Book> id, PeriodKey key,
                                 PeriodState wanted, PeriodState from) {
    const auto book = lock_book(writing, id);
    if (!book) return book.error();
    const PeriodStore periods{writing.transaction, id};
    const Period before = periods.get(key);
    if (key.no < 1 || key.no > 12 || key < book->start || before.state != from)
        return problem_of("state", {"The state of the period {0} is \"{1}\". Only an open one is "
                                    "cut off, and only a frozen one is opened again.",
                                    {key.text(), std::string{label_of(before.state)}}});
    Period after = before;
    after.state = wanted;
    return write_period(writing, id, before, after);
}

}  // namespace

Result<PeriodWritten> freeze_period(const Writing& writing, Id<Book> book, PeriodKey period) {
    return set_frozen(writing, book, period, PeriodState::frozen, PeriodState::open);
}

Result<PeriodWritten> unfreeze_period(const Writing& writing, Id<Book> book, PeriodKey period) {
    return set_frozen(writing, book, period, PeriodState::open, PeriodState::frozen);
}

}  // namespace zf
