#pragma once

#include <optional>

#include "commands/fields.h"
#include "domain/voucher_template.h"

namespace zf::bookkeeping {

// A line of a template as people write it.
inline std::vector<Field<TemplateLine>> template_line_fields() {
    return {
        field("side", &TemplateLine::side, "Balance side").required(),
        field("account", &TemplateLine::account, "Account").required().refers_to("bk.account"),
        field("amount", &TemplateLine::amount, "Amount")
            .required()
            .length(200)
            .help("A formula over the questions, or rest for what balances the voucher."),
        field("item", &TemplateLine::item, "Item").refers_to("bk.dimension_item"),
        field("otherwise", &TemplateLine::otherwise, "Account where that one is not kept"),
        field("otherwise_item", &TemplateLine::otherwise_item, "Item on that account"),
    };
}

// A template as answers and the trail show it.
Record template_values(const VoucherTemplate& shown);
std::vector<FieldInfo> template_columns();

}  // namespace zf::bookkeeping
