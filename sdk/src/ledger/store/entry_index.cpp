#include "entry_index.h"

namespace zf {

EntryIndex::EntryIndex(Connection& connection) : connection_{connection} {}

void EntryIndex::drop_while_empty() {
    bool is_empty = true;
    connection_.run("SELECT voucher FROM zf_entry LIMIT 1", {},
                    [&](const Row&) { is_empty = false; });
    if (!is_empty) return;
    definition_ = definition();
    if (!definition_.empty()) connection_.script("DROP INDEX zf_entry_account");
}

void EntryIndex::restore() {
    if (!definition_.empty()) connection_.script(definition_);
    definition_.clear();
}

std::string EntryIndex::definition() const {
    std::string definition;
    const std::string_view question =
        connection_.kind() == StoreKind::sqlite
            ? "SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = 'zf_entry_account'"
            : "SELECT pg_get_indexdef(i.oid) FROM pg_class AS i WHERE i.relname = "
              "'zf_entry_account' AND i.relnamespace = current_schema()::regnamespace AND "
              "pg_has_role(i.relowner, 'USAGE')";
    connection_.run(question, {}, [&](const Row& row) { definition = row.text(0); });
    return definition;
}

}  // namespace zf
