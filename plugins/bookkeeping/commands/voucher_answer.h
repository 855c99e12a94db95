#pragma once

#include <map>
#include <string>
#include <vector>

#include "zhangfang/ledger/store/vouchers.h"
#include "zhangfang/model/field.h"

namespace zf::bookkeeping {

using OperatorNames = std::map<std::int64_t, std::string>;

// The head of a voucher as answers show it; who did what is a printed name.
Record voucher_head(const Voucher& voucher, const OperatorNames& names);
std::vector<FieldInfo> voucher_head_columns();

// Its row in lists: the head with first summary and total.
Record voucher_row(const VoucherRow& row, const OperatorNames& names);
std::vector<FieldInfo> voucher_row_columns();

}  // namespace zf::bookkeeping
