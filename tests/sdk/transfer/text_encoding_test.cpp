#include "zhangfang/transfer/text_encoding.h"

#include "support/catch.h"

using namespace zf;
using namespace std::string_literals;

namespace {

const std::string vegetables_gb18030 = "\xC2\xF2\xB2\xCB";  // 买菜
const std::string rare_gb18030 = "\x99\x33\xA9\x32";        // 𬭎: four bytes

}  // namespace

TEST_CASE("the encoding of a file is known by its mark, else by being UTF-8, else it is GB18030",
          "[transfer][encoding]") {
    CHECK(detect_encoding("\xEF\xBB\xBF"
                          "date,summary") == TextEncoding::utf8_with_mark);
    CHECK(detect_encoding("日期,摘要") == TextEncoding::utf8);
    CHECK(detect_encoding("date,summary") == TextEncoding::utf8);
    CHECK(detect_encoding("") == TextEncoding::utf8);
    CHECK(detect_encoding("\xFF\xFE"
                          "a\0"s) == TextEncoding::utf16le);
    CHECK(detect_encoding("\xFE\xFF"
                          "\0a"s) == TextEncoding::utf16be);
    CHECK(detect_encoding("date," + vegetables_gb18030) == TextEncoding::gb18030);
    CHECK(detect_encoding("\xE4\xB9") == TextEncoding::gb18030);  // torn at the end
}

TEST_CASE("a UTF-8 text with one damaged byte is not mistaken for GB18030",
          "[transfer][encoding]") {
    CHECK(detect_encoding("购买蔬菜豆制品\xFF") == TextEncoding::gb18030);  // 7 whole
                                                                            // characters:
                                                                            // chance
    CHECK(detect_encoding("购买蔬菜豆制品一\xFF") == TextEncoding::utf8);   // 8: no chance
                                                                            // any more

    const auto text = to_utf8("购买蔬菜豆制品一\xFF批", TextEncoding::utf8);

    REQUIRE_FALSE(text);
    CHECK(text.error().code == "transfer.bad_text");
    CHECK(text.error().text.arguments == std::vector<Argument>{std::int64_t{25}});  // after 8 × 3
                                                                                    // bytes
}

TEST_CASE("GB18030 and UTF-16 become UTF-8 and come back unchanged", "[transfer][encoding]") {
    CHECK(*to_utf8(vegetables_gb18030, TextEncoding::gb18030) == "买菜");
    CHECK(*to_utf8(rare_gb18030, TextEncoding::gb18030) == "𬭎");
    CHECK(*to_utf8("\xFF\xFE\x70\x4E"s, TextEncoding::utf16le) == "买");
    CHECK(*to_utf8("\xFE\xFF\x4E\x70"s, TextEncoding::utf16be) == "买");
    CHECK(*to_utf8("\xEF\xBB\xBF买", TextEncoding::utf8_with_mark) == "买");
    CHECK(*from_utf8("买菜", TextEncoding::gb18030) == vegetables_gb18030);
    CHECK(*from_utf8("买", TextEncoding::utf8_with_mark) == "\xEF\xBB\xBF买");
    CHECK(*from_utf8("买", TextEncoding::utf16le) == "\xFF\xFE\x70\x4E"s);

    const std::string all_kinds = "a,é€买䶮𬭎\uE5E5\uFFFD\U0010FFFF\r\n";
    for (const auto encoding :
         {TextEncoding::utf8, TextEncoding::utf8_with_mark, TextEncoding::gb18030,
          TextEncoding::utf16le, TextEncoding::utf16be}) {
        const auto bytes = from_utf8(all_kinds, encoding);
        REQUIRE(bytes);
        CHECK(*to_utf8(*bytes, encoding) == all_kinds);
    }
}

TEST_CASE("what is no character is refused with its place and never replaced",
          "[transfer][encoding]") {
    const auto at = [](const Result<std::string>& text) {
        return std::get<std::int64_t>(text.error().text.arguments.at(0));
    };

    CHECK(at(to_utf8(vegetables_gb18030 + "\xFF,", TextEncoding::gb18030)) == 5);
    CHECK(at(to_utf8("a,\xC2", TextEncoding::gb18030)) == 3);      // half a character at the end
    CHECK(at(to_utf8("\xC2,\xF2"s, TextEncoding::gb18030)) == 1);  // a lead byte never swallows a
                                                                   // comma
    CHECK(at(to_utf8("\xEF\xBB\xBF"
                     "ab\xC3",
                     TextEncoding::utf8_with_mark)) == 6);  // counted with the mark
    CHECK(to_utf8("a\0b"s, TextEncoding::gb18030).error().code == "transfer.not_a_table");
    CHECK(from_utf8("ab\xC3", TextEncoding::gb18030).error().code == "transfer.cannot_encode");
}
