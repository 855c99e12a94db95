#include "zhangfang/plugin/registry.h"

#include "support/catch.h"

using namespace zf;

namespace {

struct Look {
    std::string shelf;
};

Query<Look> look_query() {
    return {.name = "st.shelf.look",
            .title = "Look at a shelf",
            .permission = "st.look",
            .parameters = {field("shelf", &Look::shelf, "Shelf")},
            .answer = {answer_rows({answer_field("item", "Item", ValueType::text)})},
            .run = [](const Look&, ReadContext&) -> Result<Record> { return Record{}; }};
}

Registry sound_registry() {
    Registry registry{"st"};
    registry.add(Permission{.name = "st.look", .title = "Look"});
    registry.add(look_query());
    registry.add(ListView{.name = "st.shelf",
                          .title = "Shelf",
                          .query = "st.shelf.look",
                          .columns = {"item"},
                          .filters = {"shelf"}});
    registry.add(MenuEntry{.path = "Stores/Shelf", .opens = "st.shelf", .permission = "st.look"});
    return registry;
}

std::string only_fault(const Registry& registry) {
    const auto faults = registry.faults();
    REQUIRE(faults.size() == 1);
    return faults.front();
}

}  // namespace

TEST_CASE("declarations that fit each other have no faults", "[registry]") {
    CHECK(sound_registry().faults().empty());
}

TEST_CASE("each contradiction is found and named", "[registry]") {
    Registry registry = sound_registry();
    std::string expected;
    SECTION("a command under the name of another module") {
        Query<Look> query = look_query();
        query.name = "bk.shelf.look";
        registry.add(query);
        expected = "The command bk.shelf.look does not begin with “st.”.";
    }
    SECTION("a command twice") {
        registry.add(look_query());
        expected = "The command st.shelf.look is declared twice.";
    }
    SECTION("a permission that nobody declares") {
        Query<Look> query = look_query();
        query.name = "st.shelf.peek";
        query.permission = "st.peek";
        registry.add(query);
        expected = "The command st.shelf.peek names the permission st.peek, which nobody declares.";
    }
    SECTION("a command that anybody may run by mistake") {
        Query<Look> query = look_query();
        query.name = "st.shelf.peek";
        query.permission = "";
        registry.add(query);
        expected = "The command st.shelf.peek names the permission , which nobody declares.";
    }
    SECTION("a command of a person's own with a permission") {
        Query<Look> query = look_query();
        query.name = "st.shelf.peek";
        query.needs = Needs::own;
        registry.add(query);
        expected = "The command st.shelf.peek needs no session and yet names a permission.";
    }
    SECTION("a command without a handler") {
        CommandEntry entry = entry_of(look_query());
        entry.info.name = "st.shelf.peek";
        entry.read = nullptr;
        registry.add_command(entry);
        expected = "The command st.shelf.peek has no handler.";
    }
    SECTION("a name without a verb") {
        Query<Look> query = look_query();
        query.name = "st.Shelf";
        registry.add(query);
        expected = "The command st.Shelf is not named noun.verb in snake_case.";
    }
    SECTION("a reference to an entity that does not exist") {
        Query<Look> query = look_query();
        query.name = "st.shelf.peek";
        query.parameters = {field("shelf", &Look::shelf, "Shelf").refers_to("st.cupboard")};
        registry.add(query);
        expected = "The field shelf of the command st.shelf.peek refers to st.cupboard, which is "
                   "no entity or list.";
    }
    SECTION("a default that is no value of its type") {
        CommandEntry entry = entry_of(look_query());
        entry.info.name = "st.shelf.peek";
        entry.info.parameters.push_back(
            {.name = "day", .label = "Day", .type = ValueType::date, .default_text = "soon"});
        registry.add_command(entry);
        expected = "The default of the field day of the command st.shelf.peek cannot be read.";
    }
    SECTION("a table of another module") {
        registry.add_entity({.name = "st.item", .label = "Item", .table = "bk_item"});
        expected = "The table bk_item does not begin with “st_”.";
    }
    SECTION("a list of a command that answers no such column") {
        registry.add(ListView{
            .name = "st.other", .title = "Other", .query = "st.shelf.look", .columns = {"price"}});
        expected = "The list st.other shows the column price, which st.shelf.look does not answer.";
    }
    SECTION("a menu entry that opens nothing") {
        registry.add(MenuEntry{.path = "Stores/Cupboard", .opens = "st.cupboard"});
        expected = "The menu entry Stores/Cupboard opens st.cupboard, which nobody declares.";
    }
    SECTION("a form with a field that the command does not take") {
        registry.add(FormView{.of = "st.shelf.look", .sections = {{.rows = {{"shelf", "price"}}}}});
        expected = "The form of st.shelf.look shows the field price, which is unknown.";
    }
    SECTION("a preset with a right that nobody declares") {
        registry.add(RolePreset{
            .name = "storekeeper", .title = "Storekeeper", .permissions = {"st.look", "st.take"}});
        expected = "The preset storekeeper names the permission st.take, which nobody declares.";
    }
    SECTION("a watch that blocks an unknown command") {
        registry.add(Watch{.name = "st.empty",
                           .title = "Empty shelf",
                           .permission = "st.look",
                           .rows = [](ReadContext&) { return std::vector<Message>{}; },
                           .blocks = {"st.year.close"}});
        expected = "The watch st.empty names the command st.year.close, which nobody declares.";
    }
    CHECK(only_fault(registry) == expected);
}

TEST_CASE("two modules that declare one name contradict when they come together", "[registry]") {
    Registry together;
    together.merge(sound_registry());
    REQUIRE(together.faults().empty());

    together.merge(sound_registry());

    // permission, command and list; a menu entry may be there twice.
    CHECK(together.faults().size() == 3);
    CHECK(together.commands().size() == 1);
}

TEST_CASE("a report is also a command that delivers", "[registry]") {
    Registry registry = sound_registry();
    registry.add(FormReport<Look>{
        .name = "st.shelf_label",
        .title = "Shelf label",
        .permission = "st.look",
        .parameters = {field("shelf", &Look::shelf, "Shelf")},
        .build = [](const Look&, ReadContext&) -> Result<Document> { return Document{}; }});

    CHECK(registry.faults().empty());
    REQUIRE(registry.commands().contains("st.shelf_label"));
    const CommandEntry& entry = registry.commands().at("st.shelf_label");
    CHECK(entry.info.effect == Effect::delivers);
    CHECK(entry.info.parameters.size() == 1);
}
