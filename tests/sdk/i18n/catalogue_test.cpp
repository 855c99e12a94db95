#include "zhangfang/i18n/catalogue.h"

#include <cstdint>
#include <cstdlib>
#include <vector>

#include "support/catch.h"
#include "support/folders.h"
#include "support/temporary_folder.h"

using namespace zf;
using test::TemporaryFolder;

namespace {

struct Entry {
    std::string id, text;
};

// A .mo file as msgfmt lays it out: header, table of ids, table of texts, then the texts with their
// NUL.
std::string mo_bytes(const std::vector<Entry>& entries, bool big_endian = false) {
    std::string tables, texts;
    const auto append = [&](std::string& to, std::size_t number) {
        for (int i = 0; i < 4; ++i)
            to += static_cast<char>(number >> (8 * (big_endian ? 3 - i : i)) & 0xff);
    };
    const std::size_t text_start = 28 + entries.size() * 16;
    for (const auto member : {&Entry::id, &Entry::text})
        for (const Entry& entry : entries) {
            append(tables, (entry.*member).size());
            append(tables, text_start + texts.size());
            texts += entry.*member + '\0';
        }
    std::string bytes;
    for (const std::size_t number :
         {std::size_t{0x950412de}, std::size_t{0}, entries.size(), std::size_t{28},
          28 + entries.size() * 8, std::size_t{0}, std::size_t{28}})
        append(bytes, number);
    return bytes + tables + texts;
}

const std::vector<Entry> canteen{{"", "Language: zh_CN\n"},
                                 {", ", "、"},
                                 {"Entered", "已录入"},
                                 {"Posted", "已记账"},
                                 {"Voucher {0} is {1}.", "凭证 {0} {1}。"},
                                 {"{0} of {1}", "共 {1}，其中 {0}"}};

Catalogue canteen_catalogue() {
    const TemporaryFolder folder;
    Catalogue catalogue{"zh_CN"};
    REQUIRE(catalogue.add_file(folder.write("zf.mo", mo_bytes(canteen))));
    return catalogue;
}

}  // namespace

TEST_CASE("a text is found in its catalogue, and answers with its id where there is none",
          "[i18n][catalogue]") {
    const Catalogue catalogue = canteen_catalogue();

    CHECK(catalogue.text("Posted") == "已记账");
    CHECK(catalogue.text("Closed") == "Closed");
    CHECK(catalogue.has("Posted"));
    CHECK_FALSE(catalogue.has("Closed"));
    CHECK_FALSE(catalogue.has(""));  // the header is no text
}

TEST_CASE("both byte orders of a compiled catalogue are read", "[i18n][catalogue]") {
    const TemporaryFolder folder;
    Catalogue catalogue{"zh_CN"};

    REQUIRE(catalogue.add_file(folder.write("zf.mo", mo_bytes(canteen, true))));

    CHECK(catalogue.text("Posted") == "已记账");
}

TEST_CASE("of a plural entry the singular is taken", "[i18n][catalogue]") {
    const TemporaryFolder folder;
    Catalogue catalogue{"en"};
    const std::string id{"{0} row\0{0} rows", 16}, text{"{0} line\0{0} lines", 18};

    REQUIRE(catalogue.add_file(folder.write("zf.mo", mo_bytes({{id, text}}))));

    CHECK(catalogue.text(Message{"{0} row", {std::int64_t{1}}}) == "1 line");
}

TEST_CASE("arguments are written by their kind and stand where the language wants them",
          "[i18n][catalogue]") {
    const Catalogue catalogue = canteen_catalogue();

    CHECK(catalogue.text(Message{"{0} of {1}", {Money::fen(-123456), std::int64_t{1234567}}}) ==
          "共 1234567，其中 -1,234.56");
    CHECK(catalogue.written(Argument{Date(2008, 1, 31)}) == "2008-01-31");
    CHECK(catalogue.written(Argument{Month(2008, 1)}) == "2008-01");
    CHECK(catalogue.written(Argument{Quantity::micro(1234500000)}) == "1,234.5");
    CHECK(catalogue.written(Argument{Price::e8(350000000)}) == "3.5");
    CHECK(catalogue.written(Argument{Rate::percent(8)}) == "0.08");
}

TEST_CASE("a text argument that is an id itself is translated, and a list of ids too",
          "[i18n][catalogue]") {
    const Catalogue catalogue = canteen_catalogue();
    const auto sentence = [&](std::string state) {
        return catalogue.text(
            Message{"Voucher {0} is {1}.", {std::string{"记-17"}, std::move(state)}});
    };

    CHECK(sentence("Posted") == "凭证 记-17 已记账。");
    CHECK(sentence("Entered, Posted") == "凭证 记-17 已录入、已记账。");
    CHECK(sentence("Entered, Fish") == "凭证 记-17 Entered, Fish。");  // a name, no list of ids
}

TEST_CASE("braces that name no argument stay as they are", "[i18n][catalogue]") {
    const Catalogue catalogue{"en"};

    CHECK(catalogue.text(Message{"{0} {1} {x} {", {std::string{"{0}"}}}) == "{0} {1} {x} {");
    CHECK(catalogue.text(Message{"{", {}}) == "{");
    CHECK(catalogue.text(Message{"{0", {std::int64_t{1}}}) == "{0");
}

TEST_CASE("a damaged catalogue is refused as a whole, wherever it was cut or changed",
          "[i18n][catalogue]") {
    const TemporaryFolder folder;
    const std::string sound = mo_bytes(canteen);

    for (std::size_t length = 0; length < sound.size() - 1; ++length) {
        Catalogue catalogue{"zh_CN"};
        INFO("cut to " << length);
        CHECK_FALSE(catalogue.add_file(folder.write("cut.mo", sound.substr(0, length))));
        CHECK_FALSE(catalogue.has("Entered"));
    }
    // An offset of 4 GiB − 1 in the header, and in the first row of each table.
    for (const std::size_t at : {8U, 12U, 16U, 28U, 32U, 76U, 80U}) {
        Catalogue catalogue{"zh_CN"};
        INFO("offset at " << at);
        std::string damaged = sound;
        damaged.replace(at, 4, "\xff\xff\xff\xff");
        CHECK_FALSE(catalogue.add_file(folder.write("damaged.mo", damaged)));
        CHECK_FALSE(catalogue.has("Entered"));
    }
    CHECK_FALSE(Catalogue{"zh_CN"}.add_file(folder.file("absent.mo")));
}

TEST_CASE("all catalogues of a language are loaded from its folder", "[i18n][catalogue]") {
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder.path() / "zh_TW/LC_MESSAGES");
    folder.write("zh_TW/LC_MESSAGES/a.mo", mo_bytes({{"Voucher", "傳票"}}));
    folder.write("zh_TW/LC_MESSAGES/b.mo", mo_bytes({{"Account", "科目"}}));
    folder.write("zh_TW/LC_MESSAGES/c.po", "msgid \"Month\"");

    const Catalogue catalogue = load_catalogue("zh_TW", folder.path());

    CHECK(catalogue.language() == "zh_TW");
    CHECK(catalogue.text("Voucher") == "傳票");
    CHECK(catalogue.text("Account") == "科目");
    CHECK_FALSE(load_catalogue("en", folder.path()).has("Voucher"));
}

TEST_CASE("the sdk's own catalogues are built and found", "[i18n][catalogue]") {
    const auto folder = test::build_folder() / "share/zhangfang/locale";

    CHECK(load_catalogue("zh_CN", folder).text(", ") == "、");
    CHECK(load_catalogue("zh_TW", folder).text(", ") == "、");
}

TEST_CASE("the language follows the system's locale, Chinese first on a Chinese system",
          "[i18n][catalogue]") {
    CHECK(language_for_locale("zh_CN.UTF-8") == "zh_CN");
    CHECK(language_for_locale("zh_SG") == "zh_CN");
    CHECK(language_for_locale("zh") == "zh_CN");
    CHECK(language_for_locale("zh_TW.UTF-8") == "zh_TW");
    CHECK(language_for_locale("zh_HK.big5@stroke") == "zh_TW");
    CHECK(language_for_locale("zh_Hant_MO") == "zh_TW");
    CHECK(language_for_locale("en_US.UTF-8") == "en");
    CHECK(language_for_locale("C") == "en");
    CHECK(language_for_locale("") == "en");
}
