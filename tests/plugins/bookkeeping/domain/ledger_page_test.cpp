#include "domain/ledger_page.h"

#include "support/catch.h"

using namespace zf;
using namespace zf::bookkeeping;
using Kind = LedgerRowKind;

static LedgerEntry entry(int month, unsigned day, int number, Side side, std::int64_t yuan) {
    const unsigned calendar = month == 13 ? 12U : static_cast<unsigned>(month);
    return {.date = Date{2008, calendar, day},
            .period = {2008, month},
            .word = "记",
            .number = number,
            .side = side,
            .amount = Amount::minor(yuan * 100)};
}

static std::vector<LedgerRow> rows_of(LedgerStyle style, LedgerRange range,
                                      const std::vector<LedgerEntry>& entries) {
    LedgerPage page{style, range};
    std::vector<LedgerRow> rows;
    page.begin(rows);
    for (const LedgerEntry& each : entries) page.add(each, rows);
    page.finish(rows);
    return rows;
}

static std::vector<Kind> kinds_of(const std::vector<LedgerRow>& rows) {
    std::vector<Kind> kinds;
    for (const LedgerRow& row : rows) kinds.push_back(row.kind);
    return kinds;
}

static LedgerRange year(int from, int to) {
    return {.from = {2008, from}, .to = {2008, to}, .opening = Amount::minor(100000)};
}

TEST_CASE("a month's page has opening, entries, month total and year to date",
          "[bk][ledger_page]") {
    const auto rows = rows_of(
        {}, year(1, 1), {entry(1, 5, 1, Side::debit, 300), entry(1, 9, 2, Side::credit, 450)});

    CHECK(kinds_of(rows) == std::vector<Kind>{Kind::year_opening, Kind::entry, Kind::entry,
                                              Kind::month_total, Kind::year_total});
    CHECK(rows[0].date == Date{2008, 1, 1});
    CHECK(rows[2].balance == Amount::minor(85000));  // 1,000.00 + 300.00 − 450.00
    CHECK(rows[3].debit == Amount::minor(30000));
    CHECK(rows[3].credit == Amount::minor(45000));
    CHECK(rows[3].date == Date{2008, 1, 31});
    CHECK(rows[3].numbers == "记-1～2");
    CHECK(rows[4] == LedgerRow{.kind = Kind::year_total,
                               .date = Date{2008, 1, 31},
                               .debit = Amount::minor(30000),
                               .credit = Amount::minor(45000),
                               .balance = Amount::minor(85000)});
}

TEST_CASE("a page that begins within the year has an opening balance and adds to the year so far",
          "[bk][ledger_page]") {
    LedgerRange range = year(3, 3);
    range.year_debit = Amount::minor(70000);

    const auto rows = rows_of({}, range, {entry(3, 5, 9, Side::debit, 300)});

    CHECK(rows[0].kind == Kind::opening);
    CHECK(rows[0].date == Date{2008, 3, 1});
    CHECK(rows.back().debit == Amount::minor(100000));  // 700.00 before March, 300.00 in it
}

TEST_CASE("a month without entries leaves no totals", "[bk][ledger_page]") {
    const auto rows = rows_of(
        {}, year(1, 3), {entry(1, 5, 1, Side::debit, 300), entry(3, 9, 7, Side::credit, 100)});

    CHECK(kinds_of(rows) == std::vector<Kind>{Kind::year_opening, Kind::entry, Kind::month_total,
                                              Kind::year_total, Kind::entry, Kind::month_total,
                                              Kind::year_total});
    CHECK(rows[5].credit == Amount::minor(10000));
    CHECK(rows[6].debit == Amount::minor(30000));
    CHECK(rows[6].credit == Amount::minor(10000));
}

TEST_CASE("a journal totals each day that has entries", "[bk][ledger_page]") {
    const LedgerStyle journal{.has_day_totals = true, .has_year_totals = false};

    const auto rows = rows_of(journal, year(1, 1),
                              {entry(1, 5, 1, Side::debit, 300), entry(1, 5, 2, Side::credit, 50),
                               entry(1, 9, 3, Side::credit, 100)});

    CHECK(kinds_of(rows) == std::vector<Kind>{Kind::year_opening, Kind::entry, Kind::entry,
                                              Kind::day_total, Kind::entry, Kind::day_total,
                                              Kind::month_total});
    CHECK(rows[3].date == Date{2008, 1, 5});
    CHECK(rows[3].debit == Amount::minor(30000));
    CHECK(rows[3].credit == Amount::minor(5000));
    CHECK(rows[5].debit == Amount{});
    CHECK(rows[5].credit == Amount::minor(10000));
}

TEST_CASE("red entries reduce their own side in every total", "[bk][ledger_page]") {
    const auto rows = rows_of(
        {.has_day_totals = true}, year(1, 1),
        {entry(1, 31, 1, Side::credit, -80), entry(1, 31, 2, Side::credit, 90)});

    CHECK(rows[1].balance == Amount::minor(108000));
    CHECK(rows[3].credit == Amount::minor(1000));
    CHECK(rows[3].debit == Amount{});
    CHECK(rows[4].balance == Amount::minor(99000));
}

TEST_CASE("a closed December ends with the year's total and what is carried on",
          "[bk][ledger_page]") {
    LedgerRange range = year(1, 12);
    range.ends_year = true;

    const auto rows = rows_of({.has_year_totals = false}, range,
                              {entry(12, 5, 1, Side::credit, 400)});

    CHECK(kinds_of(rows) == std::vector<Kind>{Kind::year_opening, Kind::entry, Kind::month_total,
                                              Kind::year_total, Kind::carried_onward});
    CHECK(rows[3].closes_year);
    CHECK(rows[3].date == Date{2008, 12, 31});
    CHECK(rows[4].balance == Amount::minor(60000));
}

TEST_CASE("an account that did not move in December is closed all the same", "[bk][ledger_page]") {
    LedgerRange range = year(1, 12);
    range.ends_year = true;

    CHECK(kinds_of(rows_of({}, range, {})) ==
          std::vector<Kind>{Kind::year_opening, Kind::year_total, Kind::carried_onward});
    range.ends_year = false;
    CHECK(kinds_of(rows_of({}, range, {})) == std::vector<Kind>{Kind::year_opening});
}

TEST_CASE("the year-end voucher stands below the closed year and leaves nothing to carry",
          "[bk][ledger_page]") {
    LedgerRange range = year(1, 13);
    range.ends_year = true;

    const auto rows = rows_of(
        {.has_day_totals = true}, range,
        {entry(12, 5, 1, Side::credit, 400), entry(13, 31, 2, Side::credit, 600)});

    CHECK(kinds_of(rows) == std::vector<Kind>{Kind::year_opening, Kind::entry, Kind::day_total,
                                              Kind::month_total, Kind::year_total, Kind::entry});
    CHECK(rows[4].closes_year);
    CHECK(rows[4].credit == Amount::minor(40000));
    CHECK(rows[5].balance.is_zero());
}

TEST_CASE("the year-end voucher closes a year whose December is empty", "[bk][ledger_page]") {
    LedgerRange range = year(1, 13);
    range.ends_year = true;

    const auto rows = rows_of({}, range, {entry(13, 31, 2, Side::credit, 1000)});

    CHECK(kinds_of(rows) == std::vector<Kind>{Kind::year_opening, Kind::year_total, Kind::entry});
}

TEST_CASE("a general ledger shows the months only, with the numbers that moved it",
          "[bk][ledger_page]") {
    const LedgerStyle general{.has_entries = false, .has_month_openings = true};

    const auto rows = rows_of(general, year(1, 2),
                              {entry(1, 5, 1, Side::debit, 300), entry(1, 9, 17, Side::credit, 50),
                               entry(2, 5, 3, Side::debit, 20)});

    CHECK(kinds_of(rows) == std::vector<Kind>{Kind::year_opening, Kind::month_total,
                                              Kind::year_total, Kind::opening, Kind::month_total,
                                              Kind::year_total});
    CHECK(rows[1].numbers == "记-1～17");
    CHECK(rows[4].numbers == "记-3");
    CHECK(rows[3].balance == Amount::minor(125000));
}

TEST_CASE("the numbers of several words stand side by side", "[bk][ledger_page]") {
    LedgerEntry paid = entry(1, 9, 4, Side::credit, 50);
    paid.word = "付";
    LedgerEntry received = entry(1, 5, 2, Side::debit, 50);
    received.word = "收";

    const auto rows = rows_of({}, year(1, 1), {received, paid, received});

    CHECK(rows[4].numbers == "收-2 付-4");
}
