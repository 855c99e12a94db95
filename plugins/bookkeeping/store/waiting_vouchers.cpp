#include "store/waiting_vouchers.h"

namespace zf::bookkeeping {

WaitingVouchers waiting_vouchers(Reader reader, Id<Book> book) {
    const VoucherStore vouchers{reader, book};
    return {.held = vouchers.count({.states = {VoucherState::held}}),
            .unreviewed = vouchers.count({.states = {VoucherState::entered}}),
            .marked_wrong = vouchers.count(
                {.states = {VoucherState::entered}, .marked_wrong_only = true}),
            .unposted = vouchers.count({.states = {VoucherState::reviewed}})};
}

}  // namespace zf::bookkeeping
