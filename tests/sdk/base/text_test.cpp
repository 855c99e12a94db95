#include "zhangfang/base/text.h"

#include <string>

#include "support/catch.h"

using namespace std::string_literals;
using namespace zf;

TEST_CASE("text is valid UTF-8 without NUL", "[base][text]") {
    struct Case {
        std::string text;
        bool valid;
    };
    const auto [text, valid] = GENERATE(values<Case>({
        {"", true},
        {"买菜（3月15日）", true},
        {"䶮𬭎", true},  // three and four bytes
        {"\u007F\u0080\u07FF\u0800\uD7FF\uE000\uFFFF\U00010000\U0010FFFF", true},
        {"a\0b"s, false},
        {"\xC0\x80", false},  // NUL written too long
        {"\xC1\xBF", false},
        {"\xE0\x9F\xBF", false},      // U+07FF in three bytes
        {"\xF0\x8F\xBF\xBF", false},  // U+FFFF in four bytes
        {"\xED\xA0\x80", false},      // a surrogate
        {"\xF4\x90\x80\x80", false},  // beyond U+10FFFF
        {"\xF5\x80\x80\x80", false},
        {"\x80", false},
        {"\xE4\xB9", false},  // torn 买
        {"\xE4\xB9 ", false},
        {"\xC2\xF2\xB2\xCB", false},  // 买菜 in GB18030
    }));
    CAPTURE(text);

    CHECK(is_valid_utf8(text) == valid);
}

TEST_CASE("characters are counted as people count them", "[base][text]") {
    CHECK(code_point_count("买菜") == 2);
    CHECK(code_point_count("𬭎") == 1);
    CHECK(code_point_count("") == 0);
    CHECK(visible_code_point_count(" 买 菜\u3000\t\u00A0") == 2);
    CHECK(visible_code_point_count("买\u200B\u200B\uFEFF") == 1);  // no width, no character
}

TEST_CASE("code points and UTF-8 are the same text", "[base][text]") {
    CHECK(to_code_points("a买𬭎") == U"a买𬭎");
    CHECK(to_utf8(U"a买𬭎é") == "a买𬭎é");
    // What is not text becomes the replacement character, byte by byte.
    CHECK(to_code_points("a\xE4\xB9"
                         "b") == U"a\uFFFD\uFFFDb");
    CHECK(to_code_points("\0"s) == U"\uFFFD");
    CHECK(to_utf8(std::u32string{char32_t{0xD800}, char32_t{0x110000}, char32_t{0}}) ==
          "\uFFFD\uFFFD\uFFFD");
}

TEST_CASE("blanks at both ends go, those inside stay", "[base][text]") {
    CHECK(trim(" \t\r\n买 菜\u3000 \u3000") == "买 菜");
    CHECK(trim("\u3000\u3000").empty());
    CHECK(trim("").empty());
    CHECK(trim("菜") == "菜");
    CHECK(trim("\u3001菜\u3002") == "\u3001菜\u3002");  // 、 and 。 share bytes with the wide blank
}

TEST_CASE("a text is split at every separator", "[base][text]") {
    CHECK(split("a,b,,c", ',') == std::vector<std::string>{"a", "b", "", "c"});
    CHECK(split("a,", ',') == std::vector<std::string>{"a", ""});
    CHECK(split("", ',') == std::vector<std::string>{""});
}

TEST_CASE("full-width characters become what the keyboard has", "[base][text]") {
    CHECK(half_width("０１２＝／．－＋＊（）％") == "012=/.-+*()%");
    CHECK(half_width("。。") == "..");
    CHECK(half_width("Ａ～ｚ！") == "A~z!");
    CHECK(half_width("一\u3000二") == "一 二");
    CHECK(half_width("−5") == "-5");
    CHECK(half_width("伙食费×2÷3、") == "伙食费×2÷3、");
    CHECK(half_width("\xFF"
                     "1") == "\uFFFD1");
}

TEST_CASE("thousands are parted by commas", "[base][text]") {
    struct Case {
        std::string plain;
        std::string grouped;
    };
    const auto [plain, grouped] = GENERATE(values<Case>({
        {"0.00", "0.00"},
        {"999.99", "999.99"},
        {"1000.00", "1,000.00"},
        {"-1234.50", "-1,234.50"},
        {"-234.50", "-234.50"},
        {"1234567", "1,234,567"},
        {"123456.12345678", "123,456.12345678"},
        {"92233720368547758.07", "92,233,720,368,547,758.07"},
    }));

    CHECK(with_thousands(plain) == grouped);
}
