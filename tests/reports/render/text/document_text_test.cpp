#include <cstdlib>
#include <fstream>
#include <sstream>

#include "reports/support/sample_documents.h"
#include "support/catch.h"
#include "support/folders.h"
#include "support/temporary_folder.h"
#include "zhangfang_reports/text.h"

using namespace zf;
using namespace zf::test;

// Compares with tests/golden/reports/<name>. ZF_GOLDEN=write writes the file anew instead; then
// read it as a user would before it is committed.
static void check_golden(const std::string& name, const std::string& text) {
    const auto path = source_folder() / "tests" / "golden" / "reports" / name;
    const char* const wish = std::getenv("ZF_GOLDEN");
    if (wish != nullptr && std::string{wish} == "write") {
        std::ofstream{path, std::ios::binary} << text;
        return;
    }
    CHECK(text == content_of(path));
}

static std::string pages_as_text(const Document& document) {
    std::string all;
    for (const auto& page : pages_of(document)) all += reports::page_as_text(page) + "\f\n";
    return all;
}

TEST_CASE("a ledger in a terminal", "[reports][text][golden]") {
    std::ostringstream out;
    const std::int64_t rows = reports::write_text(detail_ledger(5), chinese(), out);

    CHECK(rows == 8);
    check_golden("ledger.txt", out.str());
}

TEST_CASE("a ledger on paper carries over and is crossed out", "[reports][text][golden]") {
    Document ledger = detail_ledger(9);
    std::get<TableBlock>(ledger.blocks[1]).rows_per_page = 8;

    check_golden("ledger_pages.txt", pages_as_text(ledger));
}

TEST_CASE("two vouchers on a page", "[reports][text][golden]") {
    check_golden("vouchers.txt", pages_as_text(voucher_book(2, Paper::a4_two_up)));
}

TEST_CASE("columns stand in line whatever the widths of their characters", "[reports][text]") {
    std::ostringstream out;
    reports::write_text(detail_ledger(5), chinese(), out);

    std::istringstream lines{out.str()};
    std::string line;
    int amounts = 0;
    while (std::getline(lines, line)) {
        const std::size_t end = line.find("12.34");
        if (end == std::string::npos) continue;
        ++amounts;
        // 2008年/月 and 2008年/日 are 9 wide, 凭证字号 8, the longest summary 21, each and 2
        // blanks.
        CHECK(reports::column_count(std::string_view{line}.substr(0, end)) == 55);
    }
    CHECK(amounts == 5);
}

TEST_CASE("wide characters take two columns, marks none", "[reports][text]") {
    CHECK(reports::column_count("账房") == 4);
    CHECK(reports::column_count("1,234.56") == 8);
    CHECK(reports::column_count("（３）") == 6);
    CHECK(reports::column_count("𬭎") == 2);
    CHECK(reports::column_count("e\u0301") == 1);
    CHECK(reports::column_count("") == 0);
}
