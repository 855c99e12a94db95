#include "commands/balance_answer.h"

#include "zhangfang/model/choices.h"

namespace zf::bookkeeping {

Money on_side(Amount balance, Side side) {
    return side == Side::debit ? balance.money() : (-balance).money();
}

std::string direction_of(Amount balance) {
    if (balance.is_zero()) return "even";
    return balance > Amount{} ? "debit" : "credit";
}

FieldInfo side_column() {
    return {.name = "side",
            .label = "Balance side",
            .type = ValueType::text,
            .choices = choices_of<Side>()};
}

FieldInfo direction_column() {
    return {.name = "direction",
            .label = "Debit or credit",
            .type = ValueType::text,
            .choices = {{"debit", "Dr"}, {"credit", "Cr"}, {"even", "Even"}}};
}

void set_by_side(Record& row, const std::string& name, Amount balance) {
    const bool credit = balance < Amount{};
    const Value amount = balance.is_zero() ? Value{}
                                           : on_side(balance, credit ? Side::credit : Side::debit);
    row.set(name + "_debit", credit ? Value{} : amount);
    row.set(name + "_credit", credit ? amount : Value{});
}

static Value or_none(Amount amount) {
    return amount.is_zero() ? Value{} : Value{amount.money()};
}

Record balance_row(const AccountBalance& balance) {
    Record row{{"account", balance.account.code}, {"name", balance.account.name}};
    set_by_side(row, "opening", balance.opening);
    row.set("debit", or_none(balance.debit));
    row.set("credit", or_none(balance.credit));
    row.set("year_debit", or_none(balance.year_debit));
    row.set("year_credit", or_none(balance.year_credit));
    set_by_side(row, "closing", balance.closing);
    row.set("level", balance.account.level);
    return row;
}

std::vector<FieldInfo> balance_columns() {
    const auto money = [](const char* name, const char* label) {
        return FieldInfo{.name = name, .label = label, .type = ValueType::money};
    };
    return {{.name = "account", .label = "Account", .type = ValueType::text},
            {.name = "name", .label = "Account name", .type = ValueType::text},
            money("opening_debit", "Opening debit"),
            money("opening_credit", "Opening credit"),
            money("debit", "Debit"),
            money("credit", "Credit"),
            money("year_debit", "Debit of the year"),
            money("year_credit", "Credit of the year"),
            money("closing_debit", "Closing debit"),
            money("closing_credit", "Closing credit"),
            {.name = "level", .label = "Level", .type = ValueType::integer}};
}

}  // namespace zf::bookkeeping
