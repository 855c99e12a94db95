#pragma once

#include "domain/publication.h"
#include "zhangfang/model/field.h"

namespace zf::bookkeeping {

// 伙食公布表 as an answer: its figures by name, its sections as lists.
Record publication_values(const Publication& table);
std::vector<FieldInfo> publication_columns();

}  // namespace zf::bookkeeping
