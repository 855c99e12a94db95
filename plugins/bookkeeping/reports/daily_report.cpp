#include <algorithm>

#include "commands/fields.h"
#include "domain/account_names.h"
#include "reports/book_paper.h"
#include "reports/reports.h"
#include "zhangfang/ledger/store/account_page.h"

namespace zf::bookkeeping {
namespace {

struct DailyQuery {
    std::string book;
    std::optional<Date> date;
    bool unposted = false;
};

// Cash and bank accounts of the year.
std::vector<Account> money_accounts(const AccountList& accounts) {
    std::vector<Account> found;
    for (const Account& account : accounts) {
        const bool is_money = account.feature == AccountFeature::cash ||
                              account.feature == AccountFeature::bank ||
                              account.feature == AccountFeature::cash_equivalent;
        if (is_money && account.is_leaf) found.push_back(account);
    }
    std::sort(found.begin(), found.end(),
              [](const Account& left, const Account& right) { return left.code < right.code; });
    return found;
}

DayTurnover turnover_on(Date date, const Account& account, const Book& book, Include include,
                        Reader reader) {
    const PeriodKey month = PeriodKey::of(date.month());
    const AccountPageReader page{
        reader,
        {.book = book.id, .account = account.id, .from = month, .to = month, .include = include}};
    const auto days = page.days();
    const auto found = std::find_if(days.begin(), days.end(),
                                    [&](const DayTurnover& each) { return each.day == date; });
    return found == days.end() ? DayTurnover{.day = date} : *found;
}

ReportRow row_of(const Account& account, Date date, const Book& book, Include include,
                 const AccountList& accounts, Reader reader) {
    const BalanceQuery query{.book = book.id, .year = date.year(), .include = include};
    const Amount closing = BalanceReader{reader}.balance_at(query, account.id, date);
    const DayTurnover day = turnover_on(date, account, book, include, reader);
    ReportRow row;
    row.cells = {{.value = account.code + " " + full_name_of(account, accounts)},
                 {.value = (closing - day.debit + day.credit).money()},
                 {.value = day.debit.money()},
                 {.value = day.credit.money()},
                 {.value = closing.money()},
                 {.value = day.lines}};
    row.link = Link{"bk.journal",
                    {{"book", book.code},
                     {"account", List{Value{account.code}}},
                     {"month", PeriodKey::of(date.month()).text()}}};
    return row;
}

TableBlock table_of(Date date, const Book& book, Include include, ReadContext& context) {
    const auto amount = [](const char* name, const char* label) {
        return ReportColumn{.name = name,
                            .label = label,
                            .type = ValueType::money,
                            .width = 280,
                            .total = Total::sum,
                            .zero_is_blank = false};
    };
    TableBlock table;
    table.columns = {{.name = "account", .label = "Account", .width = 420},
                     amount("before", "Balance of yesterday"),
                     amount("debit", "Debit of today"),
                     amount("credit", "Credit of today"),
                     amount("after", "Balance of today"),
                     {.name = "lines",
                      .label = "Lines",
                      .type = ValueType::integer,
                      .width = 120,
                      .total = Total::sum}};
    table.has_totals = true;
    table.rows = [date, book, include, &context] {
        const Reader reader{context.snapshot()};
        const AccountList accounts = AccountStore{reader, book.id}.all(date.year());
        std::vector<ReportRow> rows;
        for (const Account& account : money_accounts(accounts))
            rows.push_back(row_of(account, date, book, include, accounts, reader));
        return cursor_over(std::move(rows));
    };
    return table;
}

Result<Document> build(const DailyQuery& query, ReadContext& context) {
    const Reader reader{context.snapshot()};
    const Result<Book> book = BookStore{reader}.resolve(query.book);
    if (!book) return book.error();
    const Date date = query.date.value_or(context.today());
    const Include include = included(query.unposted);
    Document document = paper_of(*book, "bk.daily_report", "Daily report of cash and bank",
                                 include);
    document.heading = {unit_heading(*book), date_heading(date), currency_heading(*book)};
    document.signatures = {"Chief accountant", "Checked by", "Cashier"};
    document.blocks.emplace_back(table_of(date, *book, include, context));
    return document;
}

}  // namespace

ReportEntry daily_report() {
    using Q = DailyQuery;
    return entry_of(FormReport<Q>{
        .name = "bk.daily_report",
        .title = "Daily report of cash and bank",
        .help = "Balance of yesterday, movements and balance of a day, for each cash and bank "
                "account.",
        .permission = "bk.read",
        .group = "Ledgers",
        .place_of = place_of_paper,
        .parameters = {book_field(&Q::book),
                       field("date", &Q::date, "Date").help("Left out, today."),
                       field("unposted", &Q::unposted, "With vouchers not yet posted")},
        .build = build,
    });
}

}  // namespace zf::bookkeeping
