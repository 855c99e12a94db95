#include <fmt/format.h>

#include "../shown.h"
#include "line_sums.h"
#include "period_rows.h"
#include "sums.h"
#include "voucher_rows.h"
#include "zhangfang/ledger/store/accounts.h"
#include "zhangfang/ledger/store/balances.h"
#include "zhangfang/ledger/store/books.h"
#include "zhangfang/ledger/store/content_hash.h"
#include "zhangfang/ledger/store/numbering.h"
#include "zhangfang/ledger/store/periods.h"

namespace zf {

using namespace ledger_rows;

namespace {

constexpr std::size_t vouchers_listed = 100;

class Prover {
public:
    Prover(Reader reader, const BookKinds& kinds, const Book& book, PeriodKey period,
           const Tick& tick)
        : reader_{reader},
          connection_{reader.connection()},
          kinds_{kinds},
          book_{book},
          period_{period},
          tick_{tick} {}

    Proof prove() {
        look_at_previous();
        look_at_unposted();
        look_at_numbers();
        read_vouchers();
        look_at_trial_balance();
        look_at_cash();
        if (period_.no == 13 && book_.keeps_reverse_voucher) look_at_year_end();
        look_at_kind();
        proof_.stands = true;
        for (const ClosingCheck& check : proof_.checks)
            for (const Problem& problem : check.findings)
                proof_.stands = proof_.stands && problem.level < Level::error;
        return std::move(proof_);
    }

private:
    ClosingCheck& check(std::string code, std::string title) {
        proof_.checks.push_back(
            {.code = "ledger.closing." + std::move(code), .title = std::move(title)});
        return proof_.checks.back();
    }
    static void add(ClosingCheck& check, Message text) {
        check.findings.push_back({.code = check.code,
                                  .level = check.level,
                                  .text = std::move(text),
                                  .place = {"period"}});
    }

    void look_at_previous() {
        ClosingCheck& found = check("previous", "The periods before it are closed");
        const PeriodStore periods{reader_, book_.id};
        if (periods.get(period_).state == PeriodState::closed)
            add(found, {"The period {0} is closed already.", {period_.text()}});
        else if (period_.no == 13 ? periods.get({period_.year, 12}).state != PeriodState::closed
                                  : period_ != periods.first_open())
            add(found, {"The period {0} is closed only after {1}. Close that one first.",
                        {period_.text(), period_.no == 13 ? PeriodKey{period_.year, 12}.text()
                                                          : periods.first_open().text()}});
        if (const auto problem = why_not_in_use(book_)) found.findings.push_back(*problem);
    }

    void look_at_unposted() {
        ClosingCheck& found = check("unposted", "Every voucher is posted");
        std::int64_t count = 0;
        std::string first;
        connection_.run(
            "SELECT id, word, number, state FROM zf_voucher_whole WHERE book = ? AND year "
            "= ? AND period = ? AND state IN ('held', 'entered', 'reviewed')",
            {book_.id.value, period_.year, period_.no}, [&](const Row& row) {
                if (count++ == 0)
                    first = row.is_null(2) ? fmt::format("#{}", row.integer(0))
                                           : voucher_label(text_at(row, 1), small_at(row, 2));
                if (found.vouchers.size() < vouchers_listed)
                    found.vouchers.push_back({row.integer(0)});
            });
        if (count > 0)
            add(found, {"{0} vouchers of {1} are not posted, {2} among them. Have them reviewed "
                        "and posted, or void them.",
                        {count, period_.text(), first}});
    }

    void look_at_numbers() {
        ClosingCheck& found = check("numbers", "The numbers of every word are complete");
        for (const NumberGap& gap : number_gaps(reader_, book_.id, period_))
            add(found, {"The numbers from {0} to {1} of {2} are missing. Close the gap by "
                        "renumbering, or enter what is missing.",
                        {voucher_label(gap.word, gap.first), voucher_label(gap.word, gap.last),
                         period_.text()}});
    }

    // One pass over the period's vouchers proves content, balance of each, and what the kept sums
    // must be.
    void read_vouchers() {
        ClosingCheck content{.code = "ledger.closing.content",
                             .title = "Every voucher says what it said when it was saved"};
        ClosingCheck sums{.code = "ledger.closing.sums",
                          .title = "The kept balances equal the lines added again"};
        CloseHash close_hash{previous_hash()};
        LineSums lines{connection_, book_, period_, SumKind::posted};
        const auto cursor = VoucherStore{reader_, book_.id}.cursor(
            {.from = period_, .to = period_, .states = {VoucherState::posted}});
        while (const Voucher* voucher = cursor->next()) {
            ++proof_.vouchers;
            proof_.lines += static_cast<std::int64_t>(voucher->entries.size());
            if (tick_ && proof_.vouchers % 1000 == 0) tick_(proof_.vouchers, 0);
            const ContentHash hash = content_hash(*voucher);
            close_hash.add(hash);
            if (hex(hash) != voucher->content_hash || voucher->entries.size() < 2 ||
                !imbalances_of(*voucher).empty())
                note_changed(content, *voucher);
            lines.add(*voucher);
        }
        for (const LineSums::Difference& difference : lines.differences())
            if (sums.findings.size() < vouchers_listed)
                add(sums, {"The kept sums of account {0} differ from its lines: debit {1} "
                           "against {2}, credit {3} against {4}. Rebuild the balances and look "
                           "for the cause.",
                           {code_of(difference.account),
                            shown(difference.kept.debit, difference.measure, measures()),
                            shown(difference.added.debit, difference.measure, measures()),
                            shown(difference.kept.credit, difference.measure, measures()),
                            shown(difference.added.credit, difference.measure, measures())}});
        proof_.close_hash = close_hash.finish();
        proof_.checks.push_back(std::move(content));
        proof_.checks.push_back(std::move(sums));
    }

    void note_changed(ClosingCheck& content, const Voucher& voucher) {
        if (content.findings.size() >= vouchers_listed) return;
        add(content, {"{0} was changed behind the program's back. Compare it with the paper and "
                      "restore a backup.",
                      {voucher_label(voucher.word, voucher.number)}});
        content.vouchers.push_back(voucher.id);
    }

    std::string previous_hash() const {
        return PeriodStore{reader_, book_.id}.get(period_.previous()).close_hash;
    }

    const std::vector<Measure>& measures() {
        if (measures_.empty()) measures_ = BookStore{reader_}.measures(book_.id);
        return measures_;
    }

    std::string code_of(std::int64_t account) const {
        const auto found = AccountStore{reader_, book_.id}.get({account}, period_.year);
        return found ? found->code + " " + found->name : fmt::format("#{}", account);
    }

    std::vector<AccountBalance> balances(Id<Measure> measure) const {
        return BalanceReader{reader_}.trial_balance({.book = book_.id,
                                                     .year = period_.year,
                                                     .from = period_.no,
                                                     .to = period_.no,
                                                     .measure = measure});
    }

    void look_at_trial_balance() {
        ClosingCheck& found = check("trial_balance", "Debit equals credit over all accounts");
        for (const Measure& measure : measures()) {
            const TrialTotals totals = trial_totals(balances(measure.id));
            if (totals.is_balanced()) continue;
            add(found,
                {"Debit and credit of {0} do not agree: turnovers {1} and {2}, balances {3} and "
                 "{4}. Rebuild the balances and look for the cause.",
                 {measure.name, shown(totals.debit, measure), shown(totals.credit, measure),
                  shown(totals.closing_debit, measure), shown(totals.closing_credit, measure)}});
        }
    }

    void look_at_cash() {
        ClosingCheck& found = check("cash", "Cash never stood below zero");
        const Measure base = BookStore{reader_}.base_measure(book_.id);
        for (const Account& account : AccountStore{reader_, book_.id}.all(period_.year)) {
            if (account.feature != AccountFeature::cash || !account.is_leaf || period_.no == 13)
                continue;
            Amount running = balance_before(connection_, book_, account.id, base.id,
                                            period_.first_day(), Include::posted);
            connection_.run(
                "SELECT day, debit_minor - credit_minor FROM zf_day_turnover WHERE account = ? "
                "AND measure = ? AND day BETWEEN ? AND ? ORDER BY day",
                {account.id.value, base.id.value, std::int64_t{period_.first_day().day_number()},
                 std::int64_t{period_.last_day().day_number()}},
                [&](const Row& row) {
                    running += amount_at(row, 1);
                    if (running < Amount{} && found.findings.empty())
                        add(found, {"{0} stood at {1} on {2}. Find the receipt that is missing "
                                    "or dated too late.",
                                    {account.code + " " + account.name, running.money(),
                                     Date::from_day(static_cast<std::int32_t>(row.integer(0)))}});
                });
        }
    }

    // Once the year is sealed nothing can carry it any more: its books would end without 平.
    void look_at_year_end() {
        ClosingCheck& found = check("year_end",
                                    "The year-end voucher leaves every account at zero");
        found.level = Level::alert;
        for (const Measure& measure : measures())
            for (const AccountBalance& line : balances(measure.id))
                if (line.account.is_leaf && line.closing != Amount{} && found.findings.empty())
                    add(found, {"{0} does not end {1} at zero. Have the year-end voucher entered, "
                                "reviewed and posted first: a sealed year takes none.",
                                {line.account.code + " " + line.account.name,
                                 std::int64_t{period_.year}}});
    }

    void look_at_kind() {
        const BookKind* const kind = kinds_.find(book_.kind);
        if (kind == nullptr || !kind->why_not_closed) return;
        ClosingCheck& found = check("kind", "The rules of this kind of book hold");
        found.findings = kind->why_not_closed(balances({}), period_);
    }

    Reader reader_;
    Connection& connection_;
    const BookKinds& kinds_;
    const Book& book_;
    PeriodKey period_;
    const Tick& tick_;
    Proof proof_;
    std::vector<Measure> measures_;
};

bool has_alerts(const Proof& proof) {
    for (const ClosingCheck& check : proof.checks)
        for (const Problem& problem : check.findings)
            if (problem.level == Level::alert) return true;
    return false;
}

void store_proof(const Writing& writing, const Book& book, PeriodKey period, const Proof& proof) {
    Connection& connection = writing.transaction.connection();
    connection.run("DELETE FROM zf_period_proof WHERE book = ? AND year = ? AND period = ?",
                   {book.id.value, period.year, period.no});
    if (!proof.stands) return;
    const std::string
        previous = PeriodStore{writing.transaction, book.id}.get(period.previous()).close_hash;
    connection.run(
        "INSERT INTO zf_period_proof (book, year, period, touched, vouchers, lines, "
        "previous_hash, close_hash, has_alerts, trail_sequence, proved_at, proved_by) VALUES (?, "
        "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {book.id.value, period.year, period.no, touched_count(connection, book.id, period),
         proof.vouchers, proof.lines, previous, proof.close_hash, flag(has_alerts(proof)),
         proof.trail_sequence, writing.stamp.now, writing.stamp.operator_id});
}

}  // namespace

Proof closing_checks(Reader reader, const BookKinds& kinds, Id<Book> id, PeriodKey period,
                     const Tick& tick) {
    const std::optional<Book> book = BookStore{reader}.get(id);
    ZF_ASSERT(book);
    return Prover{reader, kinds, *book, period, tick}.prove();
}

std::optional<Proof> valid_proof(Reader reader, Id<Book> book, PeriodKey period) {
    std::optional<Proof> proof;
    const std::string previous = PeriodStore{reader, book}.get(period.previous()).close_hash;
    reader.connection().run("SELECT vouchers, lines, close_hash, proved_at, trail_sequence FROM "
                            "zf_period_proof WHERE book = ? AND year = ? AND period = ? AND "
                            "touched = ? AND previous_hash = ? AND has_alerts = 0",
                            {book.value, period.year, period.no,
                             touched_count(reader.connection(), book, period), previous},
                            [&](const Row& row) {
                                proof = Proof{.stands = true,
                                              .vouchers = row.integer(0),
                                              .lines = row.integer(1),
                                              .close_hash = text_at(row, 2),
                                              .proved_at = text_at(row, 3),
                                              .trail_sequence = row.integer(4)};
                            });
    return proof;
}

Result<Proof> prove_period(const Writing& writing, Id<Book> id, PeriodKey period,
                           std::int64_t trail_length, const Tick& tick) {
    const auto book = lock_book(writing, id);
    if (!book) return book.error();
    Proof proof = Prover{writing.transaction, writing.kinds, *book, period, tick}.prove();
    proof.trail_sequence = trail_length;
    proof.proved_at = writing.stamp.now;
    store_proof(writing, *book, period, proof);
    return proof;
}

}  // namespace zf
