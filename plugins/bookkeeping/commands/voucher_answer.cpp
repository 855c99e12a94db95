#include "commands/voucher_answer.h"

#include "zhangfang/model/choices.h"

namespace zf::bookkeeping {

static std::string name_in(const OperatorNames& names, std::int64_t operator_id) {
    const auto found = names.find(operator_id);
    return found == names.end() ? "" : found->second;
}

Record voucher_head(const Voucher& voucher, const OperatorNames& names) {
    Record head{{"voucher", VoucherStore::reference_of(voucher)},
                {"date", voucher.date},
                {"month", voucher.period.text()},
                {"word", voucher.word},
                {"number", voucher.number},
                {"state", std::string{name_of(voucher.state)}},
                {"origin", std::string{name_of(voucher.origin)}},
                {"template", voucher.origin_reference},
                {"reference", voucher.reference},
                {"remark", voucher.remark},
                {"marked_wrong", voucher.marked_wrong},
                {"prepared_by", name_in(names, voucher.prepared_by)},
                {"reviewed_by", name_in(names, voucher.reviewed_by)},
                {"signed_by", name_in(names, voucher.signed_by)},
                {"posted_by", name_in(names, voucher.posted_by)},
                {"print_count", voucher.print_count},
                {"unposted_count", voucher.unposted_count},
                {"id", voucher.id.value},
                {"version", voucher.version}};
    if (voucher.attachments) head.set("attachments", *voucher.attachments);
    return head;
}

std::vector<FieldInfo> voucher_head_columns() {
    const auto text = [](const char* name, const char* label) {
        return FieldInfo{.name = name, .label = label, .type = ValueType::text};
    };
    const auto count = [](const char* name, const char* label) {
        return FieldInfo{.name = name, .label = label, .type = ValueType::integer};
    };
    return {text("voucher", "Voucher"),
            {.name = "date", .label = "Date", .type = ValueType::date},
            text("month", "Month"),
            text("word", "Voucher word"),
            count("number", "Voucher number"),
            {.name = "state",
             .label = "State",
             .type = ValueType::text,
             .choices = choices_of<VoucherState>()},
            {.name = "origin",
             .label = "Origin",
             .type = ValueType::text,
             .choices = choices_of<VoucherOrigin>()},
            text("template", "Template"),
            text("reference", "Reference"),
            text("remark", "Remark"),
            text("marked_wrong", "What is wrong"),
            text("prepared_by", "Prepared by"),
            text("reviewed_by", "Reviewed by"),
            text("signed_by", "Signed by"),
            text("posted_by", "Posted by"),
            count("attachments", "Attachments"),
            count("print_count", "Printed"),
            count("unposted_count", "Unposted"),
            count("id", "Number"),
            count("version", "Version")};
}

Record voucher_row(const VoucherRow& row, const OperatorNames& names) {
    Record record = voucher_head(row.voucher, names);
    record.set("summary", row.summary);
    record.set("amount", row.debit.money());
    record.set("lines", row.lines);
    return record;
}

std::vector<FieldInfo> voucher_row_columns() {
    std::vector<FieldInfo> columns = voucher_head_columns();
    columns.push_back({.name = "summary", .label = "Summary", .type = ValueType::text});
    columns.push_back({.name = "amount", .label = "Amount", .type = ValueType::money});
    columns.push_back({.name = "lines", .label = "Lines", .type = ValueType::integer});
    return columns;
}

}  // namespace zf::bookkeeping
