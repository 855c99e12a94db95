#include "support/catch.h"
#include "support/fresh_workspace.h"
#include "zhangfang/access/operator_store.h"

using namespace zf;

static const Stamp stamp{.operator_id = 1, .now = "2026-03-01T08:00:00Z"};
static const std::string token(64, 'a');

TEST_CASE("a token opens its session for eight hours", "[access]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store};
    Transaction transaction{fresh.writer()};
    const OperatorStore operators{transaction};
    const Id<Operator> id = operators.add(transaction, {.login = "shiwu", .name = "司务长"}, stamp)
                                ->id;
    operators.set_grants(transaction, id, {{"bk.enter", "book:3"}}, stamp);

    const std::string session_id = operators.open_session(transaction, id, token, "desk",
                                                          "2026-03-01T20:00:00Z");

    const auto session = operators.session_by_token(token, "2026-03-02T03:59:59Z");
    REQUIRE(session);
    CHECK(session->id() == session_id);
    CHECK(session->who().id == id);
    CHECK(session->may("bk.enter", "book:3"));
    CHECK(operators.session_by_token(token, "2026-03-02T04:00:00Z").error().code ==
          "session.expired");
    CHECK(operators.session_by_token(token + "b", "2026-03-01T20:00:00Z").error().code ==
          "session.unknown");
}

TEST_CASE("a closed session, or one of an operator switched off, opens nothing", "[access]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store};
    Transaction transaction{fresh.writer()};
    const OperatorStore operators{transaction};
    Operator who = *operators.add(transaction, {.login = "shiwu", .name = "司务长"}, stamp);
    operators.open_session(transaction, who.id, token, "desk", stamp.now);

    SECTION("closed") {
        operators.close_session(transaction, token, "2026-03-01T09:00:00Z");
    }
    SECTION("switched off") {
        who.is_enabled = false;
        REQUIRE(operators.save(transaction, who, stamp));
    }

    CHECK(operators.session_by_token(token, "2026-03-01T09:00:00Z").error().code ==
          "session.unknown");
}

TEST_CASE("the store keeps no token, and lists one's sessions newest first", "[access]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store};
    Transaction transaction{fresh.writer()};
    const OperatorStore operators{transaction};
    const Id<Operator> id = operators.add(transaction, {.login = "shiwu", .name = "司务长"}, stamp)
                                ->id;
    operators.open_session(transaction, id, token, "desk", "2026-03-01T08:00:00Z");
    const std::string newest = operators.open_session(transaction, id, std::string(64, 'b'),
                                                      "window", "2026-03-01T09:00:00Z");
    operators.close_session(transaction, token, "2026-03-01T08:30:00Z");

    const auto sessions = operators.sessions_of(id, 10);

    REQUIRE(sessions.size() == 2);
    CHECK(sessions[0].id == newest);
    CHECK(sessions[0].station == "window");
    CHECK(sessions[0].expires_at == "2026-03-01T17:00:00Z");
    CHECK_FALSE(sessions[0].is_closed);
    CHECK(sessions[1].is_closed);
    CHECK(operators.sessions_of(id, 1).size() == 1);
    CHECK(text_of(transaction, "SELECT token_hash FROM zf_session WHERE station = 'desk'") ==
          crypto::hex(crypto::sha256(token)));
}
