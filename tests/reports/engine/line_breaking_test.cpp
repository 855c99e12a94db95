#include "engine/line_breaking.h"

#include <string>
#include <string_view>
#include <vector>

#include "support/catch.h"

using namespace zf::reports;

using Lines = std::vector<std::string_view>;

// Letters of 10 units: a Han character is 10 wide, a Latin one 5.
static Lines lines_of(std::string_view text, int width) {
    static const TextMeasure measure = TextMeasure::monospaced();
    Lines lines;
    break_lines(measure, text, 10, width, lines);
    return lines;
}

TEST_CASE("Chinese lines end between any two characters", "[reports][line_breaking]") {
    CHECK(lines_of("购买蔬菜", 40) == Lines{"购买蔬菜"});      // on the line
    CHECK(lines_of("购买蔬菜", 39) == Lines{"购买蔬", "菜"});  // just below
    CHECK(lines_of("购买蔬菜", 20) == Lines{"购买", "蔬菜"});
    CHECK(lines_of("", 20) == Lines{""});
}

TEST_CASE("no line begins with closing or ends with opening punctuation",
          "[reports][line_breaking]") {
    CHECK(lines_of("购买蔬菜。", 40) == Lines{"购买蔬", "菜。"});
    CHECK(lines_of("购买，蔬菜", 20) == Lines{"购", "买，", "蔬菜"});
    CHECK(lines_of("付款（现金）", 30) == Lines{"付款", "（现", "金）"});
    CHECK(lines_of("《账簿》和“凭证”", 40) == Lines{"《账簿》", "和“凭", "证”"});
    CHECK(lines_of("增长5%。完", 40) == Lines{"增长5%。", "完"});
}

TEST_CASE("words and figures stay whole unless they are wider than the line",
          "[reports][line_breaking]") {
    CHECK(lines_of("金额1,234.56元", 50) == Lines{"金额", "1,234.56元"});
    CHECK(lines_of("paid by bank transfer", 50) == Lines{"paid by", "bank", "transfer"});
    CHECK(lines_of("ABCDEFGHIJ", 25) == Lines{"ABCDE", "FGHIJ"});
    CHECK(lines_of("购ABCDEFGHIJ", 25) == Lines{"购", "ABCDE", "FGHIJ"});
}

TEST_CASE("a line feed ends a line", "[reports][line_breaking]") {
    CHECK(lines_of("一\n二", 100) == Lines{"一", "二"});
    CHECK(lines_of("一\n\n", 100) == Lines{"一", "", ""});
}

TEST_CASE("no letter is lost however narrow the line", "[reports][line_breaking]") {
    const std::string text = "购买蔬菜（3月15日），abc-def 1,234.56元；“退款”。";
    for (int width = 1; width < 300; ++width) {
        std::string joined, without_blanks;
        for (const std::string_view line : lines_of(text, width)) joined += line;
        for (const char letter : text) {
            if (letter != ' ') without_blanks += letter;
        }
        std::erase(joined, ' ');
        CHECK(joined == without_blanks);
    }
}

TEST_CASE("text in a box wraps first, then shrinks, and is cut at the last",
          "[reports][line_breaking]") {
    const TextMeasure measure = TextMeasure::monospaced();
    FittedText fitted;

    fit_text(measure, "购买蔬菜", 30, 120, 30, fitted);
    CHECK(fitted.size == 30);
    CHECK(fitted.lines.size() == 1);

    fit_text(measure, "购买蔬菜", 30, 60, 70, fitted);  // two lines need 30 + 37 = 67
    CHECK(fitted.size == 30);
    CHECK(fitted.lines.size() == 2);

    fit_text(measure, "购买蔬菜", 30, 100, 30, fitted);  // one line of four is 100 at size 24 (96)
    CHECK(fitted.size == 24);
    CHECK(fitted.lines.size() == 1);
    CHECK_FALSE(fitted.is_cut);

    fit_text(measure, "购买蔬菜购买蔬菜购买蔬菜", 30, 28, 30, fitted);  // size 14: 2 × 2 characters
    CHECK(fitted.size == 14);
    CHECK(fitted.lines == Lines{"购买"});
    CHECK(fitted.is_cut);
}
