#include "commands/book_answer.h"

#include "commands/fields.h"

namespace zf::bookkeeping {

static std::vector<Field<Book>> main_fields() {
    return {field("book", &Book::code, "Book"),
            field("name", &Book::name, "Unit name"),
            field("kind", &Book::kind, "Kind of book").choices(kinds_of_book()),
            field("control_level", &Book::control_level, "Control level"),
            field("status", &Book::status, "State"),
            field("finance_head", &Book::finance_head, "Finance head"),
            field("industry", &Book::industry, "Industry"),
            field("code_levels", &Book::code_levels, "Code levels"),
            field("standard", &Book::standard, "Chart"),
            field("base_currency", &Book::base_currency, "Base currency"),
            field("id", &Book::id, "Number"),
            field("version", &Book::version, "Version")};
}

std::vector<Field<BookOptions>> book_option_fields() {
    using O = BookOptions;
    return {
        field("new_voucher_after_saving", &O::new_voucher_after_saving, "New voucher after saving"),
        field("review_before_posting", &O::review_before_posting, "Review before posting"),
        field("cashier_signs", &O::cashier_signs, "The cashier signs cash and bank vouchers"),
        field("gap_at_posting", &O::gap_at_posting, "Gaps in the numbers when posting"),
        field("summary_length_min", &O::summary_length_min, "Characters of a summary at least"),
        field("dates_in_order", &O::dates_in_order, "Vouchers are entered day by day"),
        field("one_business_a_voucher", &O::one_business_a_voucher, "One business a voucher"),
        field("attachments_stated", &O::attachments_stated, "Attachments must be stated"),
        field("cash_deficit", &O::cash_deficit, "Cash below zero"),
        field("bank_deficit", &O::bank_deficit, "Bank below zero"),
        field("backup_before_closing", &O::backup_before_closing, "Backup before closing"),
        field("number_width", &O::number_width, "Digits of a voucher number"),
        field("red_word", &O::red_word, "Word for a red-letter reversal")};
}

template <class T>
static std::vector<FieldInfo> infos(const std::vector<Field<T>>& fields) {
    std::vector<FieldInfo> result;
    for (const Field<T>& each : fields) result.push_back(each.info);
    return result;
}

Record main_values(const Book& book) {
    Record record = to_record(main_fields(), book);
    record.set("start", book.start.text());
    return record;
}

std::vector<FieldInfo> main_columns() {
    std::vector<FieldInfo> columns = infos(main_fields());
    columns.push_back({.name = "start", .label = "First month kept", .type = ValueType::text});
    return columns;
}

Record option_values(const BookOptions& options) {
    return to_record(book_option_fields(), options);
}

std::vector<FieldInfo> option_columns() {
    return infos(book_option_fields());
}

}  // namespace zf::bookkeeping
