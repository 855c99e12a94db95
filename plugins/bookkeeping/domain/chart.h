#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "zhangfang/ledger/book_kind.h"

namespace zf::bookkeeping {

// Reads a chart as it ships: a heading, then code, name, class, side, feature, journal (yes or no).
// The file is part of the program, so a row that cannot be read is a fault of the program.
Chart read_chart(std::string name, std::string regulation, std::string_view csv);

// What a kind of book makes of the chart it starts from (step C4 of the canteen): keeps some codes,
// deletes all others, adds its own.
struct ChartPlan {
    std::vector<std::string> kept;
    std::vector<ChartRow> added;
    std::vector<ChartRow> optional;  // added only where the unit keeps them
};

struct PlannedChart {
    std::vector<ChartRow> rows;
    std::vector<ChartRow> deleted;  // shown to whoever set up the book
};

// `wanted`: codes of the optional rows that this book keeps. Codes that are not optional are
// ignored.
PlannedChart planned(const Chart& chart, const ChartPlan& plan,
                     const std::vector<std::string>& wanted);

}  // namespace zf::bookkeeping
