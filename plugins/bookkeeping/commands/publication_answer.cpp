#include "commands/publication_answer.h"

#include "commands/finding_answer.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static void set_balances(Record& record, const std::string& when, const CanteenBalances& balances) {
    record.set(when + "_cash", balances.cash);
    record.set(when + "_bank", balances.bank);
    record.set(when + "_grain_subsidy", balances.grain_subsidy);
    record.set(when, balances.mess_fee);
}

static Value or_none(std::optional<Money> amount) {
    return amount ? Value{*amount} : Value{};
}

static List lines_of(const std::vector<PublicationLine>& lines) {
    List rows;
    for (const PublicationLine& line : lines)
        rows.emplace_back(Record{{"item", line.item},
                                 {"name", line.name},
                                 {"amount", line.amount},
                                 {"is_part", line.is_part}});
    return rows;
}

static List headcount_rows(const std::vector<Headcount>& headcounts) {
    List rows;
    for (const Headcount& row : headcounts)
        rows.emplace_back(Record{{"category", row.category},
                                 {"persons", row.persons},
                                 {"days", row.days},
                                 {"person_days", std::int64_t{row.persons} * row.days}});
    return rows;
}

Record publication_values(const Publication& table) {
    Record record;
    set_balances(record, "opening", table.opening);
    record.set("income", table.income_total);
    record.set("expenditure", table.expenditure_total);
    record.set("surplus", table.surplus);
    set_balances(record, "closing", table.closing);
    record.set("person_days", table.cost.person_days);
    record.set("standard", or_none(table.standard));
    record.set("allowed", or_none(table.cost.allowed));
    record.set("over", or_none(table.cost.over));
    record.set("daily_cost", or_none(table.cost.daily_cost));
    record.set("daily_income", or_none(table.cost.daily_income));
    record.set("adds_up", table.proofs.empty());
    record.set("income_lines", lines_of(table.income));
    record.set("expenditure_lines", lines_of(table.expenditure));
    record.set("headcounts", headcount_rows(table.headcounts));
    record.set("findings", finding_rows(table.proofs));
    return record;
}

std::vector<FieldInfo> publication_columns() {
    const auto money = [](const char* name, const char* label) {
        return column(name, label, ValueType::money);
    };
    const std::vector<FieldInfo> lines{
        column("item", "Flow item"), column("name", "Item name"), money("amount", "Amount"),
        column("is_part", "Part of the line above", ValueType::boolean)};
    return {money("opening_cash", "Cash brought over"),
            money("opening_bank", "Bank brought over"),
            money("opening_grain_subsidy", "Grain subsidy brought over"),
            money("opening", "Brought over from last month"),
            money("income", "Income altogether"),
            money("expenditure", "Expenditure altogether"),
            money("surplus", "Surplus of the month"),
            money("closing_cash", "Cash in hand"),
            money("closing_bank", "Bank deposit"),
            money("closing_grain_subsidy", "Grain subsidy"),
            money("closing", "Balance of the mess fee"),
            column("person_days", "Person-days", ValueType::integer),
            money("standard", "Standard of a person-day"),
            money("allowed", "Allowed by the standard"),
            money("over", "Over (+) or under (−) the standard"),
            money("daily_cost", "Cost of a person-day"),
            money("daily_income", "Income of a person-day"),
            column("adds_up", "The table adds up", ValueType::boolean),
            rows_of("Income", lines, "income_lines"),
            rows_of("Expenditure", lines, "expenditure_lines"),
            rows_of("Persons and days",
                    {column("category", "Persons who ate"),
                     column("persons", "Persons", ValueType::integer),
                     column("days", "Days", ValueType::integer),
                     column("person_days", "Person-days", ValueType::integer)},
                    "headcounts"),
            findings_column()};
}

}  // namespace zf::bookkeeping
