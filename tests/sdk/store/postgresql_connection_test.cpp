#include "support/catch.h"
#include "support/fresh_workspace.h"
#include "zhangfang/store/transaction.h"

using namespace zf;

static bool has_postgresql() {
    return test::stores_under_test().back() == StoreKind::postgresql;
}

static std::string setting(Connection& connection, const std::string& name) {
    std::string value;
    connection.run("SHOW " + name, {}, [&](const Row& row) { value = row.text(0); });
    return value;
}

static StoreFault fault_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const StoreError& error) {
        return error.fault();
    }
    FAIL("no fault");
    return StoreFault::other;
}

TEST_CASE("a seat's connection keeps what it acknowledged and waits for nobody for long",
          "[store][postgresql]") {
    if (!has_postgresql()) return;
    test::FreshWorkspace fresh{StoreKind::postgresql};
    const auto reader = fresh.workspace().connect_reader();

    CHECK(setting(fresh.writer(), "synchronous_commit") == "on");
    CHECK(setting(fresh.writer(), "lock_timeout") == "5s");
    CHECK(setting(fresh.writer(), "statement_timeout") == "1min");
    CHECK(setting(*reader, "statement_timeout") == "10min");
    CHECK(setting(*reader, "default_transaction_read_only") == "on");
    CHECK(setting(fresh.writer(), "search_path").ends_with(", pg_temp"));
    fresh.writer().begin_write();
    CHECK(setting(fresh.writer(), "transaction_isolation") == "read committed");
    fresh.writer().commit();
    reader->begin_read();
    CHECK(setting(*reader, "transaction_isolation") == "repeatable read");
}

TEST_CASE("locks that stand in each other's way are reasons to start anew", "[store][postgresql]") {
    if (!has_postgresql()) return;
    test::FreshWorkspace fresh{StoreKind::postgresql};
    const auto second = fresh.workspace().connect_writer();
    second->script("SET lock_timeout TO '1ms'");
    Transaction transaction{fresh.writer()};
    fresh.writer().run("SELECT uid FROM zf_workspace" + std::string{fresh.writer().for_update()});

    CHECK(fault_of([&] { second->run("UPDATE zf_workspace SET created_at = 'x'"); }) ==
          StoreFault::retry);
}

TEST_CASE("a statement that takes too long is not taken for a cancelled one",
          "[store][postgresql]") {
    if (!has_postgresql()) return;
    test::FreshWorkspace fresh{StoreKind::postgresql};
    fresh.writer().script("SET statement_timeout TO '1ms'");

    CHECK(fault_of([&] { fresh.writer().run("SELECT pg_sleep(10)"); }) == StoreFault::busy);
}

TEST_CASE("a connection that the server closed says so, again and again", "[store][postgresql]") {
    if (!has_postgresql()) return;
    test::FreshWorkspace fresh{StoreKind::postgresql};
    const auto victim = fresh.workspace().connect_writer();
    std::int64_t process = 0;
    victim->run("SELECT pg_backend_pid()", {}, [&](const Row& row) { process = row.integer(0); });
    victim->begin_write();
    fresh.writer().run("SELECT pg_terminate_backend(CAST(? AS INTEGER))", {process});

    CHECK(fault_of([&] { victim->run("SELECT uid FROM zf_workspace"); }) ==
          StoreFault::lost_connection);
    CHECK(fault_of([&] { victim->run("SELECT uid FROM zf_workspace"); }) ==
          StoreFault::lost_connection);
    CHECK_NOTHROW(victim->rollback());
}

TEST_CASE("an address without a server, a schema or a plain name is refused",
          "[store][postgresql]") {
    const auto fault = [](const char* url) {
        return fault_of([&] { open_postgresql(url, "", false); });
    };

    CHECK(fault("postgresql:///zf?host=/nonexistent&schema=unit") == StoreFault::cannot_open);
    CHECK(fault("postgresql:///zf?host=/nonexistent") == StoreFault::cannot_open);
    CHECK(fault("postgresql:///zf?schema=public;DROP") == StoreFault::cannot_open);
    CHECK(fault("postgresql:///zf?schema=Unit") == StoreFault::cannot_open);
}

TEST_CASE("a workspace's address shows no password", "[store][postgresql]") {
    if (!has_postgresql()) return;
    test::FreshWorkspace fresh{StoreKind::postgresql};
    std::string address = fresh.address() + "&password=sesame";
    address.replace(address.find("://"), 3, "://zf:sesame@");

    const auto opened = Workspace::open(address, fresh.sets(), Access::read_only, false);

    CHECK(opened->address().find("sesame") == std::string::npos);
    CHECK(opened->address().find("schema=") != std::string::npos);
}
