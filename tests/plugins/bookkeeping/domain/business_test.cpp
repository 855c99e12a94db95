#include "domain/business.h"

#include "domain/kind.h"
#include "support/catch.h"

using namespace zf;
using namespace zf::bookkeeping;

namespace {

constexpr Id<Account> cash{1}, bank{2}, mess_fee{3}, subsidy{4}, other{5};

EntryContext context() {
    EntryContext result;
    result.accounts = AccountList{{{.id = cash, .code = "101"},
                                   {.id = bank, .code = "102"},
                                   {.id = mess_fee, .code = "401"},
                                   {.id = subsidy, .code = "402"},
                                   {.id = other, .code = "110"}}};
    return result;
}
Entry line(Id<Account> account, Side side, const char* item = "") {
    Entry entry{.account = account, .side = side, .amount = Amount::minor(100)};
    if (*item != '\0') entry.dimensions = {{"flow", item}};
    return entry;
}
bool is_mixed(std::vector<Entry> entries) {
    const Voucher voucher{.entries = std::move(entries)};
    return why_mixed(voucher, context(), canteen().templates).has_value();
}

}  // namespace

TEST_CASE("one business on two kinds of food is one voucher", "[bk][business]") {
    CHECK_FALSE(is_mixed({line(mess_fee, Side::debit, "2103"), line(mess_fee, Side::debit, "2106"),
                          line(cash, Side::credit)}));
}

TEST_CASE("food and a refund in one voucher are two businesses", "[bk][business]") {
    CHECK(is_mixed({line(mess_fee, Side::debit, "21"), line(mess_fee, Side::debit, "22"),
                    line(cash, Side::credit)}));
}

TEST_CASE("food with cash drawn for it are two businesses", "[bk][business]") {
    CHECK(is_mixed({line(cash, Side::debit), line(bank, Side::credit),
                    line(mess_fee, Side::debit, "21"), line(cash, Side::credit)}));
}

TEST_CASE("the transfer of the grain subsidy is one business", "[bk][business]") {
    CHECK_FALSE(is_mixed({line(subsidy, Side::debit), line(mess_fee, Side::credit, "14")}));
}

TEST_CASE("what no template knows is left to the reviewer", "[bk][business]") {
    CHECK_FALSE(is_mixed({line(other, Side::debit), line(cash, Side::credit)}));
}

TEST_CASE("the year-end voucher that empties cash and bank is one business", "[bk][business]") {
    Voucher voucher{.entries = {line(mess_fee, Side::debit), line(cash, Side::credit),
                                line(bank, Side::credit)}};
    CHECK(why_mixed(voucher, context(), canteen().templates).has_value());  // When typed.
    voucher.origin = VoucherOrigin::year_carry;
    CHECK_FALSE(why_mixed(voucher, context(), canteen().templates).has_value());
}
