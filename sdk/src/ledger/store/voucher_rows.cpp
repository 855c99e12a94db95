#include "voucher_rows.h"

#include <fmt/format.h>

namespace zf::ledger_rows {

Voucher head_at(const Row& row) {
    Voucher voucher{.id = {row.integer(0)},
                    .book = {row.integer(1)},
                    .period = {small_at(row, 2), small_at(row, 3)},
                    .date = date_at(row, 4),
                    .word = text_at(row, 5),
                    .number = static_cast<int>(row.integer_or(6, 0)),
                    .reference = text_at(row, 9),
                    .state = enum_at<VoucherState>(row, 17),
                    .origin = enum_at<VoucherOrigin>(row, 10),
                    .origin_reference = text_at(row, 11),
                    .remark = text_at(row, 14),
                    .marked_wrong = text_at(row, 18),
                    .prepared_by = row.integer(15),
                    .reviewed_by = row.integer_or(19, 0),
                    .signed_by = row.integer_or(21, 0),
                    .posted_by = row.integer_or(22, 0),
                    .reviewed_at = instant_at(row, 20),
                    .posted_at = instant_at(row, 23),
                    .print_count = small_at(row, 24),
                    .unposted_count = small_at(row, 25),
                    .content_hash = hex(hash_at(row, 16)),
                    .version = row.integer(26)};
    if (!row.is_null(7)) voucher.attachments = small_at(row, 7);
    if (!row.is_null(12)) voucher.reverses = Id<Voucher>{row.integer(12)};
    if (!row.is_null(13)) voucher.corrects = Id<Voucher>{row.integer(13)};
    return voucher;
}

std::string summary_at(const Row& row) {
    return text_at(row, 8);
}

Entry entry_at(const Row& row, int first, const std::string& summary, TupleReader& tuples) {
    return {.summary = row.is_null(first + 6) ? summary : text_at(row, first + 6),
            .account = {row.integer(first + 1)},
            .side = row.integer(first + 4) == 0 ? Side::debit : Side::credit,
            .amount = amount_at(row, first + 5),
            .measure = {row.integer(first + 3)},
            .dimensions = tuples.values_of(row.integer_or(first + 2, 0))};
}

void read_details(Connection& connection, Voucher& voucher) {
    connection.run("SELECT line, currency, foreign_minor, rate_e8, quantity_micro, unit, "
                   "price_e8, purpose FROM zf_entry_detail WHERE voucher = ?",
                   {voucher.id.value}, [&](const Row& row) {
                       const std::int64_t line = row.integer(0);
                       if (line < 1 || line > static_cast<std::int64_t>(voucher.entries.size()))
                           throw StoreError{StoreFault::corrupt,
                                            "an attribute belongs to a line that is not there"};
                       voucher.entries[static_cast<std::size_t>(line) - 1].detail = EntryDetail{
                           .currency = text_at(row, 1),
                           .foreign_minor = row.integer(2),
                           .rate_e8 = row.integer(3),
                           .quantity = Quantity::micro(row.integer(4)),
                           .unit = text_at(row, 5),
                           .price = Price::e8(row.integer(6)),
                           .purpose = enum_at<EntryPurpose>(row, 7)};
                   });
}

void read_entries(Connection& connection, Voucher& voucher, const std::string& summary,
                  TupleReader& tuples) {
    // Tuples are looked up after the rows were read: one question at a time.
    std::vector<std::int64_t> tuple_ids;
    connection.run(
        fmt::format("SELECT {} zf_entry AS e WHERE e.voucher = ? ORDER BY e.line", entry_columns),
        {voucher.id.value}, [&](const Row& row) {
            tuple_ids.push_back(row.integer_or(2, 0));
            voucher.entries.push_back({.summary = row.is_null(6) ? summary : text_at(row, 6),
                                       .account = {row.integer(1)},
                                       .side = row.integer(4) == 0 ? Side::debit : Side::credit,
                                       .amount = amount_at(row, 5),
                                       .measure = {row.integer(3)}});
        });
    for (std::size_t at = 0; at < tuple_ids.size(); ++at)
        if (tuple_ids[at] != 0) voucher.entries[at].dimensions = tuples.values_of(tuple_ids[at]);
    read_details(connection, voucher);
}

std::vector<std::int64_t> take_tuples(const Writing& writing, TupleReader& tuples,
                                      const Voucher& voucher) {
    std::vector<std::int64_t> ids;
    ids.reserve(voucher.entries.size());
    for (const Entry& entry : voucher.entries)
        ids.push_back(tuples.take(writing.transaction, entry.dimensions));
    return ids;
}

namespace {

std::string first_summary(const Voucher& voucher) {
    return voucher.entries.empty() ? std::string{} : voucher.entries.front().summary;
}

void insert_entries(Connection& connection, const Voucher& voucher,
                    const std::vector<std::int64_t>& tuples) {
    const std::string summary = first_summary(voucher);
    for (std::size_t at = 0; at < voucher.entries.size(); ++at) {
        const Entry& entry = voucher.entries[at];
        const auto line = static_cast<std::int64_t>(at) + 1;
        connection.run("INSERT INTO zf_entry (voucher, line, account, tuple, measure, side, "
                       "amount_minor, day, period, summary) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, "
                       "?)",
                       {voucher.id.value, line, entry.account.value, id_or_null(tuples[at]),
                        entry.measure.value, entry.side == Side::debit ? 0 : 1,
                        entry.amount.minor(), std::int64_t{voucher.date.day_number()},
                        period_number(voucher.period),
                        entry.summary == summary ? Bound{Null{}} : Bound{entry.summary}});
    }
    insert_detail_rows(connection, voucher);
}

}  // namespace

void insert_detail_rows(Connection& connection, const Voucher& voucher) {
    std::int64_t line = 0;
    for (const Entry& entry : voucher.entries) {
        ++line;
        if (!entry.detail) continue;
        const EntryDetail& detail = *entry.detail;
        connection.run("INSERT INTO zf_entry_detail (voucher, line, currency, foreign_minor, "
                       "rate_e8, quantity_micro, unit, price_e8, purpose) VALUES (?, ?, ?, ?, ?, "
                       "?, ?, ?, ?)",
                       {voucher.id.value, line, detail.currency, detail.foreign_minor,
                        detail.rate_e8, detail.quantity.micro(), detail.unit, detail.price.e8(),
                        name_of(detail.purpose)});
    }
}

void delete_entries(Connection& connection, Id<Voucher> voucher) {
    connection.run("DELETE FROM zf_entry_detail WHERE voucher = ?", {voucher.value});
    connection.run("DELETE FROM zf_entry WHERE voucher = ?", {voucher.value});
}

void insert_voucher(const Writing& writing, Voucher& voucher,
                    const std::vector<std::int64_t>& tuples) {
    const ContentHash hash = content_hash(voucher);
    voucher.content_hash = hex(hash);
    voucher.version = 1;
    const std::string summary = first_summary(voucher);
    voucher.id.value = insert_returning_id(
        writing.transaction,
        "INSERT INTO zf_voucher (book, year, period, day, word, number, attachments, summary, "
        "reference, origin, origin_reference, reverses, corrects, remark, prepared_by, "
        "content_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {voucher.book.value, voucher.period.year, voucher.period.no,
         std::int64_t{voucher.date.day_number()}, voucher.word, id_or_null(voucher.number),
         voucher.attachments ? Bound{*voucher.attachments} : Bound{Null{}}, summary,
         text_or_null(voucher.reference), name_of(voucher.origin),
         text_or_null(voucher.origin_reference),
         id_or_null(voucher.reverses ? voucher.reverses->value : 0),
         id_or_null(voucher.corrects ? voucher.corrects->value : 0), text_or_null(voucher.remark),
         voucher.prepared_by, BytesView{hash}});
    Connection& connection = writing.transaction.connection();
    connection.run("INSERT INTO zf_voucher_state (voucher, state, version, changed_by, changed_at, "
                   "print_count, unposted_count) VALUES (?, ?, 1, ?, ?, 0, 0)",
                   {voucher.id.value, stored_state(voucher.state), writing.stamp.operator_id,
                    now_of(writing)});
    insert_entries(connection, voucher, tuples);
}

void update_voucher(const Writing& writing, Voucher& voucher,
                    const std::vector<std::int64_t>* tuples) {
    Connection& connection = writing.transaction.connection();
    ++voucher.version;
    if (tuples != nullptr) {
        const ContentHash hash = content_hash(voucher);
        voucher.content_hash = hex(hash);
        const std::string summary = first_summary(voucher);
        delete_entries(connection, voucher.id);
        connection.run(
            "UPDATE zf_voucher SET year = ?, period = ?, day = ?, word = ?, number = ?, "
            "attachments = ?, summary = ?, reference = ?, origin = ?, origin_reference = ?, "
            "remark = ?, prepared_by = ?, content_hash = ? WHERE id = ?",
            {voucher.period.year, voucher.period.no, std::int64_t{voucher.date.day_number()},
             voucher.word, id_or_null(voucher.number),
             voucher.attachments ? Bound{*voucher.attachments} : Bound{Null{}}, summary,
             text_or_null(voucher.reference), name_of(voucher.origin),
             text_or_null(voucher.origin_reference), text_or_null(voucher.remark),
             voucher.prepared_by, BytesView{hash}, voucher.id.value});
        insert_entries(connection, voucher, *tuples);
    }
    connection.run(
        "UPDATE zf_voucher_state SET state = ?, marked_wrong = ?, reviewed_by = ?, reviewed_at = "
        "?, signed_by = ?, posted_by = ?, posted_at = ?, version = ?, changed_at = ?, changed_by "
        "= ? WHERE voucher = ?",
        {stored_state(voucher.state), text_or_null(voucher.marked_wrong),
         id_or_null(voucher.reviewed_by), instant_or_null(voucher.reviewed_at),
         id_or_null(voucher.signed_by), id_or_null(voucher.posted_by),
         instant_or_null(voucher.posted_at), voucher.version, now_of(writing),
         writing.stamp.operator_id, voucher.id.value});
}

}  // namespace zf::ledger_rows
