#include "permissions.h"

namespace zf::bookkeeping {

static std::vector<Permission> permissions() {
    const auto of_book = [](const char* name, const char* title, const char* description) {
        return Permission{
            .name = name, .title = title, .description = description, .is_per_book = true};
    };
    std::vector<Permission> all{
        of_book("bk.read", "Look into the books", "Read vouchers, ledgers and reports."),
        of_book("bk.accounts", "Set up accounts",
                "Chart, dimensions, opening balances and options of a book."),
        of_book("bk.enter", "Enter vouchers", "Enter and change vouchers that nobody reviewed."),
        of_book("bk.review", "Review vouchers",
                "Review what others entered, and take a review back."),
        of_book("bk.sign", "Sign as cashier", "Sign vouchers that move cash or bank."),
        of_book("bk.post", "Post", "Make reviewed vouchers part of the books."),
        of_book("bk.close", "Close months", "Freeze, prove and close a month, open a year."),
        of_book("bk.unpost", "Unpost", "Take posted vouchers of an open month back."),
        of_book("bk.unclose", "Reopen months", "Open the newest closed month, unfreeze."),
        of_book("bk.renumber", "Renumber vouchers", "Give vouchers other numbers."),
        of_book("bk.print", "Print and export", "Print and export vouchers and ledgers."),
        of_book("bk.lead", "Leader's query", "See the board of the unit's money."),
    };
    for (Permission& each : all) each.granted_by_holder = each.name == "bk.review";
    return all;
}

// The presets as the manuals have them (§5.2); the first two exactly as canteen step C8.
static std::vector<RolePreset> presets() {
    return {
        {.name = "canteen_supervisor",
         .title = "Canteen supervisor",
         .permissions = {"bk.read", "bk.accounts", "bk.review", "bk.lead"},
         .book_kind = "canteen"},
        {.name = "quartermaster",
         .title = "Quartermaster",
         .permissions = {"bk.read", "bk.accounts", "bk.enter", "bk.sign", "bk.post", "bk.close",
                         "bk.unpost", "bk.unclose", "bk.renumber", "bk.print", "bk.lead",
                         "zf.backup", "zf.operators", "zf.books", "zf.trail"},
         .book_kind = "canteen"},
        {.name = "bookkeeper",
         .title = "Accountant",
         .permissions = {"bk.read", "bk.accounts", "bk.enter", "bk.post", "bk.close", "bk.print"}},
        {.name = "reviewer", .title = "Reviewer", .permissions = {"bk.read", "bk.review"}},
        {.name = "cashier", .title = "Cashier", .permissions = {"bk.read", "bk.sign"}},
        {.name = "leader", .title = "Leader", .permissions = {"bk.lead"}},
        {.name = "administrator",
         .title = "System administrator",
         .permissions = {"zf.operators", "zf.backup", "zf.books", "zf.trail"}},
    };
}

void describe_permissions(Registry& registry) {
    for (Permission& each : permissions()) registry.add(std::move(each));
    for (RolePreset& each : presets()) registry.add(std::move(each));
    registry.add(Conflict{.first = "bk.sign",
                          .second = "bk.review",
                          .why = "A cashier does not review what he pays out.",
                          .refuses = false});
    registry.add(Conflict{.first = "zf.operators",
                          .second = "bk.enter",
                          .why = "Who keeps the books should not hand out rights.",
                          .only_kinds = {"canteen"},
                          .refuses = false});
}

}  // namespace zf::bookkeeping
