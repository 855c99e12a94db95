#include "commands/list_canteen_months.h"

#include "commands/book_context.h"
#include "commands/commands.h"
#include "store/months_asked.h"
#include "store/publication_facts.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static Record row_of(PeriodKey month, const Publication& table) {
    const auto or_none = [](std::optional<Money> amount) {
        return amount ? Value{*amount} : Value{};
    };
    return {{"month", month.text()},
            {"income", table.income_total},
            {"expenditure", table.expenditure_total},
            {"surplus", table.surplus},
            {"closing", table.closing.mess_fee},
            {"person_days", table.cost.person_days},
            {"daily_cost", or_none(table.cost.daily_cost)},
            {"daily_income", or_none(table.cost.daily_income)},
            {"over", or_none(table.cost.over)}};
}

static Result<Record> list_canteen_months(const ListCanteenMonths& request, ReadContext& context) {
    const Reader reader{context.snapshot()};
    const Result<Book> book = book_of(reader, request.book);
    if (!book) return book.error();
    const int year = year_asked(reader, *book, request.year);
    const Include include = request.with_unposted ? Include::pending : Include::posted;
    const PeriodKey now = PeriodStore{reader, book->id}.first_open();
    List rows;
    for (PeriodKey month{year, year == book->start.year ? book->start.no : 1};
         month.year == year && month <= now; month = month.next()) {
        const PublicationFacts facts = publication_facts(reader, *book, month, include);
        rows.emplace_back(row_of(month, publication_of(facts, Working::none())));
    }
    return Record{{"rows", std::move(rows)}};
}

CommandEntry list_canteen_months_command() {
    const auto money = [](const char* name, const char* label) {
        return column(name, label, ValueType::money);
    };
    return entry_of(Query<ListCanteenMonths>{
        .name = ListCanteenMonths::command,
        .title = "Canteen by month",
        .help = "Income, expenditure and cost of a person-day for each month of a year.",
        .permission = "bk.read",
        .place_of = place_of_book,
        .parameters = list_canteen_months_fields(),
        .answer = {rows_of("Months", {column("month", "Month"), money("income", "Income"),
                                      money("expenditure", "Expenditure"),
                                      money("surplus", "Surplus of the month"),
                                      money("closing", "Balance of the mess fee"),
                                      column("person_days", "Person-days", ValueType::integer),
                                      money("daily_cost", "Cost of a person-day"),
                                      money("daily_income", "Income of a person-day"),
                                      money("over", "Over (+) or under (−) the standard")})},
        .run = list_canteen_months,
    });
}

}  // namespace zf::bookkeeping
