#include "backup/store/schema.h"

#include "zhangfang/crypto/crypto.h"

namespace zf::backup_tables {

std::vector<std::pair<std::string, std::string>> migrations_of(Connection& connection) {
    std::vector<std::pair<std::string, std::string>> all;
    connection.run("SELECT module, name FROM zf_migration ORDER BY module, name", {},
                   [&](const Row& row) { all.emplace_back(row.text(0), row.text(1)); });
    return all;
}

ChainHead chain_head_of(Connection& connection) {
    ChainHead head;
    connection.run("SELECT sequence, entry_hash FROM zf_audit_head", {}, [&](const Row& row) {
        head.sequence = row.integer(0);
        head.hash = crypto::hex(row.bytes(1));
    });
    return head;
}

}  // namespace zf::backup_tables
