#include "commands/page_answer.h"

#include <algorithm>
#include <charconv>

#include "commands/balance_answer.h"
#include "zhangfang/base/text.h"
#include "zhangfang/ledger/store/periods.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static std::string place_after(const AccountLine& line) {
    return std::to_string(line.key.day) + "." + std::to_string(line.key.voucher) + "." +
           std::to_string(line.key.line) + "." + std::to_string(line.balance.minor());
}

static std::optional<AccountLine> line_at(const std::string& after) {
    std::vector<std::int64_t> numbers;
    for (const std::string& part : split(after, '.')) {
        std::int64_t number = 0;
        const auto [end, fault] = std::from_chars(part.data(), part.data() + part.size(), number);
        if (part.empty() || fault != std::errc{} || end != part.data() + part.size())
            return std::nullopt;
        numbers.push_back(number);
    }
    if (numbers.size() != 4) return std::nullopt;
    AccountLine line;
    line.key = {static_cast<std::int32_t>(numbers[0]), numbers[1], static_cast<int>(numbers[2])};
    line.balance = Amount::minor(numbers[3]);
    return line;
}

static Result<AccountPageQuery> query_of(const PageRequest& request, Reader reader,
                                         const Book& book) {
    const auto range = range_of(reader, book, request.month, request.to);
    if (!range) return range.error();
    const auto account = AccountStore{reader, book.id}.resolve(request.account, range->from.year);
    if (!account) return account.error();
    AccountPageQuery query{.book = book.id,
                           .account = account->id,
                           .from = range->from,
                           .to = range->to,
                           .include = include_of(request.unposted),
                           .with_counter_accounts = request.with_counter_accounts,
                           .with_dimensions = !account->dimensions.empty()};
    if (!request.item.empty() && !account->dimensions.empty())
        query.dimension = DimensionValue{account->dimensions.front().kind, request.item};
    return query;
}

static std::string counter_names(const AccountLine& line, const std::vector<Account>& chart) {
    std::string names;
    for (const Id<Account> id : line.counter_accounts)
        for (const Account& account : chart)
            if (account.id == id) names += (names.empty() ? "" : ",") + account.name;
    return names;
}

static Record line_row(const AccountLine& line, const std::vector<Account>& chart,
                       int number_width) {
    Record row{
        {"date", line.date},
        {"voucher", voucher_label(line.word, line.number, number_width)},
        {"summary", line.summary},
        {"counter_account", counter_names(line, chart)},
        {std::string{name_of(line.side)}, line.amount.money()},
        {"direction", direction_of(line.balance)},
        {"balance", on_side(line.balance, line.balance < Amount{} ? Side::credit : Side::debit)},
        {"state", std::string{name_of(line.state)}},
        {"month", line.period.text()},
        {"id", line.voucher.value}};
    if (!line.dimensions.empty()) row.set("item", line.dimensions.front().item);
    return row;
}

// 本月合计 and 本年累计 of each month of the range that was used.
static List month_rows(const AccountPageQuery& query, Reader reader) {
    List rows;
    for (int no = query.from.no; no <= query.to.no; ++no) {
        const AccountBalance balance = BalanceReader{reader}.account({.book = query.book,
                                                                      .year = query.from.year,
                                                                      .from = no,
                                                                      .to = no,
                                                                      .include = query.include},
                                                                     query.account);
        if (balance.debit.is_zero() && balance.credit.is_zero()) continue;
        rows.emplace_back(
            Record{{"month", PeriodKey{query.from.year, no}.text()},
                   {"debit", balance.debit.money()},
                   {"credit", balance.credit.money()},
                   {"year_debit", balance.year_debit.money()},
                   {"year_credit", balance.year_credit.money()},
                   {"direction", direction_of(balance.closing)},
                   {"balance", on_side(balance.closing,
                                       balance.closing < Amount{} ? Side::credit : Side::debit)}});
    }
    return rows;
}

Result<Record> page_of(const PageRequest& request, Reader reader, const Book& book) {
    const auto query = query_of(request, reader, book);
    if (!query) return query.error();
    const AccountPageReader pages{reader, *query};
    AccountPage page;
    if (request.after.empty()) {
        page = request.row == 0 ? pages.first(request.limit)
                                : pages.at_row(request.row, request.limit);
    } else {
        const auto last = line_at(request.after);
        if (!last)
            return Problem{.code = "bk.account.page_lost",
                           .text = {"\"{0}\" is no place on this page. Start from its beginning.",
                                    {request.after}},
                           .place = {"after"}};
        page = pages.after(*last, request.limit);
    }

    const std::vector<Account> chart = request.with_counter_accounts
                                           ? AccountStore{reader, book.id}.all(query->from.year)
                                           : std::vector<Account>{};
    List rows;
    for (const AccountLine& line : page.lines)
        rows.emplace_back(line_row(line, chart, book.options.number_width));
    const bool goes_on = page.has_more && !page.lines.empty();
    return Record{
        {"opening_direction", direction_of(page.opening)},
        {"opening", on_side(page.opening, page.opening < Amount{} ? Side::credit : Side::debit)},
        {"rows", std::move(rows)},
        {"next", goes_on ? place_after(page.lines.back()) : ""},
        {"count", pages.row_count()},
        {"months", month_rows(*query, reader)}};
}

std::vector<FieldInfo> page_columns() {
    FieldInfo opening_direction = direction_column();
    opening_direction.name = "opening_direction";
    FieldInfo state = column("state", "State");
    state.choices = choices_of<VoucherState>();
    return {rows_of("Entries",
                    {column("date", "Date", ValueType::date), column("voucher", "Voucher"),
                     column("summary", "Summary"), column("counter_account", "Counter account"),
                     column("debit", "Debit", ValueType::money),
                     column("credit", "Credit", ValueType::money), direction_column(),
                     column("balance", "Balance", ValueType::money), column("item", "Item"), state,
                     column("month", "Month"), column("id", "Number", ValueType::integer)}),
            opening_direction,
            column("opening", "Opening balance", ValueType::money),
            column("next", "Continue after"),
            column("count", "Lines", ValueType::integer),
            rows_of("Months",
                    {column("month", "Month"), column("debit", "Debit", ValueType::money),
                     column("credit", "Credit", ValueType::money),
                     column("year_debit", "Debit of the year", ValueType::money),
                     column("year_credit", "Credit of the year", ValueType::money),
                     direction_column(), column("balance", "Balance", ValueType::money)},
                    "months")};
}

Result<List> days_of(const PageRequest& request, Reader reader, const Book& book) {
    const auto query = query_of(request, reader, book);
    if (!query) return query.error();
    List rows;
    for (const DayTurnover& day : AccountPageReader{reader, *query}.days())
        rows.emplace_back(
            Record{{"date", day.day},
                   {"lines", day.lines},
                   {"debit", day.debit.money()},
                   {"credit", day.credit.money()},
                   {"direction", direction_of(day.balance)},
                   {"balance",
                    on_side(day.balance, day.balance < Amount{} ? Side::credit : Side::debit)}});
    return rows;
}

std::vector<FieldInfo> day_columns() {
    return {column("date", "Date", ValueType::date),
            column("lines", "Lines", ValueType::integer),
            column("debit", "Debit", ValueType::money),
            column("credit", "Credit", ValueType::money),
            direction_column(),
            column("balance", "Balance", ValueType::money)};
}

}  // namespace zf::bookkeeping
