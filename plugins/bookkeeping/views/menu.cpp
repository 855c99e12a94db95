#include "views/views.h"

namespace zf::bookkeeping {

// In the order of the trade's own menus: 账套管理, 初始设置, 日常账务, 账簿处理, 期末, 报表,
// 领导查询.
std::vector<MenuEntry> menu() {
    std::vector<MenuEntry> entries{
        {"Daily books/Enter voucher", "bk.voucher.enter", "bk.enter", "journal-plus", "Ctrl+N"},
        {"Daily books/Templates", "bk.template", "bk.enter", "lightning", "Ctrl+M"},
        {"Daily books/Vouchers", "bk.voucher", "bk.read", "journal-text", ""},
        {"Daily books/Review vouchers", "bk.voucher_review", "bk.review", "check2-square", ""},
        {"Daily books/Cashier's signature", "bk.voucher_signature", "bk.sign", "pen", ""},
        {"Daily books/Renumber vouchers", "bk.voucher.renumber", "bk.renumber", "list-ol", ""},
        {"Daily books/Missing numbers", "bk.gaps", "bk.read", "123", ""},
        {"Daily books/Import vouchers", "bk.voucher.import", "bk.enter", "file-earmark-arrow-down",
         ""},
        {"Daily books/Summary library", "bk.summary", "bk.enter", "chat-left-text", ""},
        {"Keep the books/Account balances and details", "bk.balances", "bk.read", "table",
         "Ctrl+B"},
        {"Keep the books/Detail ledger", "bk.account_page", "bk.read", "book", ""},
        {"Keep the books/Cash and bank journals", "bk.journal_page", "bk.read", "journals", ""},
        {"Month and year end/Post and close the month", "bk.month_end", "bk.read", "signpost-split",
         ""},
        {"Month and year end/Months", "bk.period", "bk.read", "calendar3", ""},
        {"Month and year end/Post", "bk.month.post", "bk.post", "journal-check", ""},
        {"Month and year end/Prove the month", "bk.period.prove", "bk.close", "patch-check", ""},
        {"Month and year end/Freeze", "bk.period.freeze", "bk.close", "snow", ""},
        {"Month and year end/Close the month", "bk.period.close", "bk.close", "lock", ""},
        {"Month and year end/Unfreeze", "bk.period.unfreeze", "bk.unclose", "sun", "Ctrl+F9"},
        {"Month and year end/Unpost", "bk.month.unpost", "bk.unpost", "arrow-counterclockwise",
         "Ctrl+F11"},
        {"Month and year end/Open a closed month again", "bk.period.unclose", "bk.unclose",
         "unlock", "Ctrl+F12"},
        {"Month and year end/Open the next year", "bk.year.open", "bk.close", "calendar-plus", ""},
        {"Month and year end/Year-end voucher", "bk.year.carry", "bk.enter", "calendar-check", ""},
        {"Printing/Print vouchers", "bk.voucher_form", "bk.print", "printer", ""},
        {"Printing/Cover of vouchers", "bk.voucher_cover", "bk.print", "file-earmark", ""},
        {"Printing/Summary of vouchers", "bk.voucher_summary", "bk.read", "list-columns", ""},
        {"Printing/Bound vouchers of the month", "bk.month_binding", "bk.print", "stack", ""},
        {"Printing/Account balances", "bk.account_balances", "bk.read", "file-earmark-spreadsheet",
         ""},
        {"Printing/Trial balance", "bk.trial_balance", "bk.read", "plus-slash-minus", ""},
        {"Printing/General ledger", "bk.general_ledger", "bk.read", "journal", ""},
        {"Printing/Detail ledger", "bk.detail_ledger", "bk.read", "journal-bookmark", ""},
        {"Printing/Cash and bank journals", "bk.journal", "bk.read", "cash-coin", ""},
        {"Printing/Daily report of cash and bank", "bk.daily_report", "bk.read", "calendar-day",
         ""},
        {"Printing/Books of the year", "bk.year_books", "bk.print", "bookshelf", ""},
        {"Printing/Agreement of the books", "bk.agreement", "bk.read", "check2-all", ""},
        {"Mess account/Mess account of the month", "bk.publication", "bk.read", "clipboard-data",
         ""},
        {"Mess account/The canteen's year", "bk.canteen_months", "bk.read", "calendar2-range", ""},
        {"Mess account/Persons and days", "bk.headcount.set", "bk.enter", "people", ""},
        {"Leader's query/Leader's board", "bk.leader_board.show", "bk.lead", "speedometer2", ""},
        {"Set-up/Book options", "bk.book.options", "bk.accounts", "sliders", ""},
        {"Set-up/Chart of accounts", "bk.account", "bk.read", "diagram-3", ""},
        {"Set-up/Dimension items", "bk.dimension_item", "bk.read", "tags", ""},
        {"Set-up/Opening balances", "bk.opening", "bk.accounts", "cash-stack", ""},
        {"Set-up/Import opening balances", "bk.opening.import", "bk.accounts",
         "file-earmark-arrow-up", ""},
        {"Set-up/Prove the opening balances", "bk.opening_check", "bk.accounts", "clipboard-check",
         ""},
        {"Set-up/Finish the set-up", "bk.book.finish", "bk.accounts", "flag", ""},
        {"Set-up/Reopen the set-up", "bk.book.reopen_setup", "zf.books", "flag-fill", ""},
        {"Books/New book", "bk.book.create", "zf.books", "journal-plus", ""},
        {"Books/Books", "bk.book", "", "collection", ""},
        {"Books/Change book", "bk.book.save", "zf.books", "gear", ""},
        {"Books/Archive book", "bk.book.archive", "zf.books", "archive", ""},
    };
    int order = 100;
    for (MenuEntry& entry : entries) entry.order = order += 5;
    return entries;
}

// 记账、结账: what the month end asks for, in its order, and where each check is put right.
std::vector<StepView> step_views() {
    return {{.name = "bk.month_end",
             .title = "Post and close the month",
             .query = "bk.period.checks",
             .filters = {"month"},
             .steps = {{.title = "Review vouchers",
                        .text = "Another person reads every voucher and approves it.",
                        .command = "bk.voucher_review"},
                       {.title = "Post",
                        .text = "The reviewed vouchers go into the books, all or none.",
                        .command = "bk.month.post",
                        .check = "ledger.closing.unposted"},
                       {.title = "Prove the month",
                        .text = "Every line is added again and compared with the kept balances.",
                        .command = "bk.period.prove"},
                       {.title = "Back up",
                        .text = "One file with everything, read again and proven whole.",
                        .command = "zf.backup",
                        .check = "bk.period.backup"},
                       {.title = "Close the month",
                        .text = "The month becomes immutable and the next one opens.",
                        .command = "bk.period.close"}},
             .mends = {{"ledger.closing.previous", "bk.period"},
                       {"ledger.closing.unposted", "bk.voucher_review"},
                       {"ledger.closing.numbers", "bk.gaps"},
                       {"ledger.closing.content", "zf.check"},
                       {"ledger.closing.sums", "zf.check"},
                       {"ledger.closing.trial_balance", "bk.balances"},
                       {"ledger.closing.cash", "bk.journal_page"},
                       {"bk.period.backup", "zf.backup"}}}};
}

PlaceView place() {
    return {.query = "bk.place.show",
            .book = "book",
            .name = "name",
            .month = "month",
            .status = {"open_month", "held", "unreviewed", "unposted", "marked_wrong", "gaps"},
            .opens = "bk.month_end"};
}

std::vector<DashboardCard> cards() {
    return {{"What waits", "bk.work.show", "bk.voucher_review"},
            {"Leader's board", "bk.leader_board.show", "bk.canteen_months"}};
}

}  // namespace zf::bookkeeping
