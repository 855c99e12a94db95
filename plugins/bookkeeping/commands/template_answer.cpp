#include "commands/template_answer.h"

#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static std::vector<Field<VoucherTemplate>> template_fields() {
    return {field("template", &VoucherTemplate::code, "Template"),
            field("name", &VoucherTemplate::name, "Template name"),
            field("category", &VoucherTemplate::category, "Category"),
            field("word", &VoucherTemplate::word, "Voucher word"),
            field("summary", &VoucherTemplate::summary, "Summary"),
            field("attachments", &VoucherTemplate::attachments, "Attachments"),
            lines("line", &VoucherTemplate::lines, "Entries", template_line_fields())};
}

Record template_values(const VoucherTemplate& shown) {
    Record record = to_record(template_fields(), shown);
    record.set("questions", write_questions(shown.questions));
    return record;
}

std::vector<FieldInfo> template_columns() {
    std::vector<FieldInfo> columns;
    for (const Field<VoucherTemplate>& each : template_fields()) columns.push_back(each.info);
    columns.push_back(column("questions", "Questions"));
    return columns;
}

}  // namespace zf::bookkeeping
