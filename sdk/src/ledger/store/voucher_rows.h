#pragma once

#include <string>
#include <vector>

#include "rows.h"
#include "tuples.h"
#include "zhangfang/ledger/store/vouchers.h"

namespace zf::ledger_rows {

// The question for columns of zf_voucher_whole AS v, in the order that head_at reads.
inline constexpr std::string_view
    head_columns = "SELECT v.id, v.book, v.year, v.period, v.day, v.word, v.number, "
                   "v.attachments, v.summary, v.reference, v.origin, v.origin_reference, "
                   "v.reverses, v.corrects, v.remark, v.prepared_by, v.content_hash, v.state, "
                   "v.marked_wrong, v.reviewed_by, v.reviewed_at, v.signed_by, v.posted_by, "
                   "v.posted_at, v.print_count, v.unposted_count, v.version";
inline constexpr int head_width = 27;

// A voucher without entries; `summary` is what lines without their own have.
Voucher head_at(const Row& row);
std::string summary_at(const Row& row);

// Columns of zf_entry AS e from `first` on: line, account, tuple, measure, side, amount, summary.
inline constexpr std::string_view
    entry_columns = "e.line, e.account, e.tuple, e.measure, e.side, e.amount_minor, e.summary FROM";
Entry entry_at(const Row& row, int first, const std::string& summary, TupleReader& tuples);

// Fills the entries of a head just read.
void read_entries(Connection& connection, Voucher& voucher, const std::string& summary,
                  TupleReader& tuples);
// Adds the rare attributes of a voucher's lines, where there are any.
void read_details(Connection& connection, Voucher& voucher);

// Writes one voucher with its lines; id 0 gets one. The content hash is set first.
void insert_voucher(const Writing& writing, Voucher& voucher,
                    const std::vector<std::int64_t>& tuples);
// Writes content and marks of a stored voucher anew, its lines only with `with_entries`; the
// version rises by one.
void update_voucher(const Writing& writing, Voucher& voucher,
                    const std::vector<std::int64_t>* tuples);
void insert_detail_rows(Connection& connection, const Voucher& voucher);
void delete_entries(Connection& connection, Id<Voucher> voucher);

// Cash and bank accounts that the exchange of one voucher for another drives below zero.
}  // namespace zf::ledger_rows
namespace zf {
std::vector<EntryContext::Deficit> deficits_of(Connection& connection, const Book& book,
                                               const AccountList& accounts, const Voucher* added,
                                               const Voucher* taken_away);
}  // namespace zf
namespace zf::ledger_rows {

// Tuples of each line, made where they are new.
std::vector<std::int64_t> take_tuples(const Writing& writing, TupleReader& tuples,
                                      const Voucher& voucher);

// year × 100 + number, as zf_entry holds it.
constexpr std::int64_t period_number(PeriodKey period) {
    return std::int64_t{period.year} * 100 + period.no;
}

}  // namespace zf::ledger_rows
