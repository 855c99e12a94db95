#pragma once

#include "zhangfang/i18n/catalogue.h"
#include "zhangfang/model/field.h"
#include "zhangfang/report/document.h"

namespace zf::cli {

// The answer of a reading command laid out as a document: single values in a line, lists as tables.
// It refers to the answer, which must outlive it.
Document document_of(const Record& result, const std::vector<FieldInfo>& answer,
                     const Catalogue& catalogue);

}  // namespace zf::cli
