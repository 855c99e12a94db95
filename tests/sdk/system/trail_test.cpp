#include "sdk/system/system_bench.h"
#include "zhangfang/model/message_value.h"

using namespace zf;
using test::first_code;
using test::SystemBench;

namespace {

Record row(const Outcome& outcome, std::size_t place) {
    return outcome.result.get("rows").as<List>().at(place).as<Record>();
}

}  // namespace

TEST_CASE("the trail tells in a sentence what each command did, newest first", "[system][trail]") {
    const test::EachStore store;
    SystemBench bench{store};
    const Session chief = bench.founded();
    bench.run("operator.add",
              {{"login", "clerk"}, {"name", "Ms Li"}, {"password", test::good_password}}, chief);
    bench.run("operator.save", {{"operator", "nobody"}, {"name", "X"}}, chief);

    const Outcome outcome = bench.run("trail.list", {}, chief);

    // founding, signing in, adding, the refused saving
    REQUIRE(outcome.result.get("rows").as<List>().size() == 4);
    const Record refused = row(outcome, 0);
    CHECK(refused.get("sequence") == Value{4});
    CHECK(refused.get("outcome") == Value{"refused"});
    CHECK(message_in(refused.get("sentence"))->arguments.at(0) == Argument{std::string{"nobody"}});
    const Record added = row(outcome, 1);
    CHECK(message_in(added.get("title"))->id == "Add operator");
    CHECK(*message_in(added.get("sentence")) ==
          Message{"Operator {0} was added; no rights are granted yet.", {std::string{"Ms Li"}}});
    CHECK(added.get("operator") == Value{"Chief"});
}

TEST_CASE("the trail is filtered and paged", "[system][trail]") {
    const test::EachStore store;
    SystemBench bench{store};
    const Session chief = bench.founded();
    for (const char* login : {"a1", "a2", "a3"})
        bench.run("operator.add",
                  {{"login", login}, {"name", login}, {"password", test::good_password}}, chief);

    const Outcome first = bench.run("trail.list", {{"command", "operator.add"}, {"limit", 2}},
                                    chief);
    REQUIRE(first.result.get("rows").as<List>().size() == 2);
    const Outcome second = bench.run(
        "trail.list",
        {{"command", "operator.add"}, {"limit", 2}, {"after", first.result.get("next")}}, chief);

    CHECK(row(first, 0).get("sequence") == Value{5});
    REQUIRE(second.result.get("rows").as<List>().size() == 1);
    CHECK(row(second, 0).get("sequence") == Value{3});
    CHECK(second.result.get("next") == Value{""});
    CHECK(bench.run("trail.list", {{"outcome", "denied"}}, chief)
              .result.get("rows")
              .as<List>()
              .empty());
    CHECK(bench.run("trail.list", {{"operator", "nobody"}}, chief)
              .result.get("rows")
              .as<List>()
              .empty());
}

TEST_CASE("an entry shows before and after in two columns", "[system][trail]") {
    const test::EachStore store;
    SystemBench bench{store};
    const Session chief = bench.founded();
    bench.added(chief, "clerk");
    const Outcome saved = bench.run("operator.save", {{"operator", "clerk"}, {"name", "Ms Li"}},
                                    chief);

    const Outcome outcome = bench.run("trail.show", {{"sequence", saved.sequence}}, chief);

    const Record change = row(outcome, 0);
    CHECK(change.get("of") == Value{"clerk"});
    CHECK(message_in(change.get("field"))->id == "Name");
    CHECK(change.get("before") == Value{"Mr clerk"});
    CHECK(change.get("after") == Value{"Ms Li"});
    CHECK(first_code(bench.run("trail.show", {{"sequence", 99}}, chief)) == "trail.unknown");
}
