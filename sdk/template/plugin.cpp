// A complete plugin to copy: one table, one command that writes, one that reads, a list in the
// menu.
#include "zhangfang/plugin/plugin.h"

#include "generated/stationery_migrations.h"
#include "zhangfang/model/answer.h"

namespace zf::stationery {
namespace {

struct Item {
    std::string code;
    std::string name;
    Money price;
};
struct ListItems {
    std::string search;
};

const Entity<Item> item_entity{
    .name = "st.item",
    .label = "Item",
    .table = "st_item",
    .fields = {field("code", &Item::code, "Code").required().unique().length(1, 20),
               field("name", &Item::name, "Name").required().length(1, 60).searchable(),
               field("price", &Item::price, "Price")},
    .key = {"code"},
};

Result<Changes> add_item(const Item& item, CommandContext& context) {
    const EntityStore<Item> items{item_entity, context.transaction(), Scope::all()};
    const auto id = items.save(context.transaction(), {.value = item},
                               {.operator_id = context.operator_id().value, .now = context.now()});
    if (!id) return id.error();
    return Changes{.changed = {{"st.item", {id->value}}}, .said = {"{0} was added.", {item.name}}};
}

Result<Record> list_items(const ListItems& request, ReadContext& context) {
    const RecordStore items{item_entity.info(), context.snapshot(), Scope::all()};
    List rows;
    for (StoredRow& row : items.page(request.search, "", 200).rows)
        rows.emplace_back(std::move(row.values));
    return Record{{"rows", std::move(rows)}};
}

class StationeryPlugin : public Plugin {
    void describe(Registry& registry) const override {
        registry.add_migrations(stationery_migrations());
        registry.add(Permission{.name = "st.read", .title = "See stationery"});
        registry.add(Permission{.name = "st.keep", .title = "Keep stationery"});
        registry.add(item_entity);
        registry.add(Command<Item>{.name = "st.item.add",
                                   .title = "Add item",
                                   .permission = "st.keep",
                                   .parameters = item_entity.fields,
                                   .run = add_item});
        registry.add(Query<ListItems>{.name = "st.item.list",
                                      .title = "Stationery",
                                      .permission = "st.read",
                                      .parameters = {field("search", &ListItems::search, "Search")},
                                      .answer = {rows_of("Items", item_entity.info().fields)},
                                      .run = list_items});
        registry.add(ListView{.name = "st.items", .title = "Stationery", .query = "st.item.list"});
        registry.add(MenuEntry{.path = "Stores/Stationery", .opens = "st.items"});
    }
};

}  // namespace
}  // namespace zf::stationery

ZHANGFANG_PLUGIN(zf::stationery::StationeryPlugin, "stationery", "0.1.0")
