#include "zhangfang/access/session.h"

#include "support/catch.h"

using namespace zf;

static Session session_with(std::vector<Grant> grants) {
    return {"1", Operator{.id = {7}, .login = "shiwu", .name = "司务长"}, std::move(grants)};
}

TEST_CASE("a right for the workspace opens every book, a right for a book only that one",
          "[access]") {
    const Session session = session_with({{"bk.read", ""}, {"bk.enter", "book:3"}});

    CHECK(session.may("bk.read", "book:3"));
    CHECK(session.may("bk.read", "book:4"));
    CHECK(session.may("bk.read"));
    CHECK(session.may("bk.enter", "book:3"));
    CHECK_FALSE(session.may("bk.enter", "book:4"));
    CHECK_FALSE(session.may("bk.enter", "book:30"));
    CHECK_FALSE(session.may("bk.enter"));
    CHECK(session.may_somewhere("bk.enter"));
}

TEST_CASE("nothing is granted by default, nor by a part of a name", "[access]") {
    const Session session = session_with({{"bk.enter", ""}});

    CHECK_FALSE(session.may("bk.post", "book:3"));
    CHECK_FALSE(session.may("bk", "book:3"));
    CHECK_FALSE(session.may("bk.enter_all", "book:3"));
    CHECK_FALSE(session.may_somewhere("bk.post"));
}

TEST_CASE("what was granted for the book itself counts before what holds everywhere", "[access]") {
    const Session session = session_with(
        {{"bk.enter", "", Whose::all}, {"bk.enter", "book:3", Whose::own, Money::fen(50000)}});

    CHECK(session.grant_for("bk.enter", "book:3")->whose == Whose::own);
    CHECK(session.grant_for("bk.enter", "book:3")->up_to == Money::fen(50000));
    CHECK(session.grant_for("bk.enter", "book:4")->whose == Whose::all);
    CHECK(session.grant_for("bk.post", "book:4") == nullptr);
}
