// A whole plugin to copy: one table, a command that writes it, a query that lists it. The dialog,
// the list in the window, the words of the command line and the trail come from what stands here.
#include "zhangfang/plugin/plugin.h"

#include "generated/stationery_migrations.h"
#include "zhangfang/store/entity_store.h"

namespace zf::stationery {
namespace {

struct Item {
    std::string name;
    Money price;
};
struct ListItems {};

std::vector<Field<Item>> item_fields() {
    return {field("name", &Item::name, "Name").required().length(40),
            field("price", &Item::price, "Price").required().range(0, 100'000'00)};
}

const Entity<Item>& item_entity() {
    static const Entity<Item> entity{.name = "st.item",
                                     .label = "Item",
                                     .table = "st_item",
                                     .fields = item_fields(),
                                     .key = {"name"}};
    return entity;
}

Result<Changes> add_item(const Item& item, CommandContext& context) {
    const EntityStore<Item> items{item_entity(), context.transaction(), Scope::all()};
    const auto id = items.save(context.transaction(), {.value = item},
                               {context.operator_id().value, context.now()});
    if (!id) return id.error();
    return Changes{.changed = {{"st.item", {id->value}}}, .said = {"Item {0} added.", {item.name}}};
}

Result<Record> list_items(const ListItems&, ReadContext& context) {
    List rows;
    const EntityStore<Item> items{item_entity(), context.snapshot(), Scope::all()};
    for (const auto& each : items.all())
        rows.push_back(to_record(item_entity().fields, each.value));
    Record answer;
    answer.set("rows", std::move(rows));
    return answer;
}

class StationeryPlugin : public Plugin {
public:
    void describe(Registry& registry) const override {
        registry.add_migrations(stationery_migrations());
        registry.add(Permission{.name = "st.keep", .title = "Keep the stationery"});
        registry.add(item_entity());
        registry.add(Command<Item>{.name = "st.item.add",
                                   .title = "Add an item",
                                   .help = "Adds an item of stationery with its price.",
                                   .permission = "st.keep",
                                   .parameters = item_fields(),
                                   .run = add_item});
        registry.add(Query<ListItems>{.name = "st.item.list",
                                      .title = "Items of stationery",
                                      .help = "Lists all items by name.",
                                      .permission = "st.keep",
                                      .answer = item_entity().info().fields,
                                      .run = list_items});
        registry.add(ListView{.name = "st.items",
                              .title = "Items of stationery",
                              .query = "st.item.list",
                              .actions = {"st.item.add"},
                              .empty_text = "There is no item yet. Add the first one.",
                              .empty_action = "st.item.add"});
        registry.add(MenuEntry{.path = "Stationery/Items", .opens = "st.items"});
    }
};

}  // namespace
}  // namespace zf::stationery

ZHANGFANG_PLUGIN(zf::stationery::StationeryPlugin, "stationery", "0.1.0")
