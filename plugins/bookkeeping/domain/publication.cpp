#include "domain/publication.h"

#include <algorithm>
#include <map>

namespace zf::bookkeeping {

static bool is_income(const DimensionItem& item) {
    return item.direction == "income";
}

static const DimensionItem* find_item(const std::vector<DimensionItem>& items,
                                      std::string_view code) {
    const auto found = std::find_if(items.begin(), items.end(),
                                    [&](const DimensionItem& item) { return item.code == code; });
    return found == items.end() ? nullptr : &*found;
}

std::string item_of(const PlainLine& line,
                    const std::vector<std::pair<std::string, std::string>>& template_items) {
    for (const auto& [code, item] : template_items)
        if (code == line.template_code) return item;
    return line.side == Side::credit ? other_income : other_expenditure;
}

// Every item with what it came to, on the side of its direction.
static std::map<std::string, PublicationLine> amounts_by_item(const PublicationFacts& facts) {
    std::map<std::string, PublicationLine> amounts;
    const auto add = [&](const DimensionItem& item, Money debit, Money credit) {
        PublicationLine& line = amounts[item.code];
        line.item = item.code;
        line.name = item.name;
        line.amount += is_income(item) ? credit - debit : debit - credit;
    };
    for (const ItemTurnover& each : facts.items) add(each.item, each.debit, each.credit);
    for (const PlainLine& line : facts.plain_lines) {
        const DimensionItem* item = find_item(facts.all_items, item_of(line, facts.template_items));
        const DimensionItem by_side{.code = item_of(line, facts.template_items),
                                    .direction = line.side == Side::credit ? "income" : "expense"};
        const bool credit = line.side == Side::credit;
        add(item != nullptr ? *item : by_side, credit ? Money{} : line.amount,
            credit ? line.amount : Money{});
    }
    return amounts;
}

// The item above: 2106 belongs to 21 when the book has it.
static std::string above(const std::string& code, const std::vector<DimensionItem>& items) {
    for (std::size_t length = code.size(); length-- > 1;)
        if (find_item(items, code.substr(0, length)) != nullptr) return code.substr(0, length);
    return "";
}

static std::vector<PublicationLine> section(const std::map<std::string, PublicationLine>& amounts,
                                            const PublicationFacts& facts, bool income) {
    std::map<std::string, PublicationLine> lines;
    for (const auto& [code, line] : amounts) {
        const DimensionItem* item = find_item(facts.all_items, code);
        const bool belongs = item != nullptr ? is_income(*item) == income
                                             : (code == other_income) == income;
        if (!belongs || line.amount.is_zero()) continue;
        const std::string parent = above(code, facts.all_items);
        if (!parent.empty()) {
            PublicationLine& sum = lines[parent];
            sum.item = parent;
            sum.name = find_item(facts.all_items, parent)->name;
            sum.amount += line.amount;
        }
        PublicationLine& own = lines[code];
        own.item = code;
        own.name = line.name;
        own.amount += line.amount;
        own.is_part = !parent.empty();
    }
    std::vector<PublicationLine> ordered;
    for (const auto& [code, line] : lines) ordered.push_back(line);
    return ordered;
}

static Money total_of(const std::vector<PublicationLine>& lines) {
    Money total;
    for (const PublicationLine& line : lines)
        if (!line.is_part) total += line.amount;
    return total;
}

static Problems proofs_of(const Publication& table) {
    const Money by_flow = table.opening.mess_fee + table.surplus;
    const Money held = table.closing.cash + table.closing.bank - table.closing.grain_subsidy;
    if (by_flow == table.closing.mess_fee && held == table.closing.mess_fee) return {};
    return {{.code = "bk.publication.does_not_add_up",
             .rule = "C19",
             .text = {"The table does not add up: opening and surplus make {0}, cash and bank less "
                      "the grain subsidy make {1}, the mess fee account stands at {2}. Look for a "
                      "voucher that is not posted or lacks its flow item.",
                      {by_flow, held, table.closing.mess_fee}}}};
}

Publication publication_of(const PublicationFacts& facts, Working& working) {
    const std::map<std::string, PublicationLine> amounts = amounts_by_item(facts);
    Publication table{.opening = facts.opening,
                      .closing = facts.closing,
                      .income = section(amounts, facts, true),
                      .expenditure = section(amounts, facts, false),
                      .headcounts = facts.headcounts,
                      .standard = facts.standard};
    table.income_total = total_of(table.income);
    table.expenditure_total = total_of(table.expenditure);
    table.surplus = working.step(
        "bk.publication.surplus", table.income_total - table.expenditure_total,
        {{"Income", table.income_total}, {"Expenditure", table.expenditure_total}});
    table.cost = canteen_cost({.headcounts = facts.headcounts,
                               .standard = facts.standard,
                               .income = table.income_total,
                               .expenditure = table.expenditure_total},
                              working);
    table.proofs = proofs_of(table);
    return table;
}

}  // namespace zf::bookkeeping
