#include "views/views.h"

namespace zf::bookkeeping {

// In the order of the trade's own menus: 账套管理, 初始设置, 日常账务, 账簿处理, 期末, 报表,
// 领导查询.
std::vector<MenuEntry> menu() {
    std::vector<MenuEntry> entries{
        {"Daily books/Enter voucher", "bk.voucher.enter", "bk.enter", "journal-plus", "Ctrl+N"},
        {"Daily books/Templates", "bk.template", "bk.enter", "lightning", "Ctrl+M"},
        {"Daily books/Find and print vouchers", "bk.voucher", "bk.read", "journal-text", ""},
        {"Daily books/Review vouchers", "bk.voucher_review", "bk.review", "check2-square", ""},
        {"Daily books/Cashier's signature", "bk.voucher_signature", "bk.sign", "pen", ""},
        {"Daily books/Renumber vouchers", "bk.voucher.renumber", "bk.renumber", "list-ol", ""},
        {"Daily books/Missing numbers", "bk.gaps", "bk.read", "123", ""},
        {"Daily books/Import vouchers", "bk.voucher.import", "bk.enter", "file-earmark-arrow-down",
         ""},
        {"Daily books/Summary library", "bk.summary", "bk.enter", "chat-left-text", ""},
        {"Keep the books/Post", "bk.month.post", "bk.post", "journal-check", ""},
        {"Keep the books/Close the month", "bk.period.close", "bk.close", "lock", ""},
        {"Keep the books/Detail ledger", "bk.account_page", "bk.read", "book", ""},
        {"Keep the books/Account balances", "bk.balances", "bk.read", "table", ""},
        {"Keep the books/Journal", "bk.journal", "bk.read", "journals", ""},
        {"Month and year end/Months", "bk.period", "bk.read", "calendar3", ""},
        {"Month and year end/Closing checks", "bk.closing_checks", "bk.read", "list-check", ""},
        {"Month and year end/Prove the month", "bk.period.prove", "bk.close", "patch-check", ""},
        {"Month and year end/Freeze", "bk.period.freeze", "bk.close", "snow", ""},
        {"Month and year end/Unfreeze", "bk.period.unfreeze", "bk.unclose", "sun", "Ctrl+F9"},
        {"Month and year end/Unpost", "bk.month.unpost", "bk.unpost", "arrow-counterclockwise",
         "Ctrl+F11"},
        {"Month and year end/Open a closed month again", "bk.period.unclose", "bk.unclose",
         "unlock", "Ctrl+F2"},
        {"Month and year end/Open the next year", "bk.year.open", "bk.close", "calendar-plus", ""},
        {"Month and year end/Year-end voucher", "bk.year.carry", "bk.enter", "calendar-check", ""},
        {"Reports/Publication table", "bk.publication", "bk.read", "clipboard-data", ""},
        {"Reports/The canteen's year", "bk.canteen_months", "bk.read", "calendar2-range", ""},
        {"Reports/Persons and days", "bk.headcount.set", "bk.enter", "people", ""},
        {"Leader's query/Leader's board", "bk.leader_board.show", "bk.lead", "speedometer2", ""},
        {"Set-up/Book options", "bk.book.options", "bk.accounts", "sliders", ""},
        {"Set-up/Chart of accounts", "bk.account", "bk.read", "diagram-3", ""},
        {"Set-up/Dimension items", "bk.dimension_item", "bk.read", "tags", ""},
        {"Set-up/Opening balances", "bk.opening", "bk.accounts", "cash-stack", ""},
        {"Set-up/Prove the opening balances", "bk.opening_check", "bk.accounts", "clipboard-check",
         ""},
        {"Set-up/Finish the set-up", "bk.book.finish", "bk.accounts", "flag", ""},
        {"Set-up/Reopen the set-up", "bk.book.reopen_setup", "zf.books", "flag-fill", ""},
        {"Books/New book", "bk.book.create", "zf.books", "journal", ""},
        {"Books/Books", "bk.book", "", "collection", ""},
        {"Books/Change book", "bk.book.save", "zf.books", "gear", ""},
        {"Books/Archive book", "bk.book.archive", "zf.books", "archive", ""},
    };
    int order = 100;
    for (MenuEntry& entry : entries) entry.order = order += 5;
    return entries;
}

std::vector<DashboardCard> cards() {
    return {{"What waits", "bk.work.show", "bk.voucher_review"},
            {"Leader's board", "bk.leader_board.show", "bk.canteen_months"}};
}

}  // namespace zf::bookkeeping
