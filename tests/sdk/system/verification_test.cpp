#include "sdk/system/system_bench.h"
#include "zhangfang/model/message_value.h"

using namespace zf;
using test::SystemBench;

namespace {

struct Found {
    std::string check;
    std::string state;
    Message finding;
};

std::vector<Found> verify(SystemBench& bench, const Session& chief) {
    const Outcome outcome = bench.run("workspace.verify", {}, chief);
    REQUIRE(outcome.is_done());
    std::vector<Found> found;
    std::int64_t faults = 0;
    for (const Value& each : outcome.result.get("rows").as<List>()) {
        const Record& row = each.as<Record>();
        found.push_back({row.get("check").as<std::string>(), message_in(row.get("state"))->id,
                         *message_in(row.get("finding"))});
        if (found.back().state != "Passed") ++faults;
    }
    CHECK(outcome.result.get("faults") == Value{faults});
    return found;
}

// Behind the back of the program, as somebody with the file in his hands.
void change_by_hand(SystemBench& bench, const char* sql) {
    Transaction transaction{bench.commands().fresh().writer()};
    bench.commands().fresh().writer().run(sql);
    transaction.commit();
}

}  // namespace

TEST_CASE("a workspace that only commands changed is proven", "[system][verify]") {
    const test::EachStore store;
    SystemBench bench{store};
    const Session chief = bench.founded();
    bench.added(chief, "clerk");
    bench.run("operator.save", {{"operator", "clerk"}, {"name", "Ms Li"}}, chief);
    bench.run("operator.grant", {{"operator", "clerk"}, {"preset", "clerk"}}, chief);

    for (const Found& each : verify(bench, chief)) CHECK(each.state == "Passed");
}

TEST_CASE("what was changed by hand is found", "[system][verify]") {
    const test::EachStore store;
    SystemBench bench{store};
    const Session chief = bench.founded();
    bench.added(chief, "clerk");

    SECTION("a name") {
        change_by_hand(bench, "UPDATE zf_operator SET name = 'Somebody' WHERE login = 'clerk'");
    }
    SECTION("a right") {
        change_by_hand(bench, "INSERT INTO zf_grant (operator_id, permission, place, whose) VALUES "
                              "(2, 'st.enter', '', 'all')");
    }
    SECTION("a password") {
        change_by_hand(bench, "UPDATE zf_operator SET password_hash = 'x' WHERE login = 'clerk'");
    }
    SECTION("a new operator") {
        change_by_hand(bench, "INSERT INTO zf_operator (version, changed_at, changed_by, login, "
                              "login_key, name, person, "
                              "is_enabled, password_hash, security_code_hash) VALUES (1, '', 0, "
                              "'ghost', 'ghost', 'Ghost', 9, 1, '', '')");
    }
    SECTION("an operator who is gone") {
        change_by_hand(bench, "DELETE FROM zf_session WHERE operator_id = 2");
        change_by_hand(bench, "DELETE FROM zf_operator WHERE id = 2");
    }
    std::vector<Found> differing;
    for (Found& each : verify(bench, chief))
        if (each.state != "Passed") differing.push_back(std::move(each));

    REQUIRE(differing.size() == 1);
    CHECK(differing[0].check == "trail.rows");
}
