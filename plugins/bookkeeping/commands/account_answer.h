#pragma once

#include <string>
#include <vector>

#include "zhangfang/ledger/account.h"
#include "zhangfang/model/field.h"

namespace zf::bookkeeping {

// An account as answers and the trail show it.
Record account_values(const Account& account);
std::vector<FieldInfo> account_columns();

// "伙食费", "银行存款/农行": names from the top down. `chart` is the whole one, in code order.
std::string full_name(const Account& account, const std::vector<Account>& chart);

}  // namespace zf::bookkeeping
