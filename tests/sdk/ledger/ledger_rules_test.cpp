#include <algorithm>

#include "support/catch.h"
#include "zhangfang/ledger/account_tree.h"
#include "zhangfang/ledger/canonical_content.h"
#include "zhangfang/ledger/numbering.h"
#include "zhangfang/ledger/posting.h"
#include "zhangfang/ledger/reversal.h"
#include "zhangfang/ledger/store/content_hash.h"
#include "zhangfang/ledger/voucher_lifecycle.h"
#include "zhangfang/ledger/year_end.h"

using namespace zf;

namespace {

Voucher purchase_on_the_12th() {
    return {.id = {6},
            .book = {1},
            .period = {2008, 1},
            .date = Date{2008, 1, 12},
            .number = 6,
            .attachments = 3,
            .state = VoucherState::posted,
            .prepared_by = 1,
            .entries = {{.summary = "购买\"猪肉\"\n牛肉",
                         .account = {3},
                         .side = Side::debit,
                         .amount = Amount::minor(834780),
                         .measure = {1},
                         .dimensions = {{"flow", "food"}}},
                        {.summary = "购买鸡蛋",
                         .account = {1},
                         .side = Side::credit,
                         .amount = Amount::minor(834780),
                         .measure = {1}}}};
}

}  // namespace

TEST_CASE("A period is written as year and number, 13 being the year end", "[ledger]") {
    CHECK(PeriodKey::parse("2008-01").value() == PeriodKey{2008, 1});
    CHECK(PeriodKey::parse("2008-13").value() == PeriodKey{2008, 13});
    CHECK_FALSE(PeriodKey::parse("2008-14"));
    CHECK_FALSE(PeriodKey::parse("2008-00"));
    CHECK(PeriodKey{2008, 13}.text() == "2008-13");
    CHECK(PeriodKey{2008, 13}.first_day() == Date{2008, 12, 31});
    CHECK(PeriodKey{2008, 12}.next() == PeriodKey{2009, 1});
    CHECK(PeriodKey{2008, 13}.next() == PeriodKey{2009, 1});
    CHECK(PeriodKey{2008, 13}.previous() == PeriodKey{2008, 12});
    CHECK(PeriodKey{2008, 1}.previous() == PeriodKey{2007, 12});
}

TEST_CASE("Codes grow by their levels", "[ledger]") {
    const std::vector<int> levels = *code_levels_of("4-2-2");
    CHECK(level_of("1002", levels) == 1);
    CHECK(level_of("100201", levels) == 2);
    CHECK_FALSE(level_of("10020", levels));
    CHECK_FALSE(level_of("1002010101", levels));
    CHECK_FALSE(level_of("100A", levels));
    CHECK(parent_code("10020103", levels) == "100201");
    CHECK(parent_code("1002", levels).empty());
    CHECK_FALSE(code_levels_of("4-0"));
    CHECK_FALSE(code_levels_of("four"));
    CHECK_FALSE(code_levels_of(""));
}

TEST_CASE("A parent is the sum of what lies below it", "[ledger]") {
    std::vector<Account> accounts{{.id = {3}, .code = "1002", .is_leaf = true},
                                  {.id = {1}, .code = "100201", .parent = {3}},
                                  {.id = {2}, .code = "10020101", .parent = {1}},
                                  {.id = {4}, .code = "100202", .parent = {3}}};
    derive_tree(accounts);
    CHECK(accounts[0].level == 1);
    CHECK_FALSE(accounts[0].is_leaf);
    CHECK(accounts[2].code == "10020101");
    CHECK(accounts[2].level == 3);
    CHECK(accounts[2].is_leaf);

    std::vector<AccountBalance> rows;
    for (const Account& account : accounts) rows.push_back({.account = account});
    rows[2].debit = rows[2].closing = Amount::minor(500);
    rows[3].credit = Amount::minor(700);
    rows[3].closing = Amount::minor(-700);

    const std::vector<AccountBalance> rolled = rolled_up(rows);

    // 500 debit and 700 credit below: turnovers stay apart, the balance is the net.
    CHECK(rolled[0].debit == Amount::minor(500));
    CHECK(rolled[0].credit == Amount::minor(700));
    CHECK(rolled[0].closing == Amount::minor(-200));
    CHECK(rolled[1].closing == Amount::minor(500));
    const TrialTotals totals = trial_totals(rolled);
    CHECK(totals.closing_credit == Amount::minor(200));
    CHECK_FALSE(totals.is_balanced());
}

TEST_CASE("Gaps are the numbers missing below the highest", "[ledger]") {
    const PeriodKey period{2008, 1};
    CHECK(gaps_in(period, "记", {1, 2, 3}).empty());
    CHECK(gaps_in(period, "记", {}).empty());
    CHECK(gaps_in(period, "记", {2, 3, 6}) ==
          std::vector<NumberGap>{{period, "记", 1, 1}, {period, "记", 4, 5}});
}

TEST_CASE("Renumbering closes gaps, follows dates or the numbers typed", "[ledger]") {
    const std::vector<NumberedVoucher> vouchers{
        {.id = {10}, .number = 1, .date = Date{2008, 1, 5}},
        {.id = {11}, .number = 3, .date = Date{2008, 1, 3}},
        {.id = {12}, .number = 4, .date = Date{2008, 1, 5}}};
    CHECK(renumber_plan(vouchers, RenumberMode::close_gaps).changes ==
          std::vector<NumberChange>{{{11}, 3, 2}, {{12}, 4, 3}});
    CHECK(renumber_plan(vouchers, RenumberMode::by_date).changes ==
          std::vector<NumberChange>{{{11}, 3, 1}, {{10}, 1, 2}, {{12}, 4, 3}});
    CHECK(renumber_plan(vouchers, {{10, 3}, {11, 1}}).value().changes ==
          std::vector<NumberChange>{{{10}, 1, 3}, {{11}, 3, 1}});
    CHECK(renumber_plan(vouchers, {{10, 4}}).error().code == "ledger.renumber.twice");
    CHECK(renumber_plan(vouchers, {{10, 0}}).error().code == "ledger.renumber.not_positive");
    CHECK(renumber_plan(vouchers, {{99, 7}}).error().code == "ledger.renumber.unknown");
}

TEST_CASE("A red voucher repeats every line with its amount reversed and cites the voucher",
          "[ledger]") {
    const Voucher red = reversal_of(purchase_on_the_12th(), {}, Date{2008, 1, 31});

    CHECK(red.entries[0].summary == "冲销1月12日记-6号凭证");
    CHECK(red.entries[0].side == Side::debit);
    CHECK(red.entries[0].amount == Amount::minor(-834780));
    CHECK(red.entries[0].dimensions == purchase_on_the_12th().entries[0].dimensions);
    CHECK(red.attachments == 0);
    CHECK(red.reverses == Id<Voucher>{6});
    CHECK(red.period == PeriodKey{2008, 1});
    CHECK(imbalances_of(red).empty());
    CHECK(reversal_summary(purchase_on_the_12th(), "注销", 4) == "注销1月12日记-0006号凭证");
}

TEST_CASE("Only a voucher of this year is reversed, and only once", "[ledger]") {
    const Voucher voucher = purchase_on_the_12th();
    CHECK_FALSE(why_not_reversed(voucher, false, Date{2008, 1, 12}));
    CHECK(why_not_reversed(voucher, true, Date{2008, 1, 31})->code ==
          "ledger.voucher.already_reversed");
    CHECK(why_not_reversed(voucher, false, Date{2008, 1, 11})->code ==
          "ledger.voucher.reversal_before");
    CHECK(why_not_reversed(voucher, false, Date{2009, 1, 1})->code ==
          "ledger.voucher.earlier_year");
}

TEST_CASE("Posting adds each line to its cell and to its day", "[ledger]") {
    Voucher voucher = purchase_on_the_12th();
    voucher.entries.push_back({.summary = "找零",
                               .account = {1},
                               .side = Side::debit,
                               .amount = Amount::minor(-20),
                               .measure = {1}});

    const Deltas deltas = deltas_of(voucher, {7, 0, 0});

    REQUIRE(deltas.balances.size() == 2);
    CHECK(deltas.balances[0].key == BalanceKey{1, 0, "", 1, 2008, 1});
    CHECK(deltas.balances[0].turnover ==
          Turnover{.debit = Amount::minor(-20), .credit = Amount::minor(834780)});
    CHECK(deltas.balances[1].key.tuple == 7);
    REQUIRE(deltas.days.size() == 2);
    CHECK(deltas.days[0].lines == 2);
    CHECK(deltas.days[0].debit == Amount::minor(-20));
}

TEST_CASE("The canonical content sorts its keys and hashes without state", "[ledger]") {
    Voucher voucher = purchase_on_the_12th();
    CHECK(canonical_content(voucher) ==
          R"({"attachments":3,"book":1,"date":"2008-01-12","entries":[{"account":3,)"
          R"("amount":834780,"dimensions":{"flow":"food"},"measure":1,"side":"debit",)"
          R"("summary":"购买\"猪肉\"\u000a牛肉"},{"account":1,"amount":834780,"measure":1,)"
          R"("side":"credit","summary":"购买鸡蛋"}],"number":6,"origin":"manual",)"
          R"("origin_reference":"","period":"2008-01","prepared_by":1,"reference":"",)"
          R"("remark":"","word":"记"})");
    const ContentHash hash = content_hash(voucher);
    voucher.state = VoucherState::entered;
    voucher.reviewed_by = 2;
    voucher.id = {99};
    CHECK(content_hash(voucher) == hash);
    voucher.entries[1].amount = Amount::minor(834781);
    CHECK(content_hash(voucher) != hash);
}

TEST_CASE("A set of 10,001 rows is two chunks", "[ledger]") {
    ChunkDigest digest{"zf_voucher"};
    for (std::int64_t key = 1; key <= ChunkDigest::rows_max + 1; ++key)
        digest.add(key, ContentHash{}, "entered");

    const std::vector<TouchedChunk> chunks = digest.finish();

    REQUIRE(chunks.size() == 2);
    CHECK(chunks[0].count == 10'000);
    CHECK(chunks[0].last_key == 10'000);
    CHECK(chunks[1].first_key == 10'001);
    // SHA-256 over 00…2711, 32 zero bytes and "entered".
    const std::string row = std::string("\0\0\0\0\0\0\x27\x11", 8) + std::string(32, '\0') +
                            "entered";
    CHECK(chunks[1].digest == crypto::hex(crypto::sha256(row)));
}

TEST_CASE("The closing hash chains the period before to the vouchers of this one", "[ledger]") {
    CloseHash first{""};
    first.add(ContentHash{});
    const std::string hash = first.finish();
    CHECK(hash == crypto::hex(crypto::sha256(std::string(64, '\0'))));
    CloseHash second{hash};
    CHECK(second.finish() != hash);
}

TEST_CASE("The year-end voucher puts every balance on its other side", "[ledger]") {
    const Book book{.id = {1}};
    const Voucher voucher = year_carry_voucher(
        book, 2008,
        {{.account = {1}, .code = "101", .balance = Amount::minor(304040)},
         {.account = {2}, .code = "102", .balance = Amount::minor(2754310)},
         {.account = {3}, .code = "401", .balance = Amount::minor(-3058350)},
         {.account = {4}, .code = "402", .balance = {}}},
        "结转下年");
    REQUIRE(voucher.entries.size() == 3);
    CHECK(voucher.entries[0].account == Id<Account>{3});
    CHECK(voucher.entries[0].side == Side::debit);
    CHECK(voucher.entries[0].amount == Amount::minor(3058350));
    CHECK(voucher.entries[2].side == Side::credit);
    CHECK(imbalances_of(voucher).empty());
    CHECK(voucher.period == PeriodKey{2008, 13});
}

TEST_CASE("Every state of a voucher is reached, and posted ones only go back to reviewed",
          "[ledger]") {
    const auto& lifecycle = voucher_lifecycle();
    for (const auto& name : EnumNames<VoucherState>::names) {
        const bool reached = name.value == lifecycle.start ||
                             std::any_of(lifecycle.moves.begin(), lifecycle.moves.end(),
                                         [&](const auto& move) { return move.to == name.value; });
        CHECK(reached);
    }
    for (const auto& name : EnumNames<VoucherState>::names)
        CHECK(lifecycle.allows(VoucherState::posted, name.value) ==
              (name.value == VoucherState::reviewed || name.value == VoucherState::posted));
    CHECK(lifecycle.why_not(VoucherState::reviewed, "bk.voucher.amend")->code ==
          "ledger.voucher.state");
}
