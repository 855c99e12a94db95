#include "support/catch.h"
#include "support/temporary_folder.h"
#include "zhangfang/transfer/table_reader.h"
#include "zhangfang/transfer/text_encoding.h"

using namespace zf;
using namespace std::string_literals;
using Cells = std::vector<std::string>;
using test::TemporaryFolder;

namespace {

struct ReadTable {
    std::vector<TableRow> rows;
    Problems problems, notices;

    std::vector<Cells> cells() const {
        std::vector<Cells> result;
        for (const TableRow& row : rows) result.push_back(row.cells);
        return result;
    }
};

ReadTable read_all(TableReader& reader) {
    ReadTable result;
    for (TableRow row;;) {
        const Result<bool> found = reader.next(row);
        const Problems& notices = reader.notices();
        result.notices.insert(result.notices.end(), notices.begin(), notices.end());
        if (!found) {
            result.problems.push_back(found.error());
            if (found.error().level == Level::fatal) break;
        } else if (*found) {
            result.rows.push_back(row);
        } else {
            break;
        }
    }
    return result;
}

ReadTable read_csv(std::string_view content, const TableLimits& limits = {}) {
    const TemporaryFolder folder;
    auto reader = open_table(folder.write("table.csv", content), limits);
    if (!reader) return {.problems = {reader.error()}};
    return read_all(**reader);
}

}  // namespace

TEST_CASE("a record is cut into cells as RFC 4180 says", "[transfer][csv]") {
    struct Case {
        std::string text;
        std::vector<Cells> rows;
    };
    const Case each = GENERATE(values<Case>({
        {"a,b\nc", {{"a", "b"}, {"c"}}},
        {"a,b\r\nc,d\r\n", {{"a", "b"}, {"c", "d"}}},
        {"a,b\rc", {{"a", "b"}, {"c"}}},
        {"a,", {{"a", ""}}},
        {",a\n", {{"", "a"}}},
        {"\"a,b\",c\n", {{"a,b", "c"}}},
        {"\"a\"\"b\",c\n", {{"a\"b", "c"}}},
        {"\"\",\"a\"", {{"", "a"}}},
        {"\"a\nb\r\nc\",d\ne", {{"a\nb\r\nc", "d"}, {"e"}}},
        {"5\" pipe,x\n", {{"5\" pipe", "x"}}},  // a quote inside a plain cell is just a quote
    }));
    INFO(each.text);

    const ReadTable table = read_csv(each.text);

    CHECK(table.cells() == each.rows);
    CHECK(table.problems.empty());
}

TEST_CASE("the separator is what stands most often outside quotes in the first record",
          "[transfer][csv]") {
    CHECK(read_csv("date;amount;note\n1,5;2,5;3,5,7,9").rows.at(1).cells ==
          Cells{"1,5", "2,5", "3,5,7,9"});
    CHECK(read_csv("\n\ndate;summary\na,b,c,d;e\n").rows.at(1).cells == Cells{"a,b,c,d", "e"});
    CHECK(read_csv("\"a;b;c\",d\n").rows.at(0).cells == Cells{"a;b;c", "d"});
    CHECK(read_csv("date\n1;2\n").rows.at(1).cells == Cells{"1;2"});
}

TEST_CASE("a file is read the same in every encoding and with every separator", "[transfer][csv]") {
    const std::vector<Cells> expected{{"日期", "摘要", "金额"},
                                      {"2008-01-03", "购买蔬菜,豆制品", "7286.50"}};
    const std::string comma = "日期,摘要,金额\r\n2008-01-03,\"购买蔬菜,豆制品\",7286.50\r\n";
    const std::string tab = "日期\t摘要\t金额\n2008-01-03\t购买蔬菜,豆制品\t7286.50";

    CHECK(read_csv(comma).cells() == expected);
    CHECK(read_csv(tab).cells() == expected);
    CHECK(read_csv("日期;摘要;金额\n2008-01-03;购买蔬菜,豆制品;7286.50").cells() == expected);
    CHECK(read_csv("sep=|\n日期|摘要|金额\n2008-01-03|购买蔬菜,豆制品|7286.50").cells() ==
          expected);
    CHECK(read_csv("sep=|\r\n日期|摘要|金额\n2008-01-03|购买蔬菜,豆制品|7286.50").rows[1].number ==
          3);
    for (const auto encoding : {TextEncoding::utf8_with_mark, TextEncoding::gb18030,
                                TextEncoding::utf16le, TextEncoding::utf16be}) {
        CHECK(read_csv(*from_utf8(comma, encoding)).cells() == expected);
        CHECK(read_csv(*from_utf8(tab, encoding)).cells() == expected);
    }
}

TEST_CASE("rows are numbered as a person counts lines, empty ones are passed over",
          "[transfer][csv]") {
    const ReadTable table = read_csv("a,b\n\n\"c\nc\",d\n,\ne,f\n");

    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[0].number == 1);
    CHECK(table.rows[1].number == 3);
    CHECK(table.rows[2].number == 6);
    CHECK(table.problems.empty());
    CHECK(read_csv("").rows.empty());
    CHECK(read_csv("\xEF\xBB\xBF").rows.empty());
}

TEST_CASE("a file of many pieces loses nothing at their seams", "[transfer][csv]") {
    // Rows of 10 … 60 Chinese characters, about 4 MiB: every kind of place falls on a seam of 1
    // MiB.
    std::string content;
    std::vector<Cells> expected;
    for (int i = 0; i < 40'000; ++i) {
        std::string summary;
        for (int j = 0; j < 10 + i % 51; ++j) summary += "账";
        expected.push_back({std::to_string(i), summary + ",\"", "𬭎"});
        content += std::to_string(i) + ",\"" + summary + ",\"\"\",𬭎\r\n";
    }

    CHECK(read_csv(content).cells() == expected);
    CHECK(read_csv(*from_utf8(content, TextEncoding::gb18030)).cells() == expected);
    CHECK(read_csv(*from_utf8(content, TextEncoding::utf16le)).cells() == expected);
}

TEST_CASE("a bad row is told with its number and the rows behind it are still read",
          "[transfer][csv]") {
    const std::string long_cell(8'001, 'x'), longest_cell(8'000, 'x');
    const ReadTable table = read_csv("a,b\nc,\"d\"d\n" + long_cell + ",e\n" + longest_cell +
                                     ",f\ng,h\n");

    REQUIRE(table.problems.size() == 2);
    CHECK(table.problems[0].code == "transfer.row_quote");
    CHECK(table.problems[0].place == Place{"B", 2});
    CHECK(table.problems[1].code == "transfer.row_cell_too_long");
    CHECK(table.problems[1].place == Place{"A", 3});
    CHECK(table.problems[1].level == Level::error);
    CHECK(table.cells() == std::vector<Cells>{{"a", "b"}, {longest_cell, "f"}, {"g", "h"}});
}

TEST_CASE("a cell is measured in characters, not in bytes", "[transfer][csv]") {
    const TableLimits limits{.cell_length = 3};

    CHECK(read_csv("购买菜\n", limits).problems.empty());
    CHECK(read_csv("购买菜豆\n", limits).problems.size() == 1);
}

TEST_CASE("limits of rows, columns and bytes end a file with a sentence", "[transfer][csv]") {
    CHECK(read_csv("a\nb\nc\n", {.rows = 3}).problems.empty());
    CHECK(read_csv("a\nb\nc\n", {.rows = 2}).problems.at(0).code == "transfer.too_many_rows");
    CHECK(read_csv("a,b\n", {.columns = 2}).problems.empty());
    CHECK(read_csv("a,b\n", {.columns = 1}).problems.at(0).code == "transfer.row_too_wide");
    CHECK(read_csv("abc\n", {.bytes = 4}).problems.empty());
    CHECK(read_csv("abcd\n", {.bytes = 4}).problems.at(0).code == "transfer.too_large");
}

TEST_CASE("what is no text table is refused as a whole", "[transfer][csv]") {
    const std::string mebibyte(1 << 20, 'a');
    std::string longest;
    for (int i = 0; i < 17; ++i) longest += mebibyte;
    CHECK(read_csv(longest).problems.at(0).code == "transfer.row_too_long");
    CHECK(read_csv("a,\"b\nc,d\n").problems.at(0).code == "transfer.open_quote");
    CHECK(read_csv("a,b\n\xFF\xFF\n").problems.at(0).code == "transfer.bad_text");
    CHECK(read_csv("%PDF-1.4\n\x01\0\x02\xC2"s).problems.at(0).code == "transfer.bad_text");
    CHECK(read_csv("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").problems.at(0).code ==
          "transfer.old_workbook");
    CHECK(open_table("/nowhere/table.csv").error().code == "transfer.cannot_open");
    CHECK(open_table("/").error().code == "transfer.cannot_open");
}

TEST_CASE("invisible characters are taken out of a cell, and it is said", "[transfer][csv]") {
    const ReadTable table = read_csv("a\u202Eb,王\u0007五,\"line\nbreak\",é\n");

    CHECK(table.cells() == std::vector<Cells>{{"ab", "王五", "line\nbreak", "é"}});
    REQUIRE(table.notices.size() == 2);
    CHECK(table.notices[1].code == "transfer.control_characters");
    CHECK(table.notices[1].level == Level::notice);
    CHECK(table.notices[1].place == Place{"B", 1});
}

TEST_CASE("how much of a file was read is known", "[transfer][csv]") {
    const TemporaryFolder folder;
    const auto reader = open_table(folder.write("table.csv", "a,b\nc,d\n"));
    REQUIRE(reader);

    TableRow row;
    while (*(*reader)->next(row)) {
    }

    CHECK((*reader)->progress_ppm() == 1'000'000);
    CHECK((*reader)->sheet_names().empty());
}
