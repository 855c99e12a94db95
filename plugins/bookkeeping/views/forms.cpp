#include "views/views.h"

namespace zf::bookkeeping {

std::vector<FormView> forms() {
    return {
        {.of = "bk.book.create",
         .sections = {{"Unit", {{"code", "name"}, {"finance_head", "industry"}}},
                      {"Book", {{"kind", "start"}, {"control_level", "code_levels"}}},
                      {"Chart of accounts", {{"extra_account"}, {"whole_chart"}}}}},
        {.of = "bk.book.options",
         .sections = {{"Entry",
                       {{"book"},
                        {"new_voucher_after_saving", "dates_in_order"},
                        {"one_business_a_voucher", "attachments_stated"},
                        {"summary_length_min", "number_width"},
                        {"red_word"}}},
                      {"Review and posting",
                       {{"review_before_posting", "cashier_signs"},
                        {"gap_at_posting", "backup_before_closing"},
                        {"cash_deficit", "bank_deficit"}}}},
         .filled_by = "bk.book.show"},
        {.of = "bk.book.save", .filled_by = "bk.book.show"},
        {.of = "bk.account.add",
         .sections = {{"", {{"book", "code"}, {"name", "side"}, {"feature", "journal"}}},
                      {"Further", {{"account_class", "dimension"}, {"year"}}}}},
        {.of = "bk.voucher.enter", .widget = "bk.voucher_grid"},
        {.of = "bk.voucher.show", .widget = "bk.voucher_grid"},
        {.of = "bk.voucher.amend", .widget = "bk.voucher_grid"},
        {.of = "bk.voucher.renumber",
         .sections = {{"", {{"book", "month"}, {"word", "mode"}}},
                      {"New numbers", {{"number"}}, Condition{"mode", "manual"}}}},
        {.of = "bk.template.save",
         .sections = {{"Template", {{"book", "template"}, {"name", "category"}}},
                      {"Voucher contents",
                       {{"word", "attachments"}, {"summary"}, {"questions"}, {"line"}}},
                      {"From a voucher", {{"voucher", "with_amounts"}}}}},
        {.of = "bk.headcount.set",
         .sections = {{"", {{"book", "month"}, {"standard"}, {"rows"}}}},
         .filled_by = "bk.headcount.show"},
    };
}

}  // namespace zf::bookkeeping
