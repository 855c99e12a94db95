#include "commands/entry_context.h"

#include <algorithm>

#include "commands/account_answer.h"
#include "commands/balance_answer.h"
#include "commands/book_answer.h"
#include "commands/commands.h"
#include "commands/dimension_item_change.h"
#include "zhangfang/ledger/store/accounts.h"
#include "zhangfang/ledger/store/balances.h"
#include "zhangfang/ledger/store/numbering.h"
#include "zhangfang/ledger/store/periods.h"
#include "zhangfang/ledger/store/vouchers.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

// Of the last voucher of the word in a month.
static std::optional<Date> last_date(Reader reader, const Book& book, PeriodKey period,
                                     const std::string& word) {
    return VoucherStore{reader, book.id}
        .context_of(book,
                    {.book = book.id, .period = period, .date = period.last_day(), .word = word})
        .last_date;
}

static Date default_date(const EntryContextRequest& request, Reader reader, const Book& book,
                         PeriodKey open) {
    if (request.date) return *request.date;
    return last_date(reader, book, open, request.word).value_or(open.first_day());
}

static List account_rows(Reader reader, const Book& book, Date date) {
    const std::vector<Account> chart = AccountStore{reader, book.id}.all(date.year());
    const int period = static_cast<int>(date.month_of_year());
    const auto balances = BalanceReader{reader}.trial_balance({.book = book.id,
                                                               .year = date.year(),
                                                               .from = period,
                                                               .to = period,
                                                               .include = Include::pending});
    List rows;
    for (const AccountBalance& balance : balances) {
        const auto account = std::find_if(chart.begin(), chart.end(), [&](const Account& each) {
            return each.id == balance.account.id;
        });
        if (account == chart.end()) continue;
        Record row = account_values(*account);
        row.set("full_name", full_name(*account, chart));
        row.set("balance", on_side(balance.closing, account->normal_side));
        rows.emplace_back(std::move(row));
    }
    return rows;
}

static Result<Record> entry_context(const EntryContextRequest& request, ReadContext& context) {
    const Result<Book> book = book_of(context.snapshot(), request.book);
    if (!book) return book.error();
    const PeriodStore periods{context.snapshot(), book->id};
    const PeriodKey open = periods.first_open();
    const Date date = default_date(request, context.snapshot(), *book, open);
    const PeriodKey period = PeriodKey::of(date.month());

    const AccountStore accounts{context.snapshot(), book->id};
    List items;
    for (const DimensionKind& kind : accounts.dimension_kinds())
        for (const DimensionItem& item : accounts.dimension_items(kind.code))
            items.emplace_back(item_values(item));
    Record answer = option_values(book->options);
    answer.set("book", book->code);
    answer.set("date", date);
    answer.set("word", request.word);
    answer.set("next_number", next_number(context.snapshot(), book->id, period, request.word));
    answer.set("first_day", open.first_day());
    answer.set("last_day", periods.last_enterable().last_day());
    if (const auto last = last_date(context.snapshot(), *book, period, request.word))
        answer.set("last_date", *last);
    answer.set("account", account_rows(context.snapshot(), *book, date));
    answer.set("item", std::move(items));
    return answer;
}

static std::vector<FieldInfo> columns() {
    std::vector<FieldInfo> accounts = account_columns();
    accounts.push_back(column("full_name", "Full name"));
    accounts.push_back(column("balance", "Balance", ValueType::money));
    std::vector<FieldInfo> all = option_columns();
    const std::vector<FieldInfo> further{
        column("book", "Book"),
        column("date", "Date", ValueType::date),
        column("word", "Voucher word"),
        column("next_number", "Next number", ValueType::integer),
        column("first_day", "First day open to entry", ValueType::date),
        column("last_day", "Last day open to entry", ValueType::date),
        column("last_date", "Date of the last voucher", ValueType::date),
        rows_of("Accounts", std::move(accounts), "account"),
        rows_of("Items", item_columns(), "item")};
    all.insert(all.end(), further.begin(), further.end());
    return all;
}

CommandEntry entry_context_command() {
    return entry_of(Query<EntryContextRequest>{
        .name = EntryContextRequest::command,
        .title = "Entry screen",
        .help = "Gives what the entry screen needs: accounts with balances, items, open dates.",
        .permission = "bk.enter",
        .place_of = place_of_book,
        .parameters = entry_context_fields(),
        .answer = columns(),
        .run = entry_context,
    });
}

}  // namespace zf::bookkeeping
