#include "store/agreement_facts.h"

#include "domain/canteen_accounts.h"
#include "store/publication_facts.h"
#include "zhangfang/ledger/store/account_page.h"
#include "zhangfang/ledger/store/accounts.h"
#include "zhangfang/ledger/store/balances.h"
#include "zhangfang/ledger/store/vouchers.h"

namespace zf::bookkeeping {
namespace {

class Gathering {
public:
    Gathering(Reader reader, const Book& book, const MonthRange& months, const Tick& tick)
        : reader_{reader},
          book_{book},
          months_{months},
          tick_{tick} {}

    AgreementFacts gather() {
        facts_.ledger = BalanceReader{reader_}.trial_balance(query());
        add_vouchers();
        for (const AccountBalance& row : facts_.ledger) {
            if (!row.account.is_leaf) continue;
            add_page(row.account);
            if (row.account.is_journal) add_days(row.account);
            if (!row.account.dimensions.empty()) add_items(row.account);
        }
        add_publications();
        return std::move(facts_);
    }

private:
    BalanceQuery query() const {
        return {.book = book_.id,
                .year = months_.from.year,
                .from = months_.from.no,
                .to = months_.to.no};
    }
    AccountPageQuery page_of(const Account& account) const {
        return {.book = book_.id, .account = account.id, .from = months_.from, .to = months_.to};
    }
    void step() {
        constexpr std::int64_t lines_a_tick = 1000;
        if (++lines_ % lines_a_tick == 0 && tick_) tick_(lines_, 0);
    }

    void add_vouchers() {
        VoucherTotals totals;
        const auto cursor = VoucherStore{reader_, book_.id}.cursor(
            {.from = months_.from, .to = months_.to, .states = {VoucherState::posted}});
        while (const Voucher* voucher = cursor->next()) {
            totals.add(*voucher);
            step();
        }
        facts_.vouchers = totals.by_account();
    }

    void add_page(const Account& account) {
        AccountLineCursor lines{reader_, page_of(account)};
        VoucherTotals::Turnover& moved = facts_.pages[account.id];
        Amount closing = lines.opening();
        while (const AccountLine* line = lines.next()) {
            (line->side == Side::debit ? moved.debit : moved.credit) += line->amount;
            closing = line->balance;
            step();
        }
        facts_.page_closings[account.id] = closing;
    }

    void add_days(const Account& account) {
        VoucherTotals::Turnover& moved = facts_.days[account.id];
        for (const DayTurnover& day : AccountPageReader{reader_, page_of(account)}.days()) {
            moved.debit += day.debit;
            moved.credit += day.credit;
        }
    }

    // Each kind of item tells the whole account apart, so one kind is enough.
    void add_items(const Account& account) {
        VoucherTotals::Turnover& moved = facts_.items[account.id];
        const std::string& kind = account.dimensions.front().kind;
        for (const DimensionTurnover& item :
             BalanceReader{reader_}.dimension_turnovers(query(), account.id, kind)) {
            moved.debit += item.debit;
            moved.credit += item.credit;
        }
    }

    void add_publications() {
        constexpr int december = 12;
        if (!AccountStore{reader_, book_.id}.find(mess_fee_code, months_.from.year)) return;
        for (PeriodKey month = months_.from; month <= months_.to && month.no <= december;
             ++month.no)
            facts_.publications.emplace_back(
                month, publication_of(publication_facts(reader_, book_, month, Include::posted),
                                      Working::none()));
    }

    Reader reader_;
    const Book& book_;
    const MonthRange& months_;
    const Tick& tick_;
    std::int64_t lines_ = 0;
    AgreementFacts facts_;
};

}  // namespace

AgreementFacts agreement_facts(Reader reader, const Book& book, const MonthRange& months,
                               const Tick& tick) {
    return Gathering{reader, book, months, tick}.gather();
}

}  // namespace zf::bookkeeping
