#pragma once

#include <functional>

#include "commands/book_context.h"
#include "zhangfang/ledger/account.h"

namespace zf::bookkeeping {

struct DimensionItemChange {
    std::string book;
    std::string kind;
    std::string item;  // code
};

// Loads the item, has it changed, saves it. Problem bk.dimension_item.unknown. `said` names code
// and name.
Result<Changes> change_stored_item(CommandContext& context, const DimensionItemChange& which,
                                   const std::function<DimensionItem(DimensionItem)>& change,
                                   const char* said);

Record item_values(const DimensionItem& item);
std::vector<FieldInfo> item_columns();

}  // namespace zf::bookkeeping
