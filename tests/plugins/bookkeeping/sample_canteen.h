#pragma once

#include <functional>
#include <string>
#include <vector>

#include "support/command_bench.h"
#include "zhangfang/i18n/catalogue.h"
#include "zhangfang/ledger/store/voucher_actions.h"
#include "zhangfang/plugin/registry.h"
#include "zhangfang_reports/page.h"

namespace zf::test {

/// Writes the texts of the product in simplified Chinese.
const Catalogue& chinese_texts();

/// The canteen of the year 2008 as its sample files tell it, kept through the ledger, with every
/// report of the trade.
///
///     SampleCanteen canteen{store};
///     canteen.keep_january();
///     CHECK(canteen.report("bk.detail_ledger", {{"account", List{"401"}}}) == golden("…"));
class SampleCanteen {
public:
    explicit SampleCanteen(StoreKind store);

    /// Opening and January: fifteen vouchers posted, then the red-letter pair for voucher 6.
    void keep_january();
    /// A later month: entered, reviewed, posted. Those before it are closed.
    void keep_month(int month);
    /// All of 2008, each month closed, the year-end voucher posted.
    void keep_year();
    void close_month(int month);

    /// One transaction, committed; the action must succeed.
    template <class Action>
    auto done(const Session& who, Action action) {
        Transaction transaction{bench_.fresh().writer()};
        auto result = action(Writing{transaction,
                                     registry_.book_kinds(),
                                     {who.who().id.value, "2008-01-31T08:00:00Z"},
                                     settle_with(acknowledged_)});
        if (!result) FAIL(result.error().code << ": " << result.error().text.id);
        transaction.commit();
        return std::move(*result);
    }

    /// The report as text, as `reports/render/text` writes it.
    std::string report(const std::string& name, const Record& parameters = {});
    /// Its pages, laid out with every character as wide as a typewriter's.
    std::vector<reports::Page> pages(const std::string& name, const Record& parameters = {});
    /// Writes it as a file; the kind follows from the name.
    void write_report(const std::string& name, const Record& parameters, const std::string& file);
    /// The code with which the report refuses.
    std::string refusal(const std::string& name, const Record& parameters);

    Id<Account> account(const std::string& code);
    Voucher voucher(const std::string& reference);

    const Session& quartermaster() const { return quartermaster_; }
    const Session& officer() const { return officer_; }
    CommandBench& bench() { return bench_; }

    Book book;

private:
    void make_book();
    void enter(const std::string& file);
    void review_and_post(PeriodKey period);
    void count_persons();
    Outcome with_document(const std::string& name, const Record& parameters,
                          const std::function<void(const Document&)>& use);

    Registry registry_;
    CommandBench bench_;
    std::vector<std::string> acknowledged_;
    Session quartermaster_, officer_;
};

/// The text of a file below tests/golden.
std::string golden(const std::string& name);

}  // namespace zf::test
