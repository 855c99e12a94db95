#include "render/csv/csv_line.h"
#include "reports/support/sample_documents.h"
#include "support/catch.h"
#include "support/temporary_folder.h"
#include "zhangfang_reports/render.h"

using namespace zf;
using namespace zf::test;

static std::string field(const Value& value) {
    std::string line;
    reports::append_field(line, value);
    return line;
}

TEST_CASE("a text that a spreadsheet would run is defused", "[reports][csv]") {
    struct Case {
        std::string text, written;
    };
    const auto [text, written] = GENERATE(values<Case>({
        {"=1+1", "'=1+1"},
        {"+86 10", "'+86 10"},
        {"-", "'-"},
        {"@SUM(A1)", "'@SUM(A1)"},
        {"  =1+1", "'  =1+1"},
        {"\xE2\x80\x8B=1", "'\xE2\x80\x8B=1"},  // a blank of no width
        {"\xEF\xBB\xBF=1", "'\xEF\xBB\xBF=1"},  // a byte order mark
        {"\t=1", "'\t=1"},
        {"\r=1", "\"'\r=1\""},
        {"＝1", "'＝1"},
        {"＋1", "'＋1"},
        {"－1", "'－1"},
        {"＠A", "'＠A"},
        {"=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"},
        {"=HYPERLINK(\"a\",\"b\")", "\"'=HYPERLINK(\"\"a\"\",\"\"b\"\")\""},
        {"1=1", "1=1"},
        {"买菜", "买菜"},
        {"", ""},
    }));

    CHECK(field(text) == written);
}

TEST_CASE("figures are written plainly and are no formulas", "[reports][csv]") {
    CHECK(field(Money::fen(-123'456)) == "-1234.56");
    CHECK(field(Quantity::micro(-500'000)) == "-0.5");
    CHECK(field(std::int64_t{-3}) == "-3");
    CHECK(field(Date{2008, 1, 31}) == "2008-01-31");
    CHECK(field({}) == "");
}

TEST_CASE("fields are quoted where the format wants it", "[reports][csv]") {
    CHECK(field("a,b") == "\"a,b\"");
    CHECK(field("他说“好”") == "他说“好”");
    CHECK(field("say \"yes\"") == "\"say \"\"yes\"\"\"");
    CHECK(field("two\nlines") == "\"two\nlines\"");
}

TEST_CASE("a table begins with its labels under a byte order mark", "[reports][csv]") {
    const TemporaryFolder folder;
    const std::string path = folder.file("ledger.csv");

    const auto rendered = reports::render(detail_ledger(2), reports::Format::csv, path, chinese());

    REQUIRE(rendered);
    CHECK(rendered->rows == 5);
    CHECK(content_of(path) == "\xEF\xBB\xBF"
                              "2008年 月,2008年 日,凭证字号,摘要,借方,贷方,借或贷,余额\r\n"
                              "01,01,,上年结转,0.00,0.00,贷,10000.00\r\n"
                              "01,2,记-1,购买蔬菜一批（第1日）,12.34,0.00,贷,9987.66\r\n"
                              "01,3,记-2,购买蔬菜一批（第2日）,12.34,0.00,贷,9975.32\r\n"
                              "01,31,,本月合计,24.68,0.00,贷,9975.32\r\n"
                              "01,31,,本年累计,24.68,0.00,贷,9975.32\r\n");
}

TEST_CASE("columns whose digits a spreadsheet would change are named", "[reports][csv]") {
    const TemporaryFolder folder;

    const auto rendered = reports::render(detail_ledger(2), reports::Format::csv,
                                          folder.file("ledger.csv"), chinese());

    REQUIRE(rendered->notes.size() == 2);  // 01 in the columns 月 and 日
    CHECK(rendered->notes[0].code == "report.csv.digits_at_risk");
    CHECK(reports::loses_digits("01"));
    CHECK(reports::loses_digits("1101051949123100"));       // 16 digits
    CHECK_FALSE(reports::loses_digits("110105194912310"));  // 15
    CHECK_FALSE(reports::loses_digits("0"));
    CHECK_FALSE(reports::loses_digits("11010519491231002X"));
}

TEST_CASE("other programs may get the file without a mark", "[reports][csv]") {
    const TemporaryFolder folder;
    const std::string path = folder.file("ledger.csv");

    REQUIRE(reports::render(detail_ledger(0), reports::Format::csv, path, chinese(), {},
                            {.csv_has_mark = false}));

    CHECK(content_of(path).starts_with("2008年"));
}

TEST_CASE("parts that are not printed are not exported, others begin with their title",
          "[reports][csv]") {
    Document document = detail_ledger(0);
    const auto table = std::get<TableBlock>(document.blocks[1]);
    document.blocks = {PageFrame{.title = "总账", .is_printed = false},
                       table,
                       PageFrame{.title = "明细账"},
                       table,
                       PageFrame{.title = "日记账"},
                       table};
    const TemporaryFolder folder;
    const std::string path = folder.file("books.csv");

    const auto rendered = reports::render(document, reports::Format::csv, path, chinese());

    REQUIRE(rendered);
    CHECK(rendered->rows == 6);  // twice an opening and two sums
    const std::string text = content_of(path);
    CHECK(text.find("总账") == std::string::npos);
    CHECK(text.starts_with("\xEF\xBB\xBF明细账\r\n2008年 月,"));
    CHECK(text.find("\r\n\r\n日记账\r\n2008年 月,") != std::string::npos);
}

TEST_CASE("a voucher's amounts are numbers in its cells", "[reports][csv]") {
    const TemporaryFolder folder;
    const std::string path = folder.file("vouchers.csv");

    REQUIRE(reports::render(voucher_book(2, Paper::a5_landscape), reports::Format::csv, path,
                            chinese()));

    const std::string text = content_of(path);
    CHECK(text.find("1234.57") != std::string::npos);
    CHECK(text.find("1234.58") != std::string::npos);
    CHECK(text.find("亿") == std::string::npos);  // the letters of the money grid are drawn only
}
