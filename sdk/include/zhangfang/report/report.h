#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "zhangfang/model/field.h"
#include "zhangfang/report/document.h"
#include "zhangfang/report/grouping.h"
#include "zhangfang/rules/problem.h"

namespace zf {

class ReadContext;  // sdk/command
class Reader;       // sdk/store

// A report without its query type.
struct ReportInfo {
    std::string name;  // "bk.account_balances"
    std::string title;
    std::string help;
    std::string permission;
    std::string group;  // heading in the report tree
    std::vector<FieldInfo> parameters;
    bool counts_prints = false;  // documents whose print count rises with a delivery
};

struct ReportEntry {
    ReportInfo info;
    std::function<Result<std::string>(const Record&, Reader)> place_of;
    std::function<Result<Document>(const Record&, ReadContext&)> build;
};

// The usual report: a heading and one table. `rows` answers with a pull cursor; it may be asked
// again.
template <class Q>
struct TableReport {
    std::string name;
    std::string title;
    std::string help;
    std::string permission;
    std::string group;
    std::function<Result<std::string>(const Record&, Reader)> place_of;
    std::vector<Field<Q>> parameters;
    std::vector<ReportColumn> columns;
    std::vector<std::string> signatures;
    PageSetup page;
    bool has_totals = false;
    std::size_t group_levels = 0;  // how many groups every row names: headings and subtotals
    std::function<Result<std::vector<KeyValue>>(const Q&, ReadContext&)> heading;
    std::function<std::unique_ptr<RowCursor>(const Q&, ReadContext&)> rows;
};

// A report that lays out its own document: official sheets, books, vouchers.
template <class Q>
struct FormReport {
    std::string name;
    std::string title;
    std::string help;
    std::string permission;
    std::string group;
    std::function<Result<std::string>(const Record&, Reader)> place_of;
    std::vector<Field<Q>> parameters;
    bool counts_prints = false;
    std::function<Result<Document>(const Q&, ReadContext&)> build;
};

template <class Q>
ReportEntry entry_of(const FormReport<Q>& report) {
    ReportEntry entry;
    entry.info = {.name = report.name,
                  .title = report.title,
                  .help = report.help,
                  .permission = report.permission,
                  .group = report.group,
                  .counts_prints = report.counts_prints};
    for (const auto& each : report.parameters) entry.info.parameters.push_back(each.info);
    entry.place_of = report.place_of;
    entry.build = [fields = report.parameters, build = report.build](const Record& record,
                                                                     ReadContext& context) {
        return build(from_record(fields, record), context);
    };
    return entry;
}

template <class Q>
ReportEntry entry_of(const TableReport<Q>& report) {
    ReportEntry entry;
    entry.info = {.name = report.name,
                  .title = report.title,
                  .help = report.help,
                  .permission = report.permission,
                  .group = report.group};
    for (const auto& each : report.parameters) entry.info.parameters.push_back(each.info);
    entry.place_of = report.place_of;
    entry.build = [report](const Record& record, ReadContext& context) -> Result<Document> {
        auto query = std::make_shared<Q>(from_record(report.parameters, record));
        Document document{.name = report.name,
                          .title = report.title,
                          .signatures = report.signatures,
                          .page = report.page};
        if (report.heading) {
            auto heading = report.heading(*query, context);
            if (!heading) return heading.error();
            document.heading = *std::move(heading);
        }
        TableBlock table{.columns = report.columns, .has_totals = report.has_totals};
        table.rows = [report, query, &context] {
            auto rows = report.rows(*query, context);
            if (report.group_levels == 0) return rows;
            return grouped(std::move(rows), report.columns, report.group_levels);
        };
        document.blocks.emplace_back(std::move(table));
        return document;
    };
    return entry;
}

}  // namespace zf
