#include "zhangfang/ledger/store/openings.h"

#include <algorithm>

#include <fmt/format.h>

#include "../shown.h"
#include "account_rows.h"
#include "openings_rows.h"
#include "period_rows.h"
#include "rows.h"
#include "sums.h"
#include "tuples.h"
#include "zhangfang/ledger/posting.h"
#include "zhangfang/ledger/store/accounts.h"
#include "zhangfang/ledger/store/balances.h"

namespace zf {

using namespace ledger_rows;

namespace {

Problem problem_of(std::string code, Message text, int line) {
    return {.code = "ledger.opening." + std::move(code),
            .text = std::move(text),
            .place = {"openings", line}};
}

ContentHash hash_of(std::int64_t tuple, const Opening& opening) {
    const EntryDetail detail = opening.detail.value_or(EntryDetail{});
    return crypto::sha256(fmt::format(
        "{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", opening.account.value, tuple, detail.currency,
        opening.measure.value, opening.balance.minor(), opening.year_debit.minor(),
        opening.year_credit.minor(), detail.foreign_minor, detail.quantity.micro()));
}

bool is_empty(const Opening& opening) {
    return opening.balance.is_zero() && opening.year_debit.is_zero() &&
           opening.year_credit.is_zero() &&
           (!opening.detail ||
            (opening.detail->foreign_minor == 0 && opening.detail->quantity.is_zero()));
}

class OpeningWriter {
public:
    OpeningWriter(const Writing& writing, const Book& book)
        : writing_{writing},
          connection_{writing.transaction.connection()},
          book_{book},
          tuples_{connection_, book.id},
          base_{BookStore{writing.transaction}.base_measure(book.id).id} {}

    Problems problems_of(const std::vector<Opening>& openings) const {
        Problems found;
        const AccountStore accounts{writing_.transaction, book_.id};
        if (book_.status != BookStatus::initialising)
            found.push_back(problem_of("finished",
                                       {"The set-up of {0} is finished: its opening balances "
                                        "stay. Undo the set-up while there is no voucher, or "
                                        "enter a voucher.",
                                        {book_.name}},
                                       0));
        int line = 0;
        for (const Opening& opening : openings) {
            ++line;
            const auto account = accounts.get(opening.account, book_.start.year);
            if (!account) {
                found.push_back(problem_of(
                    "account_unknown",
                    {"Row {0} names no account. Choose one with F7.", {std::int64_t{line}}}, line));
                continue;
            }
            const std::string title = account->code + " " + account->name;
            if (!account->is_leaf)
                found.push_back(problem_of(
                    "not_leaf",
                    {"{0} is divided into accounts below it: type the balances of those.", {title}},
                    line));
            if (book_.start.no == 1 &&
                !(opening.year_debit.is_zero() && opening.year_credit.is_zero()))
                found.push_back(problem_of("year_amounts",
                                           {"This book starts in January: {0} has no turnover of "
                                            "the year so far. Type the balance only.",
                                            {title}},
                                           line));
            look_at_dimensions(opening, *account, line, found);
        }
        return found;
    }

    Touched write(const std::vector<Opening>& openings, bool replaces_all) {
        std::vector<std::int64_t> kept;
        for (Opening opening : openings) {
            if (!opening.measure) opening.measure = base_;
            std::sort(opening.dimensions.begin(), opening.dimensions.end(),
                      [](const DimensionValue& left, const DimensionValue& right) {
                          return left.kind < right.kind;
                      });
            kept.push_back(write_one(opening));
        }
        if (replaces_all) {
            std::vector<std::int64_t> others;
            connection_.run(
                "SELECT id FROM zf_opening WHERE book = ?", {book_.id.value}, [&](const Row& row) {
                    if (std::find(kept.begin(), kept.end(), row.integer(0)) == kept.end())
                        others.push_back(row.integer(0));
                });
            for (const std::int64_t id : others) remove(id);
        }
        write_opening_balances(connection_, book_);
        return std::move(touched_);
    }

private:
    void look_at_dimensions(const Opening& opening, const Account& account, int line,
                            Problems& found) const {
        const AccountStore accounts{writing_.transaction, book_.id};
        for (const AccountDimension& wanted : account.dimensions) {
            const bool named = std::any_of(
                opening.dimensions.begin(), opening.dimensions.end(),
                [&](const DimensionValue& value) { return value.kind == wanted.kind; });
            if (!named && wanted.is_required && wanted.use == DimensionUse::balance)
                found.push_back(
                    problem_of("dimension_missing",
                               {"The balance of {0} is kept by {1}: type one row for each item.",
                                {account.code + " " + account.name, wanted.kind}},
                               line));
        }
        for (const DimensionValue& value : opening.dimensions) {
            const bool is_carried = std::any_of(
                account.dimensions.begin(), account.dimensions.end(),
                [&](const AccountDimension& each) {
                    return each.kind == value.kind && each.use == DimensionUse::balance;
                });
            if (!is_carried || !accounts.dimension_item(value.kind, value.item))
                found.push_back(
                    problem_of("dimension_unknown",
                               {"The balance of {0} is not kept by {1} {2}. Take the item away.",
                                {account.code + " " + account.name, value.kind, value.item}},
                               line));
        }
    }

    std::int64_t write_one(const Opening& opening) {
        const std::int64_t tuple = tuples_.take(writing_.transaction, opening.dimensions);
        const EntryDetail detail = opening.detail.value_or(EntryDetail{});
        std::int64_t id = 0;
        std::string before;
        connection_.run(
            "SELECT id, content_hash FROM zf_opening WHERE book = ? AND account = ? AND tuple = "
            "? AND currency = ? AND measure = ?",
            {book_.id.value, opening.account.value, tuple, detail.currency, opening.measure.value},
            [&](const Row& row) {
                id = row.integer(0);
                before = hex(hash_at(row, 1));
            });
        if (is_empty(opening)) {
            if (id != 0) remove(id);
            return 0;
        }
        const ContentHash hash = hash_of(tuple, opening);
        if (id == 0)
            id = insert_returning_id(writing_.transaction,
                                     "INSERT INTO zf_opening (book, account, tuple, currency, "
                                     "measure, balance_minor, year_debit_minor, "
                                     "year_credit_minor, foreign_minor, quantity_micro, "
                                     "content_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                     {book_.id.value, opening.account.value, tuple, detail.currency,
                                      opening.measure.value, opening.balance.minor(),
                                      opening.year_debit.minor(), opening.year_credit.minor(),
                                      detail.foreign_minor, detail.quantity.micro(),
                                      BytesView{hash}});
        else
            connection_.run("UPDATE zf_opening SET balance_minor = ?, year_debit_minor = ?, "
                            "year_credit_minor = ?, foreign_minor = ?, quantity_micro = ?, "
                            "content_hash = ? WHERE id = ?",
                            {opening.balance.minor(), opening.year_debit.minor(),
                             opening.year_credit.minor(), detail.foreign_minor,
                             detail.quantity.micro(), BytesView{hash}, id});
        if (before != hex(hash))
            touched_.rows.push_back({"zf_opening", id, before, hex(hash), "typed"});
        return id;
    }

    void remove(std::int64_t id) {
        std::string before;
        connection_.run("SELECT content_hash FROM zf_opening WHERE id = ?", {id},
                        [&](const Row& row) { before = hex(hash_at(row, 0)); });
        connection_.run("DELETE FROM zf_opening WHERE id = ?", {id});
        touched_.rows.push_back({"zf_opening", id, before, "", "removed"});
    }

    const Writing& writing_;
    Connection& connection_;
    const Book& book_;
    TupleReader tuples_;
    Id<Measure> base_;
    Touched touched_;
};

}  // namespace

Deltas opening_deltas(Connection& connection, const Book& book) {
    DeltaSum sum;
    connection.run("SELECT account, tuple, currency, measure, balance_minor, year_debit_minor, "
                   "year_credit_minor, foreign_minor, quantity_micro FROM zf_opening WHERE book "
                   "= ?",
                   {book.id.value}, [&](const Row& row) {
                       BalanceKey key{row.integer(0), row.integer(1),  text_at(row, 2),
                                      row.integer(3), book.start.year, 0};
                       const Amount year_opening = amount_at(row, 4) - amount_at(row, 5) +
                                                   amount_at(row, 6);
                       const std::int64_t foreign = row.integer(7), quantity = row.integer(8);
                       sum.add(key, {.debit = year_opening > Amount{} ? year_opening : Amount{},
                                     .credit = year_opening < Amount{} ? -year_opening : Amount{},
                                     .foreign_debit = foreign > 0 ? foreign : 0,
                                     .foreign_credit = foreign < 0 ? -foreign : 0,
                                     .quantity_debit = quantity > 0 ? quantity : 0,
                                     .quantity_credit = quantity < 0 ? -quantity : 0});
                       if (book.start.no == 1) return;
                       key.period = book.start.no - 1;
                       sum.add(key, {.debit = amount_at(row, 5), .credit = amount_at(row, 6)});
                   });
    return sum.take();
}

void write_opening_balances(Connection& connection, const Book& book) {
    connection.run("DELETE FROM zf_balance WHERE book = ? AND year = ? AND period < ?",
                   {book.id.value, book.start.year, book.start.no});
    apply(connection, book.id, opening_deltas(connection, book), SumKind::posted, 1);
}

std::vector<Opening> openings_of(Reader reader, Id<Book> book) {
    std::vector<Opening> openings;
    std::vector<std::int64_t> tuple_ids;
    reader.connection().run(
        "SELECT o.account, o.tuple, o.currency, o.measure, o.balance_minor, o.year_debit_minor, "
        "o.year_credit_minor, o.foreign_minor, o.quantity_micro FROM zf_opening AS o WHERE "
        "o.book = ? ORDER BY o.account, o.tuple, o.id",
        {book.value}, [&](const Row& row) {
            Opening opening{.account = {row.integer(0)},
                            .measure = {row.integer(3)},
                            .balance = amount_at(row, 4),
                            .year_debit = amount_at(row, 5),
                            .year_credit = amount_at(row, 6)};
            if (!row.text(2).empty() || row.integer(7) != 0 || row.integer(8) != 0)
                opening.detail = EntryDetail{.currency = text_at(row, 2),
                                             .foreign_minor = row.integer(7),
                                             .quantity = Quantity::micro(row.integer(8))};
            tuple_ids.push_back(row.integer(1));
            openings.push_back(std::move(opening));
        });
    TupleReader tuples{reader.connection(), book};
    for (std::size_t at = 0; at < openings.size(); ++at)
        openings[at].dimensions = tuples.values_of(tuple_ids[at]);
    return openings;
}

Result<Touched> set_openings(const Writing& writing, Id<Book> id,
                             const std::vector<Opening>& openings, bool replaces_all) {
    const auto book = lock_book(writing, id);
    if (!book) return book.error();
    OpeningWriter writer{writing, *book};
    if (const auto refusal = writing.settle(writer.problems_of(openings))) return *refusal;
    Touched touched = writer.write(openings, replaces_all);
    touch_period(writing, id, book->start);
    return touched;
}

OpeningCheck check_openings(Reader reader, const BookKinds& kinds, Id<Book> id) {
    const BookStore books{reader};
    const std::optional<Book> book = books.get(id);
    ZF_ASSERT(book);
    OpeningCheck check;
    for (const Measure& measure : books.measures(id)) {
        std::vector<AccountBalance> rows = BalanceReader{reader}.trial_balance(
            {.book = id,
             .year = book->start.year,
             .from = book->start.no,
             .to = book->start.no,
             .measure = measure.id});
        // Of the opening only: vouchers that were entered meanwhile stand aside.
        for (AccountBalance& row : rows) {
            row.year_debit -= row.debit;
            row.year_credit -= row.credit;
            row.debit = row.credit = {};
            row.closing = row.opening;
        }
        const TrialTotals totals = trial_totals(rows);
        if (totals.opening_debit != totals.opening_credit)
            check.problems.push_back(problem_of(
                "unbalanced",
                {"Opening balances do not agree: debit {0}, credit {1}, difference {2}. Look "
                 "first for what was received and not yet booked, such as bank interest.",
                 {shown(totals.opening_debit, measure), shown(totals.opening_credit, measure),
                  shown(totals.opening_debit - totals.opening_credit, measure)}},
                0));
        if (totals.year_debit != totals.year_credit)
            check.problems.push_back(problem_of(
                "year_unbalanced",
                {"The turnovers of the year so far do not agree: debit {0}, credit {1}. Correct "
                 "them.",
                 {shown(totals.year_debit, measure), shown(totals.year_credit, measure)}},
                0));
        if (check.rows.empty()) check.rows = std::move(rows);
    }
    const BookKind* const kind = kinds.find(book->kind);
    if (kind != nullptr && kind->problems_of_opening) {
        const Problems of_kind = kind->problems_of_opening(check.rows);
        check.problems.insert(check.problems.end(), of_kind.begin(), of_kind.end());
    }
    return check;
}

Result<BookWritten> finish_initialisation(const Writing& writing, Id<Book> id) {
    const auto book = lock_book(writing, id);
    if (!book) return book.error();
    if (book->status != BookStatus::initialising)
        return problem_of("finished", {"The set-up of {0} is finished already.", {book->name}}, 0);
    if (const auto refusal = writing.settle(
            check_openings(writing.transaction, writing.kinds, id).problems))
        return *refusal;
    return set_book_status(writing, *book, BookStatus::active);
}

Result<BookWritten> undo_initialisation(const Writing& writing, Id<Book> id) {
    const auto book = lock_book(writing, id);
    if (!book) return book.error();
    if (book->status != BookStatus::active)
        return problem_of("not_finished", {"The book {0} is still being set up.", {book->name}}, 0);
    if (BookStore{writing.transaction}.has_vouchers(id))
        return problem_of(
            "vouchers_exist",
            {"The book {0} has vouchers: its opening balances stay. Correct them by a voucher.",
             {book->name}},
            0);
    return set_book_status(writing, *book, BookStatus::initialising);
}

}  // namespace zf
