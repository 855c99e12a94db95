#pragma once

#include <map>
#include <string>
#include <vector>

#include "store/months_asked.h"
#include "zhangfang/command/read_context.h"
#include "zhangfang/ledger/store/accounts.h"
#include "zhangfang/ledger/store/balances.h"
#include "zhangfang/report/report.h"

// What all paper of a book has in common.
namespace zf::bookkeeping {

// Where a report is permitted: at its parameter `book`.
Result<std::string> place_of_paper(const Record& parameters, Reader reader);

// Only posted vouchers; or also those that wait, and then the paper says so (含未记账).
constexpr Include included(bool unposted) {
    return unposted ? Include::pending : Include::posted;
}

// A document with the book's watermark: 教学账套, 含未记账.
Document paper_of(const Book& book, std::string name, std::string title,
                  Include include = Include::posted);

KeyValue unit_heading(const Book& book);
// 2008年1月, 2008年1至3月, 2008年年结
Message months_text(const MonthRange& months);
KeyValue months_heading(const MonthRange& months);
KeyValue date_heading(Date date);
KeyValue currency_heading(const Book& book);
KeyValue account_heading(const Account& account, const AccountList& accounts);
KeyValue said(Message message, std::string label = {});

// 借, 贷, 平 beside a balance.
Cell side_cell(Amount balance);
// The figure itself without its sign; θ or 0.00 for none.
Cell balance_cell(Amount balance, bool plain_zero);

// The chart, its dimension items and the operators' names, as paper of one year needs them.
struct BookNames {
    AccountList accounts;
    std::vector<DimensionItem> items;
    std::map<std::int64_t, std::string> operators;

    std::string operator_name(std::int64_t id) const;
};
BookNames names_in(Reader reader, const Book& book, int year);

// The screen of one voucher.
Link voucher_link(const Book& book, PeriodKey period, const std::string& word, int number);

}  // namespace zf::bookkeeping
