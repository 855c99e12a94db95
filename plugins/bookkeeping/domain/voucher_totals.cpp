#include "domain/voucher_totals.h"

#include <algorithm>

namespace zf::bookkeeping {

void VoucherTotals::add(const Voucher& voucher) {
    ++vouchers_;
    NumberSpan& span = words_[voucher.word];
    span.first = span.count == 0 ? voucher.number : std::min(span.first, voucher.number);
    span.last = std::max(span.last, voucher.number);
    ++span.count;
    first_date_ = first_date_ ? std::min(*first_date_, voucher.date) : voucher.date;
    last_date_ = last_date_ ? std::max(*last_date_, voucher.date) : voucher.date;
    if (voucher.state == VoucherState::voided) {
        ++voided_;
        return;
    }
    attachments_ += voucher.attachments.value_or(0);
    for (const Entry& entry : voucher.entries) {
        Turnover& turnover = by_account_[entry.account];
        (entry.side == Side::debit ? turnover.debit : turnover.credit) += entry.amount;
    }
}

std::string spans_text(const std::map<std::string, NumberSpan>& words) {
    std::string text;
    for (const auto& [word, span] : words) {
        if (!text.empty()) text += " ";
        text += word + "-" + std::to_string(span.first);
        if (span.last > span.first) text += "～" + std::to_string(span.last);
    }
    return text;
}

std::vector<SummaryRow> summary_rows(const VoucherTotals& totals, const AccountList& accounts,
                                     int levels) {
    std::map<std::string, SummaryRow> rows;
    for (const auto& [id, turnover] : totals.by_account()) {
        for (const Account* account = accounts.find(id); account != nullptr;
             account = account->parent ? accounts.find(account->parent) : nullptr) {
            if (levels > 0 && account->level > levels) continue;
            SummaryRow& row = rows.try_emplace(account->code, SummaryRow{*account}).first->second;
            row.turnover.debit += turnover.debit;
            row.turnover.credit += turnover.credit;
        }
    }
    std::vector<SummaryRow> ordered;
    for (auto& [code, row] : rows) ordered.push_back(std::move(row));
    return ordered;
}

}  // namespace zf::bookkeeping
