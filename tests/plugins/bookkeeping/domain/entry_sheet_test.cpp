#include "domain/entry_sheet.h"

#include "support/catch.h"

using namespace zf;
using namespace zf::bookkeeping;

namespace {

// A canteen's chart: the mess fee is kept by flow items, the bank has two accounts.
EntrySheet canteen_sheet() {
    EntrySheet sheet;
    sheet.set_accounts({{.code = "101",
                         .name = "库存现金",
                         .full_name = "库存现金",
                         .mnemonic = "kcxj",
                         .balance = Money::yuan(3000),
                         .is_cash = true},
                        {.code = "102",
                         .name = "银行存款",
                         .full_name = "银行存款",
                         .mnemonic = "yhck",
                         .is_leaf = false},
                        {.code = "10201",
                         .name = "农业银行",
                         .full_name = "银行存款/农业银行",
                         .mnemonic = "nyyh"},
                        {.code = "10202",
                         .name = "工商银行",
                         .full_name = "银行存款/工商银行",
                         .mnemonic = "gsyh"},
                        {.code = "401",
                         .name = "伙食费",
                         .full_name = "伙食费",
                         .mnemonic = "hsf",
                         .normal_side = Side::credit,
                         .kinds = {"flow"}},
                        {.code = "501",
                         .name = "专项",
                         .full_name = "专项",
                         .mnemonic = "zx",
                         .kinds = {"flow", "department"}}});
    sheet.set_items({{"flow", "11", "上级拨款"},
                     {"flow", "21", "副食支出"},
                     {"flow", "22", "主食支出"},
                     {"department", "03", "炊事班"}});
    return sheet;
}

// 401 D 1,234.56 / 101 C 1,234.56
EntrySheet bought_food() {
    EntrySheet sheet = canteen_sheet();
    sheet.type_summary(0, "买菜（3月15日）");
    sheet.type_account(0, "401");
    sheet.type_item(0, "21");
    sheet.type_amount(0, Side::debit, "1234.56");
    sheet.type_summary(1, "..");
    sheet.type_account(1, "101");
    sheet.type_amount(1, Side::credit, "=");
    return sheet;
}

}  // namespace

TEST_CASE("two dots copy the summary above and two strokes that of the first line") {
    EntrySheet sheet = canteen_sheet();
    CHECK(sheet.type_summary(0, ".."));
    CHECK(sheet.type_summary(0, "//"));
    REQUIRE_FALSE(sheet.type_summary(0, "买菜"));
    REQUIRE_FALSE(sheet.type_summary(1, "买米"));
    SECTION("typed plainly") {
        sheet.type_summary(2, "..");
        sheet.type_summary(3, "//");
    }
    SECTION("typed with an input method on") {
        sheet.type_summary(2, "。。");
        sheet.type_summary(3, "／／");
    }
    CHECK(sheet.line(2).summary == "买米");
    CHECK(sheet.line(3).summary == "买菜");
}

TEST_CASE("an account is taken by code, by name, or when only one fits") {
    EntrySheet sheet = canteen_sheet();
    SECTION("its whole code, though a longer one begins with it") {
        sheet.set_accounts({{.code = "401", .name = "伙食费"}, {.code = "4011", .name = "其他"}});
        CHECK_FALSE(sheet.type_account(0, "401"));
        CHECK(sheet.line(0).account == "401");
    }
    SECTION("full-width digits") {
        CHECK_FALSE(sheet.type_account(0, "４０１"));
        CHECK(sheet.line(0).account == "401");
    }
    SECTION("its initials") {
        CHECK_FALSE(sheet.type_account(0, "HSF"));
        CHECK(sheet.line(0).account == "401");
    }
    SECTION("a part of its name") {
        CHECK_FALSE(sheet.type_account(0, "工商"));
        CHECK(sheet.line(0).account == "10202");
        CHECK(sheet.line(0).account_name == "银行存款/工商银行");
    }
    SECTION("two that fit are left to the operator, and the cell keeps what it had") {
        sheet.type_account(0, "401");
        const auto refusal = sheet.type_account(0, "102");
        REQUIRE(refusal);  // it has sub-accounts, which are named
        CHECK(std::get<std::string>(refusal->arguments[1]) == "10201 农业银行, 10202 工商银行");
        CHECK(sheet.type_account(0, "1020"));
        CHECK(sheet.type_account(0, "没有"));
        CHECK(sheet.line(0).account == "401");
    }
}

TEST_CASE("candidates come by code, then by initials, then by name") {
    EntrySheet sheet = canteen_sheet();
    const auto codes = [&](const char* typed) {
        std::string text;
        for (const AccountOffer* each : sheet.account_candidates(typed)) text += each->code + " ";
        return text;
    };
    CHECK(codes("102") == "102 10201 10202 ");
    CHECK(codes("nyyh") == "10201 ");
    CHECK(codes("银行") == "102 10201 10202 ");
    CHECK(codes("9") == "");
}

TEST_CASE("an item belongs to the dimensions of its account") {
    EntrySheet sheet = canteen_sheet();
    CHECK(sheet.type_item(0, "21"));  // no account yet
    sheet.type_account(0, "401");
    CHECK_FALSE(sheet.type_item(0, "副食"));
    CHECK(sheet.line(0).item == "21");
    CHECK(sheet.item_text(sheet.line(0)) == "21 副食支出");
    CHECK(sheet.type_item(0, "支出"));  // two fit
    CHECK(sheet.type_item(0, "炊事"));  // of another dimension
    CHECK(sheet.type_item(0, "03"));
    CHECK(sheet.line(0).item == "21");
    SECTION("another account forgets it") {
        sheet.type_account(0, "101");
        CHECK(sheet.line(0).item.empty());
    }
    SECTION("with several dimensions each item says its kind") {
        sheet.type_account(0, "501");
        CHECK_FALSE(sheet.type_item(0, "21,department=03"));
        CHECK(sheet.line(0).item == "flow=21,department=03");
        CHECK(sheet.item_text(sheet.line(0)) == "21 副食支出, 03 炊事班");
    }
}

TEST_CASE("an equals sign takes what balances, on the side it is typed") {
    EntrySheet sheet = canteen_sheet();
    sheet.type_amount(0, Side::debit, "1000");
    sheet.type_amount(1, Side::credit, "234.56");
    SECTION("in a credit cell") {
        sheet.type_amount(2, Side::credit, "=");
        CHECK(sheet.line(2).amount == Money::fen(76544));  // 1,000.00 − 234.56
    }
    SECTION("with an input method on") {
        sheet.type_amount(2, Side::credit, "＝");
        CHECK(sheet.line(2).amount == Money::fen(76544));
    }
    SECTION("in a debit cell it is red") {
        sheet.type_amount(2, Side::debit, "=");
        CHECK(sheet.line(2).side == Side::debit);
        CHECK(sheet.line(2).amount == Money::fen(-76544));
    }
    SECTION("over an amount that stood there") {
        sheet.type_amount(1, Side::credit, "=");
        CHECK(sheet.line(1).amount == Money::yuan(1000));
    }
    CHECK(sheet.difference().is_zero());
}

TEST_CASE("the difference is filled in on its proper side") {
    EntrySheet sheet = canteen_sheet();
    sheet.type_amount(0, Side::credit, "86.40");
    sheet.balance(1);
    CHECK(sheet.line(1).side == Side::debit);
    CHECK(sheet.line(1).amount == Money::fen(8640));
    sheet.balance(2);  // nothing is missing
    CHECK(sheet.filled_lines() == 2);
}

TEST_CASE("amounts are calculated, red with a minus on either side, never more than two decimals") {
    EntrySheet sheet = canteen_sheet();
    const auto typed = [&](const char* text) {
        REQUIRE_FALSE(sheet.type_amount(0, Side::debit, text));
        return sheet.line(0).amount.text();
    };
    CHECK(typed("12.5*8+3") == "103.00");
    CHECK(typed("1,234.56") == "1234.56");
    CHECK(typed("-86.4") == "-86.40");
    CHECK(typed("86.4-") == "-86.40");
    CHECK(typed("１２．５") == "12.50");
    CHECK(sheet.type_amount(0, Side::debit, "1.005"));
    CHECK(sheet.line(0).amount == Money::fen(1250));  // kept
}

TEST_CASE("typing on one side clears the other, and emptying a cell leaves the other alone") {
    EntrySheet sheet = canteen_sheet();
    sheet.type_amount(0, Side::debit, "5");
    sheet.type_amount(0, Side::credit, "");
    CHECK(sheet.line(0).amount == Money::yuan(5));
    sheet.type_amount(0, Side::credit, "7");
    CHECK(sheet.line(0).side == Side::credit);
    CHECK(sheet.line(0).amount == Money::yuan(7));
    sheet.type_amount(0, Side::credit, "");
    CHECK(sheet.line(0).amount.is_zero());
}

TEST_CASE("a space moves an amount to the other side with its sign") {
    EntrySheet sheet = canteen_sheet();
    sheet.type_amount(0, Side::debit, "-5");
    sheet.flip(0);
    CHECK(sheet.line(0).side == Side::credit);
    CHECK(sheet.line(0).amount == Money::yuan(-5));
    sheet.flip(3);  // an empty line has nothing to move
    CHECK(sheet.lines().size() == 1);
}

TEST_CASE("enter goes from summary to account, item, debit, credit and the next line") {
    EntrySheet sheet = canteen_sheet();
    sheet.type_account(0, "401");
    using C = SheetColumn;
    CHECK(sheet.after({0, C::summary}) == SheetCell{0, C::account});
    CHECK(sheet.after({0, C::account}) == SheetCell{0, C::item});
    CHECK(sheet.after({0, C::item}) == SheetCell{0, C::debit});
    CHECK(sheet.after({0, C::debit}) == SheetCell{0, C::credit});
    CHECK(sheet.after({0, C::credit}) == SheetCell{1, C::summary});
    SECTION("a debit amount leads to the next line at once") {
        sheet.type_amount(0, Side::debit, "5");
        CHECK(sheet.after({0, C::debit}) == SheetCell{1, C::summary});
    }
    SECTION("an account without items has no item to stop at, in either direction") {
        sheet.type_account(0, "101");
        CHECK(sheet.after({0, C::account}) == SheetCell{0, C::debit});
        CHECK(sheet.before({0, C::debit}) == SheetCell{0, C::account});
    }
    CHECK(sheet.before({0, C::summary}) == SheetCell{0, C::summary});
    CHECK(sheet.before({1, C::summary}) == SheetCell{0, C::credit});
}

TEST_CASE("enter on the last line of a balanced voucher ends it") {
    EntrySheet sheet = bought_food();
    CHECK(sheet.is_balanced());
    CHECK_FALSE(sheet.after({1, SheetColumn::credit}));
    CHECK_FALSE(sheet.after({2, SheetColumn::summary}));  // the empty line below
    CHECK(sheet.after({0, SheetColumn::credit}) == SheetCell{1, SheetColumn::summary});
    sheet.type_amount(1, Side::credit, "1234.55");
    CHECK(sheet.after({1, SheetColumn::credit}) == SheetCell{2, SheetColumn::summary});
    CHECK(sheet.after({2, SheetColumn::summary}) == SheetCell{2, SheetColumn::account});
}

TEST_CASE("one line alone never balances") {
    EntrySheet sheet = canteen_sheet();
    sheet.type_summary(0, "买菜");
    CHECK(sheet.difference().is_zero());
    CHECK_FALSE(sheet.is_balanced());
}

TEST_CASE("a day alone is a day of the month used last") {
    EntrySheet sheet;
    const Date last{2026, 3, 2};
    REQUIRE_FALSE(sheet.type_date("15", last));
    CHECK(sheet.date == "2026-03-15");
    REQUIRE_FALSE(sheet.type_date("７", last));
    CHECK(sheet.date == "2026-03-07");
    REQUIRE_FALSE(sheet.type_date("2026/4/1", last));
    CHECK(sheet.date == "2026-04-01");
    REQUIRE_FALSE(sheet.step_date(-1));
    CHECK(sheet.date == "2026-03-31");
    CHECK(sheet.type_date("31", Date{2026, 2, 1}));
    CHECK(sheet.date == "2026-03-31");
}

TEST_CASE("a day that is not open to entry is refused") {
    EntrySheet sheet;
    sheet.set_open_days(Date{2026, 3, 1}, Date{2026, 3, 31});
    CHECK_FALSE(sheet.type_date("31", Date{2026, 3, 1}));
    CHECK(sheet.step_date(1));
    CHECK(sheet.type_date("2026-02-28", Date{2026, 3, 1}));
    CHECK(sheet.date == "2026-03-31");
    CHECK_FALSE(sheet.type_date("1", Date{2026, 3, 31}));
}

TEST_CASE("what a voucher does to an account is counted on its normal side") {
    const EntrySheet sheet = bought_food();
    CHECK(sheet.effect_on(*sheet.account("101")) == Money::fen(-123456));
    CHECK(sheet.effect_on(*sheet.account("401")) == Money::fen(-123456));  // a debit on 401
    CHECK(sheet.effect_on(*sheet.account("10201")).is_zero());
}

TEST_CASE("rows go to a spreadsheet and come back the same") {
    EntrySheet sheet = bought_food();
    const std::string text = sheet.copied(0, 1);
    CHECK(text == "买菜（3月15日）\t401\t1234.56\t\t21\n买菜（3月15日）\t101\t\t1234.56\t\n");
    EntrySheet other = canteen_sheet();
    REQUIRE_FALSE(other.paste(0, text));
    CHECK(other.lines() == sheet.lines());
    SECTION("a wrong row pastes nothing") {
        CHECK(other.paste(2, "买菜\t401\t1\t\t21\n买菜\t999\t\t1\t\n"));
        CHECK(other.lines() == sheet.lines());
    }
    SECTION("an empty summary keeps its place, and amounts may have commas") {
        REQUIRE_FALSE(other.paste(2, "\t101\t1,000.00\t\t\r\n"));
        CHECK(other.line(2).account == "101");
        CHECK(other.line(2).amount == Money::yuan(1000));
    }
}

TEST_CASE("typed changes are undone and done again one by one") {
    EntrySheet sheet = bought_food();
    const auto before = sheet.lines();
    sheet.remove_line(0);
    sheet.insert_line(0);
    CHECK(sheet.lines().size() == 2);
    CHECK(sheet.undo());
    CHECK(sheet.undo());
    CHECK(sheet.lines() == before);
    CHECK(sheet.redo());
    CHECK(sheet.lines().size() == 1);
    sheet.type_summary(0, "别的");
    CHECK_FALSE(sheet.redo());
}

TEST_CASE("leaving a cell as it was is no change") {
    EntrySheet sheet = bought_food();
    sheet.forget_changes();
    sheet.type_summary(0, "买菜（3月15日）");
    sheet.type_amount(0, Side::debit, "1,234.56");
    sheet.type_item(0, "21");
    CHECK_FALSE(sheet.is_changed());
    sheet.type_amount(0, Side::debit, "1234.57");
    CHECK(sheet.is_changed());
}
