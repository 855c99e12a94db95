#include <cstdlib>

#include "support/command_bench.h"
#include "zhangfang/plugin/loader.h"
#include "zhangfang/system/system.h"

using namespace zf;

// Hidden: out_of_tree.cmake builds the plugin first and says where it lies.
TEST_CASE("a plugin built elsewhere keeps its items in the workspace", "[.][out_of_tree]") {
    const char* const folder = std::getenv("ZF_OUT_OF_TREE_PLUGINS");
    REQUIRE(folder != nullptr);
    const test::EachStore store;
    Loader loader{{.folders = {folder}}};
    Registry registry;
    describe_system(registry);
    loader.load(registry);
    REQUIRE(loader.plugins().size() == 1);
    for (const Problem& each : loader.plugins()[0].refusals) FAIL(each.code);
    test::CommandBench bench{store, registry.commands(), registry.migrations()};
    const Session keeper = bench.operator_with(
        "keeper", {{.permission = "st.keep"}, {.permission = "st.read"}});

    const Outcome added = bench.run("st.item.add",
                                    {{"code", "P1"}, {"name", "铅笔"}, {"price", "1.50"}}, keeper);
    const Outcome listed = bench.run("st.item.list", {{"search", "qb"}}, keeper);

    CHECK(added.is_done());
    const List& rows = listed.result.get("rows").as<List>();
    REQUIRE(rows.size() == 1);  // found by the initials of its pinyin
    CHECK(rows[0].as<Record>().get("price") == Value{Money::fen(150)});
}
