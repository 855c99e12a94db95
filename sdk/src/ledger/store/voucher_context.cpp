#include <algorithm>
#include <limits>
#include <set>

#include "sums.h"
#include "voucher_rows.h"
#include "zhangfang/ledger/posting.h"
#include "zhangfang/ledger/store/accounts.h"
#include "zhangfang/ledger/store/books.h"
#include "zhangfang/ledger/store/periods.h"
#include "zhangfang/ledger/store/vouchers.h"

namespace zf {

using namespace ledger_rows;

namespace {

// The neighbours of a voucher in its word and month: 13 counts with 12.
void fill_neighbours(Connection& connection, EntryContext& context, const Voucher& voucher) {
    const bool is_new = voucher.number == 0;
    int before = 0, after = 0;
    const auto take = [](const Row& row, int& number, std::optional<Date>& date) {
        number = small_at(row, 1);
        date = date_at(row, 0);
    };
    for (const int period : {voucher.period.no, voucher.period.no == 13 ? 12 : 13}) {
        if (period == 13 && voucher.period.no < 12) continue;
        connection.run("SELECT day, number FROM zf_voucher WHERE book = ? AND year = ? AND "
                       "period = ? AND word = ? AND number < ? AND number > ? AND id <> ? ORDER "
                       "BY number DESC LIMIT 1",
                       {context.book.id.value, voucher.period.year, period, voucher.word,
                        is_new ? std::int64_t{2'000'000'000} : voucher.number, before,
                        voucher.id.value},
                       [&](const Row& row) { take(row, before, context.last_date); });
        if (is_new) continue;
        connection.run("SELECT day, number FROM zf_voucher WHERE book = ? AND year = ? AND "
                       "period = ? AND word = ? AND number > ? AND number < ? AND id <> ? ORDER "
                       "BY number LIMIT 1",
                       {context.book.id.value, voucher.period.year, period, voucher.word,
                        voucher.number, after == 0 ? std::int64_t{2'000'000'000} : after,
                        voucher.id.value},
                       [&](const Row& row) { take(row, after, context.next_date); });
    }
}

using ChangesByAccount = std::map<std::pair<std::int64_t, std::int64_t>, std::vector<DayChange>>;

void collect(ChangesByAccount& changes, const Book& book, const Voucher& voucher, int sign) {
    for (const Entry& entry : voucher.entries) {
        const bool adds = (entry.side == Side::debit) == (sign > 0);
        changes[{entry.account.value, entry.measure.value}].push_back(
            {voucher.date.day_number(), adds ? entry.amount : -entry.amount,
             voucher.period.no > last_carried_period(book)});
    }
}

// A voucher that an equal one stands beside: same date, lines in the same order.
std::string same_as(const VoucherStore& vouchers, Connection& connection, const Book& book,
                    const Voucher& voucher) {
    if (voucher.entries.empty() || voucher.reverses || voucher.corrects) return {};
    // Looked for where the day has the fewest lines.
    const Entry* rarest = &voucher.entries.front();
    std::int64_t lines_min = std::numeric_limits<std::int64_t>::max();
    for (const Entry& entry : voucher.entries) {
        std::int64_t lines = 0;
        connection.run(
            "SELECT lines + pending_lines FROM zf_day_turnover WHERE account = ? AND measure = ? "
            "AND day = ?",
            {entry.account.value, entry.measure.value, std::int64_t{voucher.date.day_number()}},
            [&](const Row& row) { lines = row.integer(0); });
        if (lines == 0) return {};
        if (lines < lines_min) rarest = &entry;
        lines_min = std::min(lines_min, lines);
    }
    const Entry& first = *rarest;
    std::vector<std::int64_t> candidates;
    connection.run("SELECT voucher FROM zf_entry WHERE account = ? AND day = ? AND amount_minor "
                   "= ? AND side = ? AND voucher <> ?",
                   {first.account.value, std::int64_t{voucher.date.day_number()},
                    first.amount.minor(), first.side == Side::debit ? 0 : 1, voucher.id.value},
                   [&](const Row& row) { candidates.push_back(row.integer(0)); });
    for (const std::int64_t candidate : candidates) {
        const auto other = vouchers.get({candidate});
        if (other && other->state != VoucherState::held && other->state != VoucherState::voided &&
            other->entries == voucher.entries)
            return voucher_label(other->word, other->number, book.options.number_width);
    }
    return {};
}

}  // namespace

std::vector<EntryContext::Deficit> deficits_of(Connection& connection, const Book& book,
                                               const AccountList& accounts, const Voucher* added,
                                               const Voucher* taken_away) {
    ChangesByAccount changes;
    if (added != nullptr) collect(changes, book, *added, 1);
    if (taken_away != nullptr) collect(changes, book, *taken_away, -1);
    std::vector<EntryContext::Deficit> deficits;
    for (const auto& [key, of_account] : changes) {
        const Account* const account = accounts.find({key.first});
        if (account == nullptr) continue;
        if (account->feature != AccountFeature::cash && account->feature != AccountFeature::bank)
            continue;
        if (const auto deficit = deficit_after(connection, book, account->id, {key.second},
                                               of_account))
            deficits.push_back(*deficit);
    }
    return deficits;
}

EntryContext VoucherStore::context_of(const Book& book, const Voucher& voucher) const {
    EntryContext context{.book = book};
    const AccountStore accounts{reader_, book_};
    const std::optional<Voucher> stored = voucher.id ? get(voucher.id) : std::nullopt;
    const bool counts = stored && stored->state != VoucherState::held &&
                        stored->state != VoucherState::voided;

    std::set<std::int64_t> named;
    for (const Entry& entry : voucher.entries) named.insert(entry.account.value);
    if (counts)
        for (const Entry& entry : stored->entries) named.insert(entry.account.value);
    std::vector<Account> found;
    for (const std::int64_t id : named)
        if (auto account = id == 0 ? std::nullopt : accounts.get({id}, voucher.period.year))
            found.push_back(*std::move(account));
    context.accounts = AccountList{std::move(found)};
    for (const Entry& entry : voucher.entries)
        for (const DimensionValue& value : entry.dimensions)
            if (auto item = accounts.dimension_item(value.kind, value.item))
                context.items.push_back(*std::move(item));
    context.measures = BookStore{reader_}.measures(book_);

    const PeriodStore periods{reader_, book_};
    context.first_open = periods.first_open();
    context.last_open = periods.last_enterable();
    const PeriodKey period = voucher.period;
    if (period.no >= 1 && period.no <= 12 && periods.get(period).state == PeriodState::frozen)
        context.frozen.push_back(period);
    context.year_end_is_open = period.no == 13 &&
                               periods.get({period.year, 12}).state == PeriodState::closed &&
                               periods.get(period).state != PeriodState::closed;
    fill_neighbours(connection_, context, voucher);
    if (!context.measures.empty() && voucher.state != VoucherState::voided)
        context.deficits = deficits_of(connection_, book, context.accounts, &voucher,
                                       counts ? &*stored : nullptr);
    context.same_as = same_as(*this, connection_, book, voucher);
    return context;
}

}  // namespace zf
