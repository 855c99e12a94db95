#pragma once

#include <optional>

#include "commands/fields.h"

namespace zf::bookkeeping {

// A line of a voucher as people write it. `item` names the item of the account's dimension ("21"),
// or of several ("flow=21,department=03").
struct VoucherLine {
    std::string summary;  // "" takes the voucher's; ".." the line's above, "//" the first line's
    std::string account;
    std::optional<Money> debit, credit;
    std::string item;

    bool operator==(const VoucherLine&) const = default;
};

inline std::vector<Field<VoucherLine>> voucher_line_fields() {
    return {
        field("summary", &VoucherLine::summary, "Summary").refers_to("bk.summary").length(200),
        account_field(&VoucherLine::account),
        field("debit", &VoucherLine::debit, "Debit"),
        field("credit", &VoucherLine::credit, "Credit"),
        field("item", &VoucherLine::item, "Item").refers_to("bk.dimension_item").length(200),
    };
}

// What vouchers hold besides their lines, for every request that brings a whole one.
template <class T>
std::vector<Field<T>> voucher_fields() {
    return {
        field("date", &T::date, "Date").required(),
        field("word", &T::word, "Voucher word").defaults_to("记").length(10),
        field("attachments", &T::attachments, "Attachments")
            .range(0, 9999)
            .help("How many documents are attached; 0 must be stated."),
        field("summary", &T::summary, "Summary")
            .refers_to("bk.summary")
            .length(200)
            .help("For the lines that have none of their own."),
        lines("entry", &T::entry, "Entries", voucher_line_fields()),
        field("reference", &T::reference, "Reference").length(60),
        field("remark", &T::remark, "Remark").length(200),
        field("template", &T::template_code, "Template")
            .refers_to("bk.template")
            .help("The template that the voucher was filled in from."),
    };
}

}  // namespace zf::bookkeeping
