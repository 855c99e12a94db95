#include <fmt/format.h>

#include "../canteen_book.h"

using namespace zf;
using namespace zf::test;

namespace {

// Vouchers made as they are pulled: `count` purchases on the days of January, ten a day.
std::function<bool(ImportedVoucher&)>
purchases(CanteenBook& canteen, int count,
          const std::function<void(ImportedVoucher&)>& alter = {}) {
    return [&canteen, count, alter, at = 0, mess = canteen.account("401"),
            cash = canteen.account("101")](ImportedVoucher& next) mutable {
        if (at == count) return false;
        next.row = at * 2 + 2;
        next.voucher.date = Date{2008, 1, static_cast<unsigned>(1 + at / 10)};
        next.voucher.attachments = 1;
        next.voucher.entries.resize(2);
        for (const Side side : {Side::debit, Side::credit})
            next.voucher.entries[side == Side::debit ? 0 : 1] = {
                .summary = fmt::format("购买第{}批蔬菜", at + 1),
                .account = side == Side::debit ? mess : cash,
                .side = side,
                .amount = Amount::minor(100 + at)};
        if (alter) alter(next);
        ++at;
        return true;
    };
}

}  // namespace

TEST_CASE("An import enters every voucher with its number, hash and sums", "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};
    canteen.open_with_example();
    auto source = purchases(canteen, 200);

    const Imported imported = canteen.done(quartermaster, [&](const Writing& writing) {
        return import_vouchers(writing, canteen.book.id, source,
                               {.origin_reference = "january.csv"});
    });

    CHECK(imported.vouchers == 200);
    CHECK(imported.lines == 400);
    // 100 + 101 + … + 299 = 39,900 fen
    REQUIRE(imported.debit.size() == 1);
    CHECK(imported.debit[0].second == yuan("399.00"));
    REQUIRE(imported.touched.chunks.size() == 1);
    CHECK(imported.touched.chunks[0].count == 200);
    CHECK(canteen.trial_balance(2008, 1, 1, Include::pending)[0] ==
          "101 1235.60 | 0.00 399.00 | 0.00 399.00 | 836.60");
    const Voucher last = canteen.read([&](Reader reader) {
        return VoucherStore{reader, canteen.book.id}.resolve("2008-01/记-200").value();
    });
    CHECK(last.origin == VoucherOrigin::import);
    CHECK(last.origin_reference == "january.csv");
    CHECK(last.entries[1].summary == "购买第200批蔬菜");
    CHECK(canteen
              .enter(
                  canteen.voucher(Date{2008, 1, 31}, "购买蔬菜豆制品一批", 1, "401", "101", "1.00"))
              .number == 201);
    CHECK(canteen.verify().empty());
    canteen.review_and_post({2008, 1});
    canteen.close({2008, 1});
    CHECK(canteen.verify().empty());
}

TEST_CASE("An import with a fault enters nothing and names the rows", "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};
    canteen.open_with_example();
    auto source = purchases(canteen, 50, [](ImportedVoucher& next) {
        if (next.row == 22) next.voucher.entries[0].amount = Amount::minor(1);
        if (next.row == 40) next.voucher.entries[1].summary = "买";
        if (next.row == 60) next.voucher.date = Date{2008, 1, 1};
    });
    Problems told;
    const Transaction transaction{canteen.connection()};
    const Writing writing{transaction,
                          canteen.kinds,
                          {quartermaster, "2008-01-31T08:00:00Z"},
                          [&](const Problems& found) -> std::optional<Problem> {
                              told = found;
                              return gravest(found);
                          }};

    const auto refused = import_vouchers(writing, canteen.book.id, source, {});

    REQUIRE_FALSE(refused);
    REQUIRE(told.size() == 3);
    CHECK(told[0].code == "ledger.voucher.unbalanced");
    CHECK(told[0].place.line == 22);
    CHECK(told[1].code == "ledger.voucher.summary_short");
    CHECK(told[1].place.line == 40);
    CHECK(told[2].code == "ledger.voucher.date_before_previous");
    CHECK(told[2].place.line == 60);
}

TEST_CASE("An import whose alerts are acknowledged enters every voucher", "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};
    canteen.open_with_example();
    const auto without_documents = [](ImportedVoucher& next) {
        if (next.row == 22 || next.row == 60) next.voucher.attachments = 0;
    };
    const auto import_with = [&](const std::vector<std::string>& acknowledged) {
        auto source = purchases(canteen, 50, without_documents);
        return canteen.write(
            quartermaster,
            [&](const Writing& writing) {
                return import_vouchers(writing, canteen.book.id, source, {});
            },
            acknowledged);
    };

    const auto refused = import_with({});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "ledger.voucher.attachments_none");

    const auto imported = import_with({"ledger.voucher.attachments_none"});
    REQUIRE(imported);
    CHECK(imported->vouchers == 50);
    // 100 + 101 + … + 149 = 6,225 fen
    CHECK(canteen.trial_balance(2008, 1, 1, Include::pending)[0] ==
          "101 1235.60 | 0.00 62.25 | 0.00 62.25 | 1173.35");
    CHECK(canteen.verify().empty());
}

TEST_CASE("An import that would empty the cash box is refused, whatever its order", "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};
    canteen.open_with_example();
    auto source = purchases(canteen, 10, [](ImportedVoucher& next) {
        for (Entry& entry : next.voucher.entries) entry.amount = yuan("123.57");  // 1,235.70 in ten
    });
    const auto refused = canteen.write(quartermaster, [&](const Writing& writing) {
        return import_vouchers(writing, canteen.book.id, source, {});
    });
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "ledger.voucher.cash_deficit");
    CHECK(refused.error().text.arguments[1] == Argument{Money::fen(-10)});
}

TEST_CASE("Numbers of a file are kept and must be free", "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};
    canteen.open_with_example();
    int number = 0;
    auto good = purchases(canteen, 5,
                          [&](ImportedVoucher& next) { next.voucher.number = ++number; });
    canteen.done(quartermaster, [&](const Writing& writing) {
        return import_vouchers(writing, canteen.book.id, good, {});
    });
    auto again = purchases(canteen, 1, [](ImportedVoucher& next) { next.voucher.number = 5; });
    const auto refused = canteen.write(quartermaster, [&](const Writing& writing) {
        return import_vouchers(writing, canteen.book.id, again, {});
    });
    CHECK(refused.error().code == "ledger.voucher.number_taken");
    auto nothing = purchases(canteen, 0);
    const auto empty = canteen.write(quartermaster, [&](const Writing& writing) {
        return import_vouchers(writing, canteen.book.id, nothing, {});
    });
    CHECK(empty.error().code == "ledger.import.empty");
}

TEST_CASE("A list goes on from page to page without losing or repeating a voucher", "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};
    canteen.open_with_example();
    auto source = purchases(canteen, 23);
    canteen.done(quartermaster, [&](const Writing& writing) {
        return import_vouchers(writing, canteen.book.id, source, {});
    });
    for (int held = 0; held < 3; ++held) {
        const Voucher voucher = canteen.voucher(Date{2008, 1, 31}, "暂存一张凭证", 1, "401", "101",
                                                "1.00");
        canteen.done(quartermaster,
                     [&](const Writing& writing) { return hold_voucher(writing, voucher); });
    }

    canteen.read([&](Reader reader) {
        const VoucherStore vouchers{reader, canteen.book.id};
        std::vector<int> numbers;
        std::string after;
        do {
            const VoucherPage page = vouchers.page({}, after, 5);
            for (const VoucherRow& row : page.rows) numbers.push_back(row.voucher.number);
            after = page.next;
        } while (!after.empty());
        std::vector<int> expected;
        for (int number = 1; number <= 23; ++number) expected.push_back(number);
        expected.insert(expected.end(), 3, 0);
        CHECK(numbers == expected);

        const auto count = [&](VoucherFilter filter) { return vouchers.count(filter); };
        CHECK(count({}) == 26);
        CHECK(count({.states = {VoucherState::held}}) == 3);
        CHECK(count({.from = {2008, 2}, .to = {2008, 2}}) == 0);
        CHECK(count({.from_number = 3, .to_number = 7}) == 5);
        CHECK(count({.text = "第2"}) == 5);  // 第2, 20, 21, 22, 23 批
        CHECK(count({.text = "%"}) == 0);
        CHECK(count({.from_amount = Amount::minor(120), .to_amount = Amount::minor(121)}) == 2);
        CHECK(count({.account = AccountStore{reader, canteen.book.id}.find("102", 2008)->id}) == 0);
        CHECK(count({.from_date = Date{2008, 1, 3}, .to_date = Date{2008, 1, 3}}) == 3);
        const VoucherPage first = vouchers.page({.states = {VoucherState::entered}}, "", 2);
        CHECK(first.rows[0].summary == "购买第1批蔬菜");
        CHECK(first.rows[1].debit == Amount::minor(101));
        CHECK(first.rows[1].lines == 2);

        const auto cursor = vouchers.cursor({.from = {2008, 1}, .to = {2008, 1}});
        int read = 0;
        while (const Voucher* voucher = cursor->next()) {
            CHECK(voucher->number == ++read);
            CHECK(voucher->entries.size() == 2);
        }
        CHECK(read == 23);
        return 0;
    });
}

TEST_CASE("Memoranda of a line are kept beside its amount and in the balances", "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};
    canteen.open_with_example();
    Voucher voucher = canteen.voucher(Date{2008, 1, 3}, "购买面粉二十公斤", 1, "401", "101",
                                      "86.00");
    voucher.entries[0].detail = EntryDetail{
        .quantity = Quantity::micro(20'000'000), .unit = "公斤", .price = Price::e8(430'000'000)};

    const Voucher entered = canteen.enter(voucher);
    canteen.review_and_post({2008, 1});

    const Voucher stored = *canteen.read([&](Reader reader) {
        return VoucherStore{reader, canteen.book.id}.get(entered.id);
    });
    CHECK(stored.entries[0].detail == voucher.entries[0].detail);
    CHECK_FALSE(stored.entries[1].detail);
    const auto quantity = canteen.read([&](Reader reader) {
        return integer_of(reader,
                          "SELECT debit_micro FROM zf_balance WHERE period = 1 AND account = ?",
                          {entered.entries[0].account.value});
    });
    CHECK(quantity == 20'000'000);
    CHECK(canteen.verify().empty());
}
