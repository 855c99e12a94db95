#include "zhangfang/report/grouping.h"

#include <string>
#include <vector>

#include "support/catch.h"

using namespace zf;

static const std::vector<ReportColumn> columns{
    {.name = "name", .label = "Account", .width = 300},
    {.name = "amount", .label = "Amount", .type = ValueType::money, .total = Total::sum},
};

static ReportRow row_of(std::vector<std::string> groups, std::string name, int yuan) {
    ReportRow row;
    row.cells = {{.value = name}, {.value = Money::yuan(yuan)}};
    for (const std::string& group : groups) row.groups.push_back({.value = group});
    return row;
}

// Each row as "kind name amount".
static std::vector<std::string> lines_of(std::vector<ReportRow> rows, std::size_t levels) {
    const auto cursor = grouped(cursor_over(std::move(rows)), columns, levels);
    std::vector<std::string> lines;
    ReportRow row;
    while (cursor->next(row)) {
        std::string line = row.kind == RowKind::heading    ? "heading"
                           : row.kind == RowKind::subtotal ? "subtotal"
                                                           : "row";
        for (const Cell& cell : row.cells) line += " " + cell.value.plain_text();
        lines.push_back(line);
    }
    return lines;
}

TEST_CASE("each group has its heading and its subtotal", "[report][grouping]") {
    const auto lines = lines_of({row_of({"Assets"}, "cash", 5), row_of({"Assets"}, "bank", 7),
                                 row_of({"Funds"}, "mess fee", 12)},
                                1);

    CHECK(lines == std::vector<std::string>{"heading Assets", "row cash 5.00", "row bank 7.00",
                                            "subtotal Subtotal 12.00", "heading Funds",
                                            "row mess fee 12.00", "subtotal Subtotal 12.00"});
}

TEST_CASE("an outer group closes the inner ones", "[report][grouping]") {
    const auto lines = lines_of(
        {row_of({"A", "x"}, "1", 1), row_of({"A", "y"}, "2", 2), row_of({"B", "y"}, "3", 4)}, 2);

    CHECK(lines == std::vector<std::string>{"heading A", "heading x", "row 1 1.00",
                                            "subtotal Subtotal 1.00", "heading y", "row 2 2.00",
                                            "subtotal Subtotal 2.00",
                                            "subtotal Subtotal 3.00",                // of A: 1 + 2
                                            "heading B", "heading y", "row 3 4.00",  // another y
                                            "subtotal Subtotal 4.00", "subtotal Subtotal 4.00"});
}

TEST_CASE("without rows there are no groups", "[report][grouping]") {
    CHECK(lines_of({}, 1).empty());
}

TEST_CASE("voided rows and parts are shown in their group, not summed", "[report][grouping]") {
    auto rows = std::vector{row_of({"A"}, "1", 1), row_of({"A"}, "2", 2), row_of({"A"}, "3", 4)};
    rows[1].is_voided = true;
    rows[2].kind = RowKind::part;

    CHECK(lines_of(rows, 1).back() == "subtotal Subtotal 1.00");
}
