#include "zhangfang/ledger/reversal.h"

#include <fmt/format.h>

namespace zf {

namespace {

std::string citation(const std::string& verb, const Voucher& voucher, int number_width) {
    return fmt::format("{}{}月{}日{}号凭证", verb, voucher.date.month_of_year(),
                       voucher.date.day_of_month(),
                       voucher_label(voucher.word, voucher.number, number_width));
}

// The answer to a voucher stands in the period of its own date.
Voucher answer_to(const Voucher& voucher, Date date) {
    return {.book = voucher.book,
            .period = PeriodKey::of(date.month()),
            .date = date,
            .word = voucher.word};
}

}  // namespace

std::string reversal_summary(const Voucher& reversed, const std::string& red_word,
                             int number_width) {
    return citation(red_word, reversed, number_width);
}

std::string correction_summary(const Voucher& corrected, int number_width) {
    return citation("订正", corrected, number_width);
}

std::optional<Problem> why_not_reversed(const Voucher& voucher, bool is_reversed, Date date) {
    const std::string label = voucher_label(voucher.word, voucher.number);
    if (is_reversed)
        return Problem{.code = "ledger.voucher.already_reversed",
                       .text = {"{0} was reversed before. Nothing was entered; reverse the red "
                                "voucher if it was a mistake.",
                                {label}}};
    if (date < voucher.date)
        return Problem{
            .code = "ledger.voucher.reversal_before",
            .text = {"The red voucher of {0} would be dated {1}, before it. Choose {2} or later.",
                     {label, date, voucher.date}},
            .place = {"date"}};
    if (date.year() != voucher.date.year())
        return Problem{.code = "ledger.voucher.earlier_year",
                       .rule = "会计基础工作规范 51",
                       .text = {"{0} belongs to {1}. A voucher of an earlier year is put right "
                                "by a blue correcting voucher, not by a red one.",
                                {label, std::int64_t{voucher.date.year()}}}};
    return std::nullopt;
}

Voucher reversal_of(const Voucher& voucher, const BookOptions& options, Date date) {
    Voucher reversal = answer_to(voucher, date);
    reversal.attachments = 0;
    reversal.origin = VoucherOrigin::reversal;
    reversal.reverses = voucher.id;
    const std::string summary = reversal_summary(voucher, options.red_word, options.number_width);
    for (Entry entry : voucher.entries) {
        entry.summary = summary;
        entry.amount = -entry.amount;
        if (entry.detail) {
            entry.detail->foreign_minor = subtract_exact(0, entry.detail->foreign_minor);
            entry.detail->quantity = -entry.detail->quantity;
        }
        reversal.entries.push_back(std::move(entry));
    }
    return reversal;
}

Voucher correction_of(const Voucher& voucher, const BookOptions& options, Date date,
                      std::vector<Entry> entries, std::optional<int> attachments) {
    Voucher correction = answer_to(voucher, date);
    correction.attachments = attachments;
    correction.origin = VoucherOrigin::correction;
    correction.corrects = voucher.id;
    correction.entries = std::move(entries);
    for (Entry& entry : correction.entries)
        if (entry.summary.empty())
            entry.summary = correction_summary(voucher, options.number_width);
    return correction;
}

}  // namespace zf
