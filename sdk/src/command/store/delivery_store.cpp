#include "command/store/delivery_store.h"

#include "zhangfang/command/print_register.h"

namespace zf {

std::vector<DeliveryRow> DeliveryStore::of_host(std::string_view host) const {
    std::vector<DeliveryRow> rows;
    connection_.run(
        "SELECT id, process, part_path, final_path, may_replace, sha256 FROM zf_delivery "
        "WHERE host = ? ORDER BY id",
        {host}, [&](const Row& row) {
            rows.push_back({.id = row.integer(0),
                            .process = row.integer(1),
                            .part_path = std::string{row.text(2)},
                            .final_path = std::string{row.text(3)},
                            .may_replace = row.integer(4) != 0,
                            .sha256 = std::string{row.text(5)}});
        });
    return rows;
}

std::int64_t DeliveryStore::begin(const Transaction& transaction, std::string_view host,
                                  const DeliveryRow& row, std::string_view now) const {
    return insert_returning_id(
        transaction,
        "INSERT INTO zf_delivery (host, process, part_path, final_path, may_replace, sha256, "
        "begun_at) VALUES (?, ?, ?, ?, ?, '', ?)",
        {host, row.process, row.part_path, row.final_path, row.may_replace ? 1 : 0, now});
}

void DeliveryStore::made(const Transaction& transaction, std::int64_t id,
                         std::string_view sha256) const {
    transaction.connection().run("UPDATE zf_delivery SET sha256 = ? WHERE id = ?", {sha256, id});
}

void DeliveryStore::remove(const Transaction& transaction, std::int64_t id) const {
    transaction.connection().run("DELETE FROM zf_delivery WHERE id = ?", {id});
}

void DeliveryStore::add_print(const Transaction& transaction, const PrintRow& row) const {
    const std::int64_t copy = print_count(transaction, row.what, row.document) + 1;
    transaction.connection().run(
        "INSERT INTO zf_print (what, document_id, copy, report, sha256, printed_at, operator_id, "
        "sequence) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        {row.what, row.document, copy, row.report, row.sha256, row.printed_at, row.operator_id,
         row.sequence});
}

std::int64_t print_count(Reader reader, std::string_view what, std::int64_t document) {
    return integer_of(reader, "SELECT MAX(copy) FROM zf_print WHERE what = ? AND document_id = ?",
                      {what, document})
        .value_or(0);
}

}  // namespace zf
