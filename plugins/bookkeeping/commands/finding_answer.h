#pragma once

#include "zhangfang/model/field.h"
#include "zhangfang/model/value.h"
#include "zhangfang/rules/problem.h"

namespace zf::bookkeeping {

// What rules found, as rows of an answer.
List finding_rows(const Problems& findings);
FieldInfo findings_column(const char* name = "findings");
std::vector<FieldInfo> finding_columns();

}  // namespace zf::bookkeeping
