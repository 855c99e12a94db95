#include "zhangfang/base/date.h"

#include "support/catch.h"
#include "zhangfang/base/message.h"

using namespace zf;

TEST_CASE("a date knows its parts, its month and its number", "[base][date]") {
    const Date date{2008, 1, 31};

    CHECK(date.year() == 2008);
    CHECK(date.month_of_year() == 1);
    CHECK(date.day_of_month() == 31);
    CHECK(date.month() == Month{2008, 1});
    CHECK(date.iso() == "2008-01-31");
    // 38 years of 365 days, 9 leap days (1972 … 2004), 30 days of January
    CHECK(date.day_number() == 38 * 365 + 9 + 30);
    CHECK(Date::from_day(date.day_number()) == date);
    CHECK(Date{} == Date{1970, 1, 1});
}

TEST_CASE("days are counted across months, leap years and centuries", "[base][date]") {
    CHECK(Date{2008, 2, 28}.plus_days(1) == Date{2008, 2, 29});
    CHECK(Date{2009, 2, 28}.plus_days(1) == Date{2009, 3, 1});
    CHECK(Date{1900, 2, 28}.plus_days(1) == Date{1900, 3, 1});
    CHECK(Date{2000, 2, 28}.plus_days(1) == Date{2000, 2, 29});
    CHECK(Date{2009, 1, 1}.plus_days(-1) == Date{2008, 12, 31});
    CHECK(days_between(Date{2008, 1, 1}, Date{2009, 1, 1}) == 366);
    CHECK(days_between(Date{2009, 1, 1}, Date{2008, 1, 1}) == -366);
    CHECK(Date{2008, 1, 31} < Date{2008, 2, 1});
}

TEST_CASE("the calendar ends with the years 1 and 9999", "[base][date]") {
    const Date first{1, 1, 1};
    const Date last{9999, 12, 31};

    CHECK(first.iso() == "0001-01-01");
    CHECK(Date::from_day(first.day_number()) == first);
    CHECK(Date::from_day(last.day_number()) == last);
    CHECK_THROWS_AS(Date::from_day(first.day_number() - 1), ProgramFault);
    CHECK_THROWS_AS(Date::from_day(last.day_number() + 1), ProgramFault);
    CHECK_THROWS_AS(last.plus_days(1), Overflow);
    CHECK_THROWS_AS(first.plus_days(-1), Overflow);
    CHECK_THROWS_AS(last.plus_days(2147483647), Overflow);
}

TEST_CASE("a date is read with any of the usual separators", "[base][date]") {
    const std::string text = GENERATE("2008-01-31", "2008/1/31", "2008.01.31", " 2008-1-31 ",
                                      "２００８－０１－３１", "２００８／１／３１", "2008。1。31");
    CAPTURE(text);

    const auto date = Date::parse(text);

    REQUIRE(date);
    CHECK(*date == Date{2008, 1, 31});
}

TEST_CASE("a text that is no date is refused with the sentence that fits", "[base][date]") {
    const std::string no_date = "\"{0}\" is not a date. Type it as 2008-01-31.";
    const std::string no_month = "\"{0}\" is not a date: a year has the months 1 to 12.";
    struct Case {
        std::string text;
        std::string id;
    };
    const auto [text, id] = GENERATE_COPY(values<Case>({
        {"", "The date is empty. Type it as 2008-01-31."},
        {"yesterday", no_date},
        {"20080131", no_date},
        {"2008-01", no_date},
        {"2008-01-31-1", no_date},
        {"2008-01/31", no_date},
        {"08-01-31", no_date},
        {"2008-001-31", no_date},
        {"2008--31", no_date},
        {"2008-01-3x", no_date},
        {"-2008-01-31", no_date},
        {"0000-01-01", no_date},
        {"2008-01-00", no_date},
        {"2008-00-10", no_month},
        {"2008-13-10", no_month},
    }));
    CAPTURE(text);

    const auto date = Date::parse(text);

    REQUIRE_FALSE(date);
    CHECK(date.error().id == id);
}

TEST_CASE("a day that a month does not have is named with the days it has", "[base][date]") {
    const auto date = Date::parse("2026-02-29");

    REQUIRE_FALSE(date);
    CHECK(date.error() == Message{"{0} does not exist: {1} has only {2} days.",
                                  {std::string{"2026-02-29"}, Month{2026, 2}, std::int64_t{28}}});
    CHECK(Date::parse("2008-04-31").error().arguments.back() == Argument{std::int64_t{30}});
    CHECK(Date::parse("2008-02-29"));
}

TEST_CASE("a date made of numbers is checked", "[base][date]") {
    CHECK(*Date::of(2008, 2, 29) == Date{2008, 2, 29});
    CHECK(Date::of(2009, 2, 29).error() == Date::parse("2009-02-29").error());
    CHECK_FALSE(Date::of(2008, 257, 1));  // would be month 1 in eight bits
    CHECK_FALSE(Date::of(2008, 1, 257));
    CHECK_FALSE(Date::of(10000, 1, 1));
    CHECK_FALSE(Date::of(67544, 1, 1));  // would be 2008 in sixteen bits
    CHECK_FALSE(Date::of(0, 1, 1));
    CHECK_THROWS_AS((Date{2009, 2, 29}), ProgramFault);
}
