#include "domain/agreement.h"

#include <algorithm>

#include "support/catch.h"

using namespace zf;
using namespace zf::bookkeeping;

namespace {

AccountBalance row(Id<Account> id, const char* code, std::int64_t debit, std::int64_t credit,
                   bool is_journal = false) {
    AccountBalance balance{.account = {.id = id, .code = code, .name = code},
                           .debit = Amount::minor(debit),
                           .credit = Amount::minor(credit),
                           .closing = Amount::minor(debit - credit)};
    balance.account.is_journal = is_journal;
    return balance;
}

// Cash received 86.40 from the mess fee, which is told apart by items: everything agrees.
AgreementFacts sound() {
    AgreementFacts facts;
    facts.ledger = {row({1}, "101", 8640, 0, true), row({2}, "401", 0, 8640)};
    facts.ledger[1].account.dimensions = {{.kind = "flow"}};
    const VoucherTotals::Turnover received{Amount::minor(8640), {}}, given{{}, Amount::minor(8640)};
    facts.vouchers = {{{1}, received}, {{2}, given}};
    facts.pages = facts.vouchers;
    facts.page_closings = {{{1}, Amount::minor(8640)}, {{2}, Amount::minor(-8640)}};
    facts.days = {{{1}, received}};
    facts.items = {{{2}, given}};
    return facts;
}

std::vector<std::string> differing(const AgreementFacts& facts) {
    std::vector<std::string> codes;
    for (const Agreement& each : agreements_of(facts))
        if (!each.stands()) codes.push_back(each.code);
    return codes;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("books that agree on every road have no difference", "[bk][agreement]") {
    CHECK(differing(sound()).empty());
    CHECK(agreements_of(sound()).size() == 5);
}

TEST_CASE("a line that the ledger lost shows between vouchers and ledgers", "[bk][agreement]") {
    AgreementFacts facts = sound();
    facts.vouchers[{1}].debit += Amount::minor(1);

    REQUIRE(differing(facts) == Codes{"vouchers"});
    const Problem difference = agreements_of(facts).front().differences.front();
    CHECK(difference.code == "bk.agreement.differs");
    CHECK(difference.text.arguments[2] == Argument{Money::fen(8640)});
    CHECK(difference.text.arguments[3] == Argument{Money::fen(8641)});
}

TEST_CASE("a detail page, a journal and an item that differ are each found where they are",
          "[bk][agreement]") {
    AgreementFacts page = sound();
    page.page_closings[{2}] += Amount::minor(1);
    CHECK(differing(page) == Codes{"details"});

    AgreementFacts day = sound();
    day.days[{1}].credit += Amount::minor(1);
    CHECK(differing(day) == Codes{"journals"});

    AgreementFacts item = sound();
    item.items[{2}].credit -= Amount::minor(1);
    CHECK(differing(item) == Codes{"items"});
}

TEST_CASE("debit and credit that differ are found by themselves", "[bk][agreement]") {
    AgreementFacts facts = sound();
    facts.ledger[0].debit += Amount::minor(1);
    facts.vouchers[{1}].debit += Amount::minor(1);
    facts.pages[{1}].debit += Amount::minor(1);
    facts.days[{1}].debit += Amount::minor(1);

    CHECK(differing(facts) == Codes{"sides"});
}

TEST_CASE("a sub-account counts in the detail of its first-level account", "[bk][agreement]") {
    AgreementFacts facts = sound();
    facts.ledger[0].account.is_leaf = false;
    facts.ledger[0].account.is_journal = false;
    facts.ledger.push_back(row({3}, "10101", 8640, 0));
    facts.ledger.back().account.parent = {1};
    facts.ledger.back().account.level = 2;
    facts.vouchers[{3}] = facts.vouchers[{1}];
    facts.pages = {{{3}, facts.vouchers[{3}]}, {{2}, facts.vouchers[{2}]}};
    facts.page_closings = {{{3}, Amount::minor(8640)}, {{2}, Amount::minor(-8640)}};
    CHECK(differing(facts).empty());

    facts.pages[{3}].debit = {};
    CHECK(differing(facts) == Codes{"details"});
}

TEST_CASE("a month's mess account that does not add up is a difference of its own",
          "[bk][agreement]") {
    AgreementFacts facts = sound();
    Publication table;
    facts.publications.emplace_back(PeriodKey{2008, 1}, table);
    CHECK(differing(facts).empty());

    facts.publications.front().second.proofs = {{.code = "bk.publication.does_not_add_up"}};
    CHECK(differing(facts) == Codes{"publication"});
}
