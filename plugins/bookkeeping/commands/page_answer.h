#pragma once

#include "commands/period_range.h"
#include "zhangfang/ledger/store/account_page.h"
#include "zhangfang/ledger/store/accounts.h"

namespace zf::bookkeeping {

// What a page of an account is asked for, by both of its screens.
struct PageRequest {
    std::string account;
    std::string month, to;
    bool unposted = false;
    std::string item;
    std::int64_t row = 0;
    std::string after;
    int limit = 200;
    bool with_counter_accounts = false;
};

// The page with its opening, lines, months (本月合计, 本年累计) and where it goes on. Problem
// bk.account.page_lost: `after` is no place on a page.
Result<Record> page_of(const PageRequest& request, Reader reader, const Book& book);
std::vector<FieldInfo> page_columns();

// 本日合计: the days with lines.
Result<List> days_of(const PageRequest& request, Reader reader, const Book& book);
std::vector<FieldInfo> day_columns();

}  // namespace zf::bookkeeping
