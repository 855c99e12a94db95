#include "../cash_guard.h"
#include "period_rows.h"
#include "sums.h"
#include "voucher_changes.h"
#include "voucher_rows.h"
#include "zhangfang/ledger/posting.h"
#include "zhangfang/ledger/store/accounts.h"
#include "zhangfang/ledger/store/books.h"
#include "zhangfang/ledger/store/voucher_actions.h"
#include "zhangfang/ledger/voucher_lifecycle.h"
#include "zhangfang/ledger/voucher_rules.h"

namespace zf {

using namespace ledger_rows;

namespace {

// Writes state and marks of a loaded voucher.
VoucherWritten write_marks(const Writing& writing, Voucher voucher) {
    update_voucher(writing, voucher, nullptr);
    touch_period(writing, voucher.book, voucher.period);
    Touched touched;
    touched.rows.push_back(touched_row(voucher, voucher.content_hash));
    return {std::move(voucher), std::move(touched)};
}

AccountList accounts_of(const Writing& writing, const Voucher& voucher) {
    const AccountStore accounts{writing.transaction, voucher.book};
    std::vector<Account> found;
    for (const Entry& entry : voucher.entries)
        if (auto account = accounts.get(entry.account, voucher.period.year))
            found.push_back(*std::move(account));
    return AccountList{std::move(found)};
}

void count_in_sums(const Writing& writing, const Voucher& voucher, int sign) {
    Connection& connection = writing.transaction.connection();
    TupleReader tuples{connection, voucher.book};
    apply(connection, voucher.book, deltas_of(voucher, take_tuples(writing, tuples, voucher)),
          SumKind::pending, sign);
}

// What refuses an exchange of sums: the cash guard with the severity of the book's options.
Problems cash_problems(const Writing& writing, const Book& book, const Voucher& taken_away) {
    const AccountList accounts = accounts_of(writing, taken_away);
    Problems found;
    for (const auto& deficit :
         deficits_of(writing.transaction.connection(), book, accounts, nullptr, &taken_away))
        if (const auto problem = problem_of(deficit, *accounts.find(deficit.account), book.options))
            found.push_back(*problem);
    return found;
}

}  // namespace

Result<VoucherWritten> void_voucher(const Writing& writing, Id<Book> book, Id<Voucher> id,
                                    std::int64_t version) {
    auto loaded = load_for(writing, book, id, version, "bk.voucher.void");
    if (!loaded) return loaded.error();
    Voucher& voucher = loaded->voucher;
    Problems found = cash_problems(writing, loaded->book, voucher);
    if (voucher.signed_by != 0) found.push_back(signed_by_cashier(voucher));
    if (const auto problem = why_not_moved(writing, loaded->book, voucher.period))
        found.push_back(*problem);
    if (const auto refusal = writing.settle(found)) return *refusal;
    voucher.state = VoucherState::voided;
    count_in_sums(writing, voucher, -1);
    return write_marks(writing, std::move(voucher));
}

Result<VoucherWritten> restore_voided_voucher(const Writing& writing, Id<Book> book, Id<Voucher> id,
                                              std::int64_t version) {
    auto loaded = load_for(writing, book, id, version, "bk.voucher.restore");
    if (!loaded) return loaded.error();
    Voucher& voucher = loaded->voucher;
    voucher.state = VoucherState::entered;
    const Problems found = VoucherStore{writing.transaction, book}.problems_of_entering(
        writing.kinds, voucher);
    if (const auto refusal = writing.settle(found)) return *refusal;
    count_in_sums(writing, voucher, 1);
    return write_marks(writing, std::move(voucher));
}

Result<VoucherWritten> review_voucher(const Writing& writing, Id<Book> book, Id<Voucher> id,
                                      std::int64_t version) {
    auto loaded = load_for(writing, book, id, version, "bk.voucher.review");
    if (!loaded) return loaded.error();
    Voucher& voucher = loaded->voucher;
    const bool needs_signature = loaded->book.options.cashier_signs &&
                                 touches_cash(voucher, accounts_of(writing, voucher));
    Problems found;
    if (const auto problem = why_not_reviewed(voucher, writing.stamp.operator_id, needs_signature))
        found.push_back(*problem);
    if (const auto problem = why_not_moved(writing, loaded->book, voucher.period))
        found.push_back(*problem);
    if (const auto problem = why_not_in_use(loaded->book)) found.push_back(*problem);
    const BookKind& kind = *writing.kinds.find(loaded->book.kind);
    if (kind.why_not_reviewed) {
        Voucher head = voucher;
        head.entries.clear();
        if (const auto problem = kind.why_not_reviewed(head, writing.stamp.operator_id))
            found.push_back(*problem);
    }
    if (const auto refusal = writing.settle(found)) return *refusal;
    voucher.state = VoucherState::reviewed;
    voucher.reviewed_by = writing.stamp.operator_id;
    voucher.reviewed_at = writing.stamp.now;
    return write_marks(writing, std::move(voucher));
}

Result<VoucherWritten> withdraw_review(const Writing& writing, Id<Book> book, Id<Voucher> id,
                                       std::int64_t version, bool of_anybody) {
    auto loaded = load_for(writing, book, id, version, "bk.voucher.withdraw_review");
    if (!loaded) return loaded.error();
    Voucher& voucher = loaded->voucher;
    Problems found;
    if (voucher.reviewed_by != writing.stamp.operator_id && !of_anybody)
        found.push_back({.code = "ledger.voucher.review_of_another",
                         .text = {"{0} was reviewed by another operator. That operator withdraws "
                                  "it, or one with the right over all.",
                                  {voucher_label(voucher.word, voucher.number)}}});
    if (const auto problem = why_not_moved(writing, loaded->book, voucher.period))
        found.push_back(*problem);
    if (const auto refusal = writing.settle(found)) return *refusal;
    voucher.state = VoucherState::entered;
    voucher.reviewed_by = 0;
    voucher.reviewed_at.clear();
    return write_marks(writing, std::move(voucher));
}

Result<VoucherWritten> mark_voucher_wrong(const Writing& writing, Id<Book> book, Id<Voucher> id,
                                          std::int64_t version, const std::string& note) {
    auto loaded = load_for(writing, book, id, version, "bk.voucher.mark_wrong");
    if (!loaded) return loaded.error();
    loaded->voucher.marked_wrong = note;
    return write_marks(writing, std::move(loaded->voucher));
}

Result<VoucherWritten> sign_voucher(const Writing& writing, Id<Book> book, Id<Voucher> id,
                                    std::int64_t version) {
    auto loaded = load_for(writing, book, id, version, "bk.voucher.sign");
    if (!loaded) return loaded.error();
    Voucher& voucher = loaded->voucher;
    Problems found;
    const std::string label = voucher_label(voucher.word, voucher.number);
    if (!touches_cash(voucher, accounts_of(writing, voucher)))
        found.push_back(
            {.code = "ledger.voucher.no_cash",
             .text = {"{0} has no line on cash or bank. The cashier has nothing to sign.",
                      {label}}});
    if (voucher.prepared_by == writing.stamp.operator_id)
        found.push_back(
            {.code = "ledger.voucher.own_signature",
             .text = {"{0} was prepared by yourself. Another operator signs it as cashier.",
                      {label}}});
    if (voucher.signed_by != 0)
        found.push_back(
            {.code = "ledger.voucher.signed_before",
             .text = {"{0} is signed already. The signature stays as it is.", {label}}});
    if (const auto refusal = writing.settle(found)) return *refusal;
    voucher.signed_by = writing.stamp.operator_id;
    return write_marks(writing, std::move(voucher));
}

Result<VoucherWritten> unsign_voucher(const Writing& writing, Id<Book> book, Id<Voucher> id,
                                      std::int64_t version) {
    auto loaded = load_for(writing, book, id, version, "bk.voucher.unsign");
    if (!loaded) return loaded.error();
    Voucher& voucher = loaded->voucher;
    Problems found;
    const std::string label = voucher_label(voucher.word, voucher.number);
    if (voucher.signed_by == 0)
        found.push_back(
            {.code = "ledger.voucher.not_signed",
             .text = {"{0} is not signed by a cashier. There is nothing to withdraw.", {label}}});
    else if (voucher.signed_by != writing.stamp.operator_id)
        found.push_back(
            {.code = "ledger.voucher.signature_of_another",
             .text = {"The signature on {0} is not yours. The cashier who gave it withdraws it.",
                      {label}}});
    if (const auto refusal = writing.settle(found)) return *refusal;
    voucher.signed_by = 0;
    return write_marks(writing, std::move(voucher));
}

void count_print(const Transaction& transaction, Id<Voucher> voucher) {
    transaction.connection().run(
        "UPDATE zf_voucher_state SET print_count = print_count + 1 WHERE voucher = ?",
        {voucher.value});
}

}  // namespace zf
