#include "engine/cell_text.h"

#include <cstdint>
#include <limits>

#include "reports/support/sample_documents.h"
#include "support/catch.h"

using namespace zf;
using namespace zf::reports;

static std::string text_of(const Value& value, int decimals = 0) {
    std::string out;
    append_value(out, value, decimals);
    return out;
}

static std::string cell_of(const Cell& cell, RowKind kind, bool zero_is_blank = true,
                           bool is_monochrome = false) {
    ReportColumn column{.name = "amount", .type = ValueType::money};
    column.zero_is_blank = zero_is_blank;
    std::string out;
    append_cell(out, cell, column, kind, test::chinese(), is_monochrome);
    return out;
}

TEST_CASE("amounts have thousands commas and two decimals", "[reports][cell_text]") {
    CHECK(text_of(Money::fen(0)) == "0.00");
    CHECK(text_of(Money::fen(7)) == "0.07");
    CHECK(text_of(Money::fen(-7)) == "-0.07");
    CHECK(text_of(Money::fen(99'999)) == "999.99");
    CHECK(text_of(Money::fen(100'000)) == "1,000.00");
    CHECK(text_of(Money::fen(-123'456'789)) == "-1,234,567.89");
    CHECK(text_of(Money::fen(std::numeric_limits<std::int64_t>::min())) ==
          "-92,233,720,368,547,758.08");
}

TEST_CASE("quantities, prices and rates keep their own decimals", "[reports][cell_text]") {
    CHECK(text_of(Quantity::micro(1'234'500'000)) == "1,234.5");
    CHECK(text_of(Quantity::micro(1'234'500'000), 3) == "1,234.500");
    CHECK(text_of(Quantity::micro(1'234'567'891), 3) == "1,234.567891");
    CHECK(text_of(Quantity::micro(1)) == "0.000001");
    CHECK(text_of(Price::e8(123'456'789)) == "1.23456789");
    CHECK(text_of(Price::e8(120'000'000), 2) == "1.20");
    CHECK(text_of(Rate::ppm(3'000)) == "0.3%");
    CHECK(text_of(Rate::percent(110)) == "110%");
}

TEST_CASE("other values are written as people read them", "[reports][cell_text]") {
    CHECK(text_of(Value{}) == "");
    CHECK(text_of(true) == "√");
    CHECK(text_of(false) == "");
    CHECK(text_of(std::int64_t{2008}) == "2008");  // no comma: years and numbers of vouchers
    CHECK(text_of(Date{2008, 1, 31}) == "2008-01-31");
    CHECK(text_of(Month{2008, 1}) == "2008-01");
}

TEST_CASE("zero is blank in the lines of a book and 0.00 in its totals", "[reports][cell_text]") {
    const Cell zero{.value = Money{}};

    CHECK(cell_of(zero, RowKind::detail) == "");
    CHECK(cell_of(zero, RowKind::carried) == "");
    CHECK(cell_of(zero, RowKind::total) == "0.00");
    CHECK(cell_of(zero, RowKind::subtotal) == "0.00");
    CHECK(cell_of(zero, RowKind::detail, false) == "0.00");
}

TEST_CASE("only a cell that says so is translated", "[reports][cell_text]") {
    CHECK(cell_of(words("Total"), RowKind::detail) == "合计");
    CHECK(cell_of({.value = "Total"}, RowKind::detail) == "Total");  // what an operator typed
    CHECK(cell_of(words("Page {0}", {std::int64_t{3}}), RowKind::detail) == "第 3 页");
}

TEST_CASE("red figures stand in brackets where there is no red", "[reports][cell_text]") {
    CHECK(cell_of({.value = Money::fen(-123'456)}, RowKind::detail) == "-1,234.56");
    CHECK(cell_of({.value = Money::fen(-123'456)}, RowKind::detail, true, true) == "(1,234.56)");
    CHECK(cell_of({.value = Money::fen(123'456)}, RowKind::detail, true, true) == "1,234.56");
}
