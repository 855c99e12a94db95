#pragma once

#include <string>
#include <vector>

#include "zhangfang/ledger/book_kind.h"
#include "zhangfang/model/field.h"

namespace zf::bookkeeping {

// A debit-positive balance as the account's normal side shows it.
Money on_side(Amount balance, Side side);

// 借或贷: where a balance stands; "even" (平) when it is zero.
std::string direction_of(Amount balance);
FieldInfo side_column();
FieldInfo direction_column();

// A line of 科目余额表: balances stand in the column of their side, the other is empty.
Record balance_row(const AccountBalance& balance);
std::vector<FieldInfo> balance_columns();

// Sets `name`_debit or `name`_credit; an empty column is no amount.
void set_by_side(Record& row, const std::string& name, Amount balance);

}  // namespace zf::bookkeeping
