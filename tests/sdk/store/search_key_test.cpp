#include "zhangfang/store/search_key.h"

#include "support/catch.h"

using namespace zf;

TEST_CASE("a name is found by the first letters of its pinyin", "[store][search_key]") {
    CHECK(pinyin_initials("大米") == "dm");
    CHECK(pinyin_initials("糧秣庫存") == "lmkc");
    CHECK(pinyin_initials("A4纸 10kg，一级") == "a4z10kgyj");
    CHECK(pinyin_initials("(…)").empty());
    CHECK(pinyin_initials("").empty());
}

TEST_CASE("names are in the order of a Chinese list", "[store][search_key]") {
    // Pinyin: bái, dà, miàn.
    CHECK(sort_key("白菜") < sort_key("大米"));
    CHECK(sort_key("大米") < sort_key("面粉"));
    CHECK(sort_key("2") < sort_key("白菜"));
    CHECK(sort_key("面粉") < sort_key("a"));
    CHECK(sort_key("大") < sort_key("大米"));
    CHECK(sort_key("") < sort_key("1"));
    CHECK(sort_key_version().starts_with("zh "));
}

TEST_CASE("composed text is left as it is, and a letter with its accent becomes one",
          "[store][search_key]") {
    CHECK(composed("plain") == "plain");
    CHECK(composed("账房") == "账房");
    CHECK(composed("e\u0301") == "\u00E9");
}

TEST_CASE("what is searched for may hold the signs of a pattern", "[store][search_key]") {
    CHECK(pattern_beginning("a%b_c\\d") == "a\\%b\\_c\\\\d%");
    CHECK(pattern_containing("米") == "%米%");
}
