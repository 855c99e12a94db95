#include "commands/show_leader_board.h"

#include <algorithm>

#include "commands/book_context.h"
#include "commands/commands.h"
#include "store/months_asked.h"
#include "store/publication_facts.h"
#include "store/waiting_vouchers.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {
namespace {

struct Tile {
    CanteenBalances balances;
    Money income, expenditure, year_income, year_expenditure;
    std::optional<Money> daily_cost;
};

Tile tile_of(Reader reader, const Book& book, PeriodKey month) {
    const Publication table = publication_of(
        publication_facts(reader, book, month, Include::posted), Working::none());
    Tile tile{.balances = table.closing,
              .income = table.income_total,
              .expenditure = table.expenditure_total,
              .daily_cost = table.cost.daily_cost};
    if (const auto mess_fee = mess_fee_account(reader, book, month.year)) {
        const AccountBalance year = BalanceReader{reader}.account(
            {.book = book.id, .year = month.year, .from = month.no, .to = month.no}, mess_fee->id);
        tile.year_income = year.year_credit.money();
        tile.year_expenditure = year.year_debit.money();
    }
    return tile;
}

Record row_of(Reader reader, const Book& book, PeriodKey month) {
    const Tile tile = tile_of(reader, book, month);
    const WaitingVouchers waiting = waiting_vouchers(reader, book.id);
    return {{"book", book.code},
            {"name", book.name},
            {"month", month.text()},
            {"state", std::string{name_of(PeriodStore{reader, book.id}.get(month).state)}},
            {"cash", tile.balances.cash},
            {"bank", tile.balances.bank},
            {"balance", tile.balances.mess_fee},
            {"income", tile.income},
            {"expenditure", tile.expenditure},
            {"year_income", tile.year_income},
            {"year_expenditure", tile.year_expenditure},
            {"daily_cost", tile.daily_cost ? Value{*tile.daily_cost} : Value{}},
            {"unreviewed", waiting.unreviewed},
            {"unposted", waiting.unposted}};
}

// The books asked for, or all, that this session may look into as a leader.
Result<std::vector<Book>> books_for(const ShowLeaderBoard& request, ReadContext& context) {
    const BookStore store{context.snapshot()};
    std::vector<Book> books;
    for (const std::string& code : request.book) {
        Result<Book> book = store.resolve(code);
        if (!book) return book.error();
        books.push_back(*std::move(book));
    }
    if (request.book.empty()) books = store.all();
    std::erase_if(
        books, [&](const Book& book) { return !context.session().may("bk.lead", place_of(book)); });
    return books;
}

Result<Record> show_leader_board(const ShowLeaderBoard& request, ReadContext& context) {
    const Reader reader{context.snapshot()};
    const auto books = books_for(request, context);
    if (!books) return books.error();
    List rows;
    Money cash, bank, balance;
    for (const Book& book : *books) {
        const Result<PeriodKey> month = month_asked(reader, book, request.month);
        if (!month) return month.error();
        Record row = row_of(reader, book, *month);
        cash += row.get("cash").as<Money>();
        bank += row.get("bank").as<Money>();
        balance += row.get("balance").as<Money>();
        rows.emplace_back(std::move(row));
    }
    return Record{{"books", static_cast<std::int64_t>(rows.size())},
                  {"cash", cash},
                  {"bank", bank},
                  {"balance", balance},
                  {"rows", std::move(rows)}};
}

}  // namespace

CommandEntry show_leader_board_command() {
    const auto money = [](const char* name, const char* label) {
        return column(name, label, ValueType::money);
    };
    FieldInfo state = column("state", "State");
    state.choices = choices_of<PeriodState>();
    return entry_of(Query<ShowLeaderBoard>{
        .name = ShowLeaderBoard::command,
        .title = "Leader's board",
        .help = "Money, the month and what waits, for every book that you may look into.",
        .needs = Needs::own,
        .parameters = show_leader_board_fields(),
        .answer = {column("books", "Books", ValueType::integer), money("cash", "Cash in hand"),
                   money("bank", "Bank deposit"), money("balance", "Balance of the mess fee"),
                   rows_of("Books", {column("book", "Book"), column("name", "Unit name"),
                                     column("month", "Month"), state, money("cash", "Cash in hand"),
                                     money("bank", "Bank deposit"),
                                     money("balance", "Balance of the mess fee"),
                                     money("income", "Income"), money("expenditure", "Expenditure"),
                                     money("year_income", "Income of the year"),
                                     money("year_expenditure", "Expenditure of the year"),
                                     money("daily_cost", "Cost of a person-day"),
                                     column("unreviewed", "Vouchers to review", ValueType::integer),
                                     column("unposted", "Vouchers to post", ValueType::integer)})},
        .run = show_leader_board,
    });
}

}  // namespace zf::bookkeeping
