#include "domain/ledger_page.h"

#include <algorithm>

namespace zf::bookkeeping {

static constexpr int december = 12, year_end = 13;

LedgerPage::LedgerPage(LedgerStyle style, LedgerRange range)
    : style_{style},
      range_{range},
      balance_{range.opening},
      year_debit_{range.year_debit},
      year_credit_{range.year_credit} {}

void LedgerPage::begin(std::vector<LedgerRow>& rows) {
    const bool begins_year = range_.from.no == 1;
    rows.push_back({.kind = begins_year ? LedgerRowKind::year_opening : LedgerRowKind::opening,
                    .date = range_.from.first_day(),
                    .balance = balance_});
}

void LedgerPage::note_number(const LedgerEntry& entry) {
    const auto known = std::find_if(
        numbers_.begin(), numbers_.end(),
        [&](const NumberRange& range) { return range.word == entry.word; });
    if (known == numbers_.end()) {
        numbers_.push_back({entry.word, entry.number, entry.number});
        return;
    }
    known->first = std::min(known->first, entry.number);
    known->last = std::max(known->last, entry.number);
}

std::string LedgerPage::numbers() const {
    std::string text;
    for (const NumberRange& range : numbers_) {
        if (!text.empty()) text += " ";
        text += range.word + "-" + std::to_string(range.first);
        if (range.last > range.first) text += "～" + std::to_string(range.last);
    }
    return text;
}

void LedgerPage::add(const LedgerEntry& entry, std::vector<LedgerRow>& rows) {
    const bool begins_month = !month_ || *month_ != entry.period;
    if (begins_month || (day_ && *day_ != entry.date)) close_day(rows);
    if (begins_month) {
        close_month(rows);
        // What the year end writes stands below the closed year, not in December.
        if (entry.period.no == year_end) close_year(rows);
        const bool is_first = entry.period == range_.from;
        if (style_.has_month_openings && !is_first && entry.period.no != year_end)
            rows.push_back({.kind = LedgerRowKind::opening,
                            .date = entry.period.first_day(),
                            .balance = balance_});
        month_ = entry.period;
    }
    day_ = entry.date;
    const Amount debit = entry.side == Side::debit ? entry.amount : Amount{};
    const Amount credit = entry.side == Side::credit ? entry.amount : Amount{};
    day_debit_ += debit;
    day_credit_ += credit;
    month_debit_ += debit;
    month_credit_ += credit;
    balance_ += debit - credit;
    note_number(entry);
    if (style_.has_entries || entry.period.no == year_end)
        rows.push_back({.kind = LedgerRowKind::entry,
                        .date = entry.date,
                        .debit = debit,
                        .credit = credit,
                        .balance = balance_,
                        .numbers = entry.word + "-" + std::to_string(entry.number)});
}

void LedgerPage::close_day(std::vector<LedgerRow>& rows) {
    if (!day_) return;
    const bool is_year_end = month_ && month_->no == year_end;
    if (style_.has_day_totals && !is_year_end)
        rows.push_back({.kind = LedgerRowKind::day_total,
                        .date = *day_,
                        .debit = day_debit_,
                        .credit = day_credit_,
                        .balance = balance_});
    day_.reset();
    day_debit_ = day_credit_ = Amount{};
}

void LedgerPage::close_month(std::vector<LedgerRow>& rows) {
    if (!month_) return;
    year_debit_ += month_debit_;
    year_credit_ += month_credit_;
    if (month_->no != year_end) {
        rows.push_back({.kind = LedgerRowKind::month_total,
                        .date = month_->last_day(),
                        .debit = month_debit_,
                        .credit = month_credit_,
                        .balance = balance_,
                        .numbers = numbers()});
        if (month_->no == december)
            close_year(rows);
        else if (style_.has_year_totals)
            rows.push_back({.kind = LedgerRowKind::year_total,
                            .date = month_->last_day(),
                            .debit = year_debit_,
                            .credit = year_credit_,
                            .balance = balance_});
    }
    month_debit_ = month_credit_ = Amount{};
    numbers_.clear();
    month_.reset();
}

void LedgerPage::close_year(std::vector<LedgerRow>& rows) {
    if (year_is_closed_) return;
    year_is_closed_ = true;
    rows.push_back({.kind = LedgerRowKind::year_total,
                    .date = PeriodKey{range_.from.year, december}.last_day(),
                    .debit = year_debit_,
                    .credit = year_credit_,
                    .balance = balance_,
                    .closes_year = true});
}

void LedgerPage::finish(std::vector<LedgerRow>& rows) {
    close_day(rows);
    close_month(rows);
    if (!range_.ends_year || range_.to.no < december) return;
    close_year(rows);
    if (!balance_.is_zero())
        rows.push_back({.kind = LedgerRowKind::carried_onward,
                        .date = PeriodKey{range_.from.year, december}.last_day(),
                        .balance = balance_});
}

}  // namespace zf::bookkeeping
