#include "commands/headcount_answer.h"

#include "commands/set_headcount.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

Record headcount_values(const CanteenHeadcounts& counted) {
    List rows;
    for (const Headcount& row : counted.rows) {
        Record record = to_record(headcount_fields(), row);
        record.set("person_days", std::int64_t{row.persons} * row.days);
        rows.emplace_back(std::move(record));
    }
    Record values{{"month", counted.period.text()},
                  {"person_days", person_days_of(counted.rows)},
                  {"row", std::move(rows)}};
    if (counted.standard) values.set("standard", *counted.standard);
    return values;
}

std::vector<FieldInfo> headcount_columns() {
    std::vector<FieldInfo> lines;
    for (const Field<Headcount>& each : headcount_fields()) lines.push_back(each.info);
    lines.push_back(column("person_days", "Person-days", ValueType::integer));
    return {column("month", "Month"),
            column("standard", "Standard per person-day", ValueType::money),
            column("person_days", "Person-days", ValueType::integer),
            rows_of("Persons and days", std::move(lines), "row")};
}

}  // namespace zf::bookkeeping
