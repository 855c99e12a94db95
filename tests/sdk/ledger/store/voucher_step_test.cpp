#include "zhangfang/ledger/store/voucher_step.h"

#include "../canteen_book.h"

using namespace zf;
using namespace zf::test;

TEST_CASE("somebody who leafs through vouchers goes by month and number", "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};
    canteen.open_with_example();
    const auto enter = [&](unsigned month, unsigned day) {
        return canteen.enter(
            canteen.voucher(Date{2008, month, day}, "提取备用现金", 1, "101", "102", "10.00"));
    };
    const Voucher february_1 = enter(2, 3);  // entered before January's, yet it comes after them
    const Voucher january_1 = enter(1, 5);
    const Voucher january_2 = enter(1, 6);
    Voucher put_aside = canteen.voucher(Date{2008, 1, 7}, "暂存", 1, "101", "102", "10.00");
    canteen.done(quartermaster,
                 [&](const Writing& writing) { return hold_voucher(writing, put_aside); });

    const auto step = [&](const Voucher& from, VoucherStep where,
                          const std::vector<std::int64_t>& prepared_by = {}) {
        return canteen.read([&](Reader reader) {
            return voucher_after_step(reader, canteen.book.id, from, where, prepared_by);
        });
    };
    CHECK(step(january_1, VoucherStep::next) == january_2.id);
    CHECK(step(january_2, VoucherStep::next) == february_1.id);
    CHECK_FALSE(step(february_1, VoucherStep::next));  // the held one has no place
    CHECK(step(february_1, VoucherStep::previous) == january_2.id);
    CHECK_FALSE(step(january_1, VoucherStep::previous));
    CHECK(step({}, VoucherStep::first) == january_1.id);
    CHECK(step({}, VoucherStep::last) == february_1.id);
    CHECK(step({}, VoucherStep::last, {officer, quartermaster}) == february_1.id);
    CHECK_FALSE(step({}, VoucherStep::last, {officer}));
}
