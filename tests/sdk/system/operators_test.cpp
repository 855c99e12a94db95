#include "sdk/system/system_bench.h"
#include "zhangfang/access/operator_store.h"
#include "zhangfang/plugin/registry.h"

using namespace zf;
using test::first_code;
using test::good_password;
using test::SystemBench;

TEST_CASE("what the sdk declares fits together", "[system]") {
    const test::EachStore store;
    SystemBench bench{store};

    CHECK(bench.registry().faults().empty());
}

TEST_CASE("a workspace is founded once, by its first operator", "[system][operators]") {
    const test::EachStore store;
    SystemBench bench{store};
    const Session chief = bench.founded();

    const Outcome again = bench.run_unsigned(
        "operator.found", {{"login", "thief"}, {"name", "Thief"}, {"password", good_password}});

    CHECK(again.status == Status::refused);
    CHECK(first_code(again) == "operator.founded_already");
    CHECK(chief.may("zf.operators"));
    CHECK(!chief.may("st.enter"));  // nothing of a trade is granted by founding
    CHECK(bench.commands().integer("SELECT COUNT(*) FROM zf_operator") == 1);
}

TEST_CASE("nobody adds operators before the workspace is founded", "[system][operators]") {
    const test::EachStore store;
    SystemBench bench{store};

    const Outcome outcome = bench.run_unsigned(
        "operator.add", {{"login", "clerk"}, {"name", "Clerk"}, {"password", good_password}});

    CHECK(outcome.status == Status::not_permitted);
    CHECK(bench.commands().integer("SELECT COUNT(*) FROM zf_operator") == 0);
}

TEST_CASE("a new operator has a password and no rights", "[system][operators]") {
    const test::EachStore store;
    SystemBench bench{store};
    const Session chief = bench.founded();

    const Session clerk = bench.added(chief, "clerk");

    CHECK(clerk.grants().empty());
    CHECK(bench.run("operator.list", {}, clerk).status == Status::not_permitted);
    // The password stands nowhere in the trail.
    CHECK(bench.commands().integer(
              "SELECT COUNT(*) FROM zf_audit_entry WHERE payload LIKE '%geese%' OR "
              "result LIKE '%geese%'") == 0);
}

TEST_CASE("an operator with a weak password is not added", "[system][operators]") {
    const test::EachStore store;
    SystemBench bench{store};
    const Session chief = bench.founded();

    const Outcome outcome = bench.run(
        "operator.add", {{"login", "clerk"}, {"name", "Clerk"}, {"password", "12345678"}}, chief);

    CHECK(outcome.status == Status::refused);
    CHECK(first_code(outcome) == "operator.password_common");
    CHECK(bench.commands().integer("SELECT COUNT(*) FROM zf_operator") == 1);
}

TEST_CASE("saving one thing about an operator leaves the others, and says what changed",
          "[system][operators]") {
    const test::EachStore store;
    SystemBench bench{store};
    const Session chief = bench.founded();
    bench.added(chief, "clerk");
    REQUIRE(bench.run("operator.save", {{"operator", "clerk"}, {"is_enabled", false}}, chief)
                .is_done());

    REQUIRE(
        bench.run("operator.save", {{"operator", "clerk"}, {"name", "Ms Li"}}, chief).is_done());

    CHECK(bench.commands().integer("SELECT is_enabled FROM zf_operator WHERE login = 'clerk'") ==
          0);
    const Record payload = bench.commands().last_payload();
    const List& differences = payload.get("rows").as<Record>().get("differences").as<List>();
    REQUIRE(differences.size() == 1);
    CHECK(differences[0].as<Record>().get("field") == Value{"Name"});
    CHECK(differences[0].as<Record>().get("before") == Value{"Mr clerk"});
    CHECK(differences[0].as<Record>().get("after") == Value{"Ms Li"});
}

TEST_CASE("nobody locks himself out", "[system][operators]") {
    const test::EachStore store;
    SystemBench bench{store};
    const Session chief = bench.founded();

    const Outcome outcome = bench.run("operator.save",
                                      {{"operator", "chief"}, {"is_enabled", false}}, chief);

    CHECK(first_code(outcome) == "operator.disables_himself");
}

TEST_CASE("a name that nobody has is told", "[system][operators]") {
    const test::EachStore store;
    SystemBench bench{store};
    const Session chief = bench.founded();

    for (const char* command : {"operator.save", "operator.unlock", "operator.show"})
        CHECK(first_code(bench.run(command, {{"operator", "nobody"}}, chief)) ==
              "operator.unknown");
    // By number works too, as other tables refer to operators.
    CHECK(bench.run("operator.show", {{"operator", "#1"}}, chief).result.get("login") ==
          Value{"chief"});
}

TEST_CASE("the old password is asked before a new one, and a wrong one counts",
          "[system][operators]") {
    const test::EachStore store;
    SystemBench bench{store};
    const Session chief = bench.founded();

    const Outcome wrong = bench.run(
        "operator.change_password",
        {{"old_password", "guess"}, {"new_password", "nine white swans"}}, chief);
    const Outcome right = bench.run(
        "operator.change_password",
        {{"old_password", good_password}, {"new_password", "nine white swans"}}, chief);

    CHECK(wrong.status == Status::not_permitted);
    CHECK(first_code(wrong) == "operator.wrong_password");
    CHECK(right.is_done());
    CHECK(bench.run_unsigned("session.open", {{"login", "chief"}, {"password", good_password}})
              .status == Status::not_permitted);
    CHECK(bench.run_unsigned("session.open", {{"login", "chief"}, {"password", "nine white swans"}})
              .is_done());
}

TEST_CASE("a security code is set by its owner only, with his password", "[system][operators]") {
    const test::EachStore store;
    SystemBench bench{store};
    const Session chief = bench.founded();

    CHECK(first_code(bench.run("operator.set_security_code",
                               {{"password", "guess"}, {"code", "41952"}}, chief)) ==
          "operator.wrong_password");
    CHECK(first_code(bench.run("operator.set_security_code",
                               {{"password", good_password}, {"code", "1234"}}, chief)) ==
          "operator.code_short");
    CHECK(bench
              .run("operator.set_security_code", {{"password", good_password}, {"code", "41952"}},
                   chief)
              .is_done());
    const Record row =
        bench.run("operator.list", {}, chief).result.get("rows").as<List>().at(0).as<Record>();
    CHECK(row.get("has_security_code") == Value{true});
}

TEST_CASE("an administrator resets a forgotten password", "[system][operators]") {
    const test::EachStore store;
    SystemBench bench{store};
    const Session chief = bench.founded();
    bench.added(chief, "clerk");

    REQUIRE(bench
                .run("operator.reset_password",
                     {{"operator", "clerk"}, {"password", "nine white swans"}}, chief)
                .is_done());

    CHECK(bench.run_unsigned("session.open", {{"login", "clerk"}, {"password", "nine white swans"}})
              .is_done());
}
