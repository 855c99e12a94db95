#include "reports/book_paper.h"

#include "domain/account_names.h"
#include "zhangfang/access/operator_store.h"
#include "zhangfang/ledger/store/books.h"

namespace zf::bookkeeping {

Result<std::string> place_of_paper(const Record& parameters, Reader reader) {
    const std::string* reference = parameters.get("book").if_a<std::string>();
    const Result<Book> book = BookStore{reader}.resolve(reference != nullptr ? *reference : "");
    if (!book) return book.error();
    return "book:" + std::to_string(book->id.value);
}

Document paper_of(const Book& book, std::string name, std::string title, Include include) {
    Document document{.name = std::move(name), .title = std::move(title)};
    if (book.control_level == ControlLevel::teaching)
        document.watermark = "Teaching book";
    else if (include == Include::pending)
        document.watermark = "With vouchers not yet posted";
    return document;
}

KeyValue said(Message message, std::string label) {
    return {.label = std::move(label),
            .value = std::move(message.id),
            .is_message = true,
            .arguments = std::move(message.arguments)};
}

KeyValue unit_heading(const Book& book) {
    return {.label = "Unit", .value = book.name};
}

static constexpr int year_end = 13;

Message months_text(const MonthRange& months) {
    const std::int64_t year = months.from.year, from = months.from.no, to = months.to.no;
    if (from == to && from == year_end) return {"Year end of {0}", {year}};
    if (from == to) return {"Month {1} of {0}", {year, from}};
    if (to == year_end && from == 1) return {"Year {0} with its year end", {year}};
    if (to == year_end) return {"Months {1} to 12 of {0} and the year end", {year, from}};
    return {"Months {1} to {2} of {0}", {year, from, to}};
}

KeyValue months_heading(const MonthRange& months) {
    return said(months_text(months));
}

KeyValue date_heading(Date date) {
    return said({"Day {2} of month {1} of {0}",
                 {std::int64_t{date.year()}, std::int64_t{date.month_of_year()},
                  std::int64_t{date.day_of_month()}}});
}

KeyValue currency_heading(const Book& book) {
    if (book.base_currency == "CNY") return said({"Amounts in yuan", {}});
    return {.label = "Currency", .value = book.base_currency};
}

KeyValue account_heading(const Account& account, const AccountList& accounts) {
    return {.label = "Account", .value = account.code + " " + full_name_of(account, accounts)};
}

Cell side_cell(Amount balance) {
    if (balance.is_zero()) return words("Even");
    return words(balance > Amount{} ? "Dr" : "Cr");
}

Cell balance_cell(Amount balance, bool plain_zero) {
    Cell cell;
    if (balance.is_zero())
        cell.value = plain_zero ? "0.00" : "θ";
    else
        cell.value = (balance < Amount{} ? -balance : balance).money();
    return cell;
}

std::string BookNames::operator_name(std::int64_t id) const {
    const auto found = operators.find(id);
    return found == operators.end() ? std::string{} : found->second;
}

BookNames names_in(Reader reader, const Book& book, int year) {
    const AccountStore accounts{reader, book.id};
    BookNames names{.accounts = accounts.all(year)};
    for (const DimensionKind& kind : accounts.dimension_kinds())
        for (DimensionItem& item : accounts.dimension_items(kind.code))
            names.items.push_back(std::move(item));
    for (const Operator& each : OperatorStore{reader}.all())
        names.operators[each.id.value] = each.name;
    return names;
}

Link voucher_link(const Book& book, PeriodKey period, const std::string& word, int number) {
    return {"bk.voucher_grid",
            {{"book", book.code},
             {"voucher", period.text() + "/" + word + "-" + std::to_string(number)}}};
}

}  // namespace zf::bookkeeping
