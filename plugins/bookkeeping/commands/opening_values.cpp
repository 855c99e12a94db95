#include "commands/opening_values.h"

#include "zhangfang/ledger/store/accounts.h"

namespace zf::bookkeeping {

static int sides_given(const OpeningLine& line) {
    const auto is_given = [](const std::optional<Money>& side) { return side && !side->is_zero(); };
    return (line.balance ? 1 : 0) + (is_given(line.debit) ? 1 : 0) +
           (is_given(line.credit) ? 1 : 0);
}

// Debit-positive.
static Amount balance_of(const OpeningLine& line, const Account& account) {
    if (line.balance) {
        const Amount balance = Amount::of(*line.balance);
        return account.normal_side == Side::debit ? balance : -balance;
    }
    return Amount::of(line.debit.value_or(Money{}) - line.credit.value_or(Money{}));
}

Expected<std::vector<Opening>, Problems> openings_from(const std::vector<OpeningLine>& lines,
                                                       Reader reader, const Book& book) {
    const AccountStore accounts{reader, book.id};
    std::vector<Opening> openings;
    Problems found;
    int number = 0;
    for (const OpeningLine& line : lines) {
        ++number;
        const Result<Account> account = accounts.resolve(line.account, book.start.year);
        if (!account) {
            found.push_back(account.error());
            found.back().place = {"account", number};
        } else if (sides_given(line) > 1) {
            found.push_back({.code = "bk.opening.two_sides",
                             .text = {"Line {0} gives the balance of {1} twice. Give it on one "
                                      "side only.",
                                      {std::int64_t{number}, account->name}},
                             .place = {"balance", number}});
        } else {
            openings.push_back({.account = account->id,
                                .balance = balance_of(line, *account),
                                .year_debit = Amount::of(line.year_debit),
                                .year_credit = Amount::of(line.year_credit)});
        }
    }
    if (!found.empty()) return found;
    return openings;
}

Result<Changes> set_opening_lines(CommandContext& context, const Book& book,
                                  const std::vector<OpeningLine>& lines, bool replaces_all) {
    Changes changes;
    const Writing writing = writing_in(context, changes);
    const auto openings = openings_from(lines, context.transaction(), book);
    if (!openings) {
        const auto refusal = writing.settle(openings.error());
        ZF_ASSERT(refusal.has_value());
        return *refusal;
    }
    const auto touched = set_openings(writing, book.id, *openings, replaces_all);
    if (!touched) return touched.error();
    note(changes, *touched);
    changes.changed = {{"bk.opening", {}}};
    changes.said = {"{0} opening balances are saved. Prove them before you finish the set-up.",
                    {static_cast<std::int64_t>(openings->size())}};
    return changes;
}

}  // namespace zf::bookkeeping
