#include "../canteen_book.h"
#include "zhangfang/crypto/crypto.h"
#include "zhangfang/ledger/store/content_hash.h"

using namespace zf;
using namespace zf::test;

namespace {

struct Fixture {
    explicit Fixture(StoreKind store, const std::optional<BookKind>& kind = std::nullopt)
        : canteen{store, kind} {
        canteen.open_with_example();
    }
    Voucher withdrawal(unsigned day, const std::string& amount) {
        return canteen.voucher(Date{2008, 1, day}, "开出现金支票提取备用现金", 1, "101", "102",
                               amount);
    }
    Voucher purchase(unsigned day, const std::string& amount) {
        return canteen.voucher(Date{2008, 1, day}, "购买蔬菜豆制品一批", 1, "401", "101", amount,
                               "food");
    }
    template <class Action>
    std::string refusal(std::int64_t operator_id, Action action) {
        const auto result = canteen.write(operator_id, action);
        return result ? "" : result.error().code;
    }
    std::string enter_refusal(const Voucher& voucher) {
        return refusal(quartermaster,
                       [&](const Writing& writing) { return enter_voucher(writing, voucher); });
    }
    Voucher stored(Id<Voucher> id) {
        return *canteen.read([&](Reader reader) {
            return VoucherStore{reader, canteen.book.id}.get(id);
        });
    }
    std::int64_t version_in(const Writing& writing, Id<Voucher> id) const {
        return VoucherStore{writing.transaction, book()}.get(id)->version;
    }
    Id<Book> book() const { return canteen.book.id; }

    CanteenBook canteen;
};

}  // namespace

TEST_CASE("A voucher is read as it was entered, with its number and its hash", "[ledger]") {
    const EachStore store;
    Fixture fixture{store};

    const Voucher entered = fixture.canteen.enter(fixture.purchase(3, "86.40"));

    const Voucher stored = fixture.stored(entered.id);
    CHECK(stored.number == 1);
    CHECK(stored.state == VoucherState::entered);
    CHECK(stored.prepared_by == quartermaster);
    CHECK(stored.entries == entered.entries);
    CHECK(stored.entries[0].dimensions == std::vector<DimensionValue>{{"flow", "food"}});
    CHECK(crypto::hex(content_hash(stored)) == stored.content_hash);
    CHECK(VoucherStore::reference_of(stored) == "2008-01/记-1");
}

TEST_CASE("A held voucher may be unbalanced, has no number and is in no figure", "[ledger]") {
    const EachStore store;
    Fixture fixture{store};
    Voucher half = fixture.purchase(3, "86.40");
    half.entries.pop_back();

    const Voucher held = fixture.canteen
                             .done(quartermaster,
                                   [&](const Writing& writing) {
                                       return hold_voucher(writing, half);
                                   })
                             .voucher;

    CHECK(held.number == 0);
    CHECK(fixture.canteen.trial_balance(2008, 1, 1, Include::pending)[0] ==
          "101 1235.60 | 0.00 0.00 | 0.00 0.00 | 1235.60");
    CHECK(fixture.enter_refusal(held) == "ledger.voucher.too_few_lines");
    Voucher whole = fixture.purchase(3, "86.40");
    whole.id = held.id;
    whole.version = held.version;
    CHECK(fixture.canteen.enter(whole).number == 1);
    const auto again = fixture.canteen.write(quartermaster, [&](const Writing& writing) {
        return discard_held_voucher(writing, fixture.book(), held.id, held.version + 1);
    });
    CHECK(again.error().code == "ledger.voucher.state");
}

TEST_CASE("A held voucher can be thrown away and leaves no trace in numbers", "[ledger]") {
    const EachStore store;
    Fixture fixture{store};
    const Voucher purchase = fixture.purchase(3, "86.40");
    const Voucher held = fixture.canteen
                             .done(quartermaster,
                                   [&](const Writing& writing) {
                                       return hold_voucher(writing, purchase);
                                   })
                             .voucher;

    fixture.canteen.done(quartermaster, [&](const Writing& writing) {
        return discard_held_voucher(writing, fixture.book(), held.id, held.version);
    });

    CHECK(fixture.canteen.enter(fixture.purchase(3, "1.00")).number == 1);
    CHECK(fixture.canteen.verify().empty());
}

TEST_CASE("The cash box is guarded by day, later days included", "[ledger]") {
    const EachStore store;
    Fixture fixture{store};
    // 1,235.60 in the box: 1,235.60 on the 20th empties it.
    fixture.canteen.enter(fixture.purchase(20, "1235.60"));

    CHECK(fixture.enter_refusal(fixture.purchase(20, "0.01")) == "ledger.voucher.cash_deficit");
    CHECK(fixture.enter_refusal(fixture.purchase(25, "0.01")) == "ledger.voucher.cash_deficit");
    fixture.canteen.enter(fixture.withdrawal(25, "100.00"));
    CHECK(fixture.enter_refusal(fixture.purchase(25, "100.01")) == "ledger.voucher.cash_deficit");
    CHECK(fixture.enter_refusal(fixture.purchase(25, "100.00")).empty());
}

TEST_CASE("A payment dated before a later one is refused when it would empty the box then",
          "[ledger]") {
    const EachStore store;
    BookKind kind = mess_kind();
    kind.options.dates_in_order = false;
    Fixture fixture{store, kind};
    fixture.canteen.enter(fixture.purchase(20, "1235.60"));

    const auto refused = fixture.canteen.write(
        quartermaster, [&, early = fixture.purchase(3, "0.01")](const Writing& writing) {
            return enter_voucher(writing, early);
        });

    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "ledger.voucher.cash_deficit");
    CHECK(refused.error().text.arguments[1] == Argument{Money::fen(-1)});
    CHECK(refused.error().text.arguments[2] == Argument{Date{2008, 1, 20}});
}

TEST_CASE("An overdrawn bank account asks to be acknowledged", "[ledger]") {
    const EachStore store;
    Fixture fixture{store};
    const Voucher voucher = fixture.withdrawal(2, "18764.41");
    const auto enter = [&](const Writing& writing) { return enter_voucher(writing, voucher); };

    CHECK(fixture.refusal(quartermaster, enter) == "ledger.voucher.bank_deficit");
    CHECK(fixture.canteen.write(quartermaster, enter, {"ledger.voucher.bank_deficit"}));
}

TEST_CASE("An amended voucher keeps its number and its former content", "[ledger]") {
    const EachStore store;
    Fixture fixture{store};
    Voucher voucher = fixture.canteen.enter(fixture.purchase(3, "86.40"));
    const Voucher before = voucher;
    for (Entry& entry : voucher.entries) entry.amount = yuan("80.40");

    const Voucher amended = fixture.canteen
                                .done(quartermaster,
                                      [&](const Writing& writing) {
                                          return amend_voucher(writing, voucher);
                                      })
                                .voucher;

    CHECK(amended.number == 1);
    const auto versions = fixture.canteen.read([&](Reader reader) {
        return VoucherStore{reader, fixture.book()}.versions(amended.id);
    });
    REQUIRE(versions.size() == 1);
    CHECK(versions[0].content_hash == before.content_hash);
    CHECK(versions[0].cause == "amended");
    CHECK(fixture.canteen.trial_balance(2008, 1, 1, Include::pending)[0] ==
          "101 1235.60 | 0.00 80.40 | 0.00 80.40 | 1155.20");
    const auto stale = fixture.canteen.write(
        quartermaster, [&](const Writing& writing) { return amend_voucher(writing, before); });
    CHECK(stale.error().code == "ledger.voucher.changed_meanwhile");
    CHECK(fixture.canteen.verify().empty());
}

TEST_CASE("Only the last voucher of a month may move to another month", "[ledger]") {
    const EachStore store;
    Fixture fixture{store};
    Voucher first = fixture.canteen.enter(fixture.purchase(3, "1.00"));
    Voucher last = fixture.canteen.enter(fixture.purchase(4, "2.00"));
    const auto move_to_february = [&](Voucher voucher) {
        voucher.period = {2008, 2};
        voucher.date = Date{2008, 2, 1};
        return fixture.canteen.write(
            quartermaster, [&](const Writing& writing) { return amend_voucher(writing, voucher); });
    };

    CHECK(move_to_february(first).error().code == "ledger.voucher.would_leave_gap");
    const auto moved = move_to_february(last);
    REQUIRE(moved);
    CHECK(moved->voucher.number == 1);
    CHECK(fixture.canteen.enter(fixture.purchase(5, "3.00")).number == 2);
    CHECK(fixture.canteen.verify().empty());
}

TEST_CASE("A voided voucher keeps its number, counts nowhere and can be brought back", "[ledger]") {
    const EachStore store;
    Fixture fixture{store};
    const Voucher voucher = fixture.canteen.enter(fixture.purchase(3, "86.40"));

    const Voucher voided = fixture.canteen
                               .done(quartermaster,
                                     [&](const Writing& writing) {
                                         return void_voucher(writing, fixture.book(), voucher.id,
                                                             voucher.version);
                                     })
                               .voucher;
    CHECK(voided.state == VoucherState::voided);
    CHECK(fixture.canteen.trial_balance(2008, 1, 1, Include::pending)[2] ==
          "401 -20000.00 | 0.00 0.00 | 0.00 0.00 | -20000.00");
    CHECK(fixture.canteen.enter(fixture.purchase(4, "1.00")).number == 2);
    fixture.canteen.done(quartermaster, [&](const Writing& writing) {
        return restore_voided_voucher(writing, fixture.book(), voucher.id, voided.version);
    });
    CHECK(fixture.canteen.trial_balance(2008, 1, 1, Include::pending)[2] ==
          "401 -20000.00 | 87.40 0.00 | 87.40 0.00 | -19912.60");
    CHECK(fixture.canteen.verify().empty());
}

TEST_CASE("Voiding a receipt may not leave the cash box below zero", "[ledger]") {
    const EachStore store;
    Fixture fixture{store};
    const Voucher receipt = fixture.canteen.enter(fixture.withdrawal(2, "100.00"));
    fixture.canteen.enter(fixture.purchase(3, "1300.00"));

    CHECK(fixture.refusal(quartermaster, [&](const Writing& writing) {
        return void_voucher(writing, fixture.book(), receipt.id, receipt.version);
    }) == "ledger.voucher.cash_deficit");
}

TEST_CASE("Review is another person's, is withdrawn by its reviewer, and waits for the cashier "
          "where asked",
          "[ledger]") {
    const EachStore store;
    BookKind kind = mess_kind();
    kind.options.cashier_signs = true;
    Fixture fixture{store, kind};
    const Voucher voucher = fixture.canteen.enter(fixture.purchase(3, "86.40"));
    const auto review = [&](const Writing& writing) {
        return review_voucher(writing, fixture.book(), voucher.id,
                              fixture.version_in(writing, voucher.id));
    };

    CHECK(fixture.refusal(quartermaster, review) == "bk.voucher.own_review");
    CHECK(fixture.refusal(officer, review) == "ledger.voucher.unsigned");
    const auto all = fixture.canteen.done(officer, [&](const Writing& writing) {
        return review_all(writing, fixture.book(), {2008, 1}, {2008, 1});
    });
    CHECK(all.reviewed == 0);
    REQUIRE(all.refusals.size() == 1);
    CHECK(all.refusals[0].problem.code == "ledger.voucher.unsigned");
    constexpr std::int64_t cashier = 3;
    CHECK(fixture.refusal(quartermaster, [&](const Writing& writing) {
        return sign_voucher(writing, fixture.book(), voucher.id, voucher.version);
    }) == "ledger.voucher.own_signature");
    fixture.canteen.done(cashier, [&](const Writing& writing) {
        return sign_voucher(writing, fixture.book(), voucher.id, voucher.version);
    });
    CHECK(fixture.refusal(quartermaster, [&](const Writing& writing) {
        return void_voucher(writing, fixture.book(), voucher.id, voucher.version + 1);
    }) == "ledger.voucher.signed");
    Voucher changed = fixture.stored(voucher.id);
    changed.entries[0].summary = "购买蔬菜豆制品两批";
    CHECK(fixture.refusal(quartermaster, [&](const Writing& writing) {
        return amend_voucher(writing, changed, "");
    }) == "ledger.voucher.signed");
    CHECK(fixture.stored(voucher.id).signed_by == cashier);
    CHECK(fixture.refusal(officer, review).empty());
    const auto withdraw = [&](bool of_anybody) {
        return [&fixture, &voucher, of_anybody](const Writing& writing) {
            return withdraw_review(writing, fixture.book(), voucher.id,
                                   fixture.version_in(writing, voucher.id), of_anybody);
        };
    };
    CHECK(fixture.refusal(cashier, withdraw(false)) == "ledger.voucher.review_of_another");
    CHECK(fixture.refusal(cashier, withdraw(true)).empty());
    CHECK(fixture.stored(voucher.id).reviewed_by == 0);
}

TEST_CASE("A voucher marked wrong waits until it is corrected", "[ledger]") {
    const EachStore store;
    Fixture fixture{store};
    Voucher voucher = fixture.canteen.enter(fixture.purchase(3, "86.40"));
    voucher = fixture.canteen
                  .done(officer,
                        [&](const Writing& writing) {
                            return mark_voucher_wrong(writing, fixture.book(), voucher.id,
                                                      voucher.version, "发票是 68.40");
                        })
                  .voucher;

    CHECK(fixture.refusal(officer, [&](const Writing& writing) {
        return review_voucher(writing, fixture.book(), voucher.id, voucher.version);
    }) == "ledger.voucher.marked_wrong");
    for (Entry& entry : voucher.entries) entry.amount = yuan("68.40");
    voucher = fixture.canteen
                  .done(quartermaster,
                        [&](const Writing& writing) { return amend_voucher(writing, voucher); })
                  .voucher;
    CHECK(voucher.marked_wrong.empty());
    CHECK(fixture
              .refusal(officer,
                       [&](const Writing& writing) {
                           return review_voucher(writing, fixture.book(), voucher.id,
                                                 voucher.version);
                       })
              .empty());
}

TEST_CASE("A reviewed voucher is not amended and an entered one is not posted", "[ledger]") {
    const EachStore store;
    Fixture fixture{store};
    const Voucher voucher = fixture.canteen.enter(fixture.purchase(3, "86.40"));
    const auto post = [&](const Writing& writing) {
        return post_period(writing, fixture.book(), {2008, 1});
    };
    CHECK(fixture.refusal(quartermaster, post) == "ledger.posting.nothing");

    const Voucher reviewed = fixture.canteen
                                 .done(officer,
                                       [&](const Writing& writing) {
                                           return review_voucher(writing, fixture.book(),
                                                                 voucher.id, voucher.version);
                                       })
                                 .voucher;
    CHECK(fixture.refusal(quartermaster, [&](const Writing& writing) {
        return amend_voucher(writing, reviewed);
    }) == "ledger.voucher.state");
    fixture.canteen.enter(fixture.purchase(4, "1.00"));
    CHECK(fixture.refusal(quartermaster, post).empty());  // up to the reviewed ones
    CHECK(fixture.canteen.trial_balance(2008, 1, 1)[0] ==
          "101 1235.60 | 0.00 86.40 | 0.00 86.40 | 1149.20");
    CHECK(fixture.canteen.trial_balance(2008, 1, 1, Include::pending)[0] ==
          "101 1235.60 | 0.00 87.40 | 0.00 87.40 | 1148.20");
    CHECK(fixture.canteen.verify().empty());
}

TEST_CASE("The same voucher twice asks to be acknowledged", "[ledger]") {
    const EachStore store;
    Fixture fixture{store};
    fixture.canteen.enter(fixture.purchase(3, "86.40"));
    CHECK(fixture.enter_refusal(fixture.purchase(3, "86.40")) == "ledger.voucher.same_as_existing");
    CHECK(fixture.enter_refusal(fixture.purchase(3, "86.41")).empty());
}

TEST_CASE("A typed number must be free and leaves a gap that the list shows", "[ledger]") {
    const EachStore store;
    Fixture fixture{store};
    Voucher voucher = fixture.purchase(3, "86.40");
    voucher.number = 3;
    fixture.canteen.enter(voucher);
    CHECK(fixture.enter_refusal(voucher) == "ledger.voucher.number_taken");
    CHECK(fixture.canteen.read([&](Reader reader) {
        return number_gaps(reader, fixture.book(), {2008, 1});
    }) == std::vector<NumberGap>{{{2008, 1}, "记", 1, 2}});
    CHECK(fixture.canteen.enter(fixture.purchase(4, "1.00")).number == 4);
}

TEST_CASE("A voucher is reversed once", "[ledger]") {
    const EachStore store;
    Fixture fixture{store};
    const Voucher voucher = fixture.canteen.enter(fixture.purchase(3, "86.40"));
    fixture.canteen.review_and_post({2008, 1});
    const auto reverse = [&](const Writing& writing) {
        return reverse_voucher(writing, fixture.book(), voucher.id, Date{2008, 1, 31},
                               std::nullopt);
    };

    CHECK(fixture.refusal(quartermaster, reverse).empty());
    CHECK(fixture.refusal(quartermaster, reverse) == "ledger.voucher.already_reversed");
    fixture.canteen.review_and_post({2008, 1});
    CHECK(fixture.canteen.trial_balance(2008, 1, 1)[0] ==
          "101 1235.60 | 0.00 0.00 | 0.00 0.00 | 1235.60");
    CHECK(fixture.canteen.trial_balance(2008, 1, 1)[2] ==
          "401 -20000.00 | 0.00 0.00 | 0.00 0.00 | -20000.00");
}

TEST_CASE("Nothing is reviewed or posted while the book is being set up", "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};
    const Voucher voucher = canteen.enter(
        canteen.voucher(Date{2008, 1, 5}, "收上级拨一月份伙食费", 1, "102", "401", "100.00"));
    const auto review = canteen.write(officer, [&](const Writing& writing) {
        return review_voucher(writing, canteen.book.id, voucher.id, voucher.version);
    });
    CHECK(review.error().code == "ledger.book.initialising");
}
