#include "support/fresh_workspace.h"

#include <cstdlib>

#include "zhangfang/crypto/crypto.h"

namespace zf::test {

static std::string postgresql_url() {
    const char* const url = std::getenv("ZF_TEST_POSTGRESQL");
    return url == nullptr ? std::string{} : url;
}

std::vector<StoreKind> stores_under_test() {
    if (postgresql_url().empty()) return {StoreKind::sqlite};
    return {StoreKind::sqlite, StoreKind::postgresql};
}

EachStore::EachStore()
    : kind_{GENERATE(from_range(stores_under_test()))},
      message_{Catch::MessageBuilder("INFO", CATCH_INTERNAL_LINEINFO, Catch::ResultWas::Info)
               << (kind_ == StoreKind::sqlite ? "on SQLite" : "on PostgreSQL")} {}

static std::string with_schema(const std::string& schema) {
    const std::string url = postgresql_url();
    return url + (url.find('?') == std::string::npos ? '?' : '&') + "schema=" + schema;
}

FreshPlace::FreshPlace(StoreKind kind) {
    if (kind == StoreKind::sqlite) {
        address_ = folder_.file("workspace.zfw");
        return;
    }
    schema_ = "test_" + crypto::random_hex(8);
    address_ = with_schema(schema_);
}

FreshPlace::~FreshPlace() {
    if (schema_.empty()) return;
    try {
        open_postgresql(with_schema("public"), {}, false)
            ->script("DROP SCHEMA IF EXISTS " + schema_ + " CASCADE");
    } catch (const StoreError&) {
        // The cluster is thrown away with all its schemas.
    }
}

static std::vector<MigrationSet> with_sdk(const std::vector<MigrationSet>& further) {
    std::vector<MigrationSet> sets{sdk_migrations()};
    sets.insert(sets.end(), further.begin(), further.end());
    return sets;
}

FreshWorkspace::FreshWorkspace(StoreKind kind, const std::vector<MigrationSet>& further)
    : place_{kind},
      sets_{with_sdk(further)},
      workspace_{Workspace::create(place_.address(), sets_)},
      writer_{workspace_->connect_writer()} {}

}  // namespace zf::test
