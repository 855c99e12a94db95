#pragma once

#include <string>
#include <vector>

#include "zhangfang/ledger/book_kind.h"
#include "zhangfang/ledger/voucher.h"

namespace zf::bookkeeping {

// 应交税费-应交增值税-进项税额: the names from the top down to the account.
std::string full_name_of(const Account& account, const AccountList& accounts);

// 〔主副食品采购〕, one pair of brackets an item; an unknown item shows its code.
std::string items_text(const std::vector<DimensionValue>& values,
                       const std::vector<DimensionItem>& items);

// "101 库存现金", with full name and items: what stands in the account column of a voucher.
std::string account_text(const Entry& entry, const AccountList& accounts,
                         const std::vector<DimensionItem>& items);

// 对方科目: the names of the other side, three at most.
std::string counter_text(const std::vector<Id<Account>>& counters, const AccountList& accounts);

}  // namespace zf::bookkeeping
