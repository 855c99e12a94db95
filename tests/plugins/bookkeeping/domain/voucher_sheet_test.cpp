#include "domain/voucher_sheet.h"

#include "support/catch.h"

using namespace zf;
using namespace zf::bookkeeping;

// Debit lines of 1.00, 2.00, 3.00 …, the last one the credit that balances them.
static std::vector<SheetLine> lines_of(int count) {
    std::vector<SheetLine> lines;
    Money total;
    for (int line = 1; line < count; ++line) {
        lines.push_back({.summary = "买菜", .account = "401", .debit = Money::yuan(line)});
        total += Money::yuan(line);
    }
    lines.push_back({.summary = "买菜", .account = "101", .credit = total});
    return lines;
}

TEST_CASE("a voucher of as many lines as the sheet has takes one sheet", "[bk][voucher_sheet]") {
    const auto sheets = sheets_of(lines_of(5), 5);

    REQUIRE(sheets.size() == 1);
    CHECK(sheets[0].lines.size() == 5);
    CHECK(sheets[0].is_last());
    CHECK_FALSE(sheets[0].brings_forward);
    CHECK(sheets[0].debit == Money::yuan(10));  // 1 + 2 + 3 + 4
    CHECK(sheets[0].credit == Money::yuan(10));
}

TEST_CASE("one line more goes on a second sheet, which brings the sums forward",
          "[bk][voucher_sheet]") {
    const auto sheets = sheets_of(lines_of(6), 5);

    REQUIRE(sheets.size() == 2);
    CHECK(sheets[0].lines.size() == 5);
    CHECK_FALSE(sheets[0].is_last());
    CHECK(sheets[0].debit == Money::yuan(15));  // 1 + 2 + 3 + 4 + 5
    CHECK(sheets[0].credit == Money{});
    CHECK(sheets[1].number == 2);
    CHECK(sheets[1].count == 2);
    CHECK(sheets[1].brings_forward);
    CHECK(sheets[1].brought_debit == Money::yuan(15));
    CHECK(sheets[1].lines.size() == 1);
    CHECK(sheets[1].credit == Money::yuan(15));
}

TEST_CASE("a later sheet gives one of its lines to what is brought forward",
          "[bk][voucher_sheet]") {
    CHECK(sheets_of(lines_of(9), 5).size() == 2);   // 5 + 4
    CHECK(sheets_of(lines_of(10), 5).size() == 3);  // 5 + 4 + 1
    CHECK(sheets_of(lines_of(13), 5).size() == 3);  // 5 + 4 + 4
}

TEST_CASE("what one sheet carries forward the next one brings", "[bk][voucher_sheet]") {
    const auto sheets = sheets_of(lines_of(40), 5);

    for (std::size_t next = 1; next < sheets.size(); ++next) {
        CHECK(sheets[next].brought_debit == sheets[next - 1].debit);
        CHECK(sheets[next].brought_credit == sheets[next - 1].credit);
    }
    CHECK(sheets.back().debit == sheets.back().credit);
}

TEST_CASE("a voucher without lines has an empty sheet", "[bk][voucher_sheet]") {
    const auto sheets = sheets_of({}, 5);

    REQUIRE(sheets.size() == 1);
    CHECK(sheets[0].lines.empty());
}
