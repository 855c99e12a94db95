#include "domain/agreement.h"

#include "zhangfang/ledger/account_tree.h"

namespace zf::bookkeeping {
namespace {

Problem differs(const Account& account, const char* what, Amount kept, Amount added) {
    return {
        .code = "bk.agreement.differs",
        .rule = "16.8",
        .text = {
            "{0}: {1} is {2} in the general ledger and {3} when it is added again. Run the "
            "data check, which names the rows.",
            {account.code + " " + account.name, std::string{what}, kept.money(), added.money()}}};
}

void compare(Problems& found, const AccountBalance& row, const VoucherTotals::Turnover& added) {
    if (row.debit != added.debit)
        found.push_back(differs(row.account, "Debit", row.debit, added.debit));
    if (row.credit != added.credit)
        found.push_back(differs(row.account, "Credit", row.credit, added.credit));
}

VoucherTotals::Turnover turnover_of(const Turnovers& turnovers, Id<Account> account) {
    const auto found = turnovers.find(account);
    return found == turnovers.end() ? VoucherTotals::Turnover{} : found->second;
}

Agreement with_vouchers(const AgreementFacts& facts) {
    Agreement agreement{"vouchers", "Ledgers and vouchers", {}};
    for (const AccountBalance& row : facts.ledger)
        if (row.account.is_leaf)
            compare(agreement.differences, row, turnover_of(facts.vouchers, row.account.id));
    return agreement;
}

// What lies below a first-level account, added from the pages of its leaves.
AccountBalance below(const AccountBalance& top, const AgreementFacts& facts,
                     const AccountList& accounts) {
    AccountBalance sum{.account = top.account};
    for (const auto& [leaf, closing] : facts.page_closings) {
        const Account* account = accounts.find(leaf);
        while (account != nullptr && account->parent) account = accounts.find(account->parent);
        if (account == nullptr || account->id != top.account.id) continue;
        const VoucherTotals::Turnover moved = turnover_of(facts.pages, leaf);
        sum.debit += moved.debit;
        sum.credit += moved.credit;
        sum.closing += closing;
    }
    return sum;
}

Agreement with_details(const AgreementFacts& facts) {
    Agreement agreement{"details", "General ledger and detail ledgers", {}};
    std::vector<Account> all;
    for (const AccountBalance& row : facts.ledger) all.push_back(row.account);
    const AccountList accounts{std::move(all)};
    for (const AccountBalance& row : facts.ledger) {
        if (row.account.level != 1) continue;
        const AccountBalance sum = below(row, facts, accounts);
        compare(agreement.differences, row, {sum.debit, sum.credit});
        if (row.closing != sum.closing)
            agreement.differences.push_back(
                differs(row.account, "Closing balance", row.closing, sum.closing));
    }
    return agreement;
}

Agreement with_days(const AgreementFacts& facts) {
    Agreement agreement{"journals", "General ledger and journals", {}};
    for (const AccountBalance& row : facts.ledger)
        if (row.account.is_leaf && row.account.is_journal)
            compare(agreement.differences, row, turnover_of(facts.days, row.account.id));
    return agreement;
}

Agreement with_items(const AgreementFacts& facts) {
    Agreement agreement{"items", "Accounts and their items", {}};
    for (const AccountBalance& row : facts.ledger)
        if (row.account.is_leaf && !row.account.dimensions.empty())
            compare(agreement.differences, row, turnover_of(facts.items, row.account.id));
    return agreement;
}

Agreement of_sides(const AgreementFacts& facts) {
    Agreement agreement{"sides", "Debit equals credit", {}};
    const TrialTotals totals = trial_totals(facts.ledger);
    const Account all{.code = "", .name = "Σ"};
    if (totals.debit != totals.credit)
        agreement.differences.push_back(
            differs(all, "Turnover of the period", totals.debit, totals.credit));
    if (totals.closing_debit != totals.closing_credit)
        agreement.differences.push_back(
            differs(all, "Closing balance", totals.closing_debit, totals.closing_credit));
    return agreement;
}

Agreement with_publications(const AgreementFacts& facts) {
    Agreement agreement{"publication", "Accounts and the mess account of the month", {}};
    for (const auto& [month, table] : facts.publications)
        for (const Problem& problem : table.proofs) agreement.differences.push_back(problem);
    return agreement;
}

}  // namespace

std::vector<Agreement> agreements_of(const AgreementFacts& facts) {
    std::vector<Agreement> agreements{with_vouchers(facts), of_sides(facts), with_details(facts),
                                      with_days(facts), with_items(facts)};
    if (!facts.publications.empty()) agreements.push_back(with_publications(facts));
    return agreements;
}

}  // namespace zf::bookkeeping
