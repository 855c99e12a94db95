#include <fmt/format.h>

#include "../canteen_book.h"

using namespace zf;
using namespace zf::test;

namespace {

// Months 2–12 of 2008; "" where there was none. Interest in months 3, 6, 9, 12; grain subsidy in 4,
// 7, 10.
struct MonthOf2008 {
    unsigned month;
    int days;
    const char *withdrawn, *first_food, *second_food, *refund, *interest;
    bool has_grain;
    // Closing balances of cash, bank and mess fee.
    const char *cash, *bank, *mess;
};
const MonthOf2008 year_2008[] = {
    {2, 29, "29500.00", "16876.30", "12321.15", "", "", false, "3859.15", "19672.67", "-23531.82"},
    {3, 31, "30500.00", "17203.45", "14543.20", "108.00", "41.86", false, "3620.50", "20592.03",
     "-24212.53"},
    {4, 30, "30000.00", "16456.70", "14320.85", "", "", true, "3922.95", "23597.03", "-27519.98"},
    {5, 31, "31500.00", "18045.60", "14345.90", "60.00", "", false, "4087.45", "23474.53",
     "-27561.98"},
    {6, 30, "30000.00", "17876.25", "12987.40", "", "52.34", false, "4303.80", "23891.87",
     "-28195.67"},
    {7, 31, "31000.00", "18220.15", "14654.35", "144.00", "", true, "3401.30", "26909.37",
     "-30310.67"},
    {8, 31, "32000.00", "18540.80", "14012.60", "", "", false, "3963.90", "26286.87", "-30250.77"},
    {9, 30, "30500.00", "17330.50", "13423.95", "96.00", "60.18", false, "4693.45", "26212.05",
     "-30905.50"},
    {10, 31, "31500.00", "18877.40", "14100.25", "", "", true, "4331.80", "28729.55", "-33061.35"},
    {11, 30, "30000.00", "16980.65", "13788.10", "72.00", "", false, "4571.05", "29094.55",
     "-33665.60"},
    {12, 31, "33000.00", "18430.90", "17215.75", "", "71.05", false, "3040.40", "27543.10",
     "-30583.50"},
};

void enter(CanteenBook& canteen, const MonthOf2008& month, unsigned day, const std::string& summary,
           const char* debit, const char* credit, const std::string& amount) {
    if (!amount.empty())
        canteen.enter(
            canteen.voucher(Date{2008, month.month, day}, summary, 1, debit, credit, amount));
}

// 75 men × 12.00, 75 × 1.50 and 12 × 3.00 for each day of the month.
std::string for_days(std::int64_t fen_a_day, int days) {
    return Money::fen(fen_a_day * days).text();
}

void keep_month(CanteenBook& canteen, const MonthOf2008& month) {
    enter(canteen, month, 5, "收上级拨本月伙食费", "102", "401", for_days(75 * 1200, month.days));
    enter(canteen, month, 5, "收上级拨本月伙食补助", "102", "401", for_days(75 * 150, month.days));
    enter(canteen, month, 6, "开出现金支票提取备用现金", "101", "102", month.withdrawn);
    enter(canteen, month, 10, "收干部士官本月伙食费", "101", "401", for_days(12 * 300, month.days));
    enter(canteen, month, 15, "购买主副食品一批", "401", "101", month.first_food);
    enter(canteen, month, 18, "退外出人员伙食费", "401", "101", month.refund);
    enter(canteen, month, 21, "收银行季度存款利息", "102", "401", month.interest);
    enter(canteen, month, 22, "支付银行账户管理费用", "401", "102", "10.00");
    if (month.has_grain) {
        enter(canteen, month, 25, "收上级拨季度军粮差价补贴", "102", "402", "2640.00");
        enter(canteen, month, 28, "军粮差价补贴转入伙食费", "402", "401", "2640.00");
    }
    enter(canteen, month, 28, "购买主副食品一批", "401", "101", month.second_food);
    const PeriodKey period{2008, static_cast<int>(month.month)};
    canteen.review_and_post(period);
    canteen.close(period);
}

// January's fifteen vouchers in sums that leave the same balances: 2,512.60, 19,820.17, 22,332.77.
void keep_january(CanteenBook& canteen) {
    canteen.open_with_example();
    const MonthOf2008 january{.month = 1};
    enter(canteen, january, 5, "收上级拨伙食费等", "102", "401", "31425.77");
    enter(canteen, january, 10, "收干部士官伙食费", "101", "401", "1116.00");
    enter(canteen, january, 22, "支付银行账户管理费用", "401", "102", "10.00");
    enter(canteen, january, 25, "收军粮差价补贴", "102", "402", "2640.00");
    enter(canteen, january, 28, "军粮差价补贴转入伙食费", "402", "401", "2640.00");
    enter(canteen, january, 29, "开出现金支票提取备用现金", "101", "102", "33000.00");
    enter(canteen, january, 30, "购买主副食品与退伙", "401", "101", "32839.00");
    canteen.review_and_post({2008, 1});
    canteen.close({2008, 1});
}

void keep_year(CanteenBook& canteen) {
    keep_january(canteen);
    for (const MonthOf2008& month : year_2008) keep_month(canteen, month);
}

Voucher year_carry(CanteenBook& canteen) {
    return canteen
        .done(quartermaster,
              [&](const Writing& writing) {
                  return enter_year_carry(writing, canteen.book.id, 2008);
              })
        .voucher;
}

bool open_2009(CanteenBook& canteen, bool carry) {
    return canteen
        .done(quartermaster,
              [&](const Writing& writing) {
                  return open_year(writing, canteen.book.id, 2009, carry);
              })
        .carried;
}

std::vector<std::string> openings_of_2009(CanteenBook& canteen) {
    std::vector<std::string> openings;
    const auto rows = canteen.read([&](Reader reader) {
        return BalanceReader{reader}.trial_balance({.book = canteen.book.id, .year = 2009});
    });
    for (const AccountBalance& row : rows)
        openings.push_back(row.account.code + " " + row.year_opening.money().text());
    return openings;
}

const std::vector<std::string> expected_openings{"101 3040.40", "102 27543.10", "401 -30583.50",
                                                 "402 0.00"};

}  // namespace

TEST_CASE("Every month of 2008 ends with the balances of the example", "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};
    keep_january(canteen);

    for (const MonthOf2008& month : year_2008) {
        keep_month(canteen, month);

        const int no = static_cast<int>(month.month);
        const auto rows = canteen.read([&](Reader reader) {
            return BalanceReader{reader}.trial_balance(
                {.book = canteen.book.id, .year = 2008, .from = no, .to = no});
        });
        CHECK(rows[0].closing == yuan(month.cash));
        CHECK(rows[1].closing == yuan(month.bank));
        CHECK(rows[2].closing == yuan(month.mess));
        CHECK(rows[3].closing == Amount{});
    }
    // Turnovers of December and, without January's two red vouchers' effect being changed, of the
    // year.
    CHECK(canteen.trial_balance(2008, 12, 12)[0] ==
          "101 4571.05 | 34116.00 35646.65 | 385676.00 383871.20 | 3040.40");
    CHECK(canteen.trial_balance(2008, 12, 12)[2] ==
          "401 -33665.60 | 35656.65 32574.55 | 383991.20 394574.70 | -30583.50");
    CHECK(canteen.verify().empty());
}

TEST_CASE("The year-end voucher brings every account to zero and leaves the next openings alone",
          "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};
    keep_year(canteen);

    CHECK(open_2009(canteen, true));
    const Voucher carry = year_carry(canteen);
    canteen.review_and_post({2008, 13});

    // December had 8 vouchers: the year end continues their numbers.
    CHECK(carry.number == 9);
    REQUIRE(carry.entries.size() == 3);
    CHECK(carry.entries[0].side == Side::debit);
    CHECK(carry.entries[0].amount == yuan("30583.50"));
    CHECK(carry.entries[0].account == canteen.account("401"));
    CHECK(carry.entries[1].amount == yuan("3040.40"));
    CHECK(carry.entries[2].amount == yuan("27543.10"));
    for (const AccountBalance& row : canteen.read([&](Reader reader) {
             return BalanceReader{reader}.trial_balance(
                 {.book = canteen.book.id, .year = 2008, .from = 13, .to = 13});
         }))
        CHECK(row.closing.is_zero());
    CHECK(openings_of_2009(canteen) == expected_openings);
    CHECK(canteen.verify().empty());
}

TEST_CASE("The next year may be opened before or after the year-end voucher", "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};
    keep_year(canteen);
    year_carry(canteen);
    canteen.review_and_post({2008, 13});

    CHECK(openings_of_2009(canteen) == expected_openings);  // read through the old year
    CHECK(open_2009(canteen, true));
    CHECK(openings_of_2009(canteen) == expected_openings);
    canteen.close({2008, 13});
    CHECK(canteen.verify().empty());
}

TEST_CASE("A year is sealed without its year-end voucher only when the alert was accepted",
          "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};
    keep_year(canteen);
    const auto seal = [&](const Writing& writing) {
        return close_period(writing, canteen.book.id, {2008, 13}, 1);
    };

    const auto refused = canteen.write(quartermaster, seal);
    REQUIRE(!refused);
    CHECK(refused.error().code == "ledger.closing.year_end");
    CHECK(refused.error().level == Level::alert);
    CHECK(canteen.done(quartermaster, seal, {"ledger.closing.year_end"}).period.state ==
          PeriodState::closed);
}

TEST_CASE("Nothing is posted in a sealed year: its own period is named, not the next year's",
          "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};
    keep_year(canteen);
    year_carry(canteen);
    canteen.review_and_post({2008, 13});
    canteen.close({2008, 13});

    const auto refused = canteen.write(quartermaster, [&](const Writing& writing) {
        return post_period(writing, canteen.book.id, {2008, 13});
    });
    REQUIRE(!refused);
    CHECK(refused.error().code == "ledger.period.closed");
    CHECK(refused.error().text.arguments == std::vector<Argument>{std::string{"2008-13"}});
}

TEST_CASE(
    "Opening December again takes the next year's openings back and closing it brings them anew",
    "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};
    keep_year(canteen);
    open_2009(canteen, true);

    canteen.done(quartermaster, [&](const Writing& writing) {
        return unclose_period(writing, canteen.book.id, {2008, 12});
    });
    canteen.enter(
        canteen.voucher(Date{2008, 12, 31}, "收上级补拨伙食费", 1, "102", "401", "100.00"));
    canteen.review_and_post({2008, 12});
    CHECK(openings_of_2009(canteen)[1] == "102 27643.10");
    canteen.close({2008, 12});

    CHECK(openings_of_2009(canteen) ==
          std::vector<std::string>{"101 3040.40", "102 27643.10", "401 -30683.50", "402 0.00"});
    CHECK(canteen.read([&](Reader reader) {
        return PeriodStore{reader, canteen.book.id}.is_carried(2009);
    }));
    CHECK(canteen.verify().empty());
}

TEST_CASE("December stays closed once the next year has posted vouchers", "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};
    keep_year(canteen);
    open_2009(canteen, true);
    canteen.enter(
        canteen.voucher(Date{2009, 1, 5}, "收上级拨一月份伙食费", 1, "102", "401", "100.00"));
    canteen.review_and_post({2009, 1});

    const auto refused = canteen.write(quartermaster, [&](const Writing& writing) {
        return unclose_period(writing, canteen.book.id, {2008, 12});
    });

    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "ledger.period.next_year_posted");
}
