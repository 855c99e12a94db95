#include <fmt/format.h>

#include "../canteen_book.h"

using namespace zf;
using namespace zf::test;

namespace {

struct Line {
    int day;
    const char* summary;
    int attachments;
    const char* debit;
    const char* credit;
    const char* amount;
};

// The fifteen vouchers of January 2008 before the correction.
const Line january[] = {
    {2, "开出现金支票提取备用现金", 1, "101", "102", "15000.00"},
    {3, "购买蔬菜豆制品一批", 2, "401", "101", "7286.50"},
    {5, "收上级拨一月份伙食费", 1, "102", "401", "27900.00"},
    {5, "收上级拨一月份伙食补助", 1, "102", "401", "3487.50"},
    {10, "收干部士官一月份伙食费", 12, "101", "401", "1116.00"},
    {12, "购买猪肉牛肉鸡蛋一批", 3, "401", "101", "8347.80"},
    {18, "退王某外出学习七天伙食费", 1, "401", "101", "84.00"},
    {19, "开出现金支票提取备用现金", 1, "101", "102", "12000.00"},
    {20, "购买鲜鱼水产品一批", 2, "401", "101", "6973.25"},
    {21, "收银行第四季度存款利息", 1, "102", "401", "38.27"},
    {22, "支付银行账户管理费用", 1, "401", "102", "10.00"},
    {25, "收上级拨一季度军粮差价补贴", 1, "102", "402", "2640.00"},
    {28, "军粮差价补贴转入伙食费", 1, "402", "401", "2640.00"},
    {29, "开出现金支票提取备用现金", 1, "101", "102", "6000.00"},
    {30, "购买春节会餐副食品一批", 4, "401", "101", "10120.45"},
};

void enter_january(CanteenBook& canteen) {
    canteen.open_with_example();
    for (const Line& line : january)
        canteen.enter(canteen.voucher(Date{2008, 1, static_cast<unsigned>(line.day)}, line.summary,
                                      line.attachments, line.debit, line.credit, line.amount));
    canteen.review_and_post({2008, 1});
}

// Voucher 6 said 8,347.80 and should have said 8,374.80: reversed in red and corrected on the 31st.
Reversed correct_voucher_6(CanteenBook& canteen) {
    const Voucher wrong = canteen.read([&](Reader reader) {
        return VoucherStore{reader, canteen.book.id}.resolve("2008-01/记-6").value();
    });
    std::vector<Entry> right = wrong.entries;
    for (Entry& entry : right) {
        entry.summary.clear();
        entry.amount = yuan("8374.80");
    }
    return canteen.done(quartermaster, [&](const Writing& writing) {
        return reverse_voucher(writing, canteen.book.id, wrong.id, Date{2008, 1, 31}, right, 0);
    });
}

std::string row_of(const AccountLine& line) {
    return fmt::format("{} {} {} {} {} {}", line.date.day_of_month(),
                       voucher_label(line.word, line.number), line.summary,
                       line.side == Side::debit ? "D" : "C", line.amount.money().text(),
                       line.balance.money().text());
}

}  // namespace

TEST_CASE("January 2008 of a canteen comes out to the fen", "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};
    enter_january(canteen);

    const Reversed corrected = correct_voucher_6(canteen);
    canteen.review_and_post({2008, 1});

    CHECK(voucher_label(corrected.reversal.word, corrected.reversal.number) == "记-16");
    CHECK(corrected.reversal.entries[0].summary == "冲销1月12日记-6号凭证");
    CHECK(corrected.correction->number == 17);
    CHECK(corrected.correction->entries[1].summary == "订正1月12日记-6号凭证");
    CHECK(canteen.trial_balance(2008, 1, 1) ==
          std::vector<std::string>{
              "101 1235.60 | 34116.00 32839.00 | 34116.00 32839.00 | 2512.60",
              "102 18764.40 | 34065.77 33010.00 | 34065.77 33010.00 | 19820.17",
              "401 -20000.00 | 32849.00 35181.77 | 32849.00 35181.77 | -22332.77",
              "402 0.00 | 2640.00 2640.00 | 2640.00 2640.00 | 0.00"});
    CHECK(canteen.verify().empty());
}

TEST_CASE("The detail ledger of the mess fee runs from 20,000.00 to 22,332.77", "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};
    enter_january(canteen);
    correct_voucher_6(canteen);
    canteen.review_and_post({2008, 1});
    const AccountPageQuery query{.book = canteen.book.id,
                                 .account = canteen.account("401"),
                                 .from = {2008, 1},
                                 .to = {2008, 1}};

    const AccountPage page = canteen.read([&](Reader reader) {
        return AccountPageReader{reader, query}.first(50);
    });

    std::vector<std::string> rows;
    for (const AccountLine& line : page.lines) rows.push_back(row_of(line));
    CHECK(page.opening == yuan("-20000.00"));
    CHECK_FALSE(page.has_more);
    CHECK(rows == std::vector<std::string>{
                      "3 记-2 购买蔬菜豆制品一批 D 7286.50 -12713.50",
                      "5 记-3 收上级拨一月份伙食费 C 27900.00 -40613.50",
                      "5 记-4 收上级拨一月份伙食补助 C 3487.50 -44101.00",
                      "10 记-5 收干部士官一月份伙食费 C 1116.00 -45217.00",
                      "12 记-6 购买猪肉牛肉鸡蛋一批 D 8347.80 -36869.20",
                      "18 记-7 退王某外出学习七天伙食费 D 84.00 -36785.20",
                      "20 记-9 购买鲜鱼水产品一批 D 6973.25 -29811.95",
                      "21 记-10 收银行第四季度存款利息 C 38.27 -29850.22",
                      "22 记-11 支付银行账户管理费用 D 10.00 -29840.22",
                      "28 记-13 军粮差价补贴转入伙食费 C 2640.00 -32480.22",
                      "30 记-15 购买春节会餐副食品一批 D 10120.45 -22359.77",
                      "31 记-16 冲销1月12日记-6号凭证 D -8347.80 -30707.57",
                      "31 记-17 订正1月12日记-6号凭证 D 8374.80 -22332.77",
                  });
}

TEST_CASE("The cash journal shows counter accounts and the total of each day", "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};
    enter_january(canteen);
    correct_voucher_6(canteen);
    canteen.review_and_post({2008, 1});
    const AccountPageQuery query{.book = canteen.book.id,
                                 .account = canteen.account("101"),
                                 .from = {2008, 1},
                                 .to = {2008, 1},
                                 .with_counter_accounts = true};
    const Id<Account> bank = canteen.account("102"), mess = canteen.account("401");

    canteen.read([&](Reader reader) {
        const AccountPageReader journal{reader, query};
        std::vector<std::string> rows;
        AccountLineCursor cursor{reader, query};
        while (const AccountLine* line = cursor.next())
            rows.push_back(fmt::format("{} {} {}", voucher_label(line->word, line->number),
                                       line->counter_accounts == std::vector{bank}   ? "bank"
                                       : line->counter_accounts == std::vector{mess} ? "mess"
                                                                                     : "?",
                                       line->balance.money().text()));
        CHECK(rows == std::vector<std::string>{
                          "记-1 bank 16235.60", "记-2 mess 8949.10", "记-5 mess 10065.10",
                          "记-6 mess 1717.30", "记-7 mess 1633.30", "记-8 bank 13633.30",
                          "记-9 mess 6660.05", "记-14 bank 12660.05", "记-15 mess 2539.60",
                          "记-16 mess 10887.40", "记-17 mess 2512.60"});
        std::vector<std::string> days;
        for (const DayTurnover& day : journal.days())
            days.push_back(fmt::format("{} {} {} {}", day.day.day_of_month(),
                                       day.debit.money().text(), day.credit.money().text(),
                                       day.balance.money().text()));
        // The 31st: −8,347.80 + 8,374.80 = 27.00.
        CHECK(days ==
              std::vector<std::string>{"2 15000.00 0.00 16235.60", "3 0.00 7286.50 8949.10",
                                       "10 1116.00 0.00 10065.10", "12 0.00 8347.80 1717.30",
                                       "18 0.00 84.00 1633.30", "19 12000.00 0.00 13633.30",
                                       "20 0.00 6973.25 6660.05", "29 6000.00 0.00 12660.05",
                                       "30 0.00 10120.45 2539.60", "31 0.00 27.00 2512.60"});
        CHECK(journal.row_count() == 11);
        return 0;
    });
}

TEST_CASE("A page jumps to any row with a right running balance", "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};
    enter_january(canteen);
    const AccountPageQuery query{.book = canteen.book.id,
                                 .account = canteen.account("401"),
                                 .from = {2008, 1},
                                 .to = {2008, 1}};

    canteen.read([&](Reader reader) {
        const AccountPageReader page{reader, query};
        const AccountPage whole = page.first(100);
        for (std::int64_t row = 0; row < page.row_count(); ++row) {
            const AccountPage from = page.at_row(row, 2);
            REQUIRE_FALSE(from.lines.empty());
            CHECK(row_of(from.lines.front()) == row_of(whole.lines[static_cast<std::size_t>(row)]));
        }
        CHECK(page.at_row(page.row_count(), 2).lines.empty());
        const AccountPage start = page.first(3);
        CHECK(start.has_more);
        CHECK(row_of(page.after(start.lines.back(), 1).lines.front()) == row_of(whole.lines[3]));
        return 0;
    });
}

TEST_CASE("A closed January takes no more vouchers and opens again only at its end", "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};
    enter_january(canteen);

    canteen.close({2008, 1});

    const Voucher january_voucher = canteen.voucher(Date{2008, 1, 31}, "购买蔬菜豆制品一批", 1,
                                                    "401", "101", "1.00");
    const auto late = canteen.write(quartermaster, [&](const Writing& writing) {
        return enter_voucher(writing, january_voucher);
    });
    REQUIRE_FALSE(late);
    CHECK(late.error().code == "ledger.voucher.period_closed");
    const auto unpost = canteen.write(quartermaster, [&](const Writing& writing) {
        return unpost_period(writing, canteen.book.id, {2008, 1}, {}, "试一试");
    });
    CHECK(unpost.error().code == "ledger.period.closed");
    canteen.enter(canteen.voucher(Date{2008, 2, 1}, "购买蔬菜豆制品一批", 1, "401", "101", "1.00"));
    canteen.review_and_post({2008, 2});
    canteen.close({2008, 2});
    const auto unclose = canteen.write(quartermaster, [&](const Writing& writing) {
        return unclose_period(writing, canteen.book.id, {2008, 1});
    });
    CHECK(unclose.error().code == "ledger.period.not_newest");
    canteen.done(quartermaster, [&](const Writing& writing) {
        return unclose_period(writing, canteen.book.id, {2008, 2});
    });
    canteen.done(quartermaster, [&](const Writing& writing) {
        return unclose_period(writing, canteen.book.id, {2008, 1});
    });
    CHECK(canteen.verify().empty());
}
