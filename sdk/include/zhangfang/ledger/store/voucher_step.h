#pragma once

#include <array>
#include <optional>
#include <vector>

#include "zhangfang/ledger/store/writing.h"
#include "zhangfang/ledger/voucher.h"

namespace zf {

// To which voucher somebody who leafs through them goes on, by period, word and number.
enum class VoucherStep { previous, next, first, last };
template <>
struct EnumNames<VoucherStep> {
    static constexpr std::array names{
        EnumName<VoucherStep>{VoucherStep::previous, "previous", "Previous voucher"},
        EnumName<VoucherStep>{VoucherStep::next, "next", "Next voucher"},
        EnumName<VoucherStep>{VoucherStep::first, "first", "First voucher"},
        EnumName<VoucherStep>{VoucherStep::last, "last", "Last voucher"}};
};

// The voucher that a step leads to, among those prepared by these operators (empty: by anybody).
// `from` is of no account for first and last; held vouchers have no place in the order.
ZF_EXPORT std::optional<Id<Voucher>>
voucher_after_step(Reader reader, Id<Book> book, const Voucher& from, VoucherStep step,
                   const std::vector<std::int64_t>& prepared_by_any);

}  // namespace zf
