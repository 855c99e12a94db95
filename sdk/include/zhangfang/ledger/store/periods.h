#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "zhangfang/ledger/store/voucher_actions.h"

namespace zf {

class ZF_EXPORT PeriodStore {
public:
    PeriodStore(Reader reader, Id<Book> book);

    Period get(PeriodKey key) const;                 // one that nothing touched yet is open
    std::vector<Period> of_year(int year) const;     // those from the book's start on, 13 last
    PeriodKey first_open() const;                    // of 1…12
    std::optional<PeriodKey> newest_closed() const;  // of 1…13
    // Entry is allowed in the first open period and the twelve after it.
    PeriodKey last_enterable() const;
    std::vector<int> years() const;   // with vouchers, openings or opened
    bool is_carried(int year) const;  // its openings were written and sealed

private:
    Connection& connection_;
    Id<Book> book_;
    PeriodKey start_;
};

struct Posted {
    std::int64_t vouchers = 0, lines = 0;
    std::vector<std::pair<Id<Measure>, Amount>> debit, credit;
    Touched touched;
};
// 记账: the reviewed vouchers of the first open period (or of 13), up to `last_number` of each word
// when given, all or none. Problems: ledger.period.not_first_open, ledger.posting.nothing, .gap,
// .not_reviewed (an unreviewed lower number) …
ZF_EXPORT Result<Posted> post_period(const Writing& writing, Id<Book> book, PeriodKey period,
                                     int last_number = 0);

// 反过账: posted vouchers of an open period back to reviewed; `vouchers` empty: all of it. Their
// content is kept as a version. Problems: ledger.book.strict, ledger.period.closed,
// ledger.voucher.reversed …
ZF_EXPORT Result<Posted> unpost_period(const Writing& writing, Id<Book> book, PeriodKey period,
                                       const std::vector<Id<Voucher>>& vouchers,
                                       const std::string& reason);

struct PeriodWritten {
    Period period;
    Touched touched;
};
// 扎账: no voucher may be dated in it any more; what is there can still be reviewed and posted.
ZF_EXPORT Result<PeriodWritten> freeze_period(const Writing& writing, Id<Book> book,
                                              PeriodKey period);
ZF_EXPORT Result<PeriodWritten> unfreeze_period(const Writing& writing, Id<Book> book,
                                                PeriodKey period);

// One check of 结账: what it asks, whether it stands, and the vouchers or accounts that block.
struct ClosingCheck {
    std::string code;                   // "ledger.closing.unposted"
    std::string title;                  // English message id
    Level level = Level::error;         // of its findings: error stops, alert warns
    Problems findings;                  // empty: passed
    std::vector<Id<Voucher>> vouchers;  // the first 100 that block
};

struct Proof {
    bool stands = false;  // nothing stops the closing
    std::vector<ClosingCheck> checks;
    std::int64_t vouchers = 0, lines = 0;
    std::string close_hash;  // what closing would record
    std::string proved_at;
    std::int64_t trail_sequence = 0;
};

// All closing checks, each with severity and rows, shown together. Re-adds every line of the
// period, compares the kept sums, hashes every voucher again. `trail_length`: the number of the
// trail's last entry; a proof that stands is stored with it.
ZF_EXPORT Result<Proof> prove_period(const Writing& writing, Id<Book> book, PeriodKey period,
                                     std::int64_t trail_length, const Tick& tick = {});
// The same without storing.
ZF_EXPORT Proof closing_checks(Reader reader, const BookKinds& kinds, Id<Book> book,
                               PeriodKey period, const Tick& tick = {});
// The stored proof, when no row of the period changed since.
ZF_EXPORT std::optional<Proof> valid_proof(Reader reader, Id<Book> book, PeriodKey period);

struct Closed {
    Period period;
    Proof proof;
    Touched touched;
};
// 结账: accepts a valid proof, else proves first. Closing 13 seals the year.
ZF_EXPORT Result<Closed> close_period(const Writing& writing, Id<Book> book, PeriodKey period,
                                      std::int64_t trail_length, const Tick& tick = {});
// 反结账: the newest closed period only; not in strict books; across a year end only while the next
// year has nothing posted.
ZF_EXPORT Result<PeriodWritten> unclose_period(const Writing& writing, Id<Book> book,
                                               PeriodKey period);

struct YearOpened {
    int year = 0;
    bool carried = false;
    Touched touched;
};
// 新建下年账; with `carry` (余额也结转下年) the openings are written from the closed old year and
// sealed, else they are read through it.
ZF_EXPORT Result<YearOpened> open_year(const Writing& writing, Id<Book> book, int year, bool carry);
// 年终结转凭证: enters the reverse voucher of period 13 that brings every leaf to zero.
ZF_EXPORT Result<VoucherWritten> enter_year_carry(const Writing& writing, Id<Book> book, int year);

}  // namespace zf
