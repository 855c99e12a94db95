#pragma once

#include "domain/publication.h"
#include "zhangfang/ledger/store/account_page.h"
#include "zhangfang/ledger/store/balances.h"

namespace zf::bookkeeping {

// What the books hold of a canteen's month: balances, turnovers by flow item, lines without one,
// and who ate. The mess fee is the account that is told apart by flow items; what is neither that
// nor money is the grain subsidy.
PublicationFacts publication_facts(Reader reader, const Book& book, PeriodKey month,
                                   Include include);

// The lines of a month that count as 主副食品采购 or a part of it, in the order of the books.
std::vector<AccountLine> purchases_of(Reader reader, const Book& book, const Account& mess_fee,
                                      PeriodKey month, Include include);

// The account whose lines have flow items (401 伙食费); none in a book without one.
std::optional<Account> mess_fee_account(Reader reader, const Book& book, int year);

inline constexpr const char* flow_kind = "flow";  // 收支项目

}  // namespace zf::bookkeeping
