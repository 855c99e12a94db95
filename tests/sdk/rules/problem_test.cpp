#include "zhangfang/rules/problem.h"

#include "support/catch.h"

using namespace zf;

static Problem problem(const char* code, Level level) {
    return {.code = code, .level = level};
}

TEST_CASE("notices pass, errors and fatal findings refuse", "[rules][problem]") {
    CHECK_FALSE(refuses(Problems{}, {}));
    CHECK_FALSE(refuses({problem("bk.voucher.duplicate", Level::notice)}, {}));
    CHECK(refuses({problem("bk.voucher.unbalanced", Level::error)}, {}));
    CHECK(refuses({problem("bk.voucher.broken", Level::fatal)}, {}));
    CHECK(refuses({problem("bk.a", Level::notice), problem("bk.b", Level::error)}, {}));
}

TEST_CASE("only an alert can be acknowledged, and only by its own code", "[rules][problem]") {
    const Problems alert{problem("bk.voucher.no_attachment", Level::alert)};
    const Problems error{problem("bk.voucher.unbalanced", Level::error)};

    CHECK(refuses(alert, {}));
    CHECK(refuses(alert, {"bk.voucher.unbalanced"}));
    CHECK_FALSE(refuses(alert, {"bk.voucher.duplicate", "bk.voucher.no_attachment"}));
    CHECK(refuses(error, {"bk.voucher.unbalanced"}));
}

TEST_CASE("the gravest finding is read first, the earliest among equals", "[rules][problem]") {
    const Problems problems{problem("bk.notice", Level::notice), problem("bk.first", Level::error),
                            problem("bk.second", Level::error), problem("bk.alert", Level::alert)};

    CHECK(gravest(problems).code == "bk.first");
    CHECK_THROWS_AS(gravest({}), ProgramFault);
}
