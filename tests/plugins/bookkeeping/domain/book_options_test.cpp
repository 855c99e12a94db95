#include "domain/book_options.h"

#include "domain/kind.h"
#include "support/catch.h"

using namespace zf;
using namespace zf::bookkeeping;

TEST_CASE("a canteen's options stand as they ship", "[bk][book_options]") {
    CHECK(problems_of_canteen_options(canteen().book.options).empty());
}

TEST_CASE("what protects a canteen cannot be switched off", "[bk][book_options]") {
    BookOptions options = canteen().book.options;

    SECTION("three characters are too few, five are welcome") {
        options.summary_length_min = 3;
        CHECK(problems_of_canteen_options(options).at(0).place.field == "summary_length_min");
        options.summary_length_min = 5;
        CHECK(problems_of_canteen_options(options).empty());
    }
    SECTION("cash below zero only warned") {
        options.cash_deficit = Guard::warn;
        CHECK(problems_of_canteen_options(options).at(0).place.field == "cash_deficit");
    }
    SECTION("no review") {
        options.review_before_posting = false;
        CHECK(problems_of_canteen_options(options).at(0).code == "bk.book.option_fixed");
    }
    SECTION("the bank may be left alone") {
        options.bank_deficit = Guard::ignore;
        CHECK(problems_of_canteen_options(options).empty());
    }
}
