#pragma once

#include <string>
#include <vector>

#include "domain/entry_sheet.h"
#include "zhangfang/model/value.h"

namespace zf::bookkeeping {

// Parameters of bk.voucher.enter; the same record is the autosaved draft. Empty lines are left out.
Record record_of(const EntrySheet& sheet);
// The sheet's line that stands in place `line` (from 1) of the record's entries.
int sheet_line_of(const EntrySheet& sheet, int line);
// Lines and head of such a record, or of what bk.voucher.show and bk.template.fill answer.
void load(EntrySheet& sheet, const Record& record);

// Accounts that take typed entries, with those above them, and items, of bk.entry.context.
std::vector<AccountOffer> account_offers(const Record& context);
std::vector<ItemOffer> item_offers(const Record& context);

std::string text_in(const Record& record, const char* name);
bool is_set(const Record& record, const char* name);

}  // namespace zf::bookkeeping
