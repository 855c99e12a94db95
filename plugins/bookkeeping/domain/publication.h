#pragma once

#include <string>
#include <vector>

#include "domain/canteen_cost.h"
#include "zhangfang/ledger/account.h"
#include "zhangfang/rules/problem.h"

namespace zf::bookkeeping {

// What stood on the mess fee account in a month under one flow item (收支项目), by side.
struct ItemTurnover {
    DimensionItem item;
    Money debit, credit;
};

// A line without a flow item: the template that made it says what it was, else its side.
struct PlainLine {
    std::string template_code;
    Side side = Side::debit;
    Money amount;
};

// Balances of the canteen, each on its normal side.
struct CanteenBalances {
    Money cash, bank, mess_fee, grain_subsidy;

    bool operator==(const CanteenBalances&) const = default;
};

struct PublicationFacts {
    CanteenBalances opening, closing;
    std::vector<ItemTurnover> items;
    std::vector<PlainLine> plain_lines;
    std::vector<DimensionItem> all_items;  // for the names of what plain lines count as
    std::vector<std::pair<std::string, std::string>> template_items;  // template code → flow item
    std::vector<Headcount> headcounts;
    std::optional<Money> standard;
};

struct PublicationLine {
    std::string item;  // code
    std::string name;
    Money amount;
    bool is_part = false;  // a finer item, counted in the line above it

    bool operator==(const PublicationLine&) const = default;
};

// 伙食公布表 of a month.
struct Publication {
    CanteenBalances opening, closing;
    std::vector<PublicationLine> income, expenditure;
    Money income_total, expenditure_total;
    Money surplus;  // income − expenditure
    CanteenCost cost;
    std::vector<Headcount> headcounts;
    std::optional<Money> standard;
    // bk.publication.does_not_add_up: opening + surplus, the mess fee account, and cash + bank −
    // grain subsidy must be one figure.
    Problems proofs;
};

// A red line reduces its own class. An item's class is its direction; lines without one count as
// other income (19) or other expenditure (29) by side.
Publication publication_of(const PublicationFacts& facts, Working& working);

// The flow item that a line without one counts as.
std::string item_of(const PlainLine& line,
                    const std::vector<std::pair<std::string, std::string>>& template_items);

inline constexpr const char* food_purchases = "21";  // 主副食品采购; 2101 and so on are its parts
inline constexpr const char* other_income = "19";
inline constexpr const char* other_expenditure = "29";

}  // namespace zf::bookkeeping
