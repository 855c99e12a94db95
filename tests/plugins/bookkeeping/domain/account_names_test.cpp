#include "domain/account_names.h"

#include "support/catch.h"

using namespace zf;
using namespace zf::bookkeeping;

static AccountList chart() {
    return {{{.id = {1}, .code = "2221", .name = "应交税费"},
             {.id = {2}, .code = "222101", .name = "应交增值税", .parent = {1}, .level = 2},
             {.id = {3}, .code = "22210101", .name = "进项税额", .parent = {2}, .level = 3},
             {.id = {4}, .code = "101", .name = "库存现金"},
             {.id = {5}, .code = "102", .name = "银行存款"}}};
}

TEST_CASE("an account's full name begins at the top of the chart", "[bk][account_names]") {
    const AccountList accounts = chart();

    CHECK(full_name_of(*accounts.find({3}), accounts) == "应交税费-应交增值税-进项税额");
    CHECK(full_name_of(*accounts.find({4}), accounts) == "库存现金");
}

TEST_CASE("the account column of a voucher has code, full name and items", "[bk][account_names]") {
    const std::vector<DimensionItem> items{{.kind = "flow", .code = "21", .name = "主副食品采购"}};
    const Entry known{.account = {4}, .dimensions = {{"flow", "21"}}};
    const Entry unknown{.account = {4}, .dimensions = {{"flow", "99"}}};

    CHECK(account_text(known, chart(), items) == "101 库存现金〔主副食品采购〕");
    CHECK(account_text(unknown, chart(), items) == "101 库存现金〔99〕");
}

TEST_CASE("three counter accounts are named, further ones are only hinted at",
          "[bk][account_names]") {
    const AccountList accounts = chart();

    CHECK(counter_text({}, accounts).empty());
    CHECK(counter_text({{5}}, accounts) == "银行存款");
    CHECK(counter_text({{4}, {5}, {1}}, accounts) == "库存现金、银行存款、应交税费");
    CHECK(counter_text({{4}, {5}, {1}, {3}}, accounts) == "库存现金、银行存款、应交税费等");
}
