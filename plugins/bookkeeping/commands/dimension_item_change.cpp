#include "commands/dimension_item_change.h"

#include "zhangfang/ledger/store/accounts.h"

namespace zf::bookkeeping {

static std::vector<Field<DimensionItem>> item_fields() {
    return {field("item", &DimensionItem::code, "Item"),
            field("name", &DimensionItem::name, "Item name"),
            field("kind", &DimensionItem::kind, "Dimension kind"),
            field("direction", &DimensionItem::direction, "Direction")
                .choices({{"income", "Income"}, {"expense", "Expenditure"}}),
            field("enabled", &DimensionItem::is_enabled, "In use"),
            field("id", &DimensionItem::id, "Number")};
}

Record item_values(const DimensionItem& item) {
    return to_record(item_fields(), item);
}

std::vector<FieldInfo> item_columns() {
    std::vector<FieldInfo> columns;
    for (const Field<DimensionItem>& each : item_fields()) columns.push_back(each.info);
    return columns;
}

Result<Changes> change_stored_item(CommandContext& context, const DimensionItemChange& which,
                                   const std::function<DimensionItem(DimensionItem)>& change,
                                   const char* said) {
    const Result<Book> book = book_of(context.transaction(), which.book);
    if (!book) return book.error();
    const auto stored = AccountStore{context.transaction(), book->id}.dimension_item(which.kind,
                                                                                     which.item);
    if (!stored)
        return Problem{.code = "bk.dimension_item.unknown",
                       .text = {"There is no item {0} of {1}. Choose one from the list (F7).",
                                {which.item, which.kind}},
                       .place = {"item"}};
    const DimensionItem changed = change(*stored);
    Changes changes;
    const auto written = zf::save_dimension_item(writing_in(context, changes), book->id, changed);
    if (!written) return written.error();
    note(changes, written->touched);
    changes.differences = differences_between(item_columns(), stored->code, item_values(*stored),
                                              item_values(changed));
    changes.changed = {{"bk.dimension_item", {written->id}}};
    changes.said = {said, {changed.code, changed.name}};
    return changes;
}

}  // namespace zf::bookkeeping
