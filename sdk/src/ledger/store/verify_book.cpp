#include <map>
#include <set>

#include <fmt/format.h>

#include "../shown.h"
#include "cells.h"
#include "line_sums.h"
#include "openings_rows.h"
#include "voucher_rows.h"
#include "zhangfang/ledger/store/accounts.h"
#include "zhangfang/ledger/store/balances.h"
#include "zhangfang/ledger/store/books.h"
#include "zhangfang/ledger/store/content_hash.h"
#include "zhangfang/ledger/store/numbering.h"
#include "zhangfang/ledger/store/periods.h"
#include "zhangfang/ledger/store/verify.h"

namespace zf {

using namespace ledger_rows;

namespace {

class Verifier {
public:
    Verifier(Reader reader, const Book& book, const Tick& tick)
        : reader_{reader},
          connection_{reader.connection()},
          book_{book},
          tick_{tick},
          measures_{BookStore{reader}.measures(book.id)},
          first_open_{PeriodStore{reader, book.id}.first_open()} {}

    std::vector<LedgerFinding> verify() {
        read_vouchers();
        look_at_openings();
        look_at_trial_balances();
        look_at_series();
        look_at_versions();
        return std::move(found_);
    }
    std::vector<BalanceDifference> take_differences() { return std::move(differences_); }

private:
    void add(std::string invariant, Message text, Id<Voucher> voucher = {},
             Id<Account> account = {}) {
        found_.push_back({std::move(invariant), std::move(text), voucher, account});
    }
    Argument show(Amount amount, Id<Measure> measure) const {
        return shown(amount, measure, measures_);
    }
    static std::string reference(const Voucher& voucher) {
        return VoucherStore::reference_of(voucher);
    }

    void read_vouchers() {
        std::unique_ptr<LineSums> posted, pending;
        std::unique_ptr<CloseHash> close_hash;
        PeriodKey period;
        const auto finish_period = [&] {
            if (!posted) return;
            compare(*posted, period);
            compare(*pending, period);
            look_at_close_hash(period, close_hash->finish());
        };
        std::int64_t count = 0;
        const auto cursor = VoucherStore{reader_, book_.id}.cursor({});
        while (const Voucher* voucher = cursor->next()) {
            if (tick_ && ++count % 1000 == 0) tick_(count, 0);
            if (!posted || voucher->period != period) {
                finish_period();
                period = voucher->period;
                posted = std::make_unique<LineSums>(connection_, book_, period, SumKind::posted);
                pending = std::make_unique<LineSums>(connection_, book_, period, SumKind::pending);
                close_hash = std::make_unique<CloseHash>(
                    PeriodStore{reader_, book_.id}.get(period.previous()).close_hash);
                seen_.insert(period);
                accounts_ = AccountList{AccountStore{reader_, book_.id}.all(period.year)};
            }
            const ContentHash hash = content_hash(*voucher);
            look_at(*voucher, hash);
            if (voucher->state == VoucherState::posted) {
                posted->add(*voucher);
                close_hash->add(hash);
            } else if (voucher->state != VoucherState::voided) {
                pending->add(*voucher);
            }
        }
        finish_period();
        compare_periods_without_vouchers();
    }

    void look_at(const Voucher& voucher, const ContentHash& hash) {
        const std::string method = book_.method == BookMethod::receipt_payment ? "I2" : "I1";
        if (hex(hash) != voucher.content_hash)
            add("I9", {"{0} does not say what it said when it was saved.", {reference(voucher)}},
                voucher.id);
        if (voucher.entries.size() < 2)
            add(method, {"{0} has fewer than two lines.", {reference(voucher)}}, voucher.id);
        for (const Imbalance& sum : imbalances_of(voucher))
            add(method,
                {"{0} does not balance: debit {1}, credit {2}.",
                 {reference(voucher), show(sum.debit, sum.measure), show(sum.credit, sum.measure)}},
                voucher.id);
        if (voucher.state == VoucherState::reviewed || voucher.state == VoucherState::posted) {
            const bool was_reviewed = voucher.reviewed_by != 0;
            if ((book_.options.review_before_posting && !was_reviewed) ||
                voucher.reviewed_by == voucher.prepared_by)
                add("I11",
                    {"{0} was not reviewed by another operator than its preparer.",
                     {reference(voucher)}},
                    voucher.id);
        }
        if (voucher.date < voucher.period.first_day() || voucher.date > voucher.period.last_day())
            add("I7", {"{0} is dated outside its period.", {reference(voucher)}}, voucher.id);
        const bool is_closed = PeriodStore{reader_, book_.id}.get(voucher.period).state ==
                               PeriodState::closed;
        if (is_closed && voucher.state != VoucherState::posted &&
            voucher.state != VoucherState::voided)
            add("I7", {"{0} is not posted and its period is closed.", {reference(voucher)}},
                voucher.id);
        for (const Entry& entry : voucher.entries) {
            if (entry.amount.is_zero() &&
                (!entry.detail || entry.detail->purpose == EntryPurpose::ordinary))
                add(method, {"{0} has a line without an amount.", {reference(voucher)}},
                    voucher.id);
            const Account* const account = accounts_.find(entry.account);
            if (account == nullptr || !account->is_leaf)
                add("I7", {"{0} has a line on an account that takes none.", {reference(voucher)}},
                    voucher.id, entry.account);
        }
    }

    void compare(LineSums& sums, PeriodKey period) {
        for (const LineSums::Difference& each : sums.differences()) {
            differences_.push_back({.account = {each.account},
                                    .year = period.year,
                                    .period = each.day == 0 ? period.no : 0,
                                    .day = each.day,
                                    .kept_debit = each.kept.debit,
                                    .kept_credit = each.kept.credit,
                                    .added_debit = each.added.debit,
                                    .added_credit = each.added.credit});
            add("I10",
                {"The kept sums of account {0} in {1} differ from its lines: debit {2} against "
                 "{3}, credit {4} against {5}.",
                 {code_of(each.account, period.year), period.text(),
                  show(each.kept.debit, each.measure), show(each.added.debit, each.measure),
                  show(each.kept.credit, each.measure), show(each.added.credit, each.measure)}},
                {}, {each.account});
        }
    }

    // Sums that are kept where no voucher is.
    void compare_periods_without_vouchers() {
        std::set<PeriodKey> kept;
        connection_.run(
            "SELECT DISTINCT year, period FROM zf_balance WHERE book = ? AND period > 0",
            {book_.id.value}, [&](const Row& row) {
                kept.insert({small_at(row, 0), small_at(row, 1)});
            });
        for (const PeriodKey& period : kept) {
            if (seen_.contains(period) || period < book_.start) continue;
            for (const SumKind kind : {SumKind::posted, SumKind::pending}) {
                LineSums sums{connection_, book_, period, kind};
                compare(sums, period);
            }
        }
    }

    void look_at_close_hash(PeriodKey key, const std::string& close_hash) {
        const Period period = PeriodStore{reader_, book_.id}.get(key);
        if (period.state == PeriodState::closed && period.close_hash != close_hash)
            add("I9", {"The vouchers of {0} are not those that were closed.", {key.text()}});
    }

    std::string code_of(std::int64_t account, int year) const {
        const auto found = AccountStore{reader_, book_.id}.get({account}, year);
        return found ? found->code : fmt::format("#{}", account);
    }

    using Nets = std::map<std::pair<std::int64_t, std::int64_t>, Amount>;  // by account and measure

    Nets nets_of(int year, int first, int last) const {
        Nets nets;
        connection_.run("SELECT account, measure, CAST(SUM(debit_minor - credit_minor) AS "
                        "BIGINT) FROM zf_balance WHERE book = ? AND year = ? AND period BETWEEN "
                        "? AND ? GROUP BY account, measure",
                        {book_.id.value, year, first, last}, [&](const Row& row) {
                            if (!amount_at(row, 2).is_zero())
                                nets[{row.integer(0), row.integer(1)}] = amount_at(row, 2);
                        });
        return nets;
    }

    // I5: a carried year opens with what the year before closed with; the first year opens with
    // what was typed.
    void look_at_openings() {
        Nets typed;
        for (const BalanceDelta& each : opening_deltas(connection_, book_).balances)
            if (each.key.period == 0)
                typed[{each.key.account, each.key.measure}] += each.turnover.debit -
                                                               each.turnover.credit;
        std::erase_if(typed, [](const auto& net) { return net.second.is_zero(); });
        Nets closing = std::move(typed);
        const PeriodStore periods{reader_, book_.id};
        for (int year = book_.start.year;; ++year) {
            if (year == book_.start.year || periods.is_carried(year))
                compare_openings(year, closing);
            else if (year > periods.years().back())
                break;
            for (const auto& [key, net] : nets_of(year, 1, last_carried_period(book_)))
                closing[key] += net;
            std::erase_if(closing, [](const auto& net) { return net.second.is_zero(); });
        }
    }

    void compare_openings(int year, const Nets& expected) {
        Nets kept = nets_of(year, 0, 0);
        for (const auto& [key, net] : expected) {
            const auto found = kept.find(key);
            const Amount has = found == kept.end() ? Amount{} : found->second;
            if (has != net) note_opening(year, key, has, net);
            if (found != kept.end()) kept.erase(found);
        }
        for (const auto& [key, has] : kept) note_opening(year, key, has, {});
    }

    void note_opening(int year, const std::pair<std::int64_t, std::int64_t>& key, Amount has,
                      Amount expected) {
        add("I5",
            {"Account {0} opens {1} with {2} instead of {3}.",
             {code_of(key.first, year), std::int64_t{year}, show(has, {key.second}),
              show(expected, {key.second})}},
            {}, {key.first});
        differences_.push_back(
            {.account = {key.first}, .year = year, .kept_debit = has, .added_debit = expected});
    }

    // I3, I4, I6: the roll-up of every year agrees, side by side.
    void look_at_trial_balances() {
        for (const int year : PeriodStore{reader_, book_.id}.years())
            for (const Measure& measure : measures_) {
                const std::vector<AccountBalance> rows = BalanceReader{reader_}.trial_balance(
                    {.book = book_.id, .year = year, .from = 1, .to = 13, .measure = measure.id});
                for (const AccountBalance& row : rows)
                    if (row.closing != row.opening + row.debit - row.credit)
                        add("I3",
                            {"Account {0} of {1}: the closing balance is not opening + debit − "
                             "credit.",
                             {row.account.code, std::int64_t{year}}},
                            {}, row.account.id);
                if (book_.status != BookStatus::initialising && !trial_totals(rows).is_balanced())
                    add("I6", {"Debit and credit of {0} do not agree in {1}.",
                               {std::int64_t{year}, measure.name}});
            }
    }

    // I8: no number twice (the store's own rule, and December with the year end), none missing but
    // from held vouchers, and the series knows the highest.
    void look_at_series() {
        connection_.run("SELECT id FROM zf_voucher_whole WHERE book = ? AND (number IS NULL) <> "
                        "(state = 'held')",
                        {book_.id.value}, [&](const Row& row) {
                            add("I8",
                                {"{0}: a held voucher has no number, every other has one.",
                                 {fmt::format("#{}", row.integer(0))}},
                                {row.integer(0)});
                        });
        std::map<std::string, std::set<int>> numbers;
        connection_.run(
            "SELECT year, period, word, number FROM zf_voucher WHERE book = ? AND number IS NOT "
            "NULL",
            {book_.id.value}, [&](const Row& row) {
                const PeriodKey period{small_at(row, 0), small_at(row, 1)};
                if (!numbers[Series::voucher_series(period, row.text(2))]
                         .insert(small_at(row, 3))
                         .second)
                    add("I8", {"The number {0} of {1} was given twice.",
                               {voucher_label(text_at(row, 2), small_at(row, 3)), period.text()}});
            });
        for (const auto& [name, given] : numbers) {
            std::int64_t last = 0;
            connection_.run("SELECT last FROM zf_series WHERE book = ? AND name = ?",
                            {book_.id.value, name}, [&](const Row& row) { last = row.integer(0); });
            if (last != *given.rbegin())
                add("I8", {"The series {0} stands at {1} and its highest number is {2}.",
                           {name, last, std::int64_t{*given.rbegin()}}});
        }
    }

    void look_at_versions() {
        connection_.run("SELECT w.voucher, w.number, w.content, w.content_hash FROM "
                        "zf_voucher_version AS w JOIN zf_voucher AS v ON v.id = w.voucher WHERE "
                        "v.book = ?",
                        {book_.id.value}, [&](const Row& row) {
                            if (crypto::sha256(row.text(2)) != hash_at(row, 3))
                                add("I9",
                                    {"A former content of voucher {0} was changed.",
                                     {fmt::format("#{}", row.integer(0))}},
                                    {row.integer(0)});
                        });
    }

    Reader reader_;
    Connection& connection_;
    const Book& book_;
    const Tick& tick_;
    std::vector<Measure> measures_;
    PeriodKey first_open_;
    AccountList accounts_;
    std::set<PeriodKey> seen_;
    std::vector<LedgerFinding> found_;
    std::vector<BalanceDifference> differences_;
};

Book book_of(Reader reader, Id<Book> id) {
    const std::optional<Book> book = BookStore{reader}.get(id);
    ZF_ASSERT(book);
    return *book;
}

}  // namespace

std::vector<LedgerFinding> verify_book(Reader reader, Id<Book> id, const Tick& tick) {
    const Book book = book_of(reader, id);
    return Verifier{reader, book, tick}.verify();
}

std::vector<BalanceDifference> compare_balances(Reader reader, Id<Book> id, const Tick& tick) {
    const Book book = book_of(reader, id);
    Verifier verifier{reader, book, tick};
    verifier.verify();
    return verifier.take_differences();
}

Result<Rebuilt> rebuild_balances(const Writing& writing, Id<Book> id, const Tick& tick) {
    const auto book = lock_book(writing, id);
    if (!book) return book.error();
    Connection& connection = writing.transaction.connection();
    Rebuilt rebuilt{.differences = compare_balances(writing.transaction, id, tick)};
    connection.run("DELETE FROM zf_balance WHERE book = ?", {id.value});
    connection.run(
        "DELETE FROM zf_day_turnover WHERE account IN (SELECT id FROM zf_account WHERE book = ?)",
        {id.value});
    TupleReader tuples{connection, id};
    DeltaSum posted, pending;
    {
        const auto cursor = VoucherStore{writing.transaction, id}.cursor({});
        while (const Voucher* voucher = cursor->next()) {
            if (voucher->state == VoucherState::voided) continue;
            (voucher->state == VoucherState::posted ? posted : pending)
                .add(*voucher, take_tuples(writing, tuples, *voucher));
        }
    }
    apply(connection, id, posted.take(), SumKind::posted, 1);
    apply(connection, id, pending.take(), SumKind::pending, 1);
    write_opening_balances(connection, *book);
    const PeriodStore periods{writing.transaction, id};
    for (const int year : periods.years())
        if (periods.is_carried(year)) write_openings(writing.transaction, *book, year);
    return rebuilt;
}

}  // namespace zf
