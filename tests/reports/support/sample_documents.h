#pragma once

#include <string>
#include <vector>

#include "zhangfang/i18n/catalogue.h"
#include "zhangfang/report/document.h"
#include "zhangfang_reports/page.h"
#include "zhangfang_reports/pagination.h"

namespace zf::test {

// The Chinese texts as built.
const Catalogue& chinese();

// Lays out with monospaced letters and keeps every page.
std::vector<reports::Page> pages_of(const Document& document,
                                    const reports::PaginationOptions& options = {});

// All texts of a page, in order, one a line.
std::string texts_of(const reports::Page& page);
// Is this text on the page, as a whole?
bool has_text(const reports::Page& page, std::string_view text);

// 明细账 of the mess fee: opening, `days` entries of 12.34 paid out of 10,000.00, month total and
// year total, on A4 with carried sums.
Document detail_ledger(int days);

// 记账凭证 on blank paper: two entries of the amount, five lines, money grids.
GridBlock voucher_sheet(int number, Money amount);
Document voucher_book(int count, Paper paper);

}  // namespace zf::test
