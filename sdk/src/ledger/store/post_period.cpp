#include <limits>
#include <map>
#include <set>

#include <fmt/format.h>

#include "period_rows.h"
#include "set_rows.h"
#include "sums.h"
#include "voucher_changes.h"
#include "voucher_rows.h"
#include "zhangfang/ledger/store/books.h"
#include "zhangfang/ledger/store/numbering.h"
#include "zhangfang/ledger/store/periods.h"

namespace zf {

using namespace ledger_rows;

namespace {

Problem problem_of(std::string code, Message text, Level level = Level::error) {
    return {.code = std::move(code), .level = level, .text = std::move(text), .place = {"period"}};
}

// What waits in a period, counted once.
struct Waiting {
    std::int64_t ready = 0;                                    // may be posted now
    std::int64_t left_out = 0;                                 // waits, but not for this posting
    std::map<std::string, int> highest_ready, lowest_unready;  // numbers by word
};

class Posting {
public:
    Posting(const Writing& writing, const Book& book, PeriodKey period, int last_number)
        : writing_{writing},
          connection_{writing.transaction.connection()},
          book_{book},
          period_{period},
          last_number_{last_number == 0 ? std::numeric_limits<int>::max() : last_number},
          states_{book.options.review_before_posting ? "AND v.state = 'reviewed'"
                                                     : "AND v.state IN ('entered', 'reviewed')"} {}

    Result<Posted> run() {
        read_waiting();
        if (const auto refusal = writing_.settle(problems())) return *refusal;
        Posted posted{.vouchers = waiting_.ready};
        move_sums(posted);
        posted.touched.chunks = rows_.chunks(name_of(VoucherState::posted));
        const std::int64_t operator_id = writing_.stamp.operator_id, now = now_of(writing_);
        rows_.update_runs(connection_,
                          "UPDATE zf_voucher_state SET state = ?, posted_by = ?, posted_at = ?, "
                          "version = version + 1, changed_at = ?, changed_by = ? WHERE voucher "
                          "BETWEEN ? AND ?",
                          {stored_state(VoucherState::posted), operator_id, now, now, operator_id});
        touch_period(writing_, book_.id, period_);
        return posted;
    }

private:
    std::string chosen() const {
        return fmt::format("v.book = ? AND v.year = ? AND v.period = ? AND v.number <= ? {}",
                           states_);
    }
    Bounds chosen_bounds() const {
        return {book_.id.value, period_.year, period_.no, last_number_};
    }

    void read_waiting() {
        constexpr std::int64_t entered = stored_state(VoucherState::entered),
                               reviewed = stored_state(VoucherState::reviewed);
        connection_.run("SELECT v.id, v.content_hash, s.state, v.word, v.number FROM zf_voucher "
                        "AS v JOIN zf_voucher_state AS s ON s.voucher = v.id WHERE v.book = ? "
                        "AND v.year = ? AND v.period = ? AND s.state IN (?, ?)",
                        {book_.id.value, period_.year, period_.no, entered, reviewed},
                        [&](const Row& row) {
                            const int number = small_at(row, 4);
                            const bool is_reviewed = row.integer(2) == reviewed ||
                                                     !book_.options.review_before_posting;
                            if (is_reviewed && number <= last_number_) {
                                rows_.add(row.integer(0), hash_at(row, 1));
                                ++waiting_.ready;
                                note(waiting_.highest_ready, row.text(3), number, 1);
                            } else {
                                ++waiting_.left_out;
                                if (!is_reviewed)
                                    note(waiting_.lowest_unready, row.text(3), number, -1);
                            }
                        });
    }

    // Keeps the highest (sign 1) or lowest (−1) number of a word.
    void note(std::map<std::string, int>& numbers, std::string_view word, int number, int sign) {
        if (word != last_word_) last_word_ = word;
        const auto [found, is_new] = numbers.try_emplace(last_word_, number);
        if (!is_new && (number - found->second) * sign > 0) found->second = number;
    }

    Problems problems() const {
        Problems found;
        const PeriodStore periods{writing_.transaction, book_.id};
        if (const auto problem = why_not_in_use(book_)) found.push_back(*problem);
        if (const auto problem = why_not_moved(writing_, book_, period_))
            found.push_back(*problem);
        else if (period_.no == 13 ? periods.get({period_.year, 12}).state != PeriodState::closed
                                  : period_ != periods.first_open())
            found.push_back(problem_of("ledger.period.not_first_open",
                                       {"Vouchers are posted in {0}, the first open period, not "
                                        "in {1}. Close the earlier ones first.",
                                        {periods.first_open().text(), period_.text()}}));
        if (waiting_.ready == 0)
            found.push_back(
                problem_of("ledger.posting.nothing",
                           {"No voucher of {0} waits for posting. Review the vouchers first.",
                            {period_.text()}}));
        for (const auto& [word, number] : waiting_.highest_ready) {
            const auto unready = waiting_.lowest_unready.find(word);
            if (unready != waiting_.lowest_unready.end() && unready->second < number)
                found.push_back(problem_of(
                    "ledger.posting.not_reviewed",
                    {"{0} is not reviewed and stands before {1}. Have it reviewed first.",
                     {voucher_label(word, unready->second), voucher_label(word, number)}}));
        }
        add_gaps(found);
        return found;
    }

    void add_gaps(Problems& found) const {
        if (book_.options.gap_at_posting == Guard::ignore) return;
        const Level level = book_.options.gap_at_posting == Guard::stop ? Level::error
                                                                        : Level::alert;
        for (const NumberGap& gap : number_gaps(writing_.transaction, book_.id, period_)) {
            const auto highest = waiting_.highest_ready.find(gap.word);
            if (highest == waiting_.highest_ready.end() || gap.first > highest->second) continue;
            found.push_back(problem_of("ledger.posting.gap",
                                       {"The numbers from {0} to {1} of {2} are missing. Close "
                                        "the gap by renumbering, or enter what is missing.",
                                        {voucher_label(gap.word, gap.first),
                                         voucher_label(gap.word, gap.last), period_.text()}},
                                       level));
        }
    }

    // Does nothing else wait on the days and in the cells of this period?
    bool takes_everything() const {
        if (waiting_.left_out > 0) return false;
        if (period_.no < 12) return true;
        bool alone = true;
        connection_.run(
            "SELECT id FROM zf_voucher_whole WHERE book = ? AND year = ? AND period = ? "
            "AND state IN ('entered', 'reviewed') LIMIT 1",
            {book_.id.value, period_.year, period_.no == 12 ? 13 : 12},
            [&](const Row&) { alone = false; });
        return alone;
    }

    void move_sums(Posted& posted) {
        std::map<std::int64_t, std::pair<Amount, Amount>> totals;
        if (takes_everything())
            move_whole_period(posted, totals);
        else
            move_chosen(posted, totals);
        for (const auto& [measure, sides] : totals) {
            posted.debit.push_back({{measure}, sides.first});
            posted.credit.push_back({{measure}, sides.second});
        }
    }

    using Totals = std::map<std::int64_t, std::pair<Amount, Amount>>;

    void move_whole_period(Posted& posted, Totals& totals) {
        connection_.run("SELECT measure, CAST(SUM(pending_debit_minor) AS BIGINT), "
                        "CAST(SUM(pending_credit_minor) AS BIGINT) FROM zf_balance WHERE book = "
                        "? AND year = ? AND period = ? GROUP BY measure",
                        {book_.id.value, period_.year, period_.no}, [&](const Row& row) {
                            totals[row.integer(0)] = {amount_at(row, 1), amount_at(row, 2)};
                        });
        const std::int64_t first = period_.first_day().day_number(),
                           last = period_.last_day().day_number();
        constexpr std::string_view of_book =
            "account IN (SELECT id FROM zf_account WHERE book = ?) AND day BETWEEN ? AND ?";
        connection_.run(fmt::format("SELECT CAST(COALESCE(SUM(pending_lines), 0) AS BIGINT) FROM "
                                    "zf_day_turnover WHERE {}",
                                    of_book),
                        {book_.id.value, first, last},
                        [&](const Row& row) { posted.lines = row.integer(0); });
        connection_.run(
            "UPDATE zf_balance SET debit_minor = debit_minor + pending_debit_minor, credit_minor "
            "= credit_minor + pending_credit_minor, debit_foreign_minor = debit_foreign_minor + "
            "pending_debit_foreign_minor, credit_foreign_minor = credit_foreign_minor + "
            "pending_credit_foreign_minor, debit_micro = debit_micro + pending_debit_micro, "
            "credit_micro = credit_micro + pending_credit_micro, pending_debit_minor = 0, "
            "pending_credit_minor = 0, pending_debit_foreign_minor = 0, "
            "pending_credit_foreign_minor = 0, pending_debit_micro = 0, pending_credit_micro = 0 "
            "WHERE book = ? AND year = ? AND period = ?",
            {book_.id.value, period_.year, period_.no});
        connection_.run(fmt::format("UPDATE zf_day_turnover SET lines = lines + pending_lines, "
                                    "debit_minor = debit_minor + pending_debit_minor, "
                                    "credit_minor = credit_minor + pending_credit_minor, "
                                    "pending_lines = 0, pending_debit_minor = 0, "
                                    "pending_credit_minor = 0 WHERE {} AND pending_lines <> 0",
                                    of_book),
                        {book_.id.value, first, last});
    }

    void move_chosen(Posted& posted, Totals& totals) {
        DeltaSum sum;
        connection_.run(
            fmt::format("SELECT e.account, COALESCE(e.tuple, 0), "
                        "COALESCE(d.currency, ''), e.measure, e.side, "
                        "CAST(SUM(e.amount_minor) AS BIGINT), "
                        "CAST(SUM(COALESCE(d.foreign_minor, 0)) AS BIGINT), "
                        "CAST(SUM(COALESCE(d.quantity_micro, 0)) AS BIGINT), "
                        "COUNT(*), e.day FROM zf_voucher_whole AS v JOIN zf_entry AS e ON "
                        "e.voucher = v.id LEFT JOIN zf_entry_detail AS d ON "
                        "d.voucher = e.voucher AND d.line = e.line WHERE {} GROUP BY "
                        "e.account, COALESCE(e.tuple, 0), COALESCE(d.currency, ''), "
                        "e.measure, e.side, e.day",
                        chosen()),
            chosen_bounds(), [&](const Row& row) {
                const Side side = row.integer(4) == 0 ? Side::debit : Side::credit;
                const Amount amount = amount_at(row, 5);
                const EntryDetail memoranda{.foreign_minor = row.integer(6),
                                            .quantity = Quantity::micro(row.integer(7))};
                Turnover turnover;
                turnover.add(side, amount, &memoranda);
                sum.add({row.integer(0), row.integer(1), text_at(row, 2), row.integer(3),
                         period_.year, period_.no},
                        turnover);
                DayDelta day{.key = {row.integer(0), row.integer(3),
                                     static_cast<std::int32_t>(row.integer(9))},
                             .lines = row.integer(8)};
                (side == Side::debit ? day.debit : day.credit) = amount;
                sum.add(day);
                posted.lines += row.integer(8);
                auto& [debit, credit] = totals[row.integer(3)];
                (side == Side::debit ? debit : credit) += amount;
            });
        const Deltas deltas = sum.take();
        apply(connection_, book_.id, deltas, SumKind::pending, -1);
        apply(connection_, book_.id, deltas, SumKind::posted, 1);
    }

    const Writing& writing_;
    Connection& connection_;
    const Book& book_;
    PeriodKey period_;
    int last_number_;
    std::string states_;
    SetRows rows_;
    Waiting waiting_;
    std::string last_word_;
};

}  // namespace

Result<Posted> post_period(const Writing& writing, Id<Book> id, PeriodKey period, int last_number) {
    const auto book = lock_book(writing, id);
    if (!book) return book.error();
    return Posting{writing, *book, period, last_number}.run();
}

namespace {

Problems problems_of_unposting(const Writing& writing, const Book& book, PeriodKey period,
                               const std::vector<Voucher>& vouchers, std::size_t wanted) {
    Problems found;
    if (book.control_level == ControlLevel::strict)
        found.push_back(
            problem_of("ledger.book.strict", {"Posted vouchers of {0} are final: its control "
                                              "level is strict. Reverse the voucher in red "
                                              "instead.",
                                              {book.name}}));
    if (const auto problem = why_not_moved(writing, book, period)) found.push_back(*problem);
    if (vouchers.empty() || vouchers.size() < wanted)
        found.push_back(problem_of(
            "ledger.posting.not_posted",
            {"Not every voucher named is posted in {0}. Read the list again.", {period.text()}}));
    const VoucherStore store{writing.transaction, book.id};
    std::set<std::int64_t> going;
    for (const Voucher& voucher : vouchers) going.insert(voucher.id.value);
    for (const Voucher& voucher : vouchers) {
        const auto reversal = store.reversed_by(voucher.id);
        if (reversal && !going.contains(reversal->value))
            found.push_back(problem_of("ledger.voucher.reversed",
                                       {"{0} was reversed by a later voucher that depends on it. "
                                        "Unpost or void that one first.",
                                        {voucher_label(voucher.word, voucher.number)}}));
    }
    return found;
}

}  // namespace

Result<Posted> unpost_period(const Writing& writing, Id<Book> id, PeriodKey period,
                             const std::vector<Id<Voucher>>& chosen, const std::string& reason) {
    const auto book = lock_book(writing, id);
    if (!book) return book.error();
    Connection& connection = writing.transaction.connection();
    std::set<std::int64_t> wanted;
    for (const Id<Voucher> voucher : chosen) wanted.insert(voucher.value);
    std::vector<Voucher> vouchers;
    {
        const auto cursor = VoucherStore{writing.transaction, id}.cursor(
            {.from = period, .to = period, .states = {VoucherState::posted}});
        while (const Voucher* voucher = cursor->next())
            if (wanted.empty() || wanted.contains(voucher->id.value)) vouchers.push_back(*voucher);
    }
    if (const auto refusal = writing.settle(
            problems_of_unposting(writing, *book, period, vouchers, wanted.size())))
        return *refusal;

    TupleReader tuples{connection, id};
    DeltaSum sum;
    SetRows rows;
    Posted unposted{.vouchers = static_cast<std::int64_t>(vouchers.size())};
    std::map<std::int64_t, std::pair<Amount, Amount>> totals;
    for (const Voucher& voucher : vouchers) {
        keep_version(writing, voucher, "unposted", reason);
        connection.run("UPDATE zf_voucher_state SET state = ?, posted_by = NULL, posted_at = NULL, "
                       "unposted_count = unposted_count + 1, version = version + 1, changed_at = "
                       "?, changed_by = ? WHERE voucher = ?",
                       {stored_state(VoucherState::reviewed), now_of(writing),
                        writing.stamp.operator_id, voucher.id.value});
        sum.add(voucher, take_tuples(writing, tuples, voucher));
        rows.add(voucher.id.value, content_hash(voucher));
        unposted.lines += static_cast<std::int64_t>(voucher.entries.size());
        for (const Entry& entry : voucher.entries) {
            auto& [debit, credit] = totals[entry.measure.value];
            (entry.side == Side::debit ? debit : credit) += entry.amount;
        }
    }
    const Deltas deltas = sum.take();
    apply(connection, id, deltas, SumKind::posted, -1);
    apply(connection, id, deltas, SumKind::pending, 1);
    for (const auto& [measure, sides] : totals) {
        unposted.debit.push_back({{measure}, sides.first});
        unposted.credit.push_back({{measure}, sides.second});
    }
    unposted.touched.chunks = rows.chunks(name_of(VoucherState::reviewed));
    touch_period(writing, id, period);
    return unposted;
}

}  // namespace zf
