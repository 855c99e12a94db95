#include "zhangfang/command/command.h"

namespace zf {

FieldInfo answer_field(std::string name, std::string label, ValueType type) {
    return {.name = std::move(name), .label = std::move(label), .type = type};
}

FieldInfo answer_rows(std::vector<FieldInfo> columns) {
    return {.name = "rows",
            .label = "Rows",
            .type = ValueType::list,
            .item = ValueType::record,
            .lines = std::move(columns)};
}

}  // namespace zf
