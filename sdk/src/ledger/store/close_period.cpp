#include "cells.h"
#include "period_rows.h"
#include "rows.h"
#include "sums.h"
#include "voucher_changes.h"
#include "zhangfang/ledger/store/accounts.h"
#include "zhangfang/ledger/store/books.h"
#include "zhangfang/ledger/store/periods.h"
#include "zhangfang/ledger/year_end.h"

namespace zf {

using namespace ledger_rows;

namespace {

Problem problem_of(std::string code, Message text) {
    return {.code = std::move(code), .text = std::move(text), .place = {"period"}};
}

bool exists(Connection& connection, std::string_view sql, const Bounds& bounds) {
    bool found = false;
    connection.run(sql, bounds, [&](const Row&) { found = true; });
    return found;
}

struct YearRow {
    std::int64_t id = 0;  // 0: not opened
    bool carry = false, is_carried = false;
    std::string hash;
};

YearRow year_row(Connection& connection, Id<Book> book, int year) {
    YearRow found;
    connection.run(
        "SELECT id, carry, is_carried, content_hash FROM zf_book_year WHERE book = ? AND year = ?",
        {book.value, year}, [&](const Row& row) {
            found = {row.integer(0), flag_at(row, 1), flag_at(row, 2), hex(hash_at(row, 3))};
        });
    return found;
}

TouchedRow write_year(const Writing& writing, Id<Book> book, int year, bool carry, bool carried) {
    Connection& connection = writing.transaction.connection();
    const YearRow before = year_row(connection, book, year);
    const ContentHash hash = crypto::sha256(std::to_string(year) + (carry ? "\ncarry" : "\n") +
                                            (carried ? "\ncarried" : "\n"));
    connection.run("INSERT INTO zf_book_year (book, year, carry, is_carried, opened_at, "
                   "opened_by, content_hash) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (book, "
                   "year) DO UPDATE SET carry = excluded.carry, is_carried = "
                   "excluded.is_carried, content_hash = excluded.content_hash",
                   {book.value, year, flag(carry), flag(carried), writing.stamp.now,
                    writing.stamp.operator_id, BytesView{hash}});
    return {"zf_book_year", year_row(connection, book, year).id, before.hash, hex(hash),
            carried ? "carried" : "opened"};
}

// The next year's openings are sealed by the closing of the last period that they take over.
void carry_if_wanted(const Writing& writing, const Book& book, int year, Touched& touched) {
    Connection& connection = writing.transaction.connection();
    const YearRow before = year_row(connection, book.id, year);
    if (!before.carry || before.is_carried) return;
    write_openings(writing.transaction, book, year);
    touched.rows.push_back(write_year(writing, book.id, year, true, true));
}

}  // namespace

Result<Closed> close_period(const Writing& writing, Id<Book> id, PeriodKey key,
                            std::int64_t trail_length, const Tick& tick) {
    const auto book = lock_book(writing, id);
    if (!book) return book.error();
    const PeriodStore periods{writing.transaction, id};
    const Period before = periods.get(key);
    std::optional<Proof> proof = before.state == PeriodState::closed
                                     ? std::nullopt
                                     : valid_proof(writing.transaction, id, key);
    if (!proof) {
        proof = closing_checks(writing.transaction, writing.kinds, id, key, tick);
        proof->trail_sequence = trail_length;
        proof->proved_at = writing.stamp.now;
        Problems found;
        for (const ClosingCheck& check : proof->checks)
            found.insert(found.end(), check.findings.begin(), check.findings.end());
        if (const auto refusal = writing.settle(found)) return *refusal;
    }
    const Period after{.key = key,
                       .state = PeriodState::closed,
                       .closed_at = writing.stamp.now,
                       .closed_by = writing.stamp.operator_id,
                       .close_hash = proof->close_hash};
    PeriodWritten written = write_period(writing, id, before, after);
    if (key.no == last_carried_period(*book))
        carry_if_wanted(writing, *book, key.year + 1, written.touched);
    return Closed{after, *std::move(proof), std::move(written.touched)};
}

namespace {

Problems problems_of_unclosing(const Writing& writing, const Book& book, PeriodKey key) {
    Connection& connection = writing.transaction.connection();
    const PeriodStore periods{writing.transaction, book.id};
    Problems found;
    if (book.control_level == ControlLevel::strict)
        found.push_back(problem_of("ledger.book.strict_closing",
                                   {"Closed periods of {0} stay closed: its control level is "
                                    "strict. Correct in red in the open period.",
                                    {book.name}}));
    const auto newest = periods.newest_closed();
    if (!newest || *newest != key)
        found.push_back(problem_of("ledger.period.not_newest",
                                   {"Only the newest closed period is opened again: {1}, not {0}.",
                                    {key.text(), newest ? newest->text() : std::string{"-"}}}));
    if (key.no < 12) return found;
    if (exists(connection,
               "SELECT id FROM zf_voucher_whole WHERE book = ? AND year = ? AND state = 'posted' "
               "LIMIT 1",
               {book.id.value, key.year + 1}))
        found.push_back(problem_of(
            "ledger.period.next_year_posted",
            {"{0} has posted vouchers: the year before it stays closed. Unpost them first.",
             {std::int64_t{key.year + 1}}}));
    if (key.no == 12 &&
        exists(connection,
               "SELECT id FROM zf_voucher_whole WHERE book = ? AND year = ? AND period "
               "= 13 AND state IN ('entered', 'reviewed', 'posted') LIMIT 1",
               {book.id.value, key.year}))
        found.push_back(problem_of(
            "ledger.period.year_end_in_use",
            {"The year end of {0} has vouchers that rest on December. Unpost and void them first.",
             {std::int64_t{key.year}}}));
    return found;
}

}  // namespace

Result<PeriodWritten> unclose_period(const Writing& writing, Id<Book> id, PeriodKey key) {
    const auto book = lock_book(writing, id);
    if (!book) return book.error();
    if (const auto refusal = writing.settle(problems_of_unclosing(writing, *book, key)))
        return *refusal;
    const Period before = PeriodStore{writing.transaction, id}.get(key);
    PeriodWritten written = write_period(writing, id, before, {.key = key});
    if (key.no == last_carried_period(*book)) {
        const YearRow row = year_row(writing.transaction.connection(), id, key.year + 1);
        if (row.is_carried) {
            remove_openings(writing.transaction, *book, key.year + 1);
            written.touched.rows.push_back(write_year(writing, id, key.year + 1, row.carry, false));
        }
    }
    return written;
}

Result<YearOpened> open_year(const Writing& writing, Id<Book> id, int year, bool carry) {
    const auto book = lock_book(writing, id);
    if (!book) return book.error();
    Connection& connection = writing.transaction.connection();
    const YearRow before = year_row(connection, id, year);
    Problems found;
    if (const auto problem = why_not_in_use(*book)) found.push_back(*problem);
    if (year <= book->start.year ||
        (year != book->start.year + 1 && year_row(connection, id, year - 1).id == 0))
        found.push_back(
            problem_of("ledger.year.not_next", {"{0} is not the year after the last one of this "
                                                "book. Open the years one after another.",
                                                {std::int64_t{year}}}));
    if (before.id != 0 && (before.carry || !carry))
        found.push_back(problem_of(
            "ledger.year.opened",
            {"The year {0} is open already. Choose it on the status bar.", {std::int64_t{year}}}));
    if (const auto refusal = writing.settle(found)) return *refusal;
    YearOpened opened{.year = year};
    opened.touched.rows.push_back(write_year(writing, id, year, carry, false));
    if (PeriodStore{writing.transaction, id}.get({year - 1, last_carried_period(*book)}).state ==
        PeriodState::closed)
        carry_if_wanted(writing, *book, year, opened.touched);
    opened.carried = year_row(connection, id, year).is_carried;
    return opened;
}

Result<VoucherWritten> enter_year_carry(const Writing& writing, Id<Book> id, int year) {
    const auto book = lock_book(writing, id);
    if (!book) return book.error();
    Connection& connection = writing.transaction.connection();
    Problems found;
    if (!book->keeps_reverse_voucher)
        found.push_back(problem_of("ledger.year.no_reverse_voucher",
                                   {"Books of this kind keep no reverse voucher at the year end. "
                                    "Open the next year instead.",
                                    {}}));
    if (exists(connection,
               "SELECT id FROM zf_voucher_whole WHERE book = ? AND year = ? AND period = 13 AND "
               "origin "
               "= 'year_carry' AND state <> 'voided' LIMIT 1",
               {id.value, year}))
        found.push_back(problem_of(
            "ledger.year.carry_exists",
            {"The year-end voucher of {0} was entered before. Void it before another is made.",
             {std::int64_t{year}}}));
    if (const auto refusal = writing.settle(found)) return *refusal;

    const AccountList accounts{AccountStore{writing.transaction, id}.all(year)};
    TupleReader tuples{connection, id};
    std::vector<LeafBalance> balances;
    for (const auto& [key, turnover] :
         closing_cells(writing.transaction, *book, year, 13, Include::pending)) {
        const Account* const account = accounts.find({key.account});
        if (account == nullptr) continue;
        balances.push_back({.account = account->id,
                            .code = account->code,
                            .dimensions = tuples.values_of(key.tuple),
                            .measure = {key.measure},
                            .balance = turnover.debit - turnover.credit});
    }
    std::sort(
        balances.begin(), balances.end(),
        [](const LeafBalance& left, const LeafBalance& right) { return left.code < right.code; });
    Voucher voucher = year_carry_voucher(*book, year, balances, "结转下年");
    if (voucher.entries.empty())
        return problem_of("ledger.year.nothing_to_carry",
                          {"Every account of {0} stands at zero: there is nothing to carry.",
                           {std::int64_t{year}}});
    return insert_entered(writing, *book, std::move(voucher));
}

}  // namespace zf
