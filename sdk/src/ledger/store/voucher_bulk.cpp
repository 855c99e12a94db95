#include "voucher_bulk.h"

#include "rows.h"
#include "voucher_rows.h"

namespace zf {

using namespace ledger_rows;

VoucherBulk::VoucherBulk(const Writing& writing)
    : writing_{writing},
      connection_{writing.transaction.connection()} {}

ImportedVoucher& VoucherBulk::slot() {
    if (filling_->used == batch_size) hand_over();
    return filling_->slots[filling_->used];
}

void VoucherBulk::take(const std::vector<std::int64_t>& tuples) {
    Batch& batch = *filling_;
    batch.tuples[batch.used] = tuples;
    ++batch.used;
}

std::vector<TouchedChunk> VoucherBulk::finish() {
    hand_over();
    wait_for_writing();
    return digest_.finish();
}

void VoucherBulk::hand_over() {
    wait_for_writing();
    if (filling_->used == 0) return;
    writing_batch_ = std::async(std::launch::async, [this, &batch = *filling_] { write(batch); });
    filling_ = filling_ == &batches_[0] ? &batches_[1] : &batches_[0];
}

void VoucherBulk::wait_for_writing() {
    if (writing_batch_.valid()) writing_batch_.get();
}

void VoucherBulk::write(Batch& batch) {
    for (std::size_t at = 0; at < batch.used; ++at)
        batch.hashes[at] = content_hash(batch.slots[at].voucher);
    reserve_ids(batch);
    insert_heads(batch);
    insert_states(batch);
    insert_entries(batch);
    insert_details(batch);
    for (std::size_t at = 0; at < batch.used; ++at)
        digest_.add(batch.slots[at].voucher.id.value, batch.hashes[at],
                    name_of(VoucherState::entered));
    batch.used = 0;
}

// The store's own numbers for the rows to come, ascending.
void VoucherBulk::reserve_ids(Batch& batch) {
    std::vector<std::int64_t> ids;
    if (connection_.kind() == StoreKind::postgresql) {
        connection_.run("SELECT nextval(pg_get_serial_sequence('zf_voucher', 'id')) FROM "
                        "generate_series(1, CAST(? AS BIGINT))",
                        {static_cast<std::int64_t>(batch.used)},
                        [&](const Row& row) { ids.push_back(row.integer(0)); });
    } else {
        std::int64_t last = 0;
        connection_.run("SELECT seq FROM sqlite_sequence WHERE name = 'zf_voucher'", {},
                        [&](const Row& row) { last = row.integer(0); });
        for (std::size_t at = 0; at < batch.used; ++at) ids.push_back(++last);
    }
    for (std::size_t at = 0; at < batch.used; ++at) batch.slots[at].voucher.id.value = ids[at];
}

void VoucherBulk::insert_heads(const Batch& batch) {
    static const std::vector<std::string> columns{
        "id",     "book",   "year",        "period",           "day",
        "word",   "number", "attachments", "summary",          "reference",
        "origin", "remark", "prepared_by", "origin_reference", "content_hash"};
    std::size_t at = 0;
    connection_.bulk_insert("zf_voucher", columns, [&](std::vector<Bound>& row) {
        if (at == batch.used) return false;
        const Voucher& voucher = batch.slots[at].voucher;
        row[0] = voucher.id.value;
        row[1] = voucher.book.value;
        row[2] = voucher.period.year;
        row[3] = voucher.period.no;
        row[4] = std::int64_t{voucher.date.day_number()};
        row[5] = voucher.word;
        row[6] = voucher.number;
        row[7] = voucher.attachments ? Bound{*voucher.attachments} : Bound{Null{}};
        row[8] = voucher.entries.front().summary;
        row[9] = text_or_null(voucher.reference);
        row[10] = name_of(voucher.origin);
        row[11] = text_or_null(voucher.remark);
        row[12] = voucher.prepared_by;
        row[13] = text_or_null(voucher.origin_reference);
        row[14] = BytesView{batch.hashes[at]};
        ++at;
        return true;
    });
}

void VoucherBulk::insert_states(const Batch& batch) {
    static const std::vector<std::string> columns{
        "voucher", "state", "version", "changed_by", "changed_at", "print_count", "unposted_count"};
    const std::int64_t now = now_of(writing_);
    std::size_t at = 0;
    connection_.bulk_insert("zf_voucher_state", columns, [&](std::vector<Bound>& row) {
        if (at == batch.used) return false;
        row[0] = batch.slots[at++].voucher.id.value;
        row[1] = stored_state(VoucherState::entered);
        row[2] = 1;
        row[3] = writing_.stamp.operator_id;
        row[4] = now;
        row[5] = 0;
        row[6] = 0;
        return true;
    });
}

void VoucherBulk::insert_entries(const Batch& batch) {
    static const std::vector<std::string> columns{"voucher", "line",   "account",      "tuple",
                                                  "measure", "side",   "amount_minor", "day",
                                                  "period",  "summary"};
    std::size_t at = 0, line = 0;
    connection_.bulk_insert("zf_entry", columns, [&](std::vector<Bound>& row) {
        while (at < batch.used && line == batch.slots[at].voucher.entries.size()) {
            ++at;
            line = 0;
        }
        if (at == batch.used) return false;
        const Voucher& voucher = batch.slots[at].voucher;
        const Entry& entry = voucher.entries[line];
        row[0] = voucher.id.value;
        row[1] = static_cast<std::int64_t>(line) + 1;
        row[2] = entry.account.value;
        row[3] = id_or_null(batch.tuples[at][line]);
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

void VoucherBulk::insert_details(const Batch& batch) {
    for (std::size_t at = 0; at < batch.used; ++at)
        for (const Entry& entry : batch.slots[at].voucher.entries)
            if (entry.detail) {
                insert_detail_rows(connection_, batch.slots[at].voucher);
                break;
            }
}

}  // namespace zf
