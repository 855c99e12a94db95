#include "domain/chart.h"

#include <algorithm>

#include "zhangfang/base/text.h"

namespace zf::bookkeeping {

template <class E>
static E read_enum(const std::string& text) {
    const auto found = enum_from<E>(text);
    ZF_ASSERT(found.has_value());
    return *found;
}

static ChartRow read_row(const std::string& line) {
    const std::vector<std::string> cells = split(line, ',');
    ZF_ASSERT(cells.size() == 6);
    return {.code = cells[0],
            .name = cells[1],
            .account_class = read_enum<AccountClass>(cells[2]),
            .normal_side = read_enum<Side>(cells[3]),
            .feature = read_enum<AccountFeature>(cells[4]),
            .is_journal = cells[5] == "yes"};
}

Chart read_chart(std::string name, std::string regulation, std::string_view csv) {
    Chart chart{.name = std::move(name), .regulation = std::move(regulation)};
    const std::vector<std::string> lines = split(csv, '\n');
    for (std::size_t index = 1; index < lines.size(); ++index)
        if (!lines[index].empty()) chart.rows.push_back(read_row(lines[index]));
    return chart;
}

static bool contains(const std::vector<std::string>& codes, const std::string& code) {
    return std::find(codes.begin(), codes.end(), code) != codes.end();
}

PlannedChart planned(const Chart& chart, const ChartPlan& plan,
                     const std::vector<std::string>& wanted) {
    PlannedChart result;
    for (const ChartRow& row : chart.rows)
        (contains(plan.kept, row.code) ? result.rows : result.deleted).push_back(row);
    result.rows.insert(result.rows.end(), plan.added.begin(), plan.added.end());
    for (const ChartRow& row : plan.optional)
        if (contains(wanted, row.code)) result.rows.push_back(row);
    return result;
}

}  // namespace zf::bookkeeping
