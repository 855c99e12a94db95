#include "zhangfang_reports/font.h"

#include <fstream>
#include <string>

#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace zf;
using namespace zf::reports;

static const std::string zen_hei = "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc";
static const std::string wen_kai = "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf";

TEST_CASE("the fonts that reports use have every character as an outline of its own",
          "[reports][font]") {
    const Result<Font> hei = Font::load(zen_hei);
    REQUIRE(hei);
    CHECK(hei->family() == "WenQuanYi Zen Hei");
    CHECK(hei->is_collection());
    CHECK(hei->has(U'账'));

    const Result<Font> kai = Font::load(wen_kai);
    REQUIRE(kai);
    CHECK(kai->family() == "LXGW WenKai");
    CHECK_FALSE(kai->is_collection());
}

TEST_CASE("without a configured font the first usable one is taken", "[reports][font]") {
    const Result<Font> font = report_font();

    REQUIRE(font);
    CHECK(font->path() == zen_hei);
    CHECK(font->index() == 0);
}

TEST_CASE("a font that comes with the program goes before those of the system", "[reports][font]") {
    const Result<Font> font = report_font({}, {"/usr/share/fonts/truetype/lxgw-wenkai"});

    REQUIRE(font);
    CHECK(font->path() == wen_kai);
}

TEST_CASE("a collection holds the fonts that it holds and no more", "[reports][font]") {
    CHECK(Font::load(zen_hei, 2));
    CHECK_FALSE(Font::load(zen_hei, 3));
    CHECK_FALSE(Font::load(zen_hei, -1));
}

TEST_CASE("a font that would lose parts of characters is refused", "[reports][font]") {
    const std::string droid = "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf";
    std::ifstream present{droid};
    if (!present) return;  // installed with other packages only

    const Result<Font> font = Font::load(droid);

    REQUIRE_FALSE(font);
    CHECK(font.error().code == "report.font.unusable");
    CHECK(font.error().text.id.find("from parts") != std::string::npos);
}

TEST_CASE("what is no font is refused with its reason", "[reports][font]") {
    const test::TemporaryFolder folder;
    const auto reason = [](const std::string& path) { return Font::load(path).error().text.id; };

    CHECK(reason(folder.file("absent.ttf")) == "The font {0} cannot be read. Choose another one.");
    CHECK(reason(folder.write("text.ttf", "no font at all")) ==
          "The font {0} is no TrueType file. Choose a .ttf or .ttc file.");
    const std::string whole = test::content_of(wen_kai);
    for (const std::size_t length : {12U, 100U, 1000U, 100'000U, 5'000'000U}) {
        CAPTURE(length);
        CHECK_FALSE(Font::load(folder.write("torn.ttf", whole.substr(0, length))));
    }
}

TEST_CASE("widths are those of the font", "[reports][font]") {
    const Result<Font> font = Font::load(wen_kai);
    REQUIRE(font);
    const TextMeasure measure = font->measure();

    CHECK(measure.advance(U'账') == 1000);
    CHECK(measure.advance(U'1') == measure.advance(U'8'));  // figures stand in line
    CHECK(measure.advance(U'i') < 1000);
    CHECK(measure.width("账房", 30) == 60);
}

TEST_CASE("rare characters are found in other installed fonts", "[reports][font]") {
    const Result<Font> font = Font::load(zen_hei);
    REQUIRE(font);
    CHECK_FALSE(font->has(U'𬭎'));

    bool found = false;
    for (const Font& other : fallback_fonts(*font)) {
        CHECK(other.path() != zen_hei);
        found = found || !other.outline_of(U'𬭎').empty();
    }
    CHECK(found);
}
