#include "zhangfang/access/operator_store.h"

#include "support/catch.h"
#include "support/fresh_workspace.h"

using namespace zf;

static const Stamp stamp{.operator_id = 1, .now = "2026-03-01T08:00:00Z"};

static Operator person(std::string login, std::string name) {
    return {.login = std::move(login), .name = std::move(name)};
}

TEST_CASE("an operator is found by the login in any spelling of its letters", "[access]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store};
    Transaction transaction{fresh.writer()};
    const OperatorStore operators{transaction};

    const auto added = operators.add(transaction, person(" Admin ", "王主管"), stamp);

    REQUIRE(added);
    CHECK(added->login == "Admin");
    CHECK(added->person == added->id.value);
    CHECK(added->is_enabled);
    CHECK(added->version == 1);
    CHECK(operators.by_login("ADMIN")->id == added->id);
    CHECK(operators.get(added->id)->name == "王主管");
    CHECK_FALSE(operators.by_login("adm"));
    CHECK_FALSE(operators.has_password(added->id));
    CHECK(operators.all().size() == 1);
}

TEST_CASE("a login belongs to one operator", "[access]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store};
    Transaction transaction{fresh.writer()};
    const OperatorStore operators{transaction};
    const Operator first = *operators.add(transaction, person("admin", "王主管"), stamp);
    Operator second = *operators.add(transaction, person("shiwu", "司务长"), stamp);

    CHECK(operators.add(transaction, person("ADMIN", "李"), stamp).error().code ==
          "operator.login_taken");
    CHECK(operators.add(transaction, person(" ", "李"), stamp).error().code ==
          "operator.login_missing");
    CHECK(operators.add(transaction, person("li", ""), stamp).error().code ==
          "operator.name_missing");
    second.login = "Admin";
    CHECK(operators.save(transaction, second, stamp).error().code == "operator.login_taken");
    Operator renamed = first;
    renamed.login = "ADMIN";
    CHECK(operators.save(transaction, renamed, stamp)->login == "ADMIN");
}

TEST_CASE("an operator changed meanwhile is not overwritten, and who did it is named", "[access]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store};
    Transaction transaction{fresh.writer()};
    const OperatorStore operators{transaction};
    const Operator first = *operators.add(transaction, person("admin", "王主管"), stamp);
    Operator changed = first;
    changed.name = "王主任";
    const auto saved = operators.save(
        transaction, changed, {.operator_id = first.id.value, .now = "2026-03-02T09:00:00Z"});
    REQUIRE(saved);
    CHECK(saved->version == 2);

    const auto late = operators.save(transaction, changed, stamp);

    REQUIRE_FALSE(late);
    CHECK(late.error().code == "store.changed_meanwhile");
    CHECK(late.error().text.arguments ==
          std::vector<Argument>{std::string{"王主任"}, std::string{"2026-03-02T09:00:00Z"}});
}

TEST_CASE("grants come back as they were given, and replace those before", "[access]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store};
    Transaction transaction{fresh.writer()};
    const OperatorStore operators{transaction};
    const Id<Operator> id = operators.add(transaction, person("shiwu", "司务长"), stamp)->id;

    operators.set_grants(transaction, id, {{"bk.read", ""}, {"bk.post", "book:3"}}, stamp);
    const std::vector<Grant> given{{"bk.adjust", "book:3", Whose::own, Money::fen(50000)},
                                   {"bk.read", "book:3", Whose::group}};
    operators.set_grants(transaction, id, given, stamp);

    CHECK(operators.grants_of(id) == given);
    CHECK(operators.get(id)->version == 3);
    CHECK(operators.grants_of({99}).empty());
}

TEST_CASE("the hash of an operator changes with everything that is stored of him", "[access]") {
    const test::EachStore store;
    test::FreshWorkspace fresh{store};
    Transaction transaction{fresh.writer()};
    const OperatorStore operators{transaction};
    Operator who = *operators.add(transaction, person("shiwu", "司务长"), stamp);
    std::vector<crypto::Digest> seen{operators.content_hash(who.id)};
    const auto is_new = [&] {
        const crypto::Digest now = operators.content_hash(who.id);
        const bool known = std::find(seen.begin(), seen.end(), now) != seen.end();
        seen.push_back(now);
        return !known;
    };

    CHECK_FALSE(is_new());
    who.name = "王";
    who = *operators.save(transaction, who, stamp);
    CHECK(is_new());
    who.is_enabled = false;
    who = *operators.save(transaction, who, stamp);
    CHECK(is_new());
    operators.set_grants(transaction, who.id, {{"bk.read", "book:3"}}, stamp);
    CHECK(is_new());
    operators.set_grants(transaction, who.id, {{"bk.read", "book:3", Whose::all, Money::fen(1)}},
                         stamp);
    CHECK(is_new());
    REQUIRE_FALSE(operators.set_password(transaction, who.id, "伙食账目清楚明白", stamp));
    CHECK(is_new());
    REQUIRE_FALSE(operators.set_security_code(transaction, who.id, "73915", stamp));
    CHECK(is_new());
}
