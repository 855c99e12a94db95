#include "commands/finding_answer.h"

#include "zhangfang/model/answer.h"
#include "zhangfang/model/message_value.h"

namespace zf::bookkeeping {

static std::string name_of_level(Level level) {
    switch (level) {
        case Level::notice: return "notice";
        case Level::alert: return "alert";
        case Level::error: return "error";
        case Level::fatal: return "fatal";
    }
    ZF_ASSERT(false);
    return {};
}

List finding_rows(const Problems& findings) {
    List rows;
    for (const Problem& finding : findings)
        rows.emplace_back(Record{{"code", finding.code},
                                 {"level", name_of_level(finding.level)},
                                 {"message", message_value(finding.text)},
                                 {"field", finding.place.field},
                                 {"line", finding.place.line}});
    return rows;
}

std::vector<FieldInfo> finding_columns() {
    FieldInfo level = column("level", "Severity");
    level.choices = {
        {"notice", "Notice"}, {"alert", "Warning"}, {"error", "Error"}, {"fatal", "Error"}};
    return {column("code", "Code"), level, column("message", "Finding", ValueType::record),
            column("field", "Field"), column("line", "Line", ValueType::integer)};
}

FieldInfo findings_column(const char* name) {
    return rows_of("Findings", finding_columns(), name);
}

}  // namespace zf::bookkeeping
