#pragma once

#include <map>
#include <vector>

#include "zhangfang/ledger/book_kind.h"
#include "zhangfang/ledger/voucher.h"

namespace zf::bookkeeping {

// The numbers that stand in a set of vouchers, by word.
struct NumberSpan {
    int first = 0, last = 0;
    int count = 0;

    bool operator==(const NumberSpan&) const = default;
};

// 凭证汇总: what a set of vouchers moved, account by account, and how many papers it is. Voided
// vouchers count as vouchers, since their numbers are in the set, but move nothing.
class VoucherTotals {
public:
    struct Turnover {
        Amount debit, credit;

        bool operator==(const Turnover&) const = default;
    };

    void add(const Voucher& voucher);

    const std::map<Id<Account>, Turnover>& by_account() const { return by_account_; }
    const std::map<std::string, NumberSpan>& words() const { return words_; }
    int vouchers() const { return vouchers_; }
    int voided() const { return voided_; }
    int attachments() const { return attachments_; }
    std::optional<Date> first_date() const { return first_date_; }
    std::optional<Date> last_date() const { return last_date_; }

private:
    std::map<Id<Account>, Turnover> by_account_;
    std::map<std::string, NumberSpan> words_;
    int vouchers_ = 0, voided_ = 0, attachments_ = 0;
    std::optional<Date> first_date_, last_date_;
};

// "记-1～17": every word with its numbers.
std::string spans_text(const std::map<std::string, NumberSpan>& words);

// A line of 科目汇总表: an account with what lies below it.
struct SummaryRow {
    Account account;
    VoucherTotals::Turnover turnover;

    bool operator==(const SummaryRow&) const = default;
};

// Accounts that moved, in code order, down to a level (0: all); parents hold what lies below them.
std::vector<SummaryRow> summary_rows(const VoucherTotals& totals, const AccountList& accounts,
                                     int levels);

}  // namespace zf::bookkeeping
