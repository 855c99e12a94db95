#include "support/catch.h"
#include "support/fresh_workspace.h"
#include "zhangfang/access/operator_store.h"

using namespace zf;

namespace {

const Stamp stamp{.operator_id = 1, .now = "2026-03-01T08:00:00Z"};
constexpr std::string_view password = "伙食账目清楚明白";

// An instant that many seconds after eight o'clock.
std::string at(int seconds) {
    const int minutes = seconds / 60;
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return "2026-03-01T" + two(8 + minutes / 60) + ":" + two(minutes % 60) + ":" +
           two(seconds % 60) + "Z";
}

// One operator 司务长 with a password. Hashing takes a tenth of a second by design, so that most
// tests here run on one store.
class Office {
public:
    explicit Office(StoreKind kind = StoreKind::sqlite) : fresh_{kind} {
        Transaction transaction{fresh_.writer()};
        const OperatorStore operators{transaction};
        id_ = operators.add(transaction, {.login = "shiwu", .name = "司务长"}, stamp)->id;
        REQUIRE_FALSE(operators.set_password(transaction, id_, password, stamp));
        transaction.commit();
    }

    Connection& connection() { return fresh_.writer(); }
    Id<Operator> id() const { return id_; }

    // The code of the refusal, or "in".
    std::string sign_in(std::string_view login, std::string_view typed, int second,
                        std::string_view station = "desk") {
        Transaction transaction{connection()};
        const auto signed_in = OperatorStore{transaction}.sign_in(transaction, login, typed,
                                                                  station, at(second));
        transaction.commit();
        return signed_in ? "in" : signed_in.error().code;
    }

private:
    test::FreshWorkspace fresh_;
    Id<Operator> id_;
};

std::string code_of(const std::optional<Problem>& problem) {
    return problem ? problem->code : "";
}

}  // namespace

TEST_CASE("the right password opens, any other does not", "[access]") {
    const test::EachStore store;
    Office office{store};

    CHECK(office.sign_in("shiwu", password, 0) == "in");
    CHECK(office.sign_in("SHIWU", password, 0) == "in");
    CHECK(office.sign_in("shiwu", "", 0) == "operator.wrong_password");
    CHECK(office.sign_in("nobody", password, 0) == "operator.wrong_password");
}

TEST_CASE("an operator without a password, or switched off, cannot sign in", "[access]") {
    Office office;
    {
        Transaction transaction{office.connection()};
        const OperatorStore operators{transaction};
        REQUIRE(operators.add(transaction, {.login = "new", .name = "新人"}, stamp));
        Operator off = *operators.get(office.id());
        off.is_enabled = false;
        REQUIRE(operators.save(transaction, off, stamp));
        transaction.commit();
    }

    CHECK(office.sign_in("new", "", 0) == "operator.wrong_password");
    CHECK(office.sign_in("shiwu", password, 0) == "operator.wrong_password");
}

TEST_CASE("after three wrong passwords one waits, after five the login is locked for 15 minutes",
          "[access]") {
    const test::EachStore store;
    Office office{store};
    const std::string login = GENERATE("shiwu", "nobody");  // a known and an unknown name are
                                                            // answered alike

    CHECK(office.sign_in(login, "wrong", 0) == "operator.wrong_password");
    CHECK(office.sign_in(login, "wrong", 0) == "operator.wrong_password");
    CHECK(office.sign_in(login, "wrong", 10) == "operator.wrong_password");
    CHECK(office.sign_in(login, password, 10) == "operator.wait");  // 1 s from the third
    CHECK(office.sign_in(login, "wrong", 11) == "operator.wrong_password");
    CHECK(office.sign_in(login, password, 12) == "operator.wait");   // 2 s from the fourth
    CHECK(office.sign_in(login, "wrong", 13) == "operator.locked");  // the fifth
    CHECK(office.sign_in(login, password, 13 + 15 * 60 - 1) == "operator.locked");
    const std::string expected = login == "shiwu" ? "in" : "operator.wrong_password";
    CHECK(office.sign_in(login, password, 13 + 15 * 60) == expected);
}

TEST_CASE("a wait and a lock say how long they last", "[access]") {
    Office office;
    for (const int second : {0, 0, 0, 1}) office.sign_in("shiwu", "wrong", second);
    Transaction transaction{office.connection()};
    const OperatorStore operators{transaction};

    const auto waits = operators.sign_in(transaction, "shiwu", password, "desk", at(1));
    CHECK(waits.error().text.arguments == std::vector<Argument>{std::int64_t{2}});
    REQUIRE_FALSE(operators.sign_in(transaction, "shiwu", "wrong", "desk", at(3)));
    const auto locked = operators.sign_in(transaction, "shiwu", password, "desk", at(4));
    CHECK(locked.error().text.arguments == std::vector<Argument>{std::int64_t{15}});
}

TEST_CASE("the right password forgets the wrong ones before it", "[access]") {
    Office office;
    office.sign_in("shiwu", "wrong", 0);
    office.sign_in("shiwu", "wrong", 0);
    REQUIRE(office.sign_in("shiwu", password, 0) == "in");

    CHECK(office.sign_in("shiwu", "wrong", 0) == "operator.wrong_password");
    CHECK(office.sign_in("shiwu", "wrong", 0) == "operator.wrong_password");
    CHECK(office.sign_in("shiwu", password, 0) == "in");
}

TEST_CASE("wrong passwords of long ago do not count", "[access]") {
    Office office;
    for (const int second : {0, 0, 0, 5}) office.sign_in("shiwu", "wrong", second);

    CHECK(office.sign_in("shiwu", "wrong", 15 * 60) == "operator.wrong_password");  // counts as the
                                                                                    // first again
    CHECK(office.sign_in("shiwu", password, 15 * 60) == "in");
}

TEST_CASE("a clock set back lengthens no lock", "[access]") {
    Office office;
    for (const int second : {7200, 7200, 7200, 7205, 7210})
        office.sign_in("shiwu", "wrong", second);
    REQUIRE(office.sign_in("shiwu", password, 7211) == "operator.locked");

    CHECK(office.sign_in("shiwu", password, 0) == "operator.locked");
    CHECK(office.sign_in("shiwu", password, 15 * 60) == "in");
}

TEST_CASE("a station that tries twenty names is locked for all of them", "[access]") {
    Office office;
    for (int number = 0; number < 19; ++number)
        office.sign_in("name" + std::to_string(number), "wrong", 0);
    CHECK(office.sign_in("shiwu", password, 0) == "in");
    office.sign_in("name19", "wrong", 0);

    CHECK(office.sign_in("shiwu", password, 1) == "operator.locked");
    CHECK(office.sign_in("shiwu", password, 1, "other desk") == "in");
}

TEST_CASE("an administrator can unlock a login and its security code", "[access]") {
    Office office;
    for (const int second : {0, 0, 0, 5, 10}) office.sign_in("shiwu", "wrong", second);
    REQUIRE(office.sign_in("shiwu", password, 11) == "operator.locked");
    {
        Transaction transaction{office.connection()};
        OperatorStore{transaction}.unlock(transaction, office.id());
        transaction.commit();
    }

    CHECK(office.sign_in("shiwu", password, 11) == "in");
}

TEST_CASE("a password is long enough, not common, and not the name", "[access]") {
    Office office;
    Transaction transaction{office.connection()};
    const OperatorStore operators{transaction};
    const auto code = [&](std::string_view typed) {
        return code_of(operators.set_password(transaction, office.id(), typed, stamp));
    };

    CHECK(code("七个字的密码") == "operator.password_short");
    CHECK(code("xq7-w2p") == "operator.password_short");
    CHECK(code("xq7-w2pk").empty());
    CHECK(code(std::string(129, 'x') + "y") == "operator.password_long");
    CHECK(code("Password123") == "operator.password_common");
    CHECK(code("5201314520") == "operator.password_common");
    CHECK(code("77777777777") == "operator.password_common");
    CHECK(code("fedcbA987").empty());
    CHECK(code("98765432") == "operator.password_common");
    CHECK(code("hijklmnop") == "operator.password_common");
    CHECK(code("my-SHIWU-2026") == "operator.password_like_login");
    CHECK(code("司务长的密码本子") == "operator.password_like_login");
}

TEST_CASE("who reviews or administers needs ten characters", "[access]") {
    Office office;
    Transaction transaction{office.connection()};
    const OperatorStore operators{transaction};
    const std::string permission = GENERATE("bk.review", "zf.operators");

    operators.set_grants(transaction, office.id(), {{permission, "book:3"}}, stamp);

    CHECK(code_of(operators.set_password(transaction, office.id(), "xq7-w2pkv", stamp)) ==
          "operator.password_short");
    CHECK(code_of(operators.set_password(transaction, office.id(), "xq7-w2pkv9", stamp)).empty());
}

TEST_CASE("password and security code differ", "[access]") {
    Office office;
    Transaction transaction{office.connection()};
    const OperatorStore operators{transaction};
    const auto set_code = [&](std::string_view typed) {
        return code_of(operators.set_security_code(transaction, office.id(), typed, stamp));
    };

    CHECK(set_code("7391") == "operator.code_short");
    CHECK(set_code(password) == "operator.code_like_password");
    CHECK(set_code(std::string(129, '7')) == "operator.code_long");
    CHECK_FALSE(operators.has_security_code(office.id()));
    CHECK(set_code("73915-xq").empty());
    CHECK(operators.has_security_code(office.id()));
    CHECK(code_of(operators.set_password(transaction, office.id(), "73915-xq", stamp)) ==
          "operator.password_like_code");
}

TEST_CASE("a security code is checked with the lock-out of passwords", "[access]") {
    const test::EachStore store;
    Office office{store};
    Transaction transaction{office.connection()};
    const OperatorStore operators{transaction};
    const auto check = [&](std::string_view typed, int second) {
        return code_of(operators.check_security_code(transaction, office.id(), typed, at(second)));
    };

    CHECK(check("73915", 0) == "operator.no_security_code");
    REQUIRE_FALSE(operators.set_security_code(transaction, office.id(), "73915", stamp));
    CHECK(check("73915", 0).empty());
    for (const int second : {0, 0, 0, 5})
        CHECK(check("00000", second) == "operator.wrong_security_code");
    CHECK(check("73915", 6) == "operator.wait");
    CHECK(check("00000", 7) == "operator.locked");
    CHECK(check("73915", 8) == "operator.locked");
    CHECK(check("73915", 7 + 15 * 60).empty());
}

TEST_CASE("a password hashed with less effort is hashed anew when it opens", "[access]") {
    Office office;
    // Argon2id of "old-password-9" with 8 MiB and one pass.
    office.connection().run("UPDATE zf_operator SET password_hash = ?",
                            {"$argon2id$v=19$m=8192,t=1,p=1$Tq5FatRvG+cK3gPU5bGXaw"
                             "$SYCxbeCcXqCmXsE7T51XoSXN/dzXFRFstzgmu1XVZ+c"});

    CHECK(office.sign_in("shiwu", "old-password-9", 0) == "in");

    std::string stored;
    office.connection().run("SELECT password_hash FROM zf_operator", {},
                            [&](const Row& row) { stored = row.text(0); });
    CHECK(stored.starts_with("$argon2id$v=19$m=65536,t=3,p=1$"));
    CHECK(office.sign_in("shiwu", "old-password-9", 0) == "in");
}

TEST_CASE("failed tries keep neither logins nor stations in clear", "[access]") {
    const test::EachStore store;
    Office office{store};
    office.sign_in("my-secret-typed-into-the-wrong-box", "x", 0, "desk-in-room-5");

    std::string kept;
    office.connection().run("SELECT subject FROM zf_failed_try", {},
                            [&](const Row& row) { kept += std::string{row.text(0)} + "\n"; });

    CHECK(kept.find("secret") == std::string::npos);
    CHECK(kept.find("desk") == std::string::npos);
    CHECK(kept.find("login ") != std::string::npos);
    CHECK(kept.find("station ") != std::string::npos);
}
