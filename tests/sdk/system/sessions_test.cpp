#include "sdk/system/system_bench.h"

using namespace zf;
using test::first_code;
using test::good_password;
using test::SystemBench;

TEST_CASE("who signs in is named in the trail, his token is not", "[system][sessions]") {
    const test::EachStore store;
    SystemBench bench{store};
    bench.founded();

    const Outcome outcome = bench.run_unsigned("session.open",
                                               {{"login", "chief"}, {"password", good_password}});

    REQUIRE(outcome.is_done());
    const std::string token = outcome.result.get("token").as<std::string>();
    CHECK(token.size() == 64);
    CHECK(bench.commands().last_payload().get("operator").as<Record>().get("name") ==
          Value{"Chief"});
    CHECK(bench.commands().integer("SELECT COUNT(*) FROM zf_audit_entry WHERE payload LIKE '%" +
                                   token + "%' OR result LIKE '%" + token + "%'") == 0);
}

TEST_CASE("wrong passwords are counted over all tries, and lock the login", "[system][sessions]") {
    const test::EachStore store;
    SystemBench bench{store};
    bench.founded();
    const auto guess = [&](const char* password, const std::string& time) {
        bench.commands().environment().now = [time] { return time; };
        return bench.commands().second_dispatcher()->run(
            {.command = "session.open", .parameters = {{"login", "chief"}, {"password", password}}},
            nullptr);
    };

    // Each try is far enough from the last that no delay stands in its way. The fifth locks.
    const std::vector<std::pair<const char*, const char*>> tries{
        {"2008-01-31T08:00:10Z", "operator.wrong_password"},
        {"2008-01-31T08:00:20Z", "operator.wrong_password"},
        {"2008-01-31T08:00:30Z", "operator.wrong_password"},
        {"2008-01-31T08:00:40Z", "operator.wrong_password"},
        {"2008-01-31T08:00:50Z", "operator.locked"}};
    for (const auto& each : tries) {
        const Outcome outcome = guess("wrong one", each.first);
        CHECK(outcome.status == Status::not_permitted);
        CHECK(first_code(outcome) == each.second);
    }
    // The right password does not help while the login is locked: 15 minutes.
    CHECK(first_code(guess(good_password, "2008-01-31T08:15:49Z")) == "operator.locked");
    CHECK(guess(good_password, "2008-01-31T08:15:51Z").is_done());
    // Every refusal has its entry.
    CHECK(bench.commands().integer(
              "SELECT COUNT(*) FROM zf_audit_entry WHERE outcome = 'denied'") == 6);
}

TEST_CASE("a locked operator is let in again by an administrator", "[system][sessions]") {
    const test::EachStore store;
    SystemBench bench{store};
    const Session chief = bench.founded();
    bench.added(chief, "clerk");
    for (int second = 10; second < 60; second += 10) {
        bench.commands().environment().now = [second] {
            return "2008-01-31T08:00:" + std::to_string(second) + "Z";
        };
        bench.commands().second_dispatcher()->run(
            {.command = "session.open",
             .parameters = {{"login", "clerk"}, {"password", "wrong one"}}},
            nullptr);
    }
    const auto sign_in = [&] {
        return bench.commands().second_dispatcher()->run(
            {.command = "session.open",
             .parameters = {{"login", "clerk"}, {"password", good_password}}},
            nullptr);
    };
    REQUIRE(first_code(sign_in()) == "operator.locked");

    REQUIRE(bench.run("operator.unlock", {{"operator", "clerk"}}, chief).is_done());

    CHECK(sign_in().is_done());
}

TEST_CASE("after signing out the session runs nothing", "[system][sessions]") {
    const test::EachStore store;
    SystemBench bench{store};
    bench.founded();
    const Outcome opened = bench.run_unsigned("session.open",
                                              {{"login", "chief"}, {"password", good_password}});
    const Session chief = bench.signed_in("chief", good_password);
    REQUIRE(bench.run("session.show", {}, chief).result.get("login") == Value{"chief"});

    // Another session's token ends that one only.
    REQUIRE(bench.run("session.close", {{"token", opened.result.get("token")}}, chief).is_done());

    CHECK(bench.run("session.show", {}, chief).is_done());
}
