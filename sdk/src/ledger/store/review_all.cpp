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
        "SELECT DISTINCT v.id FROM zf_voucher AS v JOIN zf_entry AS e ON e.voucher = v.id JOIN "
        "zf_account_year AS a ON a.account = "
        "e.account AND a.from_year <= v.year AND a.to_year > v.year WHERE v.book = ? AND v.year "
        "BETWEEN ? AND ? AND v.year * 100 + "
        "v.period BETWEEN ? AND ? AND v.state = 'entered' AND v.signed_by IS NULL AND a.feature IN "
        "('cash', 'bank')",
        {book.id.value, from.year, to.year, period_number(from), period_number(to)},
        [&](const Row& row) { ids.insert(row.integer(0)); });
    return ids;
}

}  // namespace

Result<ReviewedAll> review_all(const Writing& writing, Id<Book> id, PeriodKey from, PeriodKey to) {
    const auto book = lock_book(writing, id);
    if (!book) return book.error();
    Problems found;
    if (const auto problem = why_not_in_use(*book)) found.push_back(*problem);
    if (const auto refusal = writing.settle(found)) return *refusal;

    Connection& connection = writing.transaction.connection();
    const BookKind& kind = *writing.kinds.find(book->kind);
    const std::int64_t reviewer = writing.stamp.operator_id;
    const std::set<std::int64_t> unsigned_ids = unsigned_ones(writing, *book, from, to);
    ReviewedAll result;
    SetRows rows;
    std::set<std::int64_t> left_out;
    std::set<PeriodKey> periods;
    const auto look_at = [&](const Voucher& voucher, const ContentHash& hash) {
        std::optional<Problem> problem = why_not_reviewed(voucher, reviewer,
                                                          unsigned_ids.contains(voucher.id.value));
        if (!problem && kind.why_not_reviewed) problem = kind.why_not_reviewed(voucher, reviewer);
        if (!problem) {
            rows.add(voucher.id.value, hash);
            if (periods.empty() || *periods.rbegin() != voucher.period)
                periods.insert(voucher.period);
            return;
        }
        left_out.insert(voucher.id.value);
        ++result.refused;
        if (result.refusals.size() < refusals_listed)
            result.refusals.push_back(
                {voucher.id,
                 voucher_label(voucher.word, voucher.number, book->options.number_width),
                 *std::move(problem)});
    };
    const Bounds range{id.value, from.year, to.year, period_number(from), period_number(to)};
    constexpr std::string_view entered =
        "v.book = ? AND v.year BETWEEN ? AND ? AND v.year * 100 + v.period BETWEEN ? AND ? "
        "AND v.state = 'entered'";
    if (kind.why_not_reviewed) {
        connection.run(
            fmt::format("SELECT {} FROM zf_voucher AS v WHERE {}", head_columns, entered), range,
            [&](const Row& row) { look_at(head_at(row), hash_at(row, 16)); });
    } else {
        // Only what the ledger's own rule asks for: a month holds many vouchers.
        Voucher head;
        connection.run(fmt::format("SELECT v.id, v.content_hash, v.year, v.period, v.word, "
                                   "v.number, v.prepared_by, v.marked_wrong, "
                                   "v.signed_by FROM zf_voucher AS v WHERE {}",
                                   entered),
                       range, [&](const Row& row) {
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
    result.reviewed = rows.count();
    if (result.reviewed == 0) return result;
    result.touched.chunks = rows.chunks(name_of(VoucherState::reviewed));

    // One statement moves them all, unless some stay behind.
    const Bounds stamp{reviewer, writing.stamp.now, writing.stamp.now, reviewer};
    Bounds bounds = stamp;
    bounds.insert(bounds.end(), range.begin(), range.end());
    constexpr std::string_view set = "UPDATE zf_voucher AS v SET state = 'reviewed', reviewed_by = "
                                     "?, reviewed_at = ?, version = version "
                                     "+ 1, changed_at = ?, changed_by = ? WHERE ";
    if (left_out.empty()) {
        connection.run(fmt::format("{}{}", set, entered), bounds);
    } else {
        for (const std::int64_t voucher : rows.ids()) {
            Bounds one = stamp;
            one.push_back(voucher);
            connection.run(fmt::format("{}v.id = ?", set), one);
        }
    }
    for (const PeriodKey& period : periods) touch_period(writing, id, period);
    return result;
}

}  // namespace zf
