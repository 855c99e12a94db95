#include "book_options.h"

#include "zhangfang/model/json.h"
#include "zhangfang/store/connection.h"

namespace zf {

Record record_of(const BookOptions& options) {
    return {{"new_voucher_after_saving", options.new_voucher_after_saving},
            {"review_before_posting", options.review_before_posting},
            {"cashier_signs", options.cashier_signs},
            {"gap_at_posting", name_of(options.gap_at_posting)},
            {"summary_length_min", options.summary_length_min},
            {"dates_in_order", options.dates_in_order},
            {"one_business_a_voucher", options.one_business_a_voucher},
            {"attachments_stated", options.attachments_stated},
            {"cash_deficit", name_of(options.cash_deficit)},
            {"bank_deficit", name_of(options.bank_deficit)},
            {"backup_before_closing", options.backup_before_closing},
            {"number_width", options.number_width},
            {"red_word", options.red_word}};
}

// An option that an older program did not write keeps its default.
BookOptions options_from(std::string_view json) {
    BookOptions options;
    const auto parsed = parse_json(json);
    const Record* const record = parsed ? parsed->if_a<Record>() : nullptr;
    if (record == nullptr)
        throw StoreError{StoreFault::corrupt, "the options of a book cannot be read"};
    const auto take_flag = [&](std::string_view name, bool& into) {
        if (const bool* value = record->get(name).if_a<bool>()) into = *value;
    };
    const auto take_number = [&](std::string_view name, int& into) {
        if (const std::int64_t* value = record->get(name).if_a<std::int64_t>())
            into = static_cast<int>(*value);
    };
    const auto take_guard = [&](std::string_view name, Guard& into) {
        if (const std::string* value = record->get(name).if_a<std::string>())
            into = enum_from<Guard>(*value).value_or(into);
    };
    take_flag("new_voucher_after_saving", options.new_voucher_after_saving);
    take_flag("review_before_posting", options.review_before_posting);
    take_flag("cashier_signs", options.cashier_signs);
    take_guard("gap_at_posting", options.gap_at_posting);
    take_number("summary_length_min", options.summary_length_min);
    take_flag("dates_in_order", options.dates_in_order);
    take_flag("one_business_a_voucher", options.one_business_a_voucher);
    take_flag("attachments_stated", options.attachments_stated);
    take_guard("cash_deficit", options.cash_deficit);
    take_guard("bank_deficit", options.bank_deficit);
    take_flag("backup_before_closing", options.backup_before_closing);
    take_number("number_width", options.number_width);
    if (const std::string* word = record->get("red_word").if_a<std::string>())
        options.red_word = *word;
    return options;
}

Problems problems_of_options(const BookOptions& options) {
    Problems found;
    if (options.summary_length_min < 1 || options.summary_length_min > 50)
        found.push_back(
            {.code = "ledger.book.summary_length",
             .text = {"A summary needs between 1 and 50 characters, not {0}. Type another number.",
                      {std::int64_t{options.summary_length_min}}},
             .place = {"summary_length_min"}});
    if (options.number_width < 1 || options.number_width > 9)
        found.push_back(
            {.code = "ledger.book.number_width",
             .text = {"A voucher number is shown with 1 to 9 digits, not {0}. Type another number.",
                      {std::int64_t{options.number_width}}},
             .place = {"number_width"}});
    if (options.red_word.empty())
        found.push_back({.code = "ledger.book.red_word",
                         .text = {"The word for a red reversal is missing. Type 冲销 or 注销."},
                         .place = {"red_word"}});
    return found;
}

}  // namespace zf
