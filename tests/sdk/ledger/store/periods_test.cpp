#include "../canteen_book.h"

using namespace zf;
using namespace zf::test;

namespace {

struct Fixture {
    explicit Fixture(StoreKind store) : canteen{store} { canteen.open_with_example(); }
    Voucher purchase(unsigned day, const std::string& amount, const std::string& item = {}) {
        return canteen.voucher(Date{2008, 1, day}, "购买蔬菜豆制品一批", 1, "401", "101", amount,
                               item);
    }
    template <class Action>
    std::string refusal(Action action) {
        const auto result = canteen.write(quartermaster, action);
        return result ? "" : result.error().code;
    }
    Id<Book> book() const { return canteen.book.id; }

    CanteenBook canteen;
};

constexpr PeriodKey january{2008, 1};

}  // namespace

TEST_CASE("A gap stops posting and closing until it is renumbered", "[ledger]") {
    const EachStore store;
    Fixture fixture{store};
    fixture.canteen.enter(fixture.purchase(3, "1.00"));
    Voucher third = fixture.purchase(4, "2.00");
    third.number = 3;
    fixture.canteen.enter(third);
    fixture.canteen.done(officer, [&](const Writing& writing) {
        return review_all(writing, fixture.book(), january, january);
    });
    const auto post = [&](const Writing& writing) {
        return post_period(writing, fixture.book(), january);
    };

    CHECK(fixture.refusal(post) == "ledger.posting.gap");
    const auto vouchers = fixture.canteen.read(
        [&](Reader reader) { return numbered_vouchers(reader, fixture.book(), january, "记"); });
    const Renumbered renumbered = fixture.canteen.done(quartermaster, [&](const Writing& writing) {
        return renumber(writing, fixture.book(), january, "记",
                        renumber_plan(vouchers, RenumberMode::close_gaps));
    });
    CHECK(renumbered.changes.size() == 1);
    CHECK(fixture.refusal(post).empty());
    CHECK(fixture.canteen.enter(fixture.purchase(5, "3.00")).number == 3);
    CHECK(fixture.canteen.verify().empty());
}

TEST_CASE("Numbers may change places, and summaries that cite them follow", "[ledger]") {
    const EachStore store;
    Fixture fixture{store};
    const Voucher first = fixture.canteen.enter(fixture.purchase(3, "1.00"));
    fixture.canteen.review_and_post(january);
    const Reversed red = fixture.canteen.done(quartermaster, [&](const Writing& writing) {
        return reverse_voucher(writing, fixture.book(), first.id, Date{2008, 1, 4}, std::nullopt);
    });
    fixture.canteen.review_and_post(january);
    fixture.canteen.enter(fixture.purchase(4, "2.00"));
    fixture.canteen.done(quartermaster, [&](const Writing& writing) {
        return unpost_period(writing, fixture.book(), january, {}, "改号");
    });
    const auto vouchers = fixture.canteen.read(
        [&](Reader reader) { return numbered_vouchers(reader, fixture.book(), january, "记"); });
    REQUIRE(vouchers.size() == 3);

    const auto plan = renumber_plan(vouchers,
                                    {{vouchers[0].id.value, 3}, {vouchers[2].id.value, 1}});
    fixture.canteen.done(quartermaster, [&](const Writing& writing) {
        return renumber(writing, fixture.book(), january, "记", *plan);
    });

    const Voucher citing = *fixture.canteen.read([&](Reader reader) {
        return VoucherStore{reader, fixture.book()}.get(red.reversal.id);
    });
    CHECK(citing.entries[0].summary == "冲销1月3日记-3号凭证");
    CHECK(citing.entries[1].summary == "冲销1月3日记-3号凭证");
    CHECK(fixture.canteen.verify().empty());
}

TEST_CASE("A reversed voucher is unposted only with the red one", "[ledger]") {
    const EachStore store;
    Fixture fixture{store};
    const Voucher voucher = fixture.canteen.enter(fixture.purchase(3, "1.00"));
    fixture.canteen.review_and_post(january);
    const auto unpost_one = [&](const Writing& writing) {
        return unpost_period(writing, fixture.book(), january, {voucher.id}, "改错");
    };
    fixture.canteen.done(quartermaster, [&](const Writing& writing) {
        return reverse_voucher(writing, fixture.book(), voucher.id, Date{2008, 1, 4}, std::nullopt);
    });

    CHECK(fixture.refusal(unpost_one) == "ledger.voucher.reversed");
    fixture.canteen.review_and_post(january);
    const Posted unposted = fixture.canteen.done(quartermaster, [&](const Writing& writing) {
        return unpost_period(writing, fixture.book(), january, {}, "改错");
    });
    CHECK(unposted.vouchers == 2);
    const Voucher back = *fixture.canteen.read([&](Reader reader) {
        return VoucherStore{reader, fixture.book()}.get(voucher.id);
    });
    CHECK(back.state == VoucherState::reviewed);
    CHECK(back.unposted_count == 1);
    CHECK(back.posted_by == 0);
    CHECK(fixture.canteen
              .read([&](Reader reader) {
                  return VoucherStore{reader, fixture.book()}.versions(voucher.id);
              })[0]
              .reason == "改错");
    CHECK(fixture.canteen.verify().empty());
}

TEST_CASE("Posting waits for lower numbers to be reviewed and for earlier months to be closed",
          "[ledger]") {
    const EachStore store;
    Fixture fixture{store};
    fixture.canteen.enter(fixture.purchase(3, "1.00"));
    const Voucher second = fixture.canteen.enter(fixture.purchase(4, "2.00"));
    fixture.canteen.done(officer, [&](const Writing& writing) {
        return review_voucher(writing, fixture.book(), second.id, second.version);
    });
    CHECK(fixture.refusal([&](const Writing& writing) {
        return post_period(writing, fixture.book(), january);
    }) == "ledger.posting.not_reviewed");
    const Voucher february = fixture.canteen.enter(
        fixture.canteen.voucher(Date{2008, 2, 1}, "购买蔬菜豆制品一批", 1, "401", "101", "3.00"));
    fixture.canteen.done(officer, [&](const Writing& writing) {
        return review_voucher(writing, fixture.book(), february.id, february.version);
    });
    CHECK(fixture.refusal([&](const Writing& writing) {
        return post_period(writing, fixture.book(), {2008, 2});
    }) == "ledger.period.not_first_open");
}

TEST_CASE("Only a book that keeps the reverse voucher gets one at the year end", "[ledger]") {
    const EachStore store;
    BookKind kind = mess_kind();
    kind.keeps_reverse_voucher = false;
    CanteenBook canteen{store, kind};
    canteen.open_with_example();

    const auto refused = canteen.write(quartermaster, [&](const Writing& writing) {
        return enter_year_carry(writing, canteen.book.id, 2008);
    });

    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "ledger.year.no_reverse_voucher");
}

TEST_CASE("All that stands in the way of closing is told at once", "[ledger]") {
    const EachStore store;
    Fixture fixture{store};
    fixture.canteen.enter(fixture.purchase(3, "1.00"));
    Voucher voucher = fixture.purchase(4, "2.00");
    voucher.number = 3;
    fixture.canteen.enter(voucher);

    const Proof proof = fixture.canteen.read([&](Reader reader) {
        return closing_checks(reader, fixture.canteen.kinds, fixture.book(), january);
    });

    CHECK_FALSE(proof.stands);
    std::vector<std::string> failed;
    for (const ClosingCheck& check : proof.checks)
        if (!check.findings.empty()) failed.push_back(check.code);
    CHECK(failed == std::vector<std::string>{"ledger.closing.unposted", "ledger.closing.numbers"});
    CHECK(proof.checks[1].vouchers.size() == 2);
}

TEST_CASE("A proof holds until something in its month changes", "[ledger]") {
    const EachStore store;
    Fixture fixture{store};
    fixture.canteen.enter(fixture.purchase(3, "1.00"));
    fixture.canteen.review_and_post(january);
    const auto proof = [&] {
        return fixture.canteen.read(
            [&](Reader reader) { return valid_proof(reader, fixture.book(), january); });
    };
    const auto prove = [&](const Writing& writing) {
        return prove_period(writing, fixture.book(), january, 41);
    };

    CHECK_FALSE(proof());
    const Proof stored = fixture.canteen.done(quartermaster, prove);
    CHECK(stored.stands);
    CHECK(stored.vouchers == 1);
    CHECK(stored.lines == 2);
    REQUIRE(proof());
    CHECK(proof()->trail_sequence == 41);
    const Voucher late = fixture.canteen.enter(fixture.purchase(4, "2.00"));
    CHECK_FALSE(proof());
    fixture.canteen.done(quartermaster, [&](const Writing& writing) {
        return void_voucher(writing, fixture.book(), late.id, late.version);
    });
    fixture.canteen.done(quartermaster, prove);
    const Closed closed = fixture.canteen.done(quartermaster, [&](const Writing& writing) {
        return close_period(writing, fixture.book(), january, 50);
    });
    CHECK(closed.proof.trail_sequence == 41);  // the proof was taken as it stood
    CHECK(closed.period.close_hash == stored.close_hash);
}

TEST_CASE("The rules of the kind speak at closing", "[ledger]") {
    const EachStore store;
    BookKind kind = mess_kind();
    kind.why_not_closed = [](const std::vector<AccountBalance>& balances, PeriodKey period) {
        Problems found;
        if (balances[0].closing != Amount::minor(123460))
            found.push_back({.code = "mess.cash", .text = {"Cash of " + period.text()}});
        return found;
    };
    CanteenBook canteen{store, kind};
    canteen.open_with_example();
    const auto close = [&] {
        const auto result = canteen.write(quartermaster, [&](const Writing& writing) {
            return close_period(writing, canteen.book.id, january, 0);
        });
        return result ? "" : result.error().code;
    };
    CHECK(close() == "mess.cash");
    canteen.enter(canteen.voucher(Date{2008, 1, 3}, "购买蔬菜豆制品一批", 1, "401", "101", "1.00"));
    canteen.review_and_post(january);
    CHECK(close().empty());
}

TEST_CASE("A frozen month takes no new voucher and is still posted and closed", "[ledger]") {
    const EachStore store;
    Fixture fixture{store};
    fixture.canteen.enter(fixture.purchase(3, "1.00"));
    fixture.canteen.done(quartermaster, [&](const Writing& writing) {
        return freeze_period(writing, fixture.book(), january);
    });
    const Voucher late = fixture.purchase(4, "2.00");
    const auto enter = [&](const Writing& writing) { return enter_voucher(writing, late); };

    CHECK(fixture.refusal(enter) == "ledger.voucher.period_frozen");
    fixture.canteen.done(quartermaster, [&](const Writing& writing) {
        return unfreeze_period(writing, fixture.book(), january);
    });
    CHECK(fixture.refusal(enter).empty());
    fixture.canteen.done(quartermaster, [&](const Writing& writing) {
        return freeze_period(writing, fixture.book(), january);
    });
    fixture.canteen.review_and_post(january);
    fixture.canteen.close(january);
    CHECK(fixture.refusal([&](const Writing& writing) {
        return freeze_period(writing, fixture.book(), january);
    }) == "ledger.period.state");
}

TEST_CASE("The mess fee is told apart by flow item", "[ledger]") {
    const EachStore store;
    Fixture fixture{store};
    fixture.canteen.enter(fixture.purchase(3, "86.40", "food"));
    fixture.canteen.enter(fixture.purchase(4, "12.00", "refund"));
    fixture.canteen.enter(fixture.purchase(5, "1.00"));
    fixture.canteen.enter(fixture.purchase(6, "13.60", "food"));
    fixture.canteen.review_and_post(january);
    const Id<Account> mess = fixture.canteen.account("401");

    const auto turnovers = fixture.canteen.read([&](Reader reader) {
        return BalanceReader{reader}.dimension_turnovers(
            {.book = fixture.book(), .year = 2008, .from = 1, .to = 1}, mess, "flow");
    });

    REQUIRE(turnovers.size() == 4);
    CHECK(turnovers[0].item == "food");
    CHECK(turnovers[0].debit == yuan("100.00"));
    CHECK(turnovers[1].debit == Amount{});
    CHECK(turnovers[2].debit == yuan("12.00"));
    CHECK(turnovers[3].item.empty());
    CHECK(turnovers[3].debit == yuan("1.00"));
    const AccountPageQuery query{.book = fixture.book(),
                                 .account = mess,
                                 .from = january,
                                 .to = january,
                                 .dimension = DimensionValue{"flow", "food"},
                                 .with_dimensions = true};
    fixture.canteen.read([&](Reader reader) {
        const AccountPage page = AccountPageReader{reader, query}.first(10);
        REQUIRE(page.lines.size() == 2);
        CHECK(page.lines[1].balance == yuan("100.00"));
        CHECK(page.lines[1].dimensions == std::vector<DimensionValue>{{"flow", "food"}});
        CHECK(AccountPageReader{reader, query}.row_count() == 2);
        return 0;
    });
}
