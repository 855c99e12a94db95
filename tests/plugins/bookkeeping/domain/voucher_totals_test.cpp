#include "domain/voucher_totals.h"

#include "support/catch.h"

using namespace zf;
using namespace zf::bookkeeping;

static AccountList chart() {
    return {{{.id = {1}, .code = "101", .name = "库存现金"},
             {.id = {2}, .code = "102", .name = "银行存款"},
             {.id = {3}, .code = "10201", .name = "农行", .parent = {2}, .level = 2}}};
}

static Voucher voucher(int number, unsigned day, std::int64_t yuan, int attachments) {
    const Amount amount = Amount::minor(yuan * 100);
    return {.date = Date{2008, 1, day},
            .number = number,
            .attachments = attachments,
            .entries = {{.account = {1}, .side = Side::debit, .amount = amount},
                        {.account = {3}, .side = Side::credit, .amount = amount}}};
}

TEST_CASE("vouchers are added up by account, side and papers", "[bk][voucher_totals]") {
    VoucherTotals totals;
    totals.add(voucher(3, 9, 100, 2));
    totals.add(voucher(1, 5, 40, 1));
    totals.add(voucher(4, 31, -40, 0));  // red: reduces both sides

    CHECK(totals.by_account().at({1}) == VoucherTotals::Turnover{Amount::minor(10000), {}});
    CHECK(totals.by_account().at({3}) == VoucherTotals::Turnover{{}, Amount::minor(10000)});
    CHECK(totals.vouchers() == 3);
    CHECK(totals.attachments() == 3);
    CHECK(totals.first_date() == Date{2008, 1, 5});
    CHECK(totals.last_date() == Date{2008, 1, 31});
    CHECK(spans_text(totals.words()) == "记-1～4");
}

TEST_CASE("a voided voucher counts as a number and moves nothing", "[bk][voucher_totals]") {
    VoucherTotals totals;
    Voucher voided = voucher(2, 5, 40, 3);
    voided.state = VoucherState::voided;
    totals.add(voided);

    CHECK(totals.vouchers() == 1);
    CHECK(totals.voided() == 1);
    CHECK(totals.attachments() == 0);
    CHECK(totals.by_account().empty());
    CHECK(spans_text(totals.words()) == "记-2");
}

TEST_CASE("a summary holds what lies below an account, down to the level asked for",
          "[bk][voucher_totals]") {
    VoucherTotals totals;
    totals.add(voucher(1, 5, 40, 1));

    const auto first_level = summary_rows(totals, chart(), 1);
    REQUIRE(first_level.size() == 2);
    CHECK(first_level[1].account.code == "102");
    CHECK(first_level[1].turnover.credit == Amount::minor(4000));

    const auto all = summary_rows(totals, chart(), 0);
    REQUIRE(all.size() == 3);
    CHECK(all[2].account.code == "10201");
    CHECK(all[2].turnover == all[1].turnover);
}
