#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "zhangfang/base/id.h"
#include "zhangfang/rules/lifecycle.h"

namespace zf {

// Only debit and credit are stored. Books kept by receipt and payment (收付) show 收 and 付 by the
// account's class: on a holding account 收 is debit, on source and use accounts 收 is credit.
enum class Side { debit, credit };
template <>
struct EnumNames<Side> {
    static constexpr std::array names{EnumName<Side>{Side::debit, "debit", "Debit"},
                                      EnumName<Side>{Side::credit, "credit", "Credit"}};
};
constexpr Side opposite(Side side) {
    return side == Side::debit ? Side::credit : Side::debit;
}

enum class AccountClass {
    asset,
    liability,
    common,
    equity,
    cost,
    income,
    expense,
    budget_income,
    budget_expense,
    budget_surplus,
    source,
    use,
    holding,
    memo
};
template <>
struct EnumNames<AccountClass> {
    static constexpr std::array names{
        EnumName<AccountClass>{AccountClass::asset, "asset", "Asset"},
        EnumName<AccountClass>{AccountClass::liability, "liability", "Liability"},
        EnumName<AccountClass>{AccountClass::common, "common", "Common"},
        EnumName<AccountClass>{AccountClass::equity, "equity", "Equity"},
        EnumName<AccountClass>{AccountClass::cost, "cost", "Cost"},
        EnumName<AccountClass>{AccountClass::income, "income", "Income"},
        EnumName<AccountClass>{AccountClass::expense, "expense", "Expense"},
        EnumName<AccountClass>{AccountClass::budget_income, "budget_income", "Budget income"},
        EnumName<AccountClass>{AccountClass::budget_expense, "budget_expense", "Budget expense"},
        EnumName<AccountClass>{AccountClass::budget_surplus, "budget_surplus", "Budget surplus"},
        EnumName<AccountClass>{AccountClass::source, "source", "Source"},
        EnumName<AccountClass>{AccountClass::use, "use", "Use"},
        EnumName<AccountClass>{AccountClass::holding, "holding", "Holding"},
        EnumName<AccountClass>{AccountClass::memo, "memo", "Off the balance sheet"},
    };
};

enum class AccountFeature { general, cash, bank, cash_equivalent };  // 科目特征
template <>
struct EnumNames<AccountFeature> {
    static constexpr std::array names{
        EnumName<AccountFeature>{AccountFeature::general, "general", "General"},
        EnumName<AccountFeature>{AccountFeature::cash, "cash", "Cash"},
        EnumName<AccountFeature>{AccountFeature::bank, "bank", "Bank"},
        EnumName<AccountFeature>{AccountFeature::cash_equivalent, "cash_equivalent",
                                 "Cash equivalent"},
    };
};

struct DimensionKind;
struct DimensionItem;

// balance: part of the balance key, carried; analysis: on entries and turnovers, never carried
// (收支项目 of 401).
enum class DimensionUse { balance, analysis };
template <>
struct EnumNames<DimensionUse> {
    static constexpr std::array names{
        EnumName<DimensionUse>{DimensionUse::balance, "balance", "Carried with the balance"},
        EnumName<DimensionUse>{DimensionUse::analysis, "analysis", "Analysis only"}};
};

struct AccountDimension {
    std::string kind;  // code of the DimensionKind
    DimensionUse use = DimensionUse::analysis;
    bool is_required = false;

    bool operator==(const AccountDimension&) const = default;
};

// One row per book for good; code, name, parent, side and flags are dated by year (the value here
// is that of one year).
struct Account {
    Id<Account> id;
    std::string code;
    std::string name;
    std::string mnemonic;  // pinyin initials, made at save
    Id<Account> parent;
    AccountClass account_class = AccountClass::asset;
    Side normal_side = Side::debit;
    AccountFeature feature = AccountFeature::general;
    bool is_journal = false;  // kept as a day book 日记账
    bool is_leaf = true;      // derived: nothing below it in this year
    int level = 1;            // derived: 1 at the top
    bool takes_manual_entries = true;
    bool is_enabled = true;
    std::vector<AccountDimension> dimensions;

    bool operator==(const Account&) const = default;
};

// 核算项目类别 and its items.
struct DimensionKind {
    Id<DimensionKind> id;
    std::string code;  // "flow"
    std::string name;  // 收支项目

    bool operator==(const DimensionKind&) const = default;
};
struct DimensionItem {
    Id<DimensionItem> id;
    std::string kind;  // code of the kind
    std::string code;
    std::string name;
    bool is_enabled = true;
    // For items of kind "flow": "income" or "expense"; "" elsewhere.
    std::string direction;

    bool operator==(const DimensionItem&) const = default;
};

}  // namespace zf
