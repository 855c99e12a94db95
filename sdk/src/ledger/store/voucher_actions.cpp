#include "zhangfang/ledger/store/voucher_actions.h"

#include <fmt/format.h>

#include "period_rows.h"
#include "sums.h"
#include "voucher_changes.h"
#include "voucher_rows.h"
#include "zhangfang/ledger/canonical_content.h"
#include "zhangfang/ledger/posting.h"
#include "zhangfang/ledger/store/accounts.h"
#include "zhangfang/ledger/store/books.h"
#include "zhangfang/ledger/store/numbering.h"
#include "zhangfang/ledger/store/periods.h"
#include "zhangfang/ledger/voucher_lifecycle.h"
#include "zhangfang/ledger/voucher_rules.h"

namespace zf {

using namespace ledger_rows;

namespace {

// What is typed may leave the measure to the book, and dimensions in any order.
void complete(const Writing& writing, Voucher& voucher) {
    Id<Measure> base;
    for (Entry& entry : voucher.entries) {
        if (!entry.measure) {
            if (!base) base = BookStore{writing.transaction}.base_measure(voucher.book).id;
            entry.measure = base;
        }
        std::sort(entry.dimensions.begin(), entry.dimensions.end(),
                  [](const DimensionValue& left, const DimensionValue& right) {
                      return left.kind < right.kind;
                  });
    }
}

Problem changed_meanwhile(const Voucher& voucher) {
    return {
        .code = "ledger.voucher.changed_meanwhile",
        .text = {"{0} was changed by somebody else meanwhile. Nothing was saved; read it again.",
                 {VoucherStore::reference_of(voucher)}}};
}

Problem number_taken(const Voucher& voucher) {
    return {
        .code = "ledger.voucher.number_taken",
        .text =
            {"There is a {0} in {1} already. Choose another number, or leave it to the program.",
             {voucher_label(voucher.word, voucher.number), voucher.period.text()}},
        .place = {"number"}};
}

bool is_number_taken(Connection& connection, const Voucher& voucher) {
    bool taken = false;
    for (const int period : {voucher.period.no, voucher.period.no == 13 ? 12 : 13}) {
        if (period == 13 && voucher.period.no < 12) continue;
        connection.run("SELECT id FROM zf_voucher WHERE book = ? AND year = ? AND period = ? AND "
                       "word = ? AND number = ? AND id <> ?",
                       {voucher.book.value, voucher.period.year, period, voucher.word,
                        voucher.number, voucher.id.value},
                       [&](const Row&) { taken = true; });
    }
    return taken;
}

Problems all_problems(const Writing& writing, const Book& book, const Voucher& voucher) {
    const VoucherStore vouchers{writing.transaction, book.id};
    return vouchers.problems_of_entering(writing.kinds, voucher);
}

void allot_number(const Writing& writing, Voucher& voucher) {
    const Series series{writing.transaction, voucher.book,
                        Series::voucher_series(voucher.period, voucher.word)};
    if (voucher.number == 0)
        voucher.number = series.next();
    else
        series.note(voucher.number);
}

}  // namespace

Problem signed_by_cashier(const Voucher& voucher) {
    return {.code = "ledger.voucher.signed",
            .text = {"{0} is signed by the cashier. Have the signature withdrawn first.",
                     {voucher_label(voucher.word, voucher.number)}}};
}

namespace {

// What typing does not change. Whoever typed last is the preparer: he may not review it then.
void take_over(const Writing& writing, Voucher& voucher, const Voucher& stored) {
    voucher.prepared_by = writing.stamp.operator_id;
    voucher.reverses = stored.reverses;
    voucher.corrects = stored.corrects;
    voucher.origin = stored.origin;
    voucher.origin_reference = stored.origin_reference;
    voucher.print_count = stored.print_count;
    voucher.unposted_count = stored.unposted_count;
}

}  // namespace

TouchedRow touched_row(const Voucher& voucher, const std::string& before) {
    return {"zf_voucher", voucher.id.value, before, voucher.content_hash,
            std::string{name_of(voucher.state)}};
}

Result<Loaded> load_for(const Writing& writing, Id<Book> book, Id<Voucher> voucher,
                        std::optional<std::int64_t> version, std::string_view command) {
    auto locked = lock_book(writing, book);
    if (!locked) return locked.error();
    std::optional<Voucher> stored = VoucherStore{writing.transaction, book}.get(voucher);
    if (!stored)
        return Problem{.code = "ledger.voucher.unknown",
                       .text = {"There is no voucher {0}. Name it by period, word and number, "
                                "such as 2008-01/记-17.",
                                {fmt::format("#{}", voucher.value)}},
                       .place = {"voucher"}};
    if (version && stored->version != *version) return changed_meanwhile(*stored);
    if (const auto refusal = voucher_lifecycle().why_not(stored->state, command)) return *refusal;
    return Loaded{*std::move(locked), *std::move(stored)};
}

void keep_version(const Writing& writing, const Voucher& voucher, std::string_view cause,
                  const std::string& reason) {
    Connection& connection = writing.transaction.connection();
    int number = 0;
    connection.run("SELECT COALESCE(MAX(number), 0) FROM zf_voucher_version WHERE voucher = ?",
                   {voucher.id.value}, [&](const Row& row) { number = small_at(row, 0); });
    const std::string content = canonical_content(voucher);
    connection.run("INSERT INTO zf_voucher_version (voucher, number, content, content_hash, "
                   "cause, reason, replaced_at, replaced_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                   {voucher.id.value, number + 1, content, BytesView{crypto::sha256(content)},
                    cause, reason, writing.stamp.now, writing.stamp.operator_id});
}

Result<VoucherWritten> insert_entered(const Writing& writing, const Book& book, Voucher voucher) {
    complete(writing, voucher);
    Connection& connection = writing.transaction.connection();
    voucher.state = VoucherState::entered;
    voucher.prepared_by = writing.stamp.operator_id;
    Problems found = all_problems(writing, book, voucher);
    if (voucher.number < 0 || (voucher.number > 0 && is_number_taken(connection, voucher)))
        found.push_back(number_taken(voucher));
    if (const auto refusal = writing.settle(found)) return *refusal;

    allot_number(writing, voucher);
    TupleReader tuples{connection, book.id};
    const std::vector<std::int64_t> tuple_ids = take_tuples(writing, tuples, voucher);
    insert_voucher(writing, voucher, tuple_ids);
    apply(connection, book.id, deltas_of(voucher, tuple_ids), SumKind::pending, 1);
    touch_period(writing, book.id, voucher.period);
    Touched touched;
    touched.rows.push_back(touched_row(voucher, ""));
    return VoucherWritten{std::move(voucher), std::move(touched)};
}

Result<VoucherWritten> hold_voucher(const Writing& writing, Voucher voucher) {
    const auto book = lock_book(writing, voucher.book);
    if (!book) return book.error();
    complete(writing, voucher);
    voucher.number = 0;
    voucher.state = VoucherState::held;
    std::string before;
    Problems found;
    if (voucher.id) {
        const auto loaded = load_for(writing, voucher.book, voucher.id, voucher.version,
                                     "bk.voucher.hold");
        if (!loaded) return loaded.error();
        take_over(writing, voucher, loaded->voucher);
        before = loaded->voucher.content_hash;
    } else {
        voucher.prepared_by = writing.stamp.operator_id;
    }
    const AccountStore accounts{writing.transaction, voucher.book};
    int line = 0;
    for (const Entry& entry : voucher.entries) {
        ++line;
        if (entry.account && !accounts.get(entry.account, voucher.period.year))
            found.push_back(
                {.code = "ledger.voucher.account_unknown",
                 .text = {"Line {0}: there is no such account in {1}. Choose one with F7.",
                          {std::int64_t{line}, std::int64_t{voucher.period.year}}},
                 .place = {"account", line}});
        for (const DimensionValue& value : entry.dimensions)
            if (!accounts.dimension_item(value.kind, value.item))
                found.push_back(
                    {.code = "ledger.voucher.item_unknown",
                     .text = {"Line {0}: there is no item {1} of {2}. Choose one from the list.",
                              {std::int64_t{line}, value.item, value.kind}},
                     .place = {"dimensions", line}});
    }
    if (const auto refusal = writing.settle(found)) return *refusal;
    TupleReader tuples{writing.transaction.connection(), voucher.book};
    const std::vector<std::int64_t> tuple_ids = take_tuples(writing, tuples, voucher);
    if (voucher.id)
        update_voucher(writing, voucher, &tuple_ids);
    else
        insert_voucher(writing, voucher, tuple_ids);
    touch_period(writing, voucher.book, voucher.period);
    Touched touched;
    touched.rows.push_back(touched_row(voucher, before));
    return VoucherWritten{std::move(voucher), std::move(touched)};
}

Result<Touched> discard_held_voucher(const Writing& writing, Id<Book> book, Id<Voucher> voucher,
                                     std::int64_t version) {
    const auto loaded = load_for(writing, book, voucher, version, "bk.voucher.discard");
    if (!loaded) return loaded.error();
    Connection& connection = writing.transaction.connection();
    delete_entries(connection, voucher);
    connection.run("DELETE FROM zf_voucher WHERE id = ?", {voucher.value});
    connection.run("DELETE FROM zf_voucher_state WHERE voucher = ?", {voucher.value});
    touch_period(writing, book, loaded->voucher.period);
    Touched touched;
    touched.rows.push_back(
        {"zf_voucher", voucher.value, loaded->voucher.content_hash, "", "discarded"});
    return touched;
}

Result<VoucherWritten> enter_voucher(const Writing& writing, Voucher voucher) {
    if (!voucher.id) {
        const auto book = lock_book(writing, voucher.book);
        if (!book) return book.error();
        return insert_entered(writing, *book, std::move(voucher));
    }
    const auto loaded = load_for(writing, voucher.book, voucher.id, voucher.version,
                                 "bk.voucher.enter");
    if (!loaded) return loaded.error();
    Connection& connection = writing.transaction.connection();
    complete(writing, voucher);
    take_over(writing, voucher, loaded->voucher);
    Problems found = all_problems(writing, loaded->book, voucher);
    if (voucher.number < 0 || (voucher.number > 0 && is_number_taken(connection, voucher)))
        found.push_back(number_taken(voucher));
    if (const auto refusal = writing.settle(found)) return *refusal;

    voucher.state = VoucherState::entered;
    allot_number(writing, voucher);
    TupleReader tuples{connection, voucher.book};
    const std::vector<std::int64_t> tuple_ids = take_tuples(writing, tuples, voucher);
    update_voucher(writing, voucher, &tuple_ids);
    apply(connection, voucher.book, deltas_of(voucher, tuple_ids), SumKind::pending, 1);
    touch_period(writing, voucher.book, voucher.period);
    if (loaded->voucher.period != voucher.period)
        touch_period(writing, voucher.book, loaded->voucher.period);
    Touched touched;
    touched.rows.push_back(touched_row(voucher, loaded->voucher.content_hash));
    return VoucherWritten{std::move(voucher), std::move(touched)};
}

Result<VoucherWritten> amend_voucher(const Writing& writing, Voucher voucher,
                                     const std::string& reason) {
    const auto loaded = load_for(writing, voucher.book, voucher.id, voucher.version,
                                 "bk.voucher.amend");
    if (!loaded) return loaded.error();
    const Voucher& stored = loaded->voucher;
    Connection& connection = writing.transaction.connection();
    complete(writing, voucher);
    take_over(writing, voucher, stored);
    voucher.state = VoucherState::entered;
    voucher.number = stored.number;
    voucher.marked_wrong.clear();
    voucher.signed_by = 0;
    const std::string old_series = Series::voucher_series(stored.period, stored.word);
    const bool moves = Series::voucher_series(voucher.period, voucher.word) != old_series;
    Problems found;
    if (stored.signed_by != 0) found.push_back(signed_by_cashier(stored));
    if (moves) {
        voucher.number = 0;
        bool is_last = true;
        for (const NumberedVoucher& each :
             numbered_vouchers(writing.transaction, voucher.book, stored.period, stored.word))
            is_last = is_last && each.number <= stored.number;
        if (!is_last)
            found.push_back({.code = "ledger.voucher.would_leave_gap",
                             .text = {"{0} is not the last of its month: another word or month "
                                      "would leave a gap. Void it and enter a new voucher.",
                                      {voucher_label(stored.word, stored.number)}},
                             .place = {"date"}});
    }
    if (const auto problem = why_not_moved(writing, loaded->book, stored.period))
        found.push_back(*problem);
    const Problems of_rules = all_problems(writing, loaded->book, voucher);
    found.insert(found.end(), of_rules.begin(), of_rules.end());
    if (const auto refusal = writing.settle(found)) return *refusal;

    keep_version(writing, stored, "amended", reason);
    TupleReader tuples{connection, voucher.book};
    apply(connection, voucher.book, deltas_of(stored, take_tuples(writing, tuples, stored)),
          SumKind::pending, -1);
    if (moves) {
        Series{writing.transaction, voucher.book, old_series}.reset(stored.number - 1);
        allot_number(writing, voucher);
        touch_period(writing, voucher.book, stored.period);
    }
    const std::vector<std::int64_t> tuple_ids = take_tuples(writing, tuples, voucher);
    update_voucher(writing, voucher, &tuple_ids);
    apply(connection, voucher.book, deltas_of(voucher, tuple_ids), SumKind::pending, 1);
    touch_period(writing, voucher.book, voucher.period);
    Touched touched;
    touched.rows.push_back(touched_row(voucher, stored.content_hash));
    return VoucherWritten{std::move(voucher), std::move(touched)};
}

}  // namespace zf
