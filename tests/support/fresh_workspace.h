#pragma once

#include <memory>
#include <string>
#include <vector>

#include "support/catch.h"
#include "support/temporary_folder.h"
#include "zhangfang/store/migration.h"
#include "zhangfang/store/workspace.h"

namespace zf::test {

/// Both stores, or SQLite alone where no PostgreSQL is given in ZF_TEST_POSTGRESQL (a libpq URL).
std::vector<StoreKind> stores_under_test();

/// The rest of the test case runs once for each store under test, which failures then name:
/// `const test::EachStore store;`
class EachStore {
public:
    EachStore();
    operator StoreKind() const { return kind_; }

private:
    StoreKind kind_;
    Catch::ScopedMessage message_;
};

/// A new place for one workspace of a kind: a file in a temporary folder, or a schema that is
/// dropped afterwards.
class FreshPlace {
public:
    explicit FreshPlace(StoreKind kind);
    ~FreshPlace();
    FreshPlace(const FreshPlace&) = delete;
    FreshPlace& operator=(const FreshPlace&) = delete;

    const std::string& address() const { return address_; }

private:
    TemporaryFolder folder_;
    std::string schema_;
    std::string address_;
};

/// A new, empty workspace with the sdk's tables and those of `further`.
class FreshWorkspace {
public:
    explicit FreshWorkspace(StoreKind kind, const std::vector<MigrationSet>& further = {});

    Workspace& workspace() { return *workspace_; }
    const std::string& address() const { return place_.address(); }
    const std::vector<MigrationSet>& sets() const { return sets_; }
    /// The first writing connection, kept for the workspace's life.
    Connection& writer() { return *writer_; }

private:
    FreshPlace place_;
    std::vector<MigrationSet> sets_;
    std::unique_ptr<Workspace> workspace_;
    std::unique_ptr<Connection> writer_;
};

}  // namespace zf::test
