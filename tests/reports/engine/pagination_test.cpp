#include "zhangfang_reports/pagination.h"

#include <algorithm>
#include <stdexcept>

#include "reports/support/sample_documents.h"
#include "support/catch.h"
#include "zhangfang_reports/text.h"

using namespace zf;
using namespace zf::test;
using reports::Ink;
using reports::Page;

// Entries of 1.00, 2.00, 3.00 … with five lines a page.
static Document numbered(int rows, bool carries, bool has_totals) {
    TableBlock table;
    table.columns = {{.name = "summary", .label = "摘要", .width = 600},
                     {.name = "amount",
                      .label = "金额",
                      .type = ValueType::money,
                      .total = Total::sum,
                      .carries = true}};
    table.rows = [rows] {
        std::vector<ReportRow> all;
        for (int number = 1; number <= rows; ++number) {
            ReportRow row;
            row.cells.resize(2);
            row.cells[0].value = "第" + std::to_string(number) + "笔";
            row.cells[1].value = Money::yuan(number);
            all.push_back(row);
        }
        return cursor_over(all);
    };
    table.rows_per_page = 5;
    table.carrying.is_on = carries;
    table.has_totals = has_totals;
    Document document;
    document.title = "明细";
    document.blocks.emplace_back(table);
    return document;
}

static int rows_on(const Page& page) {
    return static_cast<int>(
        std::count_if(page.texts.begin(), page.texts.end(), [&](const reports::PageText& text) {
            return page.text_of(text).starts_with("第") && page.text_of(text).ends_with("笔");
        }));
}

static std::vector<int> rows_by_page(const Document& document) {
    std::vector<int> counts;
    for (const Page& page : pages_of(document)) counts.push_back(rows_on(page));
    return counts;
}

TEST_CASE("a page takes as many rows as it has lines", "[reports][pagination]") {
    CHECK(rows_by_page(numbered(5, false, false)) == std::vector<int>{5});
    CHECK(rows_by_page(numbered(6, false, false)) == std::vector<int>{5, 1});
    CHECK(rows_by_page(numbered(10, false, false)) == std::vector<int>{5, 5});
    CHECK(rows_by_page(numbered(11, false, false)) == std::vector<int>{5, 5, 1});
}

TEST_CASE("carried lines take the last and the first line of a page", "[reports][pagination]") {
    CHECK(rows_by_page(numbered(5, true, false)) == std::vector<int>{5});  // nothing to carry
    CHECK(rows_by_page(numbered(6, true, false)) == std::vector<int>{4, 2});
    CHECK(rows_by_page(numbered(8, true, false)) == std::vector<int>{4, 4});  // 1 + 4 lines
    CHECK(rows_by_page(numbered(9, true, false)) == std::vector<int>{4, 3, 2});
}

TEST_CASE("totals stay with the last row", "[reports][pagination]") {
    CHECK(rows_by_page(numbered(4, false, true)) == std::vector<int>{4});
    CHECK(rows_by_page(numbered(5, false, true)) == std::vector<int>{4, 1});
    CHECK(rows_by_page(numbered(5, true, true)) == std::vector<int>{4, 1});
}

TEST_CASE("what a page carries forward, the next one brings forward", "[reports][pagination]") {
    const auto pages = pages_of(numbered(9, true, true));

    REQUIRE(pages.size() == 3);
    CHECK(has_text(pages[0], "过次页"));
    CHECK(has_text(pages[0], "10.00"));  // 1 + 2 + 3 + 4
    CHECK(has_text(pages[1], "承前页"));
    CHECK(has_text(pages[1], "10.00"));
    CHECK(has_text(pages[1], "28.00"));  // 10 + 5 + 6 + 7
    CHECK(has_text(pages[2], "28.00"));
    CHECK(has_text(pages[2], "合计"));
    CHECK(has_text(pages[2], "45.00"));  // 9 × 10 ÷ 2
    CHECK_FALSE(has_text(pages[2], "过次页"));
}

TEST_CASE("a ledger carries its turnovers and its last balance", "[reports][pagination]") {
    const auto pages = pages_of(detail_ledger(45));

    REQUIRE(pages.size() == 2);
    CHECK(has_text(pages[0], "444.24"));    // 36 × 12.34
    CHECK(has_text(pages[0], "9,555.76"));  // 10,000.00 − 444.24
    CHECK(has_text(pages[1], "444.24"));
    CHECK(has_text(pages[1], "555.30"));  // 45 × 12.34: the month's total
}

TEST_CASE("carried sums begin anew after a month's total", "[reports][pagination]") {
    Document document = numbered(6, true, false);
    auto& table = std::get<TableBlock>(document.blocks.front());
    table.carrying.restarts = [](const ReportRow& row) {
        return row.cells[1].value == Value{Money::yuan(3)};
    };

    const auto pages = pages_of(document);

    REQUIRE(pages.size() == 2);
    // 1 + 2 + 3 = 6 are closed; the 4.00 of the row after is all that is carried.
    CHECK_FALSE(has_text(pages[0], "10.00"));
    CHECK(has_text(pages[1], "4.00"));
}

TEST_CASE("neither voided rows nor parts of other rows are summed", "[reports][pagination]") {
    Document document = numbered(3, false, true);
    auto& table = std::get<TableBlock>(document.blocks.front());
    table.rows = [] {
        std::vector<ReportRow> rows(3);
        for (auto& row : rows) row.cells = {{.value = "第1笔"}, {.value = Money::yuan(5)}};
        rows[1].is_voided = true;
        rows[2].kind = RowKind::part;
        return cursor_over(rows);
    };

    const auto pages = pages_of(document);

    CHECK(has_text(pages[0], "5.00"));
    CHECK_FALSE(has_text(pages[0], "10.00"));
}

TEST_CASE("a table without rows prints its heading and zero totals", "[reports][pagination]") {
    const auto pages = pages_of(numbered(0, true, true));

    REQUIRE(pages.size() == 1);
    CHECK(has_text(pages[0], "摘要"));
    CHECK(has_text(pages[0], "合计"));
    CHECK(has_text(pages[0], "0.00"));
}

TEST_CASE("a document without blocks is one page", "[reports][pagination]") {
    const auto pages = pages_of(Document{.title = "空"});

    REQUIRE(pages.size() == 1);
    CHECK(has_text(pages[0], "第 1 页 共 1 页"));
}

TEST_CASE("pages are numbered through the document", "[reports][pagination]") {
    Document document = numbered(11, false, false);
    CHECK(has_text(pages_of(document)[2], "第 3 页 共 3 页"));

    document.first_page = 21;  // a book that is printed on
    CHECK(has_text(pages_of(document)[2], "第 23 页 共 23 页"));

    document.shows_page_count = false;
    CHECK(has_text(pages_of(document)[2], "第 23 页"));
}

TEST_CASE("each account of a book has its own page numbers", "[reports][pagination]") {
    Document document = numbered(6, false, false);
    const auto table = std::get<TableBlock>(document.blocks.front());
    document.blocks = {Bookmark{.title = "现金", .code = "101"}, table,
                       PageBreak{.restarts_numbering = true},
                       Bookmark{.title = "银行存款", .code = "102"}, table};

    const auto pages = pages_of(document);

    REQUIRE(pages.size() == 4);
    CHECK(has_text(pages[1], "第 2 页 共 2 页（总第 2 页）"));
    CHECK(has_text(pages[2], "第 1 页 共 2 页（总第 3 页）"));
    CHECK(pages[2].bookmarks.at(0).title == "银行存款");
}

TEST_CASE("the list of accounts names the pages of each", "[reports][pagination]") {
    Document document = numbered(6, false, false);
    const auto table = std::get<TableBlock>(document.blocks.front());
    document.blocks = {ContentsBlock{},
                       PageBreak{},
                       Bookmark{.title = "现金", .code = "101"},
                       table,
                       PageBreak{},
                       Bookmark{.title = "银行存款", .code = "102"},
                       table};

    std::vector<Page> pages;
    const auto result = reports::paginate(document, reports::TextMeasure::monospaced(), chinese(),
                                          {},
                                          [&pages](const Page& page) { pages.push_back(page); });

    REQUIRE(result.bookmarks.size() == 2);
    CHECK(result.bookmarks[0].first_page == 2);
    CHECK(result.bookmarks[0].last_page == 3);
    CHECK(result.bookmarks[1].first_page == 4);
    CHECK(result.bookmarks[1].last_page == 5);
    CHECK(result.page_count == 5);
    CHECK(has_text(pages[0], "102"));
    CHECK(has_text(pages[0], "4"));
    CHECK(has_text(pages[0], "5"));
}

TEST_CASE("closed rows stand between red rules, a closed year above a double one",
          "[reports][pagination]") {
    const auto pages = pages_of(detail_ledger(3));

    const auto reds = std::count_if(pages[0].lines.begin(), pages[0].lines.end(),
                                    [](const auto& line) { return line.ink == Ink::red; });
    CHECK(reds == 4);  // above 本月合计, above 本年累计 (one line for both), two below it
}

TEST_CASE("unused lines are crossed out by one diagonal", "[reports][pagination]") {
    const auto diagonals = [](const Page& page) {
        return std::count_if(page.lines.begin(), page.lines.end(), [](const auto& line) {
            return line.x1 != line.x2 && line.y1 != line.y2;
        });
    };
    Document document = numbered(4, false, false);
    CHECK(diagonals(pages_of(document)[0]) == 0);

    std::get<TableBlock>(document.blocks.front()).crosses_out_rest = true;
    CHECK(diagonals(pages_of(document)[0]) == 1);

    document = numbered(5, false, false);  // full
    std::get<TableBlock>(document.blocks.front()).crosses_out_rest = true;
    CHECK(diagonals(pages_of(document)[0]) == 0);
}

TEST_CASE("red amounts are red with a sign, in brackets where there is no red",
          "[reports][pagination]") {
    Document document = numbered(1, false, false);
    std::get<TableBlock>(document.blocks.front()).rows = [] {
        std::vector<ReportRow> rows(1);
        rows[0].cells = {{.value = "冲销"}, {.value = Money::fen(-8640)}};
        return cursor_over(rows);
    };
    const auto ink_of = [](const Page& page, std::string_view text) {
        for (const auto& each : page.texts) {
            if (page.text_of(each) == text) return each.ink;
        }
        throw std::runtime_error{"not on the page"};
    };

    CHECK(ink_of(pages_of(document)[0], "-86.40") == Ink::red);
    CHECK(ink_of(pages_of(document, {.is_monochrome = true})[0], "(86.40)") == Ink::black);
}

TEST_CASE("cells and rows lead where they are told, for screens only", "[reports][pagination]") {
    const auto pages = pages_of(detail_ledger(3), {.collects_links = true});

    REQUIRE(pages[0].links.size() == 3);
    const auto& link = pages[0].links[1];
    const Link* found = pages[0].link_at(link.x + 1, link.y + link.height - 1);
    REQUIRE(found != nullptr);
    CHECK(found->command == "bk.voucher.show");
    CHECK(pages[0].link_at(link.x - 1, link.y) == nullptr);
    CHECK(pages_of(detail_ledger(3))[0].links.empty());
}

TEST_CASE("two vouchers share a page, cut in the middle", "[reports][pagination]") {
    const auto dashes = [](const Page& page) {
        std::vector<int> heights;
        for (const auto& line : page.lines) {
            if (line.is_dashed) heights.push_back(line.y1);
        }
        return heights;
    };

    const auto pages = pages_of(voucher_book(3, Paper::a4_two_up));

    REQUIRE(pages.size() == 2);
    CHECK(dashes(pages[0]) == std::vector<int>{1485});  // half of 297.0 mm
    CHECK(dashes(pages[1]) == std::vector<int>{1485});  // also where the second is missing
    CHECK(has_text(pages[0], "记字第 2 号"));
    CHECK(has_text(pages[1], "记字第 3 号"));
    CHECK(dashes(pages_of(voucher_book(1, Paper::a5_landscape))[0]).empty());
}

TEST_CASE("pre-printed paper gets only what is written into the form", "[reports][pagination]") {
    const Document book = voucher_book(1, Paper::a5_landscape);
    const Page blank = pages_of(book)[0];
    const Page overlay = pages_of(book,
                                  {.leaves_out_fixed = true, .offset_x = 15, .offset_y = -7})[0];

    CHECK(has_text(blank, "记 账 凭 证"));
    CHECK_FALSE(has_text(overlay, "记 账 凭 证"));
    CHECK(has_text(overlay, "记字第 1 号"));
    CHECK(overlay.lines.size() == 1);  // the diagonal through the unused lines
    const auto at = [](const Page& page, std::string_view text) {
        for (const auto& each : page.texts) {
            if (page.text_of(each) == text) return std::pair{each.x, each.baseline};
        }
        return std::pair{0, 0};
    };
    const auto [x, y] = at(blank, "401 伙食费");
    CHECK(at(overlay, "401 伙食费") == std::pair{x + 15, y - 7});
}

TEST_CASE("the digits of an amount stand in the columns of the money grid",
          "[reports][pagination]") {
    const Page page = pages_of(voucher_book(1, Paper::a5_landscape))[0];

    const auto digits = std::find_if(page.texts.begin(), page.texts.end(),
                                     [](const auto& text) { return text.is_spread; });
    REQUIRE(digits != page.texts.end());
    CHECK(page.text_of(*digits) == "123457");  // 1,234.57
    // Margin 100, column of the amount from 1160 to 1530: six of eleven parts at its right end.
    CHECK(digits->x + digits->width == 100 + 1530);
    CHECK(digits->x == 100 + 1160 + 370 * 5 / 11);
}

TEST_CASE("a long text makes its row higher and loses nothing", "[reports][pagination]") {
    Document document = numbered(1, false, false);
    auto& table = std::get<TableBlock>(document.blocks.front());
    table.rows_per_page = 0;
    table.columns[0].width = 100;
    table.columns[1].width = 900;
    std::string summary;
    for (int place = 0; place < 40; ++place) summary += "购买蔬菜，";
    table.rows = [&summary] {
        std::vector<ReportRow> rows(1);
        rows[0].cells = {{.value = summary}, {.value = Money::yuan(1)}};
        return cursor_over(rows);
    };

    const Page page = pages_of(document)[0];

    std::string joined;
    for (const auto& text : page.texts) joined += page.text_of(text);
    CHECK(joined.find(summary) != std::string::npos);
}

TEST_CASE("a watermark lies across every page", "[reports][pagination]") {
    Document document = numbered(6, false, false);
    document.watermark = "教学账套";

    for (const Page& page : pages_of(document)) {
        CHECK(page.texts.front().ink == Ink::pale);
        CHECK(page.text_of(page.texts.front()) == "教学账套");
        CHECK(page.texts.front().angle == 30);
    }
}

TEST_CASE("whoever takes the pages may stop", "[reports][pagination]") {
    int taken = 0;
    const auto stop = [&taken](const Page&) {
        if (++taken == 2) throw std::runtime_error{"enough"};
    };

    CHECK_THROWS_AS(reports::paginate(numbered(50, false, false),
                                      reports::TextMeasure::monospaced(), chinese(), {}, stop),
                    std::runtime_error);
    CHECK(taken == 2);
}

TEST_CASE("a set of papers changes title, heading and signatures on its way",
          "[reports][pagination]") {
    Document set = numbered(3, false, false);
    set.heading = {{.label = "", .value = "2008年1月"}};
    set.blocks.emplace_back(PageFrame{.title = "封面", .is_shown = false});
    set.blocks.emplace_back(GridBlock{.width = 500, .height = 500});
    set.blocks.emplace_back(PageFrame{
        .title = "总账", .heading = {{.label = "", .value = "科目：401"}}, .signatures = {"记账"}});
    set.blocks.emplace_back(numbered(6, false, false).blocks.front());

    const auto pages = pages_of(set);

    REQUIRE(pages.size() == 4);
    CHECK(has_text(pages[0], "明细"));
    CHECK(pages[1].texts.empty());
    CHECK(has_text(pages[2], "总账"));
    CHECK(has_text(pages[3], "总账"));
    CHECK(has_text(pages[3], "科目：401"));
    CHECK(has_text(pages[3], "记账："));
    CHECK_FALSE(has_text(pages[3], "2008年1月"));
    CHECK(has_text(pages[3], "第 4 页 共 4 页"));
}

// Two books of a set, three lines of five a page each, behind a title page that tells the pages.
static Document books_of_a_year(bool prints_first) {
    Document set;
    set.page.has_frame = false;
    GridBlock title{.width = 500, .height = 500};
    title.texts.push_back(
        {.width = 500, .height = 60, .text = "Page {0}", .is_message = true, .counts_pages = true});
    set.blocks.emplace_back(title);
    set.blocks.emplace_back(PageFrame{.title = "目录"});
    set.blocks.emplace_back(ContentsBlock{.level = 1, .below = "总账"});
    for (const bool is_first : {true, false}) {
        set.blocks.emplace_back(PageFrame{.title = is_first ? "总账" : "明细账",
                                          .is_printed = !is_first || prints_first});
        set.blocks.emplace_back(Bookmark{.title = is_first ? "总账" : "明细账"});
        set.blocks.emplace_back(
            Bookmark{.title = is_first ? "现金" : "银行", .level = 1, .code = "101"});
        set.blocks.emplace_back(numbered(6, false, false).blocks.front());
    }
    return set;
}

TEST_CASE("a directory lists what stands below one bookmark; a title page knows the last page",
          "[reports][pagination]") {
    const auto pages = pages_of(books_of_a_year(true));

    REQUIRE(pages.size() == 6);
    CHECK(has_text(pages[0], "第 6 页"));
    CHECK(has_text(pages[1], "现金"));
    CHECK(has_text(pages[1], "3"));  // from page
    CHECK(has_text(pages[1], "4"));  // to page
    CHECK_FALSE(has_text(pages[1], "银行"));
}

TEST_CASE("a part that is left out keeps its page numbers for the others",
          "[reports][pagination]") {
    const auto pages = pages_of(books_of_a_year(false));

    REQUIRE(pages.size() == 4);
    CHECK(has_text(pages[1], "3"));
    CHECK(pages[2].number == 5);
    CHECK(has_text(pages[2], "明细账"));
    CHECK(has_text(pages[2], "第 5 页 共 6 页"));
}

TEST_CASE("amounts of a ledger may stand in money grids", "[reports][pagination]") {
    Document document = numbered(2, false, true);
    auto& table = std::get<TableBlock>(document.blocks.front());
    table.columns[1].has_money_grid = true;

    const Page page = pages_of(document)[0];

    CHECK(has_text(page, "亿"));
    CHECK(has_text(page, "分"));
    CHECK(has_text(page, "300"));  // the total 3.00, digit by digit
    const auto spread = std::count_if(page.texts.begin(), page.texts.end(),
                                      [](const auto& text) { return text.is_spread; });
    CHECK(spread == 3);
}

TEST_CASE("an amount beyond the money grid is written as a figure", "[reports][pagination]") {
    Document document = numbered(1, false, false);
    auto& table = std::get<TableBlock>(document.blocks.front());
    table.columns[1].has_money_grid = true;
    const auto texts_with = [&](std::int64_t fen) {
        table.rows = [fen] {
            std::vector<ReportRow> rows(1);
            rows[0].cells = {{.value = "大额"}, {.value = Money::fen(fen)}};
            return cursor_over(rows);
        };
        return pages_of(document)[0];
    };

    CHECK(has_text(texts_with(99'999'999'999), "99999999999"));  // eleven digits
    CHECK(has_text(texts_with(100'000'000'000), "1,000,000,000.00"));
    CHECK(has_text(texts_with(-9'999'999'999), "-9999999999"));  // the sign takes a column
    CHECK(has_text(texts_with(-10'000'000'000), "-100,000,000.00"));
}

TEST_CASE("a code is drawn in its square", "[reports][pagination]") {
    GridBlock sheet{.width = 500, .height = 500};
    sheet.codes.push_back({.x = 100, .y = 100, .side = 210, .text = "9f86d081884c7d65"});
    Document document;
    document.page.has_frame = false;
    document.blocks.emplace_back(sheet);

    const Page page = pages_of(document)[0];

    REQUIRE_FALSE(page.boxes.empty());
    int left = 10'000, right = 0, top = 10'000, bottom = 0;
    for (const auto& box : page.boxes) {
        left = std::min(left, box.x);
        right = std::max(right, box.x + box.width);
        top = std::min(top, box.y);
        bottom = std::max(bottom, box.y + box.height);
    }
    // 16 letters with 15 % to spare for stains need version 2: 25 modules, 8 each, centred in the
    // square: (210 - 25 × 8) / 2 = 5. The sheet begins at the margins, 150 and 120.
    CHECK(left == 255);
    CHECK(right == 455);
    CHECK(top == 225);
    CHECK(bottom == 425);
}

TEST_CASE("groups of a table have headings over the whole width", "[reports][pagination]") {
    Document document = numbered(1, false, false);
    auto& table = std::get<TableBlock>(document.blocks.front());
    table.rows = [] {
        std::vector<ReportRow> rows(2);
        rows[0].kind = RowKind::heading;
        rows[0].cells = {{.value = "一个比第一栏宽得多的资产类科目名称"}};
        rows[1].cells = {{.value = "第1笔"}, {.value = Money::yuan(1)}};
        return cursor_over(rows);
    };
    table.columns[0].width = 10;
    table.columns[1].width = 2000;

    CHECK(has_text(pages_of(document)[0], "一个比第一栏宽得多的资产类科目名称"));
}
