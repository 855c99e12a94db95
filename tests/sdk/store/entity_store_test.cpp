#include "zhangfang/store/entity_store.h"

#include <array>

#include "support/catch.h"
#include "support/fresh_workspace.h"

using namespace zf;

enum class Grade { first, second };

template <>
struct zf::EnumNames<Grade> {
    static constexpr std::array names{EnumName<Grade>{Grade::first, "first", "First"},
                                      EnumName<Grade>{Grade::second, "second", "Second"}};
};

namespace {

// One kind of food in the store room of a mess.
struct Food {
    Id<struct Room> room;
    std::string code;
    std::string name;
    std::string remark;
    std::optional<std::string> keeper;
    std::optional<Grade> grade;
    Money limit;
    Quantity stock;
    Price price;
    Rate loss;
    Date bought;
    std::optional<Month> counted;
    std::int64_t sacks = 0;
    bool is_dry = false;
};

const Entity<Food>& food_entity() {
    static const Entity<Food> entity{
        .name = "shop.food",
        .label = "Food",
        .table = "shop_food",
        .fields = {field("room", &Food::room, "Room").required(),
                   field("code", &Food::code, "Code").required(),
                   field("name", &Food::name, "Name").required().unique().searchable(),
                   field("remark", &Food::remark, "Remark"),
                   field("keeper", &Food::keeper, "Keeper"), field("grade", &Food::grade, "Grade"),
                   field("limit", &Food::limit, "Limit"), field("stock", &Food::stock, "Stock"),
                   field("price", &Food::price, "Price"), field("loss", &Food::loss, "Loss"),
                   field("bought", &Food::bought, "Bought"),
                   field("counted", &Food::counted, "Counted"),
                   field("sacks", &Food::sacks, "Sacks"), field("is_dry", &Food::is_dry, "Dry")},
        .scope = {"room"},
        .key = {"code"}};
    return entity;
}

const MigrationSet shop{"shop",
                        {{"0001_food", R"(
CREATE TABLE shop_food (
    id ID_KEY, version BIGINT NOT NULL, changed_at TEXT NOT NULL, changed_by BIGINT NOT NULL,
    room BIGINT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, name_pinyin TEXT NOT NULL,
    name_sort BYTES NOT NULL, remark TEXT NOT NULL, keeper TEXT,
    grade TEXT CHECK (grade IN ('first', 'second')),
    limit_fen BIGINT NOT NULL, stock_micro BIGINT NOT NULL, price_e8 BIGINT NOT NULL,
    loss_ppm BIGINT NOT NULL,
    bought TEXT NOT NULL, counted TEXT, sacks BIGINT NOT NULL, is_dry SMALLINT NOT NULL,
    UNIQUE (room, code)
);
CREATE TABLE shop_meal (food BIGINT NOT NULL REFERENCES shop_food (id));)",
                          "", ""}}};

const Stamp stamp{.operator_id = 7, .now = "2026-03-01T08:00:00Z"};

Food food(std::string code, std::string name, std::int64_t room = 1) {
    Food made;
    made.room = {room};
    made.code = std::move(code);
    made.name = std::move(name);
    return made;
}

class Kitchen {
public:
    explicit Kitchen(StoreKind kind) : fresh_{kind, {shop}}, transaction_{fresh_.writer()} {}

    EntityStore<Food> foods(std::int64_t room = 1) {
        return {food_entity(), transaction_, Scope::of("room", room)};
    }
    std::int64_t add(const Food& added) {
        const auto id = foods(added.room.value).save(transaction_, {.value = added}, stamp);
        REQUIRE(id);
        return id->value;
    }
    Transaction& transaction() { return transaction_; }

private:
    test::FreshWorkspace fresh_;
    Transaction transaction_;
};

std::vector<std::string> names_of(const Page& page) {
    std::vector<std::string> names;
    for (const StoredRow& row : page.rows)
        names.push_back(row.values.get("name").as<std::string>());
    return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("an entity comes back with all its values as it was saved", "[store][entity_store]") {
    const test::EachStore store;
    Kitchen kitchen{store};
    Food rice = food("101", "大米");
    rice.remark = "东北";
    rice.keeper = "小王";
    rice.grade = Grade::second;
    rice.limit = Money::fen(-8640);
    rice.stock = Quantity::micro(550'500'000);
    rice.price = Price::e8(123'456'789);
    rice.loss = Rate::ppm(3000);
    rice.bought = Date{2008, 2, 29};
    rice.counted = Month{2008, 1};
    rice.sacks = 9'007'199'254'740'993;
    rice.is_dry = true;

    const Id<Food> id{kitchen.add(rice)};

    const auto stored = kitchen.foods().get(id);
    REQUIRE(stored);
    CHECK(stored->version == 1);
    CHECK(to_record(food_entity().fields, stored->value) == to_record(food_entity().fields, rice));
    const auto row = kitchen.foods().records().get(id.value);
    CHECK(row->changed_at == "2026-03-01T08:00:00Z");
    CHECK(row->changed_by == 7);
}

TEST_CASE("what was left empty stays empty", "[store][entity_store]") {
    const test::EachStore store;
    Kitchen kitchen{store};

    const auto stored = kitchen.foods().get({kitchen.add(food("101", "大米"))});

    CHECK(stored->value.remark.empty());
    CHECK_FALSE(stored->value.keeper);
    CHECK_FALSE(stored->value.grade);
    CHECK_FALSE(stored->value.counted);
}

TEST_CASE("a row is found by its key, by #id and by a field", "[store][entity_store]") {
    const test::EachStore store;
    Kitchen kitchen{store};
    const std::int64_t id = kitchen.add(food("101", "大米"));
    kitchen.add(food("102", "面粉"));

    CHECK(kitchen.foods().resolve("101")->id == id);
    CHECK(kitchen.foods().resolve("#" + std::to_string(id))->value.name == "大米");
    CHECK(kitchen.foods().find("name", "面粉")->value.code == "102");
    CHECK_FALSE(kitchen.foods().resolve("103"));
    CHECK_FALSE(kitchen.foods().resolve("#x"));
    CHECK_FALSE(kitchen.foods().resolve("1/2"));
    CHECK_FALSE(kitchen.foods().get({id + 100}));
    CHECK(kitchen.foods().records().count() == 2);
}

TEST_CASE("what lies in another room is neither seen nor changed", "[store][entity_store]") {
    const test::EachStore store;
    Kitchen kitchen{store};
    const std::int64_t id = kitchen.add(food("101", "大米", 1));
    kitchen.add(food("101", "大米", 2));  // the key and the unique name hold within a room

    CHECK_FALSE(kitchen.foods(2).get({id}));
    CHECK(kitchen.foods(2).records().count() == 1);
    CHECK(kitchen.foods(2).records().remove(kitchen.transaction(), id, 1).error().code ==
          "store.changed_meanwhile");
    CHECK(kitchen.foods(1).get({id}));
    Food moved = food("103", "小米", 2);
    CHECK_THROWS_AS(kitchen.foods(1).save(kitchen.transaction(), {.value = moved}, stamp),
                    StoreError);
}

TEST_CASE("without a scope an entity cannot be opened", "[store][entity_store]") {
    const test::EachStore store;
    Kitchen kitchen{store};
    const auto open = [&](Scope scope) {
        return RecordStore{food_entity().info(), kitchen.transaction(), std::move(scope)};
    };

    CHECK_THROWS_AS(open({}), StoreError);
    CHECK_THROWS_AS(open({.columns = {{"room", {}}}}), StoreError);
    CHECK_THROWS_AS(open(Scope::of("house", 1)), StoreError);
    kitchen.add(food("101", "大米", 1));
    kitchen.add(food("101", "大米", 2));
    kitchen.add(food("101", "大米", 3));
    CHECK(open({.columns = {{"room", {1, 3}}}}).count() == 2);
    CHECK(open(Scope::all()).count() == 3);
}

TEST_CASE("a row read before another's change is not written over it", "[store][entity_store]") {
    const test::EachStore store;
    Kitchen kitchen{store};
    const Id<Food> id{kitchen.add(food("101", "大米"))};
    auto mine = *kitchen.foods().get(id);
    auto theirs = mine;
    theirs.value.remark = "theirs";
    REQUIRE(kitchen.foods().save(kitchen.transaction(), theirs,
                                 {.operator_id = 9, .now = "2026-03-02T09:00:00Z"}));

    mine.value.remark = "mine";
    const auto late = kitchen.foods().save(kitchen.transaction(), mine, stamp);

    REQUIRE_FALSE(late);
    CHECK(late.error().code == "store.changed_meanwhile");
    CHECK(late.error().text.arguments.back() == Argument{std::string{"2026-03-02T09:00:00Z"}});
    CHECK(kitchen.foods().get(id)->value.remark == "theirs");
    CHECK(kitchen.foods().get(id)->version == 2);
}

TEST_CASE("a name or key that is taken is refused at its field", "[store][entity_store]") {
    const test::EachStore store;
    Kitchen kitchen{store};
    kitchen.add(food("101", "大米"));
    const Id<Food> flour{kitchen.add(food("102", "面粉"))};
    const auto refusal = [&](const Stored<Food>& saved) {
        return kitchen.foods().save(kitchen.transaction(), saved, stamp).error();
    };

    CHECK(refusal({.value = food("101", "小米")}).code == "store.not_unique");
    CHECK(refusal({.value = food("101", "小米")}).place == Place{"code"});
    CHECK(refusal({.value = food("103", "大米")}).place == Place{"name"});
    auto renamed = *kitchen.foods().get(flour);
    renamed.value.name = "大米";
    CHECK(refusal(renamed).place == Place{"name"});
    renamed.value.name = "白面";
    CHECK(kitchen.foods().save(kitchen.transaction(), renamed, stamp));
}

TEST_CASE("a row in use is not removed, another is", "[store][entity_store]") {
    const test::EachStore store;
    Kitchen kitchen{store};
    const std::int64_t rice = kitchen.add(food("101", "大米"));
    const std::int64_t flour = kitchen.add(food("102", "面粉"));
    kitchen.transaction().connection().run("INSERT INTO shop_meal (food) VALUES (?)", {rice});
    const auto remove = [&](std::int64_t id, std::int64_t version) {
        return kitchen.foods().records().remove(kitchen.transaction(), id, version);
    };

    CHECK(remove(flour, 2).error().code == "store.changed_meanwhile");
    CHECK(remove(flour, 1));
    CHECK(remove(flour, 1).error().code == "store.removed_meanwhile");
    CHECK(remove(rice, 1).error().code == "store.in_use");  // last: PostgreSQL takes nothing more
                                                            // in this transaction
}

TEST_CASE("a removed id is never given again", "[store][entity_store]") {
    const test::EachStore store;
    Kitchen kitchen{store};
    const std::int64_t first = kitchen.add(food("101", "大米"));
    REQUIRE(kitchen.foods().records().remove(kitchen.transaction(), first, 1));

    CHECK(kitchen.add(food("102", "面粉")) > first);
}

TEST_CASE("pages follow the key without a gap or a repetition", "[store][entity_store]") {
    const test::EachStore store;
    Kitchen kitchen{store};
    for (int number = 109; number > 99; --number)
        kitchen.add(food(std::to_string(number), "food " + std::to_string(number)));
    const EntityStore<Food> foods = kitchen.foods();

    const Page first = foods.records().page("", "", 4);
    const Page second = foods.records().page("", first.next, 4);
    const Page third = foods.records().page("", second.next, 4);

    CHECK(names_of(first) == Names{"food 100", "food 101", "food 102", "food 103"});
    CHECK(names_of(second) == Names{"food 104", "food 105", "food 106", "food 107"});
    CHECK(names_of(third) == Names{"food 108", "food 109"});
    CHECK(third.next.empty());
    CHECK(foods.records().page("", "", 10).next.empty());
    CHECK(foods.all().size() == 10);
    CHECK(foods.records().page("", "no place", 4).rows.empty());
    CHECK(foods.records().page("", R"(["101"])", 4).rows.empty());
}

TEST_CASE("a list is searched by parts, by pinyin initials and by the beginning of the key",
          "[store][entity_store]") {
    const test::EachStore store;
    Kitchen kitchen{store};
    kitchen.add(food("101", "东北大米"));
    kitchen.add(food("102", "小米"));
    kitchen.add(food("201", "Olive oil 5%"));
    const EntityStore<Food> foods = kitchen.foods();
    const auto found = [&](const char* search) {
        return names_of(foods.records().page(search, "", 10));
    };

    CHECK(found("大米") == Names{"东北大米"});
    CHECK(found("米") == Names{"东北大米", "小米"});
    CHECK(found("dbdm") == Names{"东北大米"});
    CHECK(found("XM") == Names{"小米"});
    CHECK(found("10") == Names{"东北大米", "小米"});
    CHECK(found("01").empty());
    CHECK(found("OIL") == Names{"Olive oil 5%"});
    CHECK(found("5%") == Names{"Olive oil 5%"});
    CHECK(found("%").size() == 1);
    CHECK(found("_").empty());
    CHECK(found("' OR 1=1 --").empty());
}

TEST_CASE("codes are listed as one counts, page by page", "[store][entity_store]") {
    const test::EachStore store;
    Kitchen kitchen{store};
    for (const char* code : {"10", "2", "1", "11", "9"}) kitchen.add(food(code, code));

    const EntityStore<Food> foods = kitchen.foods();
    const RecordStore& records = foods.records();
    const Page first = records.page("", "", 3);
    CHECK(names_of(first) == Names{"1", "2", "9"});
    CHECK(names_of(records.page("", first.next, 3)) == Names{"10", "11"});
}

TEST_CASE("where the key is a searchable text, lists are in Chinese order page by page",
          "[store][entity_store]") {
    const test::EachStore store;
    Kitchen kitchen{store};
    // Pinyin: bai cai, da mi, mian fen, xiao mi; by code point it would be another order.
    for (const char* name : {"面粉", "小米", "白菜", "大米"}) kitchen.add(food(name, name));
    EntityInfo by_name = food_entity().info();
    by_name.key = {"name"};
    const RecordStore records{by_name, kitchen.transaction(), Scope::of("room", 1)};

    const Page first = records.page("", "", 3);
    const Page second = records.page("", first.next, 3);

    CHECK(names_of(first) == Names{"白菜", "大米", "面粉"});
    CHECK(names_of(second) == Names{"小米"});
}

TEST_CASE("sort keys of another collation are renewed by the next save", "[store][entity_store]") {
    const test::EachStore store;
    Kitchen kitchen{store};
    const std::int64_t id = kitchen.add(food("101", "大米"));
    Connection& connection = kitchen.transaction().connection();
    const auto key = [&] {
        Bytes bytes;
        connection.run("SELECT name_sort FROM shop_food WHERE id = ?", {id}, [&](const Row& row) {
            bytes.assign(row.bytes(0).begin(), row.bytes(0).end());
        });
        return bytes;
    };
    const Bytes made_now = key();
    connection.run("UPDATE zf_search_key SET made_by = 'zh 1'");
    connection.run("UPDATE shop_food SET name_sort = ?", {Bytes{std::byte{1}}});

    kitchen.add(food("102", "面粉"));

    CHECK(key() == made_now);
    CHECK(text_of(kitchen.transaction(), "SELECT made_by FROM zf_search_key") != "zh 1");
}
