// The table of contents of the trade.
#include "zhangfang/plugin/plugin.h"

#include "commands/commands.h"
#include "domain/kind.h"
#include "generated/bookkeeping_migrations.h"
#include "permissions.h"
#include "reports/reports.h"
#include "store/summary_phrases.h"
#include "views/views.h"
#include "watches.h"

namespace zf::bookkeeping {

// One page of the guide for each group of the menu.
static std::vector<HelpPage> guide() {
    return {
        {"bk.guide.set_up", "Setting up a book", "set_up.html"},
        {"bk.guide.openings", "Opening balances", "openings.html"},
        {"bk.guide.vouchers", "Everyday vouchers", "vouchers.html"},
        {"bk.guide.review", "Review and posting", "review.html"},
        {"bk.guide.corrections", "Correcting mistakes", "corrections.html"},
        {"bk.guide.ledgers", "Looking into the books", "ledgers.html"},
        {"bk.guide.month_end", "Month end", "month_end.html"},
        {"bk.guide.year_end", "Year end", "year_end.html"},
        {"bk.guide.publication", "Publication and persons", "publication.html"},
        {"bk.guide.printing", "Printing and binding", "printing.html"},
    };
}

class BookkeepingPlugin final : public Plugin {
public:
    void describe(Registry& registry) const override {
        describe_permissions(registry);
        registry.add_migrations(bookkeeping_migrations());
        for (const Kind* kind : all_kinds()) registry.add(kind->book);
        registry.add(summary_phrase_entity());
        for (CommandEntry& entry : all_commands()) registry.add_command(std::move(entry));
        for (ReportEntry& entry : all_reports()) registry.add_report(std::move(entry));
        for (const auto& lists : {book_lists(), voucher_lists(), ledger_lists()})
            for (const ListView& list : lists) registry.add(list);
        for (FormView& form : forms()) registry.add(std::move(form));
        for (StepView& steps : step_views()) registry.add(std::move(steps));
        registry.add(place());
        for (MenuEntry& entry : menu()) registry.add(std::move(entry));
        for (DashboardCard& card : cards()) registry.add(std::move(card));
        for (HelpPage& page : guide()) registry.add(std::move(page));
        describe_watches(registry);
        registry.add(Sample{
            .name = "bk.canteen", .title = "A canteen's year 2008", .folder = "samples/canteen"});
    }
};

}  // namespace zf::bookkeeping

ZHANGFANG_PLUGIN(zf::bookkeeping::BookkeepingPlugin, "bookkeeping", "1.0.0")
