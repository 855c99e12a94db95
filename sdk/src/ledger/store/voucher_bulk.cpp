#include "voucher_bulk.h"

#include "rows.h"
#include "voucher_rows.h"

namespace zf {

using namespace ledger_rows;

VoucherBulk::VoucherBulk(const Writing& writing)
    : writing_{writing},
      connection_{writing.transaction.connection()},
      slots_(slots_max),
      hashes_(slots_max),
      dates_(slots_max),
      tuples_(slots_max) {}

ImportedVoucher& VoucherBulk::slot() {
    if (used_ == slots_max) flush();
    return slots_[used_];
}

void VoucherBulk::take(const std::vector<std::int64_t>& tuples) {
    hashes_[used_] = content_hash(slots_[used_].voucher);
    tuples_[used_] = tuples;
    ++used_;
}

std::vector<TouchedChunk> VoucherBulk::finish() {
    flush();
    return digest_.finish();
}

void VoucherBulk::flush() {
    if (used_ == 0) return;
    reserve_ids();
    insert_heads();
    insert_entries();
    insert_details();
    for (std::size_t at = 0; at < used_; ++at)
        digest_.add(slots_[at].voucher.id.value, hashes_[at], name_of(VoucherState::entered));
    used_ = 0;
}

// The store's own numbers for the rows to come, ascending.
void VoucherBulk::reserve_ids() {
    std::vector<std::int64_t> ids;
    if (connection_.kind() == StoreKind::postgresql) {
        connection_.run("SELECT nextval(pg_get_serial_sequence('zf_voucher', 'id')) FROM "
                        "generate_series(1, CAST(? AS BIGINT))",
                        {static_cast<std::int64_t>(used_)},
                        [&](const Row& row) { ids.push_back(row.integer(0)); });
    } else {
        std::int64_t last = 0;
        connection_.run("SELECT seq FROM sqlite_sequence WHERE name = 'zf_voucher'", {},
                        [&](const Row& row) { last = row.integer(0); });
        for (std::size_t at = 0; at < used_; ++at) ids.push_back(++last);
    }
    for (std::size_t at = 0; at < used_; ++at) slots_[at].voucher.id.value = ids[at];
}

void VoucherBulk::insert_heads() {
    static const std::vector<std::string> columns{
        "id",        "book",        "year",           "period",           "date",
        "word",      "number",      "attachments",    "summary",          "reference",
        "origin",    "remark",      "prepared_by",    "origin_reference", "content_hash",
        "state",     "print_count", "unposted_count", "version",          "changed_at",
        "changed_by"};
    std::size_t at = 0;
    connection_.bulk_insert("zf_voucher", columns, [&](std::vector<Bound>& row) {
        if (at == used_) return false;
        const Voucher& voucher = slots_[at].voucher;
        dates_[at] = voucher.date.iso();
        row[0] = voucher.id.value;
        row[1] = voucher.book.value;
        row[2] = voucher.period.year;
        row[3] = voucher.period.no;
        row[4] = dates_[at];
        row[5] = voucher.word;
        row[6] = voucher.number;
        row[7] = voucher.attachments ? Bound{*voucher.attachments} : Bound{Null{}};
        row[8] = voucher.entries.front().summary;
        row[9] = text_or_null(voucher.reference);
        row[10] = name_of(voucher.origin);
        row[11] = text_or_null(voucher.remark);
        row[12] = voucher.prepared_by;
        row[13] = text_or_null(voucher.origin_reference);
        row[14] = BytesView{hashes_[at]};
        row[15] = name_of(VoucherState::entered);
        row[16] = 0;
        row[17] = 0;
        row[18] = 1;
        row[19] = writing_.stamp.now;
        row[20] = writing_.stamp.operator_id;
        ++at;
        return true;
    });
}

void VoucherBulk::insert_entries() {
    static const std::vector<std::string> columns{"voucher", "line",   "account",      "tuple",
                                                  "measure", "side",   "amount_minor", "day",
                                                  "period",  "summary"};
    std::size_t at = 0, line = 0;
    connection_.bulk_insert("zf_entry", columns, [&](std::vector<Bound>& row) {
        while (at < used_ && line == slots_[at].voucher.entries.size()) {
            ++at;
            line = 0;
        }
        if (at == used_) return false;
        const Voucher& voucher = slots_[at].voucher;
        const Entry& entry = voucher.entries[line];
        row[0] = voucher.id.value;
        row[1] = static_cast<std::int64_t>(line) + 1;
        row[2] = entry.account.value;
        row[3] = id_or_null(tuples_[at][line]);
        row[4] = entry.measure.value;
        row[5] = entry.side == Side::debit ? 0 : 1;
        row[6] = entry.amount.minor();
        row[7] = std::int64_t{voucher.date.day_number()};
        row[8] = period_number(voucher.period);
        row[9] = line == 0 || entry.summary == voucher.entries.front().summary
                     ? Bound{Null{}}
                     : Bound{entry.summary};
        ++line;
        return true;
    });
}

void VoucherBulk::insert_details() {
    for (std::size_t at = 0; at < used_; ++at)
        for (const Entry& entry : slots_[at].voucher.entries)
            if (entry.detail) {
                insert_detail_rows(connection_, slots_[at].voucher);
                break;
            }
}

}  // namespace zf
