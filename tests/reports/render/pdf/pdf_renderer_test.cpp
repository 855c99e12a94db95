#include <filesystem>
#include <stdexcept>

#include "reports/support/sample_documents.h"
#include "reports/support/tools.h"
#include "support/catch.h"
#include "support/temporary_folder.h"
#include "zhangfang/base/text.h"
#include "zhangfang_reports/render.h"

using namespace zf;
using namespace zf::test;
using reports::Format;

// The extracted text without blanks, which the extractor guesses from gaps.
static std::string text_of(const std::string& pdf, const std::string& options = {}) {
    std::string text = output_of("pdftotext " + options + " '" + pdf + "' - 2>/dev/null");
    std::erase(text, ' ');
    return text;
}

static int page_count(const std::string& pdf) {
    const std::string info = output_of("pdfinfo '" + pdf + "' 2>/dev/null");
    return std::stoi(info.substr(info.find("Pages:") + 6));
}

// A grid of cells of 7 mm over A4, each with one character.
constexpr int cell = 70, columns = 30, rows = 42;

static Document character_sheets(const std::u32string& characters) {
    Document document;
    document.page.has_frame = false;
    document.page.margin_left = document.page.margin_right = 0;
    document.page.margin_top = document.page.margin_bottom = 0;
    for (std::size_t first = 0; first < characters.size(); first += columns * rows) {
        GridBlock sheet{.width = 2100, .height = 2970};
        for (std::size_t place = first; place < std::min(characters.size(), first + columns * rows);
             ++place) {
            const int at = static_cast<int>(place - first);
            GridText text{
                .x = at % columns * cell, .y = at / columns * cell, .width = cell, .height = cell};
            text.text = to_utf8(characters.substr(place, 1));
            text.size = 64;
            text.align = Align::centre;
            sheet.texts.push_back(text);
        }
        document.blocks.emplace_back(sheet);
    }
    return document;
}

// Ink of each character, in order.
static std::vector<std::int64_t> inks_of(const std::string& pdf, std::size_t count) {
    std::vector<std::int64_t> inks;
    const double pixels = cell * 72 / 254.0;
    for (const GreyPage& page : drawn_pages(pdf)) {
        for (int at = 0; at < columns * rows && inks.size() < count; ++at) {
            inks.push_back(page.ink(static_cast<int>(at % columns * pixels),
                                    static_cast<int>(at / columns * pixels),
                                    static_cast<int>(pixels), static_cast<int>(pixels)));
        }
    }
    return inks;
}

TEST_CASE("every Chinese character and sign leaves ink on paper", "[reports][pdf]") {
    // Extracted text would be right even where nothing is drawn, so this looks at the picture.
    std::u32string characters;
    for (char32_t each = 0x4E00; each <= 0x9FA5; ++each) characters += each;
    characters += U"，。、；：？！（）【】《》“”‘’…—·￥％＋－＝／〓℃㎡№①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢⅣⅤ〇○●√×÷±≥≤≠";
    const TemporaryFolder folder;
    const std::string pdf = folder.file("characters.pdf");

    REQUIRE(reports::render(character_sheets(characters), Format::pdf, pdf, chinese()));

    const auto inks = inks_of(pdf, characters.size());
    REQUIRE(inks.size() == characters.size());
    std::u32string empty;
    for (std::size_t place = 0; place < inks.size(); ++place) {
        // 一, the lightest, leaves 20 strokes' worth of grey; a lost one leaves nothing.
        if (inks[place] < 300) empty += characters[place];
    }
    CHECK(to_utf8(empty.substr(0, 40)) == "");
}

TEST_CASE("a page of one blank character has no ink", "[reports][pdf]") {
    const TemporaryFolder folder;
    const std::string pdf = folder.file("blank.pdf");
    REQUIRE(reports::render(character_sheets(U"　"), Format::pdf, pdf, chinese()));

    CHECK(inks_of(pdf, 1) == std::vector<std::int64_t>{0});
}

TEST_CASE("a PDF is well formed, searchable and says what it is", "[reports][pdf]") {
    const TemporaryFolder folder;
    const std::string pdf = folder.file("明细账.pdf");

    const auto rendered = reports::render(detail_ledger(45), Format::pdf, pdf, chinese());

    REQUIRE(rendered);
    CHECK(rendered->files == std::vector<std::string>{pdf});
    CHECK(rendered->pages == 2);
    CHECK(rendered->notes.empty());
    CHECK(rendered->bookmarks.at(0).title == "伙食费");
    output_of("qpdf --check '" + pdf + "'");
    const std::string text = text_of(pdf);
    for (const char* const expected :
         {"明细账", "科目：401伙食费", "购买蔬菜一批（第45日）", "过次页", "承前页", "9,444.70",
          "第2页共2页", "日志序号：128"}) {
        CHECK(text.find(expected) != std::string::npos);
    }
    const std::string info = output_of("pdfinfo '" + pdf + "' 2>/dev/null");
    CHECK(info.find("明细账") != std::string::npos);
    CHECK(info.find("595.276 x 841.89 pts (A4)") != std::string::npos);
}

TEST_CASE("the same document gives the same bytes", "[reports][pdf]") {
    const TemporaryFolder folder;
    const std::string first = folder.file("1.pdf"), second = folder.file("2.pdf");

    REQUIRE(reports::render(detail_ledger(45), Format::pdf, first, chinese()));
    REQUIRE(reports::render(detail_ledger(45), Format::pdf, second, chinese()));

    CHECK(content_of(first) == content_of(second));
}

TEST_CASE("bookmarks stand in the outline", "[reports][pdf]") {
    const TemporaryFolder folder;
    const std::string pdf = folder.file("book.pdf");
    REQUIRE(reports::render(detail_ledger(3), Format::pdf, pdf, chinese()));

    const std::string json = output_of("qpdf --json --json-key=outlines '" + pdf + "'");

    CHECK(json.find("伙食费") != std::string::npos);
}

// `count` pages with one line each.
static Document pages_of_text(int count) {
    Document document;
    document.page.has_frame = false;
    for (int page = 1; page <= count; ++page) {
        document.blocks.emplace_back(TextBlock{.text = {"Page {0}", {std::int64_t{page}}}});
        document.blocks.emplace_back(PageBreak{});
    }
    return document;
}

TEST_CASE("a long document is cut into volumes", "[reports][pdf]") {
    const TemporaryFolder folder;
    const auto volumes = [&](int pages) {
        const auto rendered = reports::render(pages_of_text(pages), Format::pdf,
                                              folder.file("book.pdf"), chinese(), {},
                                              {.pages_per_volume = 3});
        REQUIRE(rendered);
        CHECK(rendered->pages == pages);
        return rendered->files;
    };

    CHECK(volumes(3) == std::vector{folder.file("book.pdf")});  // on the line

    const auto files = volumes(7);
    REQUIRE(files == std::vector{folder.file("book-1.pdf"), folder.file("book-2.pdf"),
                                 folder.file("book-3.pdf")});
    CHECK(page_count(files[0]) == 3);
    CHECK(page_count(files[2]) == 1);
    CHECK(text_of(files[1]).find("第4页") != std::string::npos);
    CHECK(text_of(files[2]).find("第7页") != std::string::npos);
}

TEST_CASE("one file holds more pages than the library's own limit of 32,767", "[reports][pdf]") {
    const TemporaryFolder folder;
    const std::string pdf = folder.file("long.pdf");

    REQUIRE(reports::render(pages_of_text(32'770), Format::pdf, pdf, chinese(), {},
                            {.pages_per_volume = 40'000}));

    CHECK(page_count(pdf) == 32'770);
    CHECK(
        output_of("pdftotext -f 32770 -l 32770 '" + pdf + "' - 2>/dev/null").find("第 32770 页") !=
        std::string::npos);
}

TEST_CASE("rare characters are drawn, and those that no font has are told", "[reports][pdf]") {
    const TemporaryFolder folder;
    const std::string pdf = folder.file("names.pdf");

    const auto rendered = reports::render(character_sheets(U"王𬭎𠀀"), Format::pdf, pdf,
                                          chinese());

    REQUIRE(rendered);
    const auto inks = inks_of(pdf, 3);
    CHECK(inks[1] > inks[0]);  // 𬭎 has more strokes than 王
    CHECK(inks[2] > 300);      // 〓 in the place of 𠀀
    CHECK(text_of(pdf).find("王") != std::string::npos);
    CHECK(text_of(pdf).find("〓") != std::string::npos);
    REQUIRE(rendered->notes.size() == 2);
    CHECK(rendered->notes[0].code == "report.font.unknown_characters");
    CHECK(chinese().text(rendered->notes[0].text).find("U+20000") != std::string::npos);
    CHECK(rendered->notes[1].code == "report.font.drawn_characters");
    CHECK(chinese().text(rendered->notes[1].text).find("U+2CB4E") != std::string::npos);
}

TEST_CASE("a drawn character stands where a written one would", "[reports][pdf]") {
    const TemporaryFolder folder;
    const std::string hei = folder.file("hei.pdf"), kai = folder.file("kai.pdf");
    const std::u32string rare = U"𬭎";
    REQUIRE(reports::render(character_sheets(rare), Format::pdf, hei, chinese()));
    REQUIRE(
        reports::render(character_sheets(rare), Format::pdf, kai, chinese(), {},
                        {.font = "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf"}));

    const auto page = drawn_pages(hei).at(0);
    const std::int64_t inside = page.ink(0, 0, 20, 20);
    CHECK(inside > 300);
    CHECK(page.ink(0, 0, page.width, page.height) == inside);  // none outside its cell
    CHECK(drawn_pages(kai).at(0).ink(0, 0, 20, 20) == inside);
}

TEST_CASE("a font that cannot be used is refused before anything is written", "[reports][pdf]") {
    const TemporaryFolder folder;
    const std::string pdf = folder.file("x.pdf");

    const auto rendered = reports::render(detail_ledger(1), Format::pdf, pdf, chinese(), {},
                                          {.font = folder.write("bad.ttf", "none")});

    REQUIRE_FALSE(rendered);
    CHECK(rendered.error().code == "report.font.unusable");
    CHECK_FALSE(std::filesystem::exists(pdf));
}

TEST_CASE("a file that cannot be written is told, and an older one is kept", "[reports][pdf]") {
    const TemporaryFolder folder;
    for (const char* const name : {"x.pdf", "x.xlsx", "x.csv", "x.txt"}) {
        CAPTURE(name);
        const std::string path = folder.file("absent/") + name;

        const auto rendered = reports::render(detail_ledger(1), *reports::format_of(name), path,
                                              chinese());

        REQUIRE_FALSE(rendered);
        CHECK(rendered.error().code == "report.file.not_written");
    }
}

TEST_CASE("stopping leaves neither a part nor a changed file", "[reports][pdf]") {
    for (const char* const name : {"x.pdf", "x.xlsx", "x.csv", "x.txt"}) {
        CAPTURE(name);
        const TemporaryFolder folder;
        const std::string path = folder.write(name, "older");
        const auto stop = [](std::int64_t) { throw std::runtime_error{"cancelled"}; };

        CHECK_THROWS_AS(
            reports::render(detail_ledger(1500), *reports::format_of(name), path, chinese(), stop),
            std::runtime_error);

        CHECK(content_of(path) == "older");
        CHECK(std::distance(std::filesystem::directory_iterator{folder.path()}, {}) == 1);
    }
}

TEST_CASE("the format follows from the name", "[reports][render]") {
    CHECK(reports::format_of("a/b.c/账.PDF") == Format::pdf);
    CHECK(reports::format_of("x.xlsx") == Format::xlsx);
    CHECK(reports::format_of("x.csv") == Format::csv);
    CHECK(reports::format_of("x.txt") == Format::text);
    CHECK(reports::format_of("x.docx") == std::nullopt);
    CHECK(reports::format_of("pdf") == std::nullopt);
}
