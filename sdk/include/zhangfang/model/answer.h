#pragma once

#include <string>
#include <utility>
#include <vector>

#include "zhangfang/model/field.h"

namespace zf {

// A value that a reading command answers, or a column of the rows it answers.
inline FieldInfo column(std::string name, std::string label, ValueType type = ValueType::text) {
    FieldInfo info;
    info.name = std::move(name);
    info.label = std::move(label);
    info.type = type;
    return info;
}

// The rows themselves, under the name "rows" unless there are several lists.
inline FieldInfo rows_of(std::string label, std::vector<FieldInfo> columns,
                         std::string name = "rows") {
    FieldInfo info = column(std::move(name), std::move(label), ValueType::list);
    info.item = ValueType::record;
    info.lines = std::move(columns);
    return info;
}

}  // namespace zf
