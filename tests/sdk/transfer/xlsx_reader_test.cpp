#include <map>

#include "support/catch.h"
#include "support/temporary_folder.h"
#include "support/zip_writer.h"
#include "zhangfang/transfer/table_reader.h"

using namespace zf;
using Cells = std::vector<std::string>;
using test::TemporaryFolder;

namespace {

// A small workbook as a spreadsheet program lays it out; a test replaces the parts it is about.
std::map<std::string, std::string> parts_of_a_workbook() {
    return {
        {"_rels/.rels",
         R"(<Relationships xmlns="x">
            <Relationship Id="rId1" Type="http://x/officeDocument"
            Target="xl/workbook.xml"/></Relationships>)"},
        {"xl/workbook.xml",
         R"(<?xml version="1.0" encoding="UTF-8"?><workbook xmlns:r="r"><workbookPr/><sheets>
            <sheet name="凭证" sheetId="1" r:id="rId1"/>
            <sheet name="科目" sheetId="2" r:id="rId2"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels",
         R"(<Relationships><Relationship Id="rId1" Type="http://x/worksheet"
            Target="worksheets/sheet1.xml"/>
            <Relationship Id="rId2" Type="http://x/worksheet"
            Target="/xl/worksheets/sheet2.xml"/>
            <Relationship Id="rId3" Type="http://x/sharedStrings"
            Target="sharedStrings.xml"/>
            <Relationship Id="rId4" Type="http://x/styles" Target="styles.xml"/>
            </Relationships>)"},
        {"xl/sharedStrings.xml",
         R"(<sst><si><t>日期</t></si><si><r><t>购买</t></r><r><t>蔬菜</t></r><rPh><t>reading</t>
            </rPh></si></sst>)"},
        {"xl/styles.xml",
         R"(<styleSheet><numFmts>
            <numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>
            </numFmts>
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>
            <xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/>
            <xf numFmtId="4"/></cellXfs></styleSheet>)"},
        {"xl/worksheets/sheet1.xml",
         R"(<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>
            </worksheet>)"},
        {"xl/worksheets/sheet2.xml",
         R"(<worksheet><sheetData><row r="3"><c r="B3"><v>101</v></c></row></sheetData>
            </worksheet>)"},
    };
}

std::string sheet_of(const std::string& rows) {
    return "<worksheet><sheetData>" + rows + "</sheetData></worksheet>";
}

struct ReadTable {
    std::vector<TableRow> rows;
    Problems problems, notices;
};

ReadTable read(const std::map<std::string, std::string>& parts, const std::string& sheet = {},
               const TableLimits& limits = {}) {
    const TemporaryFolder folder;
    {
        test::ZipWriter writer{folder.file("table.bin")};  // known by content, not by name
        for (const auto& [name, content] : parts) writer.add(name, content);
    }
    auto reader = open_table(folder.file("table.bin"), limits, sheet);
    ReadTable result;
    if (!reader) {
        result.problems.push_back(reader.error());
        return result;
    }
    for (TableRow row;;) {
        const Result<bool> found = (*reader)->next(row);
        const Problems& notices = (*reader)->notices();
        result.notices.insert(result.notices.end(), notices.begin(), notices.end());
        if (!found) result.problems.push_back(found.error());
        if (found && *found) result.rows.push_back(row);
        if (found ? !*found : found.error().level == Level::fatal) return result;
    }
}

ReadTable read_rows(const std::string& rows, const TableLimits& limits = {}) {
    auto parts = parts_of_a_workbook();
    parts["xl/worksheets/sheet1.xml"] = sheet_of(rows);
    return read(parts, {}, limits);
}

}  // namespace

TEST_CASE("cells of every kind are read as a person sees them", "[transfer][xlsx]") {
    const ReadTable table = read_rows(R"(
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
        <row r="2"><c r="A2" s="1"><v>39478</v></c><c r="B2" t="inlineStr"><is>
            <t>买</t><r><t>菜</t></r></is></c>
            <c r="D2" s="3"><v>7286.5</v></c></row>
        <row r="3"><c r="A3" s="2"><v>39478.5</v></c><c r="B3" t="str">
            <f>A1&amp;"x"</f><v>日期x</v></c>
            <c r="C3" t="b"><v>1</v></c><c r="D3" t="b"><v>0</v></c></row>)");

    REQUIRE(table.problems.empty());
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[0].cells == Cells{"日期", "购买蔬菜"});
    CHECK(table.rows[1].cells == Cells{"2008-01-31", "买菜", "", "7286.5"});
    CHECK(table.rows[2].cells == Cells{"2008-01-31 12:00:00", "日期x", "true", "false"});
}

TEST_CASE("rows keep their numbers, and empty ones are passed over", "[transfer][xlsx]") {
    const ReadTable table = read_rows(
        R"(<row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3" s="1"/></row>
        <row r="4"/><row r="7"><c r="C7"><v>2</v></c></row><row><c><v>3</v></c><c>
            <v>4</v></c></row>)");

    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[0].number == 2);
    CHECK(table.rows[1].number == 7);
    CHECK(table.rows[1].cells == Cells{"", "", "2"});
    CHECK(table.rows[2].number == 8);  // without a number: the next one
    CHECK(table.rows[2].cells == Cells{"3", "4"});
}

TEST_CASE("a sheet is chosen by its name, else the first is taken", "[transfer][xlsx]") {
    const auto parts = parts_of_a_workbook();

    CHECK(read(parts).rows.at(0).cells == Cells{"日期"});
    CHECK(read(parts, "科目").rows.at(0).cells == Cells{"", "101"});
    const auto refused = read(parts, "账户").problems.at(0);
    CHECK(refused.code == "transfer.no_such_sheet");
    CHECK(refused.text.arguments ==
          std::vector<Argument>{std::string{"账户"}, std::string{"凭证, 科目"}});
}

TEST_CASE("namespace prefixes and days counted from 1904 are understood", "[transfer][xlsx]") {
    auto parts = parts_of_a_workbook();
    parts["xl/workbook.xml"] =
        R"(<x:workbook xmlns:x="m" xmlns:q="r"><x:workbookPr date1904="1"/><x:sheets>
            <x:sheet name="a" q:id="rId1"/></x:sheets></x:workbook>)";
    parts["xl/worksheets/sheet1.xml"] =
        R"(<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" s="1">
            <x:v>38016</x:v></x:c></x:row></x:sheetData></x:worksheet>)";

    CHECK(read(parts).rows.at(0).cells == Cells{"2008-01-31"});
}

TEST_CASE("a number becomes plain decimal text, and binary noise is taken off",
          "[transfer][xlsx]") {
    struct Case {
        std::string written, text, notice;
    };
    const std::string rounded = "transfer.rounded", lost = "transfer.digits_lost";
    const Case each = GENERATE_COPY(values<Case>({
        {"86.4", "86.4", ""},
        {"-86.40", "-86.4", ""},
        {"0", "0", ""},
        {"-0", "0", ""},
        {"007", "7", ""},
        {".5", "0.5", ""},
        {"0.30000000000000004", "0.3", rounded},
        {"12.300000000000001", "12.3", rounded},
        {"86.399999999999991", "86.4", rounded},
        {"0.99999999999999999", "1", rounded},
        {"123456789012.345", "123456789012.345", ""},  // 15 digits
        {"1.2E-2", "0.012", ""},
        {"1.5E+3", "1500", ""},
        {"1e3", "1000", ""},
        {"1.2345678901234568E+17", "123456789012345680", lost},
        {"999999999999999", "999999999999999", ""},      // 15 digits
        {"1234567890123456", "1234567890123456", lost},  // 16
        // What is no number stays as it is: the field it is meant for says so.
        {"-", "-", ""},
        {"NaN", "NaN", ""},
        {"1.2.3", "1.2.3", ""},
        {"1e", "1e", ""},
        {"1e999", "1e999", ""},
        {"1,5", "1,5", ""},
    }));
    INFO(each.written);

    const ReadTable table = read_rows("<row><c><v>" + each.written + "</v></c></row>");

    CHECK(table.rows.at(0).cells == Cells{each.text});
    CHECK((table.notices.empty() ? "" : table.notices[0].code) == each.notice);
}

TEST_CASE("the serial number of a day is a date", "[transfer][xlsx]") {
    const auto day = [](const std::string& serial) {
        return read_rows("<row><c s=\"1\"><v>" + serial + "</v></c></row>").rows.at(0).cells.at(0);
    };

    CHECK(day("25569") == "1970-01-01");
    CHECK(day("39478") == "2008-01-31");
    CHECK(day("1") == "1900-01-01");
    CHECK(day("59") == "1900-02-28");
    CHECK(day("61") == "1900-03-01");  // 60 was a day that never was
    CHECK(day("2958465") == "9999-12-31");
    CHECK(day("2958466") == "2958466");
    CHECK(day("-1") == "-1");
    CHECK(day("39478.3541666667") == "2008-01-31 08:30:00");
    CHECK(day("39477.999999999") == "2008-01-31");  // rounds up to midnight
    CHECK(day("0.3541666667") == "08:30:00");
}

TEST_CASE("a number format shows days when it has letters of dates outside quotes and brackets",
          "[transfer][xlsx]") {
    const auto is_date = [](const std::string& number, const std::string& code) {
        auto parts = parts_of_a_workbook();
        const std::string custom = code.empty() ? ""
                                                : "<numFmt numFmtId=\"" + number +
                                                      "\" formatCode='" + code + "'/>";
        parts["xl/styles.xml"] = "<styleSheet><numFmts>" + custom +
                                 "</numFmts><cellXfs><xf numFmtId=\"" + number +
                                 "\"/></cellXfs></styleSheet>";
        parts["xl/worksheets/sheet1.xml"] = sheet_of("<row><c s=\"0\"><v>39478</v></c></row>");
        return read(parts).rows.at(0).cells.at(0) == "2008-01-31";
    };

    CHECK(is_date("14", ""));
    CHECK(is_date("22", ""));
    CHECK(is_date("27", ""));
    CHECK(is_date("58", ""));
    CHECK_FALSE(is_date("13", ""));
    CHECK_FALSE(is_date("23", ""));
    CHECK_FALSE(is_date("49", ""));
    CHECK(is_date("176", "yyyy\"年\"m\"月\"d\"日\""));
    CHECK(is_date("176", "[$-804]yyyy-mm-dd;@"));
    CHECK_FALSE(is_date("176", "#,##0.00\"yd\""));
    CHECK_FALSE(is_date("176", "[Red]0.00"));
    CHECK_FALSE(is_date("176", "0.00_d"));
    CHECK_FALSE(is_date("176", "0.00\\h"));
    CHECK_FALSE(is_date("176", "0.00E+00"));
}

TEST_CASE("what a spreadsheet did to numbers and formulas is told", "[transfer][xlsx]") {
    const ReadTable table = read_rows(R"(<row r="5"><c r="A5"><v>1234567890123456</v></c>
        <c r="B5"><f>0.1+0.2</f><v>0.30000000000000004</v></c><c r="C5"><f>1+1</f>
            <v>2</v></c></row>)");

    CHECK(table.rows.at(0).cells == Cells{"1234567890123456", "0.3", "2"});
    REQUIRE(table.notices.size() == 3);
    CHECK(table.notices[0].code == "transfer.digits_lost");
    CHECK(table.notices[0].place == Place{"A", 5});
    CHECK(table.notices[1].code == "transfer.formula");  // once for the sheet
    CHECK(table.notices[2].code == "transfer.rounded");
}

TEST_CASE("a bad row of a sheet is told with its number and the rows behind it are still read",
          "[transfer][xlsx]") {
    const ReadTable table = read_rows(R"(<row r="1"><c r="A1" t="e"><v>#REF!</v></c></row>
        <row r="2"><c r="B2" t="inlineStr"><is><t>)" +
                                      std::string(8'001, 'x') + R"(</t></is></c></row>
        <row r="3"><c r="SG3"><v>1</v></c></row><row r="4"><c r="SF4"><v>1</v></c>
            </row>)");

    REQUIRE(table.problems.size() == 3);
    CHECK(table.problems[0].code == "transfer.row_error_cell");
    CHECK(table.problems[0].place == Place{"A", 1});
    CHECK(table.problems[1].code == "transfer.row_cell_too_long");
    CHECK(table.problems[1].place == Place{"B", 2});
    CHECK(table.problems[2].code == "transfer.row_too_wide");
    CHECK(table.problems[2].place == Place{"SF", 3});
    REQUIRE(table.rows.size() == 1);
    CHECK(table.rows[0].cells.size() == 500);  // SF is column 500, the last
}

TEST_CASE("entity declarations are refused in every part", "[transfer][xlsx]") {
    const std::string bomb = R"(<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>)";
    for (const char* part :
         {"xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml"}) {
        auto parts = parts_of_a_workbook();
        std::string& content = parts[part];
        content.insert(content.starts_with("<?") ? content.find("?>") + 2 : 0, bomb);
        INFO(part);

        CHECK(read(parts).problems.at(0).code == "transfer.entity_declaration");
    }
}

TEST_CASE("a workbook that unpacks to far more than its size is refused while it unpacks",
          "[transfer][xlsx]") {
    // 8 MiB of one letter packs about 1,000 to 1.
    auto parts = parts_of_a_workbook();
    parts["xl/sharedStrings.xml"] = "<sst><si><t>" + std::string(8 << 20, 'a') + "</t></si></sst>";
    CHECK(read(parts).problems.at(0).code == "transfer.unpacks_too_large");

    parts = parts_of_a_workbook();
    parts["xl/worksheets/sheet1.xml"] = sheet_of("<row r=\"1\"><c><v>" + std::string(8 << 20, '1') +
                                                 "</v></c></row>");
    CHECK(read(parts).problems.at(0).code == "transfer.unpacks_too_large");

    parts["xl/worksheets/sheet1.xml"] = sheet_of("<row r=\"1\"><c><v>" + std::string(4'000, '1') +
                                                 "</v></c></row>");
    CHECK(read(parts, {}, {.unpacked_bytes = 5'000}).problems.empty());
    CHECK(read(parts, {}, {.unpacked_bytes = 4'000}).problems.at(0).code ==
          "transfer.unpacks_too_large");
}

TEST_CASE("a damaged workbook is refused wherever it was cut or changed, and never crashes",
          "[transfer][xlsx]") {
    const TemporaryFolder folder;
    {
        test::ZipWriter writer{folder.file("sound.xlsx")};
        for (const auto& [name, content] : parts_of_a_workbook()) writer.add(name, content);
    }
    const std::string sound = test::content_of(folder.file("sound.xlsx"));
    for (std::size_t length = 4; length < sound.size(); length += 7) {
        INFO("cut to " << length);
        CHECK_FALSE(open_table(folder.write("cut.xlsx", sound.substr(0, length))));
    }
    for (std::size_t place = 4; place < sound.size(); ++place) {
        std::string changed = sound;
        changed[place] = static_cast<char>(changed[place] ^ 0x55);
        auto reader = open_table(folder.write("changed.xlsx", changed));
        for (TableRow row; reader;) {  // a changed name or time stamp may go unnoticed, changed
                                       // content may not
            const auto found = (*reader)->next(row);
            if (!found || !*found) break;
            CHECK(row.cells == Cells{"日期"});
        }
    }
}

TEST_CASE("a workbook whose parts are sealed with a password is named as such",
          "[transfer][xlsx]") {
    const TemporaryFolder folder;
    {
        test::ZipWriter writer{folder.file("sound.xlsx")};
        for (const auto& [name, content] : parts_of_a_workbook()) writer.add(name, content);
    }
    std::string sealed = test::content_of(folder.file("sound.xlsx"));
    const std::size_t entry = sealed.find("PK\x01\x02");  // of the directory at its end
    REQUIRE(entry != std::string::npos);
    sealed[entry + 8] = static_cast<char>(sealed[entry + 8] | 1);  // encrypted

    CHECK(open_table(folder.write("sealed.xlsx", sealed)).error().code ==
          "transfer.protected_workbook");
}

TEST_CASE("parts that contradict each other are damage", "[transfer][xlsx]") {
    CHECK(read_rows(R"(<row r="1"><c r="A1" t="s"><v>2</v></c></row>)").problems.at(0).code ==
          "transfer.damaged_workbook");
    CHECK(read_rows(R"(<row r="2"/><row r="2"/>)").problems.at(0).code ==
          "transfer.damaged_workbook");
    CHECK(read_rows(R"(<row r="0"/>)").problems.at(0).code == "transfer.damaged_workbook");
    CHECK(read_rows(R"(<row r="1"><c r="1"><v>2</v></c></row>)").problems.at(0).code ==
          "transfer.damaged_workbook");
    CHECK(read_rows("<row>").problems.at(0).code == "transfer.damaged_workbook");
    std::string deep;
    for (int i = 0; i < 65; ++i) deep += "<a>";
    CHECK(read_rows(deep).problems.at(0).code == "transfer.damaged_workbook");

    auto parts = parts_of_a_workbook();
    parts.erase("xl/worksheets/sheet1.xml");
    CHECK(read(parts).problems.at(0).code == "transfer.damaged_workbook");
    CHECK(read({{"word/document.xml", "<document/>"}}).problems.at(0).code ==
          "transfer.damaged_workbook");
}
