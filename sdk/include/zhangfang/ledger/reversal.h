#pragma once

#include <optional>
#include <string>
#include <vector>

#include "zhangfang/ledger/book.h"
#include "zhangfang/ledger/voucher.h"

namespace zf {

// 冲销1月12日记-6号凭证. `red_word` is 冲销 or 注销.
ZF_EXPORT std::string reversal_summary(const Voucher& reversed, const std::string& red_word,
                                       int number_width);
// 订正1月12日记-6号凭证
ZF_EXPORT std::string correction_summary(const Voucher& corrected, int number_width);

// Why a posted voucher may not be answered with a red one on `date` (§8.3): reversed before, dated
// before it, of an earlier year.
ZF_EXPORT std::optional<Problem> why_not_reversed(const Voucher& voucher, bool is_reversed,
                                                  Date date);

// The red voucher: same lines and sides, amounts and memoranda × −1, no attachments.
ZF_EXPORT Voucher reversal_of(const Voucher& voucher, const BookOptions& options, Date date);

// The voucher with the right figures; lines without a summary of their own get the correction's.
ZF_EXPORT Voucher correction_of(const Voucher& voucher, const BookOptions& options, Date date,
                                std::vector<Entry> entries, std::optional<int> attachments);

}  // namespace zf
