#include "sdk/system/system_bench.h"
#include "zhangfang/model/message_value.h"
#include "zhangfang/system/system.h"

using namespace zf;

TEST_CASE("to-dos are shown to who may see them, invariants are proven", "[system][watches]") {
    const test::EachStore store;
    Registry registry;
    describe_system(registry);
    registry.add(Permission{.name = "st.count", .title = "Count"});
    registry.add(Watch{.name = "st.uncounted",
                       .title = "Shelf not counted",
                       .permission = "st.count",
                       .rows =
                           [](ReadContext&) {
                               return std::vector<Message>{{"Shelf {0}", {std::int64_t{7}}}};
                           },
                       .opens = "zf.check"});
    registry.add(
        Watch{.name = "st.sum",
              .title = "The sum of the shelves",
              .permission = "st.count",
              .rows =
                  [](ReadContext&) {
                      return std::vector<Message>{{"Shelf {0} differs", {std::int64_t{9}}}};
                  },
              .is_invariant = true});
    test::CommandBench bench{store, registry.commands(), {}, {}, registry.watches()};
    const Session counter = bench.operator_with("counter",
                                                {{.permission = "st.count", .place = "book:1"}});
    const Session guest = bench.operator_with("guest", {{.permission = "zf.trail"}});

    const Outcome to_do = bench.run("workspace.watches", {}, counter);
    const Outcome proof = bench.run("workspace.verify", {}, guest);

    const List& open = to_do.result.get("rows").as<List>();
    REQUIRE(open.size() == 1);
    CHECK(open[0].as<Record>().get("check") == Value{"st.uncounted"});
    CHECK(*message_in(open[0].as<Record>().get("finding")) ==
          Message{"Shelf {0}", {std::int64_t{7}}});
    CHECK(open[0].as<Record>().get("opens") == Value{"zf.check"});
    CHECK(bench.run("workspace.watches", {}, guest).result.get("rows").as<List>().empty());
    // The operators of this test were put in behind the trail's back: two rows, and the sum.
    CHECK(proof.result.get("faults") == Value{3});
}
