#include <limits>

#include "render/xlsx/sheet_name.h"
#include "reports/support/sample_documents.h"
#include "reports/support/tools.h"
#include "support/catch.h"
#include "support/temporary_folder.h"
#include "zhangfang_reports/render.h"

using namespace zf;
using namespace zf::test;
using reports::Format;

static std::string sheet_of(const Document& document, int number = 1,
                            const reports::RenderOptions& options = {}) {
    const TemporaryFolder folder;
    const std::string path = folder.file("x.xlsx");
    const auto rendered = reports::render(document, Format::xlsx, path, chinese(), {}, options);
    REQUIRE(rendered);
    return part_of(path, "xl/worksheets/sheet" + std::to_string(number) + ".xml");
}

// One row of the given values, without heading.
static Document one_row(std::vector<Value> values) {
    TableBlock table;
    ReportRow row;
    for (const Value& value : values) {
        table.columns.push_back({.name = "c", .label = "栏", .type = value.type()});
        row.cells.push_back({.value = value});
    }
    table.rows = [row] { return cursor_over({row}); };
    Document document;
    document.blocks.emplace_back(table);
    return document;
}

TEST_CASE("figures are numbers, texts are texts, whatever they look like", "[reports][xlsx]") {
    const std::string sheet = sheet_of(
        one_row({Money::fen(-123'456), Quantity::micro(1'500'000), Rate::percent(3),
                 std::int64_t{17}, Date{2008, 1, 31}, "0012", "=1+1", "买菜"}));

    CHECK(cell_of(sheet, "A2") == "-1234.56");
    CHECK(cell_of(sheet, "B2") == "1.5");
    CHECK(cell_of(sheet, "C2") == "0.03");
    CHECK(cell_of(sheet, "D2") == "17");
    CHECK(cell_of(sheet, "E2") == "39478");  // 1970-01-01 is 25569; 13,909 days later
    CHECK(cell_of(sheet, "F2") == "0012");
    CHECK(cell_of(sheet, "G2") == "=1+1");
    CHECK(cell_of(sheet, "H2") == "买菜");
    CHECK(sheet.find("<f>") == std::string::npos);  // no formula at all
}

TEST_CASE("a figure of more than 15 digits stays whole as a text", "[reports][xlsx]") {
    const std::string sheet = sheet_of(
        one_row({Money::fen(999'999'999'999'999), Money::fen(1'000'000'000'000'000)}));

    CHECK(cell_of(sheet, "A2") == "9999999999999.99");
    CHECK(cell_of(sheet, "B2") == "10,000,000,000,000.00");
}

TEST_CASE("a ledger has its title, heading, frozen labels and rows", "[reports][xlsx]") {
    const TemporaryFolder folder;
    const std::string path = folder.file("x.xlsx");

    const auto rendered = reports::render(detail_ledger(2), Format::xlsx, path, chinese());

    REQUIRE(rendered);
    CHECK(rendered->rows == 5);
    const std::string sheet = part_of(path, "xl/worksheets/sheet1.xml");
    CHECK(cell_of(sheet, "A1") == "明细账");
    CHECK(cell_of(sheet, "A2") == "科目：401 伙食费");
    CHECK(cell_of(sheet, "A5") == "2008年");  // over 月 and 日
    CHECK(cell_of(sheet, "D6") == "摘要");
    CHECK(cell_of(sheet, "D7") == "上年结转");
    CHECK(cell_of(sheet, "E8") == "12.34");
    CHECK(cell_of(sheet, "E10") == "24.68");
    CHECK(cell_of(sheet, "H11") == "9975.32");
    CHECK(sheet.find("<mergeCell ref=\"A5:B5\"/>") != std::string::npos);
    CHECK(sheet.find("ySplit=\"6\"") != std::string::npos);
    CHECK(sheet.find("第 &amp;P 页 共 &amp;N 页") != std::string::npos);
    const std::string book = part_of(path, "xl/workbook.xml");
    CHECK(book.find("name=\"401 伙食费\"") != std::string::npos);
    CHECK(book.find("'401 伙食费'!$5:$6") != std::string::npos);  // printed on every page
}

TEST_CASE("a full sheet goes on in a next one with its labels", "[reports][xlsx]") {
    Document document = detail_ledger(10);  // 13 rows: opening, 10, two sums
    document.title.clear();
    document.heading.clear();
    document.signatures.clear();

    // Two rows of labels and ten of entries a sheet.
    CHECK(cell_of(sheet_of(document, 1, {.rows_per_sheet = 12}), "D12") == "购买蔬菜一批（第9日）");
    const std::string second = sheet_of(document, 2, {.rows_per_sheet = 12});
    CHECK(cell_of(second, "D2") == "摘要");
    CHECK(cell_of(second, "D3") == "购买蔬菜一批（第10日）");
    CHECK(cell_of(second, "D5") == "本年累计");
}

TEST_CASE("each bookmark opens a sheet of its own", "[reports][xlsx]") {
    Document document = detail_ledger(1);
    const auto table = std::get<TableBlock>(document.blocks[1]);
    document.blocks.emplace_back(PageBreak{});
    document.blocks.emplace_back(Bookmark{.title = "库存现金", .code = "101"});
    document.blocks.emplace_back(table);
    const TemporaryFolder folder;
    const std::string path = folder.file("x.xlsx");

    REQUIRE(reports::render(document, Format::xlsx, path, chinese()));

    const std::string book = part_of(path, "xl/workbook.xml");
    CHECK(book.find("name=\"401 伙食费\"") != std::string::npos);
    CHECK(book.find("name=\"101 库存现金\"") != std::string::npos);
    CHECK(cell_of(part_of(path, "xl/worksheets/sheet2.xml"), "D7") == "上年结转");
}

TEST_CASE("parts that are not printed are in no sheet, others have their own title",
          "[reports][xlsx]") {
    Document document = detail_ledger(1);
    const auto table = std::get<TableBlock>(document.blocks[1]);
    document.blocks = {PageFrame{.title = "总账", .is_printed = false}, table,
                       PageFrame{.title = "明细账"}, table};
    const TemporaryFolder folder;
    const std::string path = folder.file("x.xlsx");

    const auto rendered = reports::render(document, Format::xlsx, path, chinese());

    REQUIRE(rendered);
    CHECK(rendered->rows == 4);  // opening, one entry, two sums
    CHECK(cell_of(part_of(path, "xl/worksheets/sheet1.xml"), "A1") == "明细账");
    const std::string book = part_of(path, "xl/workbook.xml");
    CHECK(book.find("name=\"明细账\"") != std::string::npos);
    CHECK(book.find("总账") == std::string::npos);
}

TEST_CASE("totals are exact sums", "[reports][xlsx]") {
    Document document = one_row({Money::fen(10)});
    auto& table = std::get<TableBlock>(document.blocks.front());
    table.columns[0].total = Total::sum;
    table.has_totals = true;
    table.rows = [] {
        std::vector<ReportRow> rows(3);
        for (auto& row : rows) row.cells = {{.value = Money::fen(10)}};
        return cursor_over(rows);
    };

    CHECK(cell_of(sheet_of(document), "A5") == "0.3");  // no 0.30000000000000004
}

TEST_CASE("a voucher is a form of cells with its amounts as numbers", "[reports][xlsx]") {
    const std::string sheet = sheet_of(voucher_book(2, Paper::a5_landscape));

    CHECK(sheet.find("<v>1234.57</v>") != std::string::npos);
    CHECK(sheet.find("<v>1234.58</v>") != std::string::npos);
    CHECK(sheet.find("记 账 凭 证") != std::string::npos);
    CHECK(sheet.find("亿") == std::string::npos);
}

TEST_CASE("texts longer than a cell are cut and told", "[reports][xlsx]") {
    const TemporaryFolder folder;
    const auto notes = [&](std::size_t length) {
        return reports::render(one_row({std::string(length, 'a')}), Format::xlsx,
                               folder.file("x.xlsx"), chinese())
            ->notes;
    };

    CHECK(notes(32'767).empty());
    REQUIRE(notes(32'768).size() == 1);
    CHECK(notes(32'768)[0].code == "report.text.cut");
}

TEST_CASE("the same document gives the same spreadsheet", "[reports][xlsx]") {
    const TemporaryFolder folder;
    const std::string first = folder.file("1.xlsx"), second = folder.file("2.xlsx");
    REQUIRE(reports::render(detail_ledger(5), Format::xlsx, first, chinese()));
    REQUIRE(reports::render(detail_ledger(5), Format::xlsx, second, chinese()));

    CHECK(content_of(first) == content_of(second));
}

TEST_CASE("names of sheets are those that the format allows", "[reports][xlsx]") {
    reports::SheetNames names;

    CHECK(names.name_for("401 伙食费") == "401 伙食费");
    CHECK(names.name_for("401 伙食费") == "401 伙食费 (2)");
    CHECK(names.name_for("a[1]:b*c?d/e\\f") == "a 1  b c d e f");
    CHECK(names.name_for("'quoted'") == "quoted");
    CHECK(names.name_for("") == "1");
    CHECK(names.name_for("Cash") == "Cash");
    CHECK(names.name_for("CASH") == "CASH (2)");  // names differ by more than their case

    const std::string longest(31, 'x');
    CHECK(names.name_for(longest) == longest);
    CHECK(names.name_for(longest + "y") == std::string(27, 'x') + " (2)");
}
