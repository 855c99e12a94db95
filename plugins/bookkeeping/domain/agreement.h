#pragma once

#include <map>
#include <string>
#include <vector>

#include "domain/publication.h"
#include "domain/voucher_totals.h"
#include "zhangfang/ledger/book_kind.h"

namespace zf::bookkeeping {

using Turnovers = std::map<Id<Account>, VoucherTotals::Turnover>;

// What 对账 compares: the figures of one range of months as each road of the books leads to them.
struct AgreementFacts {
    std::vector<AccountBalance> ledger;  // 总账: every account, from the kept balances
    Turnovers vouchers;                  // 凭证: leaves, added again from posted vouchers
    Turnovers pages;                     // 明细账: leaves, added again from their pages
    std::map<Id<Account>, Amount> page_closings;
    Turnovers days;   // 日记账: accounts kept day by day, from their days
    Turnovers items;  // 核算项目: leaves told apart by items, from the items
    std::vector<std::pair<PeriodKey, Publication>> publications;  // 公布表 of each month
};

// One comparison (rule F6): what is held against what, and what differs.
struct Agreement {
    std::string code;   // "vouchers"
    std::string title;  // English message id
    Problems differences;

    bool stands() const { return differences.empty(); }
};

// 账证, 账账 and 账表, in this order. Differences are bk.agreement.differs, of publications their
// own findings.
std::vector<Agreement> agreements_of(const AgreementFacts& facts);

}  // namespace zf::bookkeeping
