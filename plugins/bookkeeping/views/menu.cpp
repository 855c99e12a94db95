#include "views/views.h"

namespace zf::bookkeeping {

// The order of the menus and of their entries is that of the canteen's manual; 科目余额表 is the
// fifth entry of 账簿处理.
std::vector<MenuEntry> all_menu_entries() {
    std::vector<MenuEntry> entries;
    int order = 100;
    const auto menu = [&order] { order = (order / 100 + 1) * 100; };
    const auto add = [&](const char* path, const char* opens, const char* permission,
                         const char* icon, const char* shortcut = "") {
        entries.push_back({.path = path,
                           .opens = opens,
                           .permission = permission,
                           .icon = icon,
                           .shortcut = shortcut,
                           .order = order++});
    };
    add("Manage books/New book", "bk.book.create", "zf.books", "journal-plus");
    add("Manage books/Books", "bk.book", "", "journals");
    add("Manage books/Change book", "bk.book.save", "zf.books", "pencil");
    add("Manage books/Options of the book", "bk.book.options", "zf.books", "sliders");
    add("Manage books/Archive book", "bk.book.archive", "zf.books", "archive");

    menu();
    add("Set-up/Chart of accounts", "bk.account", "bk.read", "diagram-3");
    add("Set-up/Flow items", "bk.flow_item", "bk.read", "tags");
    add("Set-up/Opening balances", "bk.opening", "bk.read", "table");
    add("Set-up/Check and trial balance", "bk.opening.check", "bk.read", "check2-square");
    add("Set-up/Finish set-up", "bk.book.finish", "bk.accounts", "flag");
    add("Set-up/Reopen set-up", "bk.book.reopen_setup", "zf.books", "arrow-counterclockwise");

    menu();
    add("Daily vouchers/Voucher entry", "bk.voucher_grid", "bk.enter", "pencil-square", "Ctrl+N");
    add("Daily vouchers/Smart entry", "bk.template", "bk.enter", "lightning");
    add("Daily vouchers/Vouchers", "bk.voucher", "bk.read", "files");
    add("Daily vouchers/Print vouchers", "bk.voucher_form", "bk.print", "printer");
    add("Daily vouchers/Review vouchers", "bk.voucher.review", "bk.review", "check2-all");
    add("Daily vouchers/Cashier's signature", "bk.voucher.sign", "bk.sign", "pen");
    add("Daily vouchers/Renumber vouchers", "bk.voucher.renumber", "bk.renumber",
        "sort-numeric-down");
    add("Daily vouchers/Missing numbers", "bk.number_gap", "bk.read", "question-square");
    add("Daily vouchers/Summary of vouchers", "bk.voucher_summary", "bk.read", "list-columns");
    add("Daily vouchers/Import vouchers", "bk.voucher.import", "bk.enter", "box-arrow-in-down");
    add("Daily vouchers/Summaries", "bk.summary_phrase", "bk.read", "chat-left-text");
    add("Daily vouchers/Cover of vouchers", "bk.voucher_cover", "bk.print", "file-earmark");
    add("Daily vouchers/Bound vouchers of the month", "bk.month_binding", "bk.print", "book");

    menu();
    add("Keep the books/Post", "bk.month.post", "bk.post", "journal-check");
    add("Keep the books/Close the month", "bk.period.close", "bk.close", "lock");
    add("Keep the books/General ledger", "bk.general_ledger", "bk.read", "journal");
    add("Keep the books/Detail ledger", "bk.detail_ledger", "bk.read", "journal-text");
    add("Keep the books/Account balances", "bk.account_balances", "bk.read", "table");
    add("Keep the books/Cash and bank journals", "bk.journal", "bk.read", "cash-coin");
    add("Keep the books/Trial balance", "bk.trial_balance", "bk.read", "distribute-horizontal");
    add("Keep the books/Daily report of cash and bank", "bk.daily_report", "bk.read",
        "calendar-day");
    add("Keep the books/Books of the year", "bk.year_books", "bk.print", "journals");
    add("Keep the books/Balances on the screen", "bk.balance", "bk.read", "grid-3x3");
    add("Keep the books/Unpost", "bk.month.unpost", "bk.unpost", "journal-x", "Ctrl+F11");

    menu();
    add("Period end/Months", "bk.period", "bk.read", "calendar3");
    add("Period end/Closing checks", "bk.period.checks", "bk.read", "list-check");
    add("Period end/Prove the month", "bk.period.prove", "bk.close", "patch-check");
    add("Period end/Freeze the month", "bk.period.freeze", "bk.close", "snow");
    add("Period end/Unfreeze the month", "bk.period.unfreeze", "bk.unclose", "sun", "Ctrl+F9");
    add("Period end/Unclose the month", "bk.period.unclose", "bk.unclose", "unlock", "Ctrl+F2");
    add("Period end/Open a year", "bk.year.open", "bk.close", "calendar-plus");
    add("Period end/Year-end voucher", "bk.year.carry", "bk.enter", "calendar2-check");
    add("Period end/Agreement of the books", "bk.book.agree", "bk.close", "arrow-left-right");
    add("Period end/Agreements of the books", "bk.agreement_kept", "bk.read", "clock-history");

    menu();
    add("Reports/Mess account of the month", "bk.publication", "bk.read", "megaphone");
    add("Reports/Count persons", "bk.canteen.headcount.set", "bk.enter", "people");
    add("Reports/The canteen's year", "bk.canteen_month", "bk.read", "bar-chart");

    menu();
    add("Leader's board/Leader's board", "bk.leader.board", "bk.lead", "speedometer2");
    return entries;
}

}  // namespace zf::bookkeeping
