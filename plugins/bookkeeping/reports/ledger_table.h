#pragma once

#include "domain/ledger_page.h"
#include "reports/book_paper.h"

// The three-column page (三栏式) of an account, in ledgers, journals and books.
namespace zf::bookkeeping {

enum class LedgerKind { general, detail, journal };

// Which page, and how its rows are written.
struct LedgerPaper {
    LedgerKind kind = LedgerKind::detail;
    MonthRange months;
    Include include = Include::posted;
    bool has_month_openings = false;
    bool has_counter_accounts = false;  // 对方科目
    bool plain_zero = false;            // 0.00 for θ
    bool has_money_grid = false;        // 金额格
    int rows_per_page = 0;
};

// The page as a table. `book` and `names` are kept by value; the context is asked whenever rows
// are pulled.
TableBlock ledger_table(const LedgerPaper& paper, const Book& book, const Account& account,
                        const BookNames& names, ReadContext& context);

// 总分类账, 明细账, 现金日记账, 银行存款日记账.
std::string ledger_title(LedgerKind kind, const Account& account);

// 记账, 复核, 会计主管: who signs each page of a book.
std::vector<std::string> ledger_signatures();

// A document of one account, or of several, each beginning a new page with numbers of its own.
Document ledger_document(const std::string& name, const LedgerPaper& paper, const Book& book,
                         const std::vector<Account>& accounts, const BookNames& names,
                         ReadContext& context);

// Adds the pages of several accounts to a set of papers, each with a bookmark of `level`.
void add_ledgers(std::vector<Block>& blocks, const LedgerPaper& paper, const Book& book,
                 const std::vector<Account>& accounts, const BookNames& names, int level,
                 ReadContext& context);

// Accounts of a page kind that have something to show in these months, in code order: general
// ledgers of first-level accounts, details of leaves, journals of those kept day by day.
std::vector<Account> ledger_accounts(LedgerKind kind, const MonthRange& months, Include include,
                                     const Book& book, Reader reader);

// The accounts asked for by code, or all of the kind when none is.
Result<std::vector<Account>> accounts_asked(const std::vector<std::string>& codes, LedgerKind kind,
                                            const MonthRange& months, Include include,
                                            const Book& book, Reader reader);

}  // namespace zf::bookkeeping
