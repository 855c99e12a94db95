#pragma once

#include <optional>
#include <string>
#include <vector>

#include "support/fresh_workspace.h"
#include "zhangfang/ledger/store/account_page.h"
#include "zhangfang/ledger/store/accounts.h"
#include "zhangfang/ledger/store/balances.h"
#include "zhangfang/ledger/store/books.h"
#include "zhangfang/ledger/store/numbering.h"
#include "zhangfang/ledger/store/openings.h"
#include "zhangfang/ledger/store/periods.h"
#include "zhangfang/ledger/store/verify.h"
#include "zhangfang/ledger/store/voucher_actions.h"

namespace zf::test {

constexpr std::int64_t quartermaster = 1, officer = 2;

/// A kind of book as small as the rules of the ledger need it: cash, bank, mess fee (kept by flow
/// items), grain subsidy.
BookKind mess_kind();

/// A workspace with one book of that kind, starting January 2008. Each `write` is one transaction.
class CanteenBook {
public:
    explicit CanteenBook(StoreKind store, const std::optional<BookKind>& kind = std::nullopt,
                         PeriodKey start = {2008, 1});

    /// Runs an action in a transaction of its own: committed when it is done, rolled back when it
    /// is refused.
    template <class Action>
    auto write(std::int64_t operator_id, Action action,
               std::vector<std::string> acknowledged = {}) {
        const Transaction transaction{connection()};
        auto result = action(Writing{transaction,
                                     kinds,
                                     {operator_id, "2008-01-31T08:00:00Z"},
                                     settle_with(std::move(acknowledged))});
        if (result) commit(transaction);
        return result;
    }
    /// As write, for what must be done.
    template <class Action>
    auto done(std::int64_t operator_id, Action action, std::vector<std::string> acknowledged = {}) {
        auto result = write(operator_id, std::move(action), std::move(acknowledged));
        if (!result) FAIL(result.error().code << ": " << result.error().text.id);
        return std::move(*result);
    }
    template <class Question>
    auto read(Question question) {
        const Transaction transaction{connection()};
        return question(Reader{transaction});
    }

    Connection& connection() { return workspace.writer(); }
    Id<Account> account(const std::string& code, int year = 2008);
    /// A voucher of two lines, not yet entered; amounts in yuan text.
    Voucher voucher(Date date, const std::string& summary, int attachments,
                    const std::string& debit, const std::string& credit, const std::string& amount,
                    const std::string& item = {});
    Voucher enter(const Voucher& voucher);
    void review_and_post(PeriodKey period);
    void close(PeriodKey period);
    /// Opening balances of the example: 1,235.60 cash, 18,764.40 bank, 20,000.00 mess fee.
    void open_with_example();
    /// "101 D 1235.60 C 0.00 …" of every account, for comparison.
    std::vector<std::string> trial_balance(int year, int from, int to,
                                           Include include = Include::posted);
    std::vector<LedgerFinding> verify();

    FreshWorkspace workspace;
    BookKinds kinds;
    Book book;

private:
    static void commit(const Transaction& transaction) {
        const_cast<Transaction&>(transaction).commit();
    }
};

/// "1,235.60"-like text of the table without its thousands signs: "1235.60".
Amount yuan(const std::string& text);

}  // namespace zf::test
