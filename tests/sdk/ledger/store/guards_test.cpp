#include "../canteen_book.h"

using namespace zf;
using namespace zf::test;

namespace {

// A statement that goes behind the ledger's back.
bool is_refused(CanteenBook& canteen, const std::string& sql) {
    const Transaction transaction{canteen.connection()};
    try {
        transaction.connection().run(sql);
        return false;
    } catch (const StoreError& error) {
        CHECK(error.fault() == StoreFault::immutable);
        return true;
    }
}

void post_one(CanteenBook& canteen) {
    canteen.open_with_example();
    canteen.enter(
        canteen.voucher(Date{2008, 1, 3}, "购买蔬菜豆制品一批", 1, "401", "101", "86.40"));
    canteen.review_and_post({2008, 1});
}

}  // namespace

TEST_CASE("The store itself refuses to change a posted voucher", "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};
    post_one(canteen);

    CHECK(is_refused(canteen, "UPDATE zf_voucher SET day = 1"));
    CHECK(is_refused(canteen, "UPDATE zf_voucher SET number = 2"));
    CHECK(is_refused(canteen, "UPDATE zf_voucher SET prepared_by = 9"));
    CHECK(is_refused(canteen, "UPDATE zf_voucher_state SET posted_by = 9"));
    CHECK(is_refused(canteen, "UPDATE zf_voucher_state SET state = 1"));
    CHECK(is_refused(canteen, "DELETE FROM zf_voucher"));
    CHECK(is_refused(canteen, "DELETE FROM zf_voucher_state"));
    CHECK(is_refused(canteen, "UPDATE zf_voucher_state SET voucher = 99"));
    CHECK(is_refused(canteen, "UPDATE zf_entry SET amount_minor = 1"));
    CHECK(is_refused(canteen, "DELETE FROM zf_entry"));
    CHECK_FALSE(is_refused(canteen, "UPDATE zf_voucher_state SET print_count = 1"));
    CHECK_FALSE(is_refused(canteen, "UPDATE zf_voucher_state SET state = 2, posted_by = NULL"));
}

TEST_CASE("In a strict book the store takes no posted voucher back, nor in a closed period",
          "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};
    post_one(canteen);
    canteen.close({2008, 1});
    CHECK(is_refused(canteen, "UPDATE zf_voucher_state SET state = 2, posted_by = NULL"));
    canteen.done(quartermaster, [&](const Writing& writing) {
        return unclose_period(writing, canteen.book.id, {2008, 1});
    });
    CHECK_FALSE(is_refused(canteen, "UPDATE zf_voucher_state SET state = 2, posted_by = NULL"));

    Book strict = canteen.book;
    strict.control_level = ControlLevel::strict;
    strict.version = canteen.read(
        [&](Reader reader) { return BookStore{reader}.get(canteen.book.id)->version; });
    canteen.done(quartermaster,
                 [&](const Writing& writing) { return change_book(writing, strict); });

    CHECK(is_refused(canteen, "UPDATE zf_voucher_state SET state = 2, posted_by = NULL"));
    const auto unpost = canteen.write(quartermaster, [&](const Writing& writing) {
        return unpost_period(writing, canteen.book.id, {2008, 1}, {}, "改错");
    });
    CHECK(unpost.error().code == "ledger.book.strict");
}

TEST_CASE("A former content is kept as it was", "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};
    post_one(canteen);
    canteen.done(quartermaster, [&](const Writing& writing) {
        return unpost_period(writing, canteen.book.id, {2008, 1}, {}, "改错");
    });
    CHECK(is_refused(canteen, "UPDATE zf_voucher_version SET content = '{}'"));
    CHECK(is_refused(canteen, "DELETE FROM zf_voucher_version"));
    CHECK(is_refused(canteen, "DELETE FROM zf_voucher"));  // it has a number
}

TEST_CASE("Whatever is changed behind the ledger's back is found", "[ledger]") {
    const EachStore store;
    struct Tampering {
        const char* sql;
        const char* invariant;
    };
    const auto [sql, invariant] = GENERATE(values<Tampering>({
        {"UPDATE zf_balance SET debit_minor = debit_minor + 1 WHERE period = 1", "I10"},
        {"UPDATE zf_day_turnover SET pending_lines = 1", "I10"},
        {"UPDATE zf_balance SET debit_minor = debit_minor + 1 WHERE period = 0 AND debit_minor > 0",
         "I5"},
        {"UPDATE zf_voucher SET remark = 'x' WHERE number = 2", "I9"},
        {"UPDATE zf_entry SET amount_minor = 2 WHERE line = 1 AND voucher = (SELECT MAX(id) FROM "
         "zf_voucher)",
         "I1"},
        {"UPDATE zf_voucher_state SET state = 2, reviewed_by = (SELECT prepared_by FROM zf_voucher "
         "WHERE id = voucher) WHERE state = 1",
         "I11"},
        {"UPDATE zf_series SET last = 9", "I8"},
        {"UPDATE zf_voucher SET number = NULL WHERE number = 2", "I8"},
        {"UPDATE zf_voucher_state SET state = 0 WHERE state = 1", "I8"},
        {"UPDATE zf_entry SET account = 99 WHERE line = 1 AND voucher = (SELECT MAX(id) FROM "
         "zf_voucher)",
         "I7"},
    }));
    CanteenBook canteen{store};
    post_one(canteen);
    canteen.enter(canteen.voucher(Date{2008, 1, 4}, "购买蔬菜豆制品一批", 1, "401", "101", "1.00"));
    REQUIRE(canteen.verify().empty());

    {
        Transaction transaction{canteen.connection()};
        transaction.connection().run(sql);
        transaction.commit();
    }

    const std::vector<LedgerFinding> found = canteen.verify();
    CHECK(std::any_of(found.begin(), found.end(),
                      [&, wanted = std::string{invariant}](const LedgerFinding& finding) {
                          return finding.invariant == wanted;
                      }));
}

TEST_CASE("A month with a voucher that was changed behind the ledger's back is not closed",
          "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};
    canteen.open_with_example();
    canteen.enter(
        canteen.voucher(Date{2008, 1, 3}, "购买蔬菜豆制品一批", 1, "401", "101", "86.40"));
    {
        Transaction transaction{canteen.connection()};
        transaction.connection().run("UPDATE zf_entry SET summary = 'x' WHERE line = 1");
        transaction.commit();
    }
    canteen.review_and_post({2008, 1});

    const auto refused = canteen.write(quartermaster, [&](const Writing& writing) {
        return close_period(writing, canteen.book.id, {2008, 1}, 0);
    });

    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "ledger.closing.content");
    CHECK(refused.error().text.arguments.at(0) == Argument{std::string{"记-1"}});
}

TEST_CASE("Rebuilding brings the kept sums back and says what differed", "[ledger]") {
    const EachStore store;
    CanteenBook canteen{store};
    post_one(canteen);
    const auto before = canteen.trial_balance(2008, 1, 1);
    {
        Transaction transaction{canteen.connection()};
        transaction.connection().run("UPDATE zf_balance SET credit_minor = credit_minor + 5 WHERE "
                                     "period = 1 AND credit_minor > 0");
        transaction.connection().run("DELETE FROM zf_day_turnover");
        transaction.commit();
    }
    const auto refused = canteen.write(quartermaster, [&](const Writing& writing) {
        return close_period(writing, canteen.book.id, {2008, 1}, 0);
    });
    CHECK(refused.error().code == "ledger.closing.sums");

    const Rebuilt rebuilt = canteen.done(quartermaster, [&](const Writing& writing) {
        return rebuild_balances(writing, canteen.book.id);
    });

    // The cell of 101, and the days of 101 and 401.
    CHECK(rebuilt.differences.size() == 3);
    CHECK(canteen.trial_balance(2008, 1, 1) == before);
    CHECK(canteen.verify().empty());
    canteen.close({2008, 1});
}
