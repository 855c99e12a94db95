#include "zhangfang/ledger/voucher_rules.h"

#include "support/catch.h"

using namespace zf;

namespace {

const Id<Account> cash{1}, bank{2}, mess{3}, parent{4}, old{5}, generated{6};
const Id<Measure> yuan{1};

EntryContext context_of_january() {
    EntryContext context;
    context.accounts = AccountList{{
        {.id = cash, .code = "101", .name = "库存现金", .feature = AccountFeature::cash},
        {.id = bank, .code = "102", .name = "银行存款", .feature = AccountFeature::bank},
        {.id = mess,
         .code = "401",
         .name = "伙食费",
         .dimensions = {{"flow", DimensionUse::analysis, true}}},
        {.id = parent, .code = "501", .name = "支出", .is_leaf = false},
        {.id = old, .code = "502", .name = "停用", .is_enabled = false},
        {.id = generated, .code = "503", .name = "本年利润", .takes_manual_entries = false},
    }};
    context.items = {{.kind = "flow", .code = "food", .name = "买菜"},
                     {.kind = "flow", .code = "old", .name = "停用项目", .is_enabled = false}};
    context.measures = {{.id = yuan, .code = "CNY", .name = "人民币"}};
    context.first_open = {2008, 1};
    context.last_open = {2009, 1};
    context.book.options.summary_length_min = 4;
    return context;
}

// 购买蔬菜: 401 (food) against cash, 100.00.
Voucher purchase() {
    return {.period = {2008, 1},
            .date = Date{2008, 1, 3},
            .attachments = 1,
            .entries = {{.summary = "购买蔬菜",
                         .account = mess,
                         .side = Side::debit,
                         .amount = Amount::minor(10000),
                         .measure = yuan,
                         .dimensions = {{"flow", "food"}}},
                        {.summary = "购买蔬菜",
                         .account = cash,
                         .side = Side::credit,
                         .amount = Amount::minor(10000),
                         .measure = yuan}}};
}

std::vector<std::string> codes_of(const Voucher& voucher,
                                  const EntryContext& context = context_of_january()) {
    std::vector<std::string> codes;
    for (const Problem& problem : problems_of(voucher, context)) codes.push_back(problem.code);
    return codes;
}
using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("A purchase that is in order has no fault", "[ledger]") {
    CHECK(codes_of(purchase()).empty());
}

TEST_CASE("A voucher balances to the fen in every measure", "[ledger]") {
    Voucher voucher = purchase();
    voucher.entries[0].amount = Amount::minor(10001);

    const Problems found = problems_of(voucher, context_of_january());

    REQUIRE(found.size() == 1);
    CHECK(found[0].code == "ledger.voucher.unbalanced");
    CHECK(found[0].text.arguments ==
          std::vector<Argument>{Money::fen(10001), Money::fen(10000), Money::fen(1)});
    CHECK(imbalances_of(voucher) ==
          std::vector<Imbalance>{{yuan, Amount::minor(10001), Amount::minor(10000)}});
}

TEST_CASE("Each line has a summary of at least the option's length", "[ledger]") {
    Voucher voucher = purchase();
    voucher.entries[0].summary = "买 菜 了";  // three characters without the spaces
    voucher.entries[1].summary = "　 ";

    CHECK(codes_of(voucher) ==
          Codes{"ledger.voucher.summary_short", "ledger.voucher.summary_missing"});
    voucher.entries[0].summary = voucher.entries[1].summary = "买菜了啊";
    CHECK(codes_of(voucher).empty());
}

TEST_CASE("An amount of zero needs a reason, and a line holds at most 9,999,999,999,999.99",
          "[ledger]") {
    Voucher voucher = purchase();
    voucher.entries[0].amount = voucher.entries[1].amount = {};
    CHECK(codes_of(voucher) == Codes{"ledger.voucher.zero_amount", "ledger.voucher.zero_amount"});

    for (Entry& entry : voucher.entries)
        entry.detail = EntryDetail{.purpose = EntryPurpose::quantity_only};
    CHECK(codes_of(voucher).empty());

    voucher = purchase();
    for (Entry& entry : voucher.entries) entry.amount = Amount::minor(999'999'999'999'999);
    CHECK(codes_of(voucher).empty());
    for (Entry& entry : voucher.entries) entry.amount = Amount::minor(-1'000'000'000'000'000);
    CHECK(codes_of(voucher) == Codes(2, "ledger.voucher.amount_too_large"));
}

TEST_CASE("Only leaves in use that take typed entries are chosen", "[ledger]") {
    struct Case {
        Id<Account> account;
        const char* code;
    };
    const auto [account, code] = GENERATE(values<Case>({
        {{0}, "ledger.voucher.account_missing"},
        {{99}, "ledger.voucher.account_unknown"},
        {{4}, "ledger.voucher.account_not_leaf"},
        {{5}, "ledger.voucher.account_disabled"},
        {{6}, "ledger.voucher.account_not_manual"},
    }));
    Voucher voucher = purchase();
    voucher.entries[1].account = account;

    const Problems found = problems_of(voucher, context_of_january());

    REQUIRE(found.size() == 1);
    CHECK(found[0].code == code);
    CHECK(found[0].place == Place{"account", 2});
}

TEST_CASE("What the program makes may use accounts that nobody types on", "[ledger]") {
    Voucher voucher = purchase();
    voucher.entries[1].account = generated;
    voucher.origin = VoucherOrigin::carry_forward;
    CHECK(codes_of(voucher).empty());
}

TEST_CASE("Dimensions of a line are those of its account, known and in use", "[ledger]") {
    Voucher voucher = purchase();
    voucher.entries[0].dimensions = {};
    CHECK(codes_of(voucher) == Codes{"ledger.voucher.dimension_missing"});
    voucher.entries[0].dimensions = {{"flow", "food"}, {"flow", "food"}};
    CHECK(codes_of(voucher) == Codes{"ledger.voucher.dimension_twice"});
    voucher.entries[0].dimensions = {{"flow", "fuel"}};
    CHECK(codes_of(voucher) == Codes{"ledger.voucher.item_unknown"});
    voucher.entries[0].dimensions = {{"flow", "old"}};
    CHECK(codes_of(voucher) == Codes{"ledger.voucher.item_disabled"});
    voucher.entries[0].dimensions = {{"flow", "food"}};
    voucher.entries[1].dimensions = {{"flow", "food"}};
    CHECK(codes_of(voucher) == Codes{"ledger.voucher.dimension_unknown"});
}

TEST_CASE("Entry is open from the first open period to the twelfth after it", "[ledger]") {
    struct Case {
        Date date;
        const char* code;
    };
    const auto [date, code] = GENERATE(values<Case>({
        {Date{2007, 12, 31}, "ledger.voucher.period_closed"},
        {Date{2008, 1, 1}, ""},
        {Date{2009, 1, 31}, ""},
        {Date{2009, 2, 1}, "ledger.voucher.period_too_far"},
    }));
    Voucher voucher = purchase();
    voucher.date = date;
    voucher.period = PeriodKey::of(date.month());
    CHECK(codes_of(voucher) == (*code == '\0' ? Codes{} : Codes{code}));

    voucher.period = {2008, 2};
    CHECK(codes_of(voucher) == Codes{"ledger.voucher.date_outside_period"});
}

TEST_CASE("A frozen period takes only what the program makes", "[ledger]") {
    EntryContext context = context_of_january();
    context.frozen = {{2008, 1}};
    Voucher voucher = purchase();
    CHECK(codes_of(voucher, context) == Codes{"ledger.voucher.period_frozen"});
    voucher.origin = VoucherOrigin::carry_forward;
    CHECK(codes_of(voucher, context).empty());
}

TEST_CASE("The year end takes the carry, between the closings of December and of the year",
          "[ledger]") {
    EntryContext context = context_of_january();
    Voucher voucher = purchase();
    voucher.period = {2008, 13};
    voucher.date = Date{2008, 12, 31};
    voucher.origin = VoucherOrigin::year_carry;
    CHECK(codes_of(voucher, context) == Codes{"ledger.voucher.year_end_not_open"});
    context.year_end_is_open = true;
    CHECK(codes_of(voucher, context).empty());
    voucher.origin = VoucherOrigin::manual;
    CHECK(codes_of(voucher, context) == Codes{"ledger.voucher.year_end_only"});
}

TEST_CASE("Day by day, a date stands between those of its neighbours", "[ledger]") {
    EntryContext context = context_of_january();
    context.book.options.dates_in_order = true;
    context.last_date = Date{2008, 1, 3};
    context.next_date = Date{2008, 1, 3};
    Voucher voucher = purchase();
    CHECK(codes_of(voucher, context).empty());
    voucher.date = Date{2008, 1, 2};
    CHECK(codes_of(voucher, context) == Codes{"ledger.voucher.date_before_previous"});
    voucher.date = Date{2008, 1, 4};
    CHECK(codes_of(voucher, context) == Codes{"ledger.voucher.date_after_next"});
    context.book.options.dates_in_order = false;
    CHECK(codes_of(voucher, context).empty());
}

TEST_CASE("Attachments are counted, and none is confirmed", "[ledger]") {
    EntryContext context = context_of_january();
    context.book.options.attachments_stated = true;
    Voucher voucher = purchase();
    voucher.attachments = std::nullopt;
    CHECK(codes_of(voucher, context) == Codes{"ledger.voucher.attachments_missing"});
    voucher.attachments = 0;
    const Problems found = problems_of(voucher, context);
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == "ledger.voucher.attachments_none");
    CHECK(found[0].level == Level::alert);
    voucher.origin = VoucherOrigin::reversal;  // a red voucher has none
    CHECK(codes_of(voucher, context).empty());
    voucher.attachments = -1;
    CHECK(codes_of(voucher, context) == Codes{"ledger.voucher.attachments_negative"});
}

TEST_CASE("The options say what a deficit of cash or bank means", "[ledger]") {
    EntryContext context = context_of_january();
    context.deficits = {{cash, Date{2008, 1, 3}, Amount::minor(-1)},
                        {bank, Date{2008, 1, 4}, Amount::minor(-2)}};

    const Problems found = problems_of(purchase(), context);

    REQUIRE(found.size() == 2);
    CHECK(found[0].code == "ledger.voucher.cash_deficit");
    CHECK(found[0].level == Level::error);
    CHECK(found[1].code == "ledger.voucher.bank_deficit");
    CHECK(found[1].level == Level::alert);
    context.book.options.cash_deficit = context.book.options.bank_deficit = Guard::ignore;
    CHECK(codes_of(purchase(), context).empty());
}

TEST_CASE("All faults of a voucher are told together", "[ledger]") {
    Voucher voucher = purchase();
    voucher.word.clear();
    voucher.entries.pop_back();
    voucher.entries[0].summary.clear();
    CHECK(codes_of(voucher) == Codes{"ledger.voucher.word_missing", "ledger.voucher.too_few_lines",
                                     "ledger.voucher.summary_missing",
                                     "ledger.voucher.unbalanced"});
}

TEST_CASE("Nobody reviews his own voucher, a marked one, or one the cashier must sign first",
          "[ledger]") {
    Voucher voucher = purchase();
    voucher.prepared_by = 1;
    CHECK(why_not_reviewed(voucher, 1, false)->code == "bk.voucher.own_review");
    CHECK_FALSE(why_not_reviewed(voucher, 2, false));
    CHECK(why_not_reviewed(voucher, 2, true)->code == "ledger.voucher.unsigned");
    voucher.signed_by = 3;
    CHECK_FALSE(why_not_reviewed(voucher, 2, true));
    voucher.marked_wrong = "金额不对";
    CHECK(why_not_reviewed(voucher, 2, false)->code == "ledger.voucher.marked_wrong");
}
