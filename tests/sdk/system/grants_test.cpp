#include "sdk/system/system_bench.h"

using namespace zf;
using test::first_code;
using test::SystemBench;

namespace {

Value rights(std::initializer_list<const char*> permissions) {
    List list;
    for (const char* each : permissions) list.emplace_back(Record{{"permission", each}});
    return list;
}

Outcome grant(SystemBench& bench, const Session& by, const std::string& to,
              std::initializer_list<const char*> all) {
    return bench.run("operator.grant", {{"operator", to}, {"grants", rights(all)}}, by);
}

std::int64_t rights_of(SystemBench& bench, const std::string& login) {
    return bench.commands().integer(
        "SELECT COUNT(*) FROM zf_grant WHERE operator_id = (SELECT id FROM zf_operator "
        "WHERE login = '" +
        login + "')");
}

}  // namespace

TEST_CASE("rights that are granted count in sessions that are open", "[system][grants]") {
    const test::EachStore store;
    SystemBench bench{store};
    const Session chief = bench.founded();
    const Session clerk = bench.added(chief, "clerk");
    REQUIRE(bench.run("trail.list", {}, clerk).status == Status::not_permitted);

    const Outcome outcome = grant(bench, chief, "clerk", {"zf.trail", "st.enter"});

    CHECK(outcome.is_done());
    CHECK(bench.run("trail.list", {}, clerk).is_done());
    const Record payload = bench.commands().last_payload();
    const List& differences = payload.get("rows").as<Record>().get("differences").as<List>();
    REQUIRE(differences.size() == 1);
    CHECK(differences[0].as<Record>().get("before") == Value{""});
    CHECK(differences[0].as<Record>().get("after") == Value{"st.enter, zf.trail"});
}

TEST_CASE("granting again replaces what was granted", "[system][grants]") {
    const test::EachStore store;
    SystemBench bench{store};
    const Session chief = bench.founded();
    bench.added(chief, "clerk");
    REQUIRE(grant(bench, chief, "clerk", {"zf.trail", "st.enter"}).is_done());

    REQUIRE(grant(bench, chief, "clerk", {"zf.backup"}).is_done());

    CHECK(rights_of(bench, "clerk") == 1);
    REQUIRE(grant(bench, chief, "clerk", {}).is_done());
    CHECK(rights_of(bench, "clerk") == 0);
}

TEST_CASE("a preset grants its rights together", "[system][grants]") {
    const test::EachStore store;
    SystemBench bench{store};
    const Session chief = bench.founded();
    bench.added(chief, "clerk");

    CHECK(
        bench.run("operator.grant", {{"operator", "clerk"}, {"preset", "clerk"}}, chief).is_done());
    CHECK(rights_of(bench, "clerk") == 2);
    CHECK(first_code(bench.run("operator.grant", {{"operator", "clerk"}, {"preset", "king"}},
                               chief)) == "operator.preset_unknown");
}

TEST_CASE("nobody changes his own rights, under another login neither", "[system][grants]") {
    const test::EachStore store;
    SystemBench bench{store};
    const Session chief = bench.founded();
    REQUIRE(bench
                .run("operator.add",
                     {{"login", "chief-at-home"},
                      {"name", "Chief"},
                      {"password", test::good_password},
                      {"same_person_as", "chief"}},
                     chief)
                .is_done());

    CHECK(first_code(grant(bench, chief, "chief", {"st.review"})) == "operator.own_rights");
    CHECK(first_code(grant(bench, chief, "chief-at-home", {"st.review"})) == "operator.own_rights");
}

TEST_CASE("review is handed on by who holds it, once somebody does", "[system][grants]") {
    const test::EachStore store;
    SystemBench bench{store};
    const Session chief = bench.founded();
    bench.added(chief, "officer");
    bench.added(chief, "deputy");

    // Somebody must be the first.
    CHECK(grant(bench, chief, "officer", {"st.review", "zf.operators"}).is_done());
    CHECK(first_code(grant(bench, chief, "deputy", {"st.review"})) == "operator.granted_by_holder");
    // What the officer holds already may stay when the chief changes something else.
    CHECK(grant(bench, chief, "officer", {"st.review", "zf.operators", "zf.trail"}).is_done());

    const Session officer = bench.signed_in("officer", test::good_password);
    CHECK(grant(bench, officer, "deputy", {"st.review"}).is_done());
}

TEST_CASE("when the only holder is disabled the right can be given anew", "[system][grants]") {
    const test::EachStore store;
    SystemBench bench{store};
    const Session chief = bench.founded();
    bench.added(chief, "officer");
    bench.added(chief, "deputy");
    REQUIRE(grant(bench, chief, "officer", {"st.review"}).is_done());

    REQUIRE(bench.run("operator.save", {{"operator", "officer"}, {"is_enabled", false}}, chief)
                .is_done());

    CHECK(grant(bench, chief, "deputy", {"st.review"}).is_done());
}

TEST_CASE("rights that should be apart are not granted to one person", "[system][grants]") {
    const test::EachStore store;
    SystemBench bench{store};
    const Session chief = bench.founded();
    bench.added(chief, "clerk");

    const Outcome outcome = grant(bench, chief, "clerk", {"st.enter", "st.review"});

    CHECK(outcome.status == Status::refused);
    CHECK(first_code(outcome) == "operator.rights_conflict");
    CHECK(outcome.problems.at(0).text.arguments.at(0) == Argument{std::string{"Enter"}});
    CHECK(rights_of(bench, "clerk") == 0);
}

TEST_CASE("a right that nobody declares cannot be granted", "[system][grants]") {
    const test::EachStore store;
    SystemBench bench{store};
    const Session chief = bench.founded();
    bench.added(chief, "clerk");

    CHECK(first_code(grant(bench, chief, "clerk", {"st.fly"})) == "operator.permission_unknown");
}

TEST_CASE("all declared rights and presets are listed with their titles", "[system][grants]") {
    const test::EachStore store;
    SystemBench bench{store};
    const Session chief = bench.founded();

    const Outcome permissions = bench.run("operator.permissions", {{"search", "st."}}, chief);
    const Outcome presets = bench.run("operator.presets", {}, chief);

    CHECK(permissions.result.get("rows").as<List>().size() == 2);
    CHECK(presets.result.get("rows").as<List>().at(0).as<Record>().get("preset") == Value{"clerk"});
}
