#include "zhangfang/base/month.h"

#include "support/catch.h"
#include "zhangfang/base/message.h"

using namespace zf;

TEST_CASE("a month knows its first and last day", "[base][month]") {
    CHECK(Month{2008, 2}.first_day() == Date{2008, 2, 1});
    CHECK(Month{2008, 2}.last_day() == Date{2008, 2, 29});
    CHECK(Month{2009, 2}.last_day() == Date{2009, 2, 28});
    CHECK(Month{2011, 4}.last_day() == Date{2011, 4, 30});
    CHECK(Month{9999, 12}.last_day() == Date{9999, 12, 31});
    CHECK(Month{} == Month{1970, 1});
    CHECK(Month{2011, 3}.iso() == "2011-03");
    CHECK(Month{2011, 12}.year() == 2011);
    CHECK(Month{2011, 12}.number() == 12);
}

TEST_CASE("months are counted across years", "[base][month]") {
    CHECK(Month{2008, 12}.plus_months(1) == Month{2009, 1});
    CHECK(Month{2008, 1}.plus_months(-1) == Month{2007, 12});
    CHECK(Month{2008, 1}.plus_months(25) == Month{2010, 2});
    CHECK(Month{2008, 12} < Month{2009, 1});
    CHECK_THROWS_AS((Month{9999, 12}.plus_months(1)), Overflow);
    CHECK_THROWS_AS((Month{1, 1}.plus_months(-1)), Overflow);
    CHECK_THROWS_AS((Month{2008, 0}), ProgramFault);
    CHECK_THROWS_AS((Month{2008, 13}), ProgramFault);
}

TEST_CASE("a month is read, and a text that is none is refused", "[base][month]") {
    CHECK(*Month::parse("2008-01") == Month{2008, 1});
    CHECK(*Month::parse(" 2008/1 ") == Month{2008, 1});
    CHECK(*Month::parse("２００８．１２") == Month{2008, 12});
    CHECK(Month::parse("").error().id == "The month is empty. Type it as 2008-01.");

    const std::string text = GENERATE("2008", "2008-01-31", "08-01", "2008-1x", "0000-01",
                                      "200801");
    CAPTURE(text);
    CHECK(Month::parse(text).error() ==
          Message{"\"{0}\" is not a month. Type it as 2008-01.", {text}});

    const std::string beyond = GENERATE("2008-00", "2008-13");
    CHECK(Month::parse(beyond).error() ==
          Message{"\"{0}\" is not a month: a year has the months 1 to 12.", {beyond}});
}
