#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "zhangfang/ledger/store/vouchers.h"

namespace zf {

struct VoucherWritten {
    Voucher voucher;
    Touched touched;
};

// `Voucher::id` 0 makes a new one; otherwise the stored one of the same `version` is changed
// (ledger.voucher.changed_meanwhile). prepared_by of a new one is the stamp's operator.

// 暂存: may be unbalanced, has no number, is in no report.
ZF_EXPORT Result<VoucherWritten> hold_voucher(const Writing& writing, Voucher voucher);
// Takes a held voucher away.
ZF_EXPORT Result<Touched> discard_held_voucher(const Writing& writing, Id<Book> book,
                                               Id<Voucher> voucher, std::int64_t version);
// Saves a new or held voucher as entered. number 0: the next one is allotted; a typed number must
// be free (the caller asks for the right).
ZF_EXPORT Result<VoucherWritten> enter_voucher(const Writing& writing, Voucher voucher);
// Changes an entered voucher; its number stays, its former content is kept as a version. Clears the
// mark "wrong" and the cashier's signature. Moving it to another period gives it that period's next
// number, which only the last number of its word may do.
ZF_EXPORT Result<VoucherWritten> amend_voucher(const Writing& writing, Voucher voucher,
                                               const std::string& reason = {});

ZF_EXPORT Result<VoucherWritten> void_voucher(const Writing& writing, Id<Book> book,
                                              Id<Voucher> voucher, std::int64_t version);
ZF_EXPORT Result<VoucherWritten> restore_voided_voucher(const Writing& writing, Id<Book> book,
                                                        Id<Voucher> voucher, std::int64_t version);
// Problem bk.voucher.own_review whoever asks; ledger.voucher.unsigned where the option wants
// the cashier first.
ZF_EXPORT Result<VoucherWritten> review_voucher(const Writing& writing, Id<Book> book,
                                                Id<Voucher> voucher, std::int64_t version);
// `of_anybody`: a review signed by another operator may be withdrawn too (scope all).
ZF_EXPORT Result<VoucherWritten> withdraw_review(const Writing& writing, Id<Book> book,
                                                 Id<Voucher> voucher, std::int64_t version,
                                                 bool of_anybody);
ZF_EXPORT Result<VoucherWritten> mark_voucher_wrong(const Writing& writing, Id<Book> book,
                                                    Id<Voucher> voucher, std::int64_t version,
                                                    const std::string& note);  // "": takes the mark
                                                                               // away
ZF_EXPORT Result<VoucherWritten> sign_voucher(const Writing& writing, Id<Book> book,
                                              Id<Voucher> voucher, std::int64_t version);
ZF_EXPORT Result<VoucherWritten> unsign_voucher(const Writing& writing, Id<Book> book,
                                                Id<Voucher> voucher, std::int64_t version);
// Adds one to its print count, which renumbering warns by; posted vouchers are printed too.
ZF_EXPORT void count_print(const Transaction& transaction, Id<Voucher> voucher);

// A voucher that a set action left out, and why.
struct VoucherRefusal {
    Id<Voucher> voucher;
    std::string label;  // "记-12"
    Problem problem;
};
struct ReviewedAll {
    std::int64_t reviewed = 0;
    std::vector<VoucherRefusal> refusals;  // the first 1,000
    std::int64_t refused = 0;
    Touched touched;
};
// 全部签字: every entered voucher of the periods that this operator may review, as one set.
ZF_EXPORT Result<ReviewedAll> review_all(const Writing& writing, Id<Book> book, PeriodKey from,
                                         PeriodKey to);

// 红字冲销: enters the reversal of a posted voucher, and with `correction` also the voucher with
// the right figures, both on `date`. Problems: ledger.voucher.already_reversed, .earlier_year …
struct Reversed {
    Voucher reversal;
    std::optional<Voucher> correction;
    Touched touched;
};
ZF_EXPORT Result<Reversed> reverse_voucher(const Writing& writing, Id<Book> book,
                                           Id<Voucher> voucher, Date date,
                                           const std::optional<std::vector<Entry>>& correction,
                                           std::optional<int> correction_attachments = 0);

// Vouchers as a file brings them: `next` fills the one given (its entries' strings keep their
// memory) and answers false at the end; `row` is where it began in the file, for messages. Number
// 0: the next one.
struct ImportedVoucher {
    std::int64_t row = 0;
    Voucher voucher;
};
struct ImportOptions {
    std::string origin_reference;  // the file
    int problems_max = 1000;       // findings listed before the rest is only counted
};
struct Imported {
    std::int64_t vouchers = 0, lines = 0;
    std::vector<std::pair<Id<Measure>, Amount>> debit;  // Σ debit per measure
    Touched touched;
};
// Enters every voucher of the stream or none. All rules of entry hold; the cash guard looks at the
// state after the whole set. When something is found, settle() is handed every finding, each with
// its row as place.line.
ZF_EXPORT Result<Imported> import_vouchers(const Writing& writing, Id<Book> book,
                                           const std::function<bool(ImportedVoucher&)>& next,
                                           const ImportOptions& options, const Tick& tick = {});

}  // namespace zf
