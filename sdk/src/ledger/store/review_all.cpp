#include <set>

#include <fmt/format.h>

#include "period_rows.h"
#include "set_rows.h"
#include "voucher_rows.h"
#include "zhangfang/ledger/store/books.h"
#include "zhangfang/ledger/store/voucher_actions.h"
#include "zhangfang/ledger/voucher_rules.h"

namespace zf {

using namespace ledger_rows;

namespace {

constexpr std::size_t refusals_listed = 1000;

// Vouchers with a line on cash or bank that the cashier has not signed; asked only where the option
// wants it.
std::set<std::int64_t> unsigned_ones(const Writing& writing, const Book& book, PeriodKey from,
                                     PeriodKey to) {
    std::set<std::int64_t> ids;
    if (!book.options.cashier_signs) return ids;
    writing.transaction.connection().run(
        "SELECT DISTINCT v.id FROM zf_voucher_whole AS v JOIN zf_entry AS e ON e.voucher = v.id "
        "JOIN "
        "zf_account_year AS a ON a.account = e.account AND a.from_year <= v.year AND a.to_year > "
        "v.year WHERE v.book = ? AND v.year BETWEEN ? AND ? AND v.year * 100 + v.period BETWEEN "
        "? AND ? AND v.state = 'entered' AND v.signed_by IS NULL AND a.feature IN ('cash', "
        "'bank')",
        {book.id.value, from.year, to.year, period_number(from), period_number(to)},
        [&](const Row& row) { ids.insert(row.integer(0)); });
    return ids;
}

// Sorts the entered vouchers of some periods into those that this operator may review and the rest.
class Review {
public:
    Review(const Writing& writing, const Book& book, PeriodKey from, PeriodKey to)
        : writing_{writing},
          connection_{writing.transaction.connection()},
          book_{book},
          kind_{*writing.kinds.find(book.kind)},
          range_{book.id.value, from.year, to.year, period_number(from), period_number(to)},
          unsigned_{unsigned_ones(writing, book, from, to)} {}

    ReviewedAll run() {
        if (kind_.why_not_reviewed)
            look_at_whole_heads();
        else
            look_at_marks();
        result_.reviewed = rows_.count();
        if (result_.reviewed == 0) return std::move(result_);
        result_.touched.chunks = rows_.chunks(name_of(VoucherState::reviewed));
        move();
        for (const PeriodKey& period : periods_) touch_period(writing_, book_.id, period);
        return std::move(result_);
    }

private:
    static constexpr std::string_view in_range =
        "v.book = ? AND v.year BETWEEN ? AND ? AND v.year * 100 + v.period BETWEEN ? AND ?";

    void look_at_whole_heads() {
        connection_.run(
            fmt::format("{} FROM zf_voucher_whole AS v WHERE {} AND v.state = 'entered'",
                        head_columns, in_range),
            range_, [&](const Row& row) { look_at(head_at(row), hash_at(row, 16)); });
    }

    // Only what the ledger's own rule asks for: a month holds many vouchers.
    void look_at_marks() {
        Voucher head;
        connection_.run(fmt::format("SELECT v.id, v.content_hash, v.year, v.period, v.word, "
                                    "v.number, v.prepared_by, s.marked_wrong, s.signed_by FROM "
                                    "zf_voucher AS v JOIN zf_voucher_state AS s ON s.voucher = "
                                    "v.id WHERE {} AND s.state = {}",
                                    in_range, stored_state(VoucherState::entered)),
                        range_, [&](const Row& row) {
                            head.id = {row.integer(0)};
                            head.period = {small_at(row, 2), small_at(row, 3)};
                            head.word = row.text(4);
                            head.number = small_at(row, 5);
                            head.prepared_by = row.integer(6);
                            head.marked_wrong = row.text(7);
                            head.signed_by = row.integer_or(8, 0);
                            look_at(head, hash_at(row, 1));
                        });
    }

    void look_at(const Voucher& voucher, const ContentHash& hash) {
        const std::int64_t reviewer = writing_.stamp.operator_id;
        std::optional<Problem> problem = why_not_reviewed(voucher, reviewer,
                                                          unsigned_.contains(voucher.id.value));
        if (!problem && kind_.why_not_reviewed) problem = kind_.why_not_reviewed(voucher, reviewer);
        if (!problem) {
            rows_.add(voucher.id.value, hash);
            if (periods_.empty() || *periods_.rbegin() != voucher.period)
                periods_.insert(voucher.period);
            return;
        }
        ++result_.refused;
        if (result_.refusals.size() < refusals_listed)
            result_.refusals.push_back(
                {voucher.id,
                 voucher_label(voucher.word, voucher.number, book_.options.number_width),
                 *std::move(problem)});
    }

    void move() {
        const std::int64_t operator_id = writing_.stamp.operator_id, now = now_of(writing_);
        rows_.update_runs(
            connection_,
            "UPDATE zf_voucher_state SET state = ?, reviewed_by = ?, reviewed_at = "
            "?, version = version + 1, changed_at = ?, changed_by = ? WHERE "
            "voucher BETWEEN ? AND ?",
            {stored_state(VoucherState::reviewed), operator_id, now, now, operator_id});
    }

    const Writing& writing_;
    Connection& connection_;
    const Book& book_;
    const BookKind& kind_;
    Bounds range_;
    std::set<std::int64_t> unsigned_;
    ReviewedAll result_;
    SetRows rows_;
    std::set<PeriodKey> periods_;
};

}  // namespace

Result<ReviewedAll> review_all(const Writing& writing, Id<Book> id, PeriodKey from, PeriodKey to) {
    const auto book = lock_book(writing, id);
    if (!book) return book.error();
    if (const auto problem = why_not_in_use(*book))
        if (const auto refusal = writing.settle({*problem})) return *refusal;
    return Review{writing, *book, from, to}.run();
}

}  // namespace zf
