#include "reports/ledger_table.h"

#include <algorithm>
#include <deque>
#include <memory>

#include "domain/account_names.h"
#include "zhangfang/ledger/store/account_page.h"

namespace zf::bookkeeping {
namespace {

constexpr int december = 12;

LedgerStyle style_of(const LedgerPaper& paper) {
    return {.has_entries = paper.kind != LedgerKind::general,
            .has_day_totals = paper.kind == LedgerKind::journal,
            .has_month_openings = paper.has_month_openings,
            .has_year_totals = paper.kind != LedgerKind::journal};
}

std::string words_of(const LedgerRow& row, LedgerKind kind) {
    switch (row.kind) {
        case LedgerRowKind::year_opening: return "Brought over from last year";
        case LedgerRowKind::opening: return "Opening balance";
        case LedgerRowKind::day_total: return "Total of the day";
        case LedgerRowKind::month_total:
            return kind == LedgerKind::general ? "Total of the period" : "Total of the month";
        case LedgerRowKind::year_total: return "Year to date";
        case LedgerRowKind::carried_onward: return "Carried over to next year";
        case LedgerRowKind::entry: break;
    }
    return "";
}

// Rows of one page, pulled line by line from the ledger.
class LedgerRows {
public:
    LedgerRows(const LedgerPaper& paper, Book book, Account account, AccountList accounts,
               ReadContext& context)
        : paper_{paper},
          book_{std::move(book)},
          account_{std::move(account)},
          accounts_{std::move(accounts)},
          context_{context},
          lines_{context.snapshot(), query_of()},
          page_{style_of(paper), range_of(context.snapshot())} {
        page_.begin(fresh_);
        take_over(nullptr);
    }

    bool next(ReportRow& row) {
        while (ready_.empty() && !is_done_) read();
        if (ready_.empty()) return false;
        row = std::move(ready_.front());
        ready_.pop_front();
        return true;
    }

private:
    AccountPageQuery query_of() const {
        return {.book = book_.id,
                .account = account_.id,
                .from = paper_.months.from,
                .to = paper_.months.to,
                .include = paper_.include,
                .with_counter_accounts = paper_.has_counter_accounts};
    }

    LedgerRange range_of(Reader reader) const {
        const PeriodKey from = paper_.months.from;
        LedgerRange range{.from = from, .to = paper_.months.to, .opening = lines_.opening()};
        range.ends_year = PeriodStore{reader, book_.id}.get({from.year, december}).state ==
                          PeriodState::closed;
        const AccountBalance first = BalanceReader{reader}.account({.book = book_.id,
                                                                    .year = from.year,
                                                                    .from = from.no,
                                                                    .to = from.no,
                                                                    .include = paper_.include},
                                                                   account_.id);
        range.year_debit = first.year_debit - first.debit;
        range.year_credit = first.year_credit - first.credit;
        return range;
    }

    void read() {
        const AccountLine* line = lines_.next();
        if (line == nullptr) {
            is_done_ = true;
            page_.finish(fresh_);
        } else {
            page_.add({.date = line->date,
                       .period = line->period,
                       .word = line->word,
                       .number = line->number,
                       .side = line->side,
                       .amount = line->amount},
                      fresh_);
        }
        take_over(line);
    }

    void take_over(const AccountLine* line) {
        for (const LedgerRow& row : fresh_) ready_.push_back(report_row(row, line));
        fresh_.clear();
    }

    ReportRow report_row(const LedgerRow& row, const AccountLine* line) const {
        ReportRow result;
        result.cells.reserve(9);
        result.cells.push_back({.value = std::int64_t{row.date.month_of_year()}});
        result.cells.push_back({.value = std::int64_t{row.date.day_of_month()}});
        const bool shows_numbers = row.kind == LedgerRowKind::entry ||
                                   (paper_.kind == LedgerKind::general &&
                                    row.kind == LedgerRowKind::month_total);
        result.cells.push_back({.value = shows_numbers ? row.numbers : std::string{}});
        const bool is_entry = row.kind == LedgerRowKind::entry;
        result.cells.push_back(is_entry ? Cell{.value = line->summary}
                                        : words(words_of(row, paper_.kind)));
        if (paper_.has_counter_accounts)
            result.cells.push_back(
                {.value = is_entry ? counter_text(line->counter_accounts, accounts_) : ""});
        const bool has_amounts = row.kind != LedgerRowKind::year_opening &&
                                 row.kind != LedgerRowKind::opening &&
                                 row.kind != LedgerRowKind::carried_onward;
        result.cells.push_back(has_amounts ? Cell{.value = row.debit.money()} : Cell{});
        result.cells.push_back(has_amounts ? Cell{.value = row.credit.money()} : Cell{});
        result.cells.push_back(side_cell(row.balance));
        result.cells.push_back(balance_cell(row.balance, paper_.plain_zero));
        finish(result, row, line);
        return result;
    }

    void finish(ReportRow& result, const LedgerRow& row, const AccountLine* line) const {
        switch (row.kind) {
            case LedgerRowKind::entry:
                result.link = voucher_link(book_, line->period, line->word, line->number);
                if (line->state != VoucherState::posted) mute(result);
                break;
            case LedgerRowKind::year_opening:
            case LedgerRowKind::opening:
            case LedgerRowKind::carried_onward: result.kind = RowKind::opening; break;
            case LedgerRowKind::day_total: result.kind = RowKind::subtotal; break;
            case LedgerRowKind::month_total:
                // Of a general ledger these are the lines that its pages carry forward.
                if (paper_.kind == LedgerKind::general)
                    result.link = detail_link(row.date);
                else
                    result.kind = RowKind::subtotal;
                result.rule = RowRule::single_red;
                break;
            case LedgerRowKind::year_total:
                result.kind = RowKind::subtotal;
                result.rule = row.closes_year ? RowRule::double_red : RowRule::single_red;
                break;
        }
    }

    Link detail_link(Date date) const {
        return {"bk.detail_ledger",
                {{"book", book_.code},
                 {"account", List{Value{account_.code}}},
                 {"month", PeriodKey::of(date.month()).text()}}};
    }

    // Not posted yet: shown in grey.
    static void mute(ReportRow& row) {
        for (Cell& cell : row.cells) cell.emphasis = Emphasis::muted;
    }

    LedgerPaper paper_;
    Book book_;
    Account account_;
    AccountList accounts_;
    ReadContext& context_;
    AccountLineCursor lines_;
    LedgerPage page_;
    std::vector<LedgerRow> fresh_;
    std::deque<ReportRow> ready_;
    bool is_done_ = false;
};

std::vector<ReportColumn> columns_of(const LedgerPaper& paper) {
    const std::string year = "Year {0}";
    const std::vector<Argument> of_year{std::int64_t{paper.months.from.year}};
    std::vector<ReportColumn> columns{
        {.name = "month",
         .label = "Mo",
         .type = ValueType::integer,
         .align = Align::centre,
         .width = 60,
         .group = year,
         .group_arguments = of_year},
        {.name = "day",
         .label = "Day",
         .type = ValueType::integer,
         .align = Align::centre,
         .width = 60,
         .group = year,
         .group_arguments = of_year},
        {.name = "number", .label = "Voucher", .align = Align::centre, .width = 150},
        {.name = "summary", .label = "Summary", .width = 560}};
    if (paper.has_counter_accounts)
        columns.push_back({.name = "counter", .label = "Counter account", .width = 260});
    const bool is_journal = paper.kind == LedgerKind::journal;
    const auto amount = [&](const char* name, const char* label, bool carries) {
        return ReportColumn{.name = name,
                            .label = label,
                            .type = ValueType::money,
                            .width = paper.has_money_grid ? 360 : 250,
                            .carries = carries,
                            .has_money_grid = paper.has_money_grid};
    };
    columns.push_back(amount("debit", is_journal ? "Received (debit)" : "Debit", true));
    columns.push_back(amount("credit", is_journal ? "Paid (credit)" : "Credit", true));
    columns.push_back({.name = "side", .label = "Dr or Cr", .align = Align::centre, .width = 80});
    columns.push_back(amount("balance", "Balance", false));
    columns.back().align = Align::right;
    return columns;
}

// 过次页 and 承前页: what moved since the first of the month (of a general ledger: since January)
// and the balance as it stands.
ReportRow carried_line(const std::vector<Value>& sums, const ReportRow& last, bool is_brought) {
    ReportRow row;
    row.cells.resize(last.cells.size());
    const std::size_t balance = last.cells.size() - 1, side = balance - 1;
    row.cells[3] = words(is_brought ? "Brought forward" : "Carried forward");
    row.cells[side - 2].value = sums.at(0);
    row.cells[side - 1].value = sums.at(1);
    row.cells[side] = last.cells[side];
    row.cells[balance] = last.cells[balance];
    return row;
}

}  // namespace

TableBlock ledger_table(const LedgerPaper& paper, const Book& book, const Account& account,
                        const BookNames& names, ReadContext& context) {
    TableBlock table{.columns = columns_of(paper)};
    table.rows_per_page = paper.rows_per_page;
    table.crosses_out_rest = true;
    table.carrying = {.is_on = true, .line = carried_line};
    if (paper.kind != LedgerKind::general)
        table.carrying.restarts = [](const ReportRow& row) { return row.rule != RowRule::none; };
    table.rows = [paper, book, account, accounts = names.accounts, &context] {
        auto rows = std::make_shared<LedgerRows>(paper, book, account, accounts, context);
        return cursor_from([rows](ReportRow& row) { return rows->next(row); });
    };
    return table;
}

std::string ledger_title(LedgerKind kind, const Account& account) {
    switch (kind) {
        case LedgerKind::general: return "General ledger";
        case LedgerKind::detail: return "Detail ledger";
        case LedgerKind::journal: break;
    }
    if (account.feature == AccountFeature::cash) return "Cash journal";
    if (account.feature == AccountFeature::bank) return "Bank journal";
    return "Journal";
}

std::vector<std::string> ledger_signatures() {
    return {"Chief accountant", "Checked by", "Bookkeeper"};
}

static std::vector<KeyValue> ledger_heading(const LedgerPaper& paper, const Book& book,
                                            const Account& account, const BookNames& names) {
    return {unit_heading(book), account_heading(account, names.accounts),
            months_heading(paper.months), currency_heading(book)};
}

static Bookmark bookmark_of(const Account& account, const BookNames& names, int level) {
    return {.title = full_name_of(account, names.accounts), .level = level, .code = account.code};
}

void add_ledgers(std::vector<Block>& blocks, const LedgerPaper& paper, const Book& book,
                 const std::vector<Account>& accounts, const BookNames& names, int level,
                 ReadContext& context) {
    for (const Account& account : accounts) {
        blocks.emplace_back(PageFrame{.title = ledger_title(paper.kind, account),
                                      .heading = ledger_heading(paper, book, account, names),
                                      .signatures = ledger_signatures()});
        blocks.emplace_back(PageBreak{.restarts_numbering = true});
        blocks.emplace_back(bookmark_of(account, names, level));
        blocks.emplace_back(ledger_table(paper, book, account, names, context));
    }
}

Document ledger_document(const std::string& name, const LedgerPaper& paper, const Book& book,
                         const std::vector<Account>& accounts, const BookNames& names,
                         ReadContext& context) {
    const Account none;
    const Account& first = accounts.empty() ? none : accounts.front();
    Document document = paper_of(book, name, ledger_title(paper.kind, first), paper.include);
    document.signatures = ledger_signatures();
    if (accounts.empty()) {
        document.heading = {unit_heading(book), months_heading(paper.months)};
        TableBlock table{.columns = columns_of(paper)};
        table.rows = [] { return cursor_over({}); };
        document.blocks.emplace_back(std::move(table));
        return document;
    }
    if (accounts.size() == 1) {
        document.heading = ledger_heading(paper, book, first, names);
        document.blocks.emplace_back(bookmark_of(first, names, 0));
        document.blocks.emplace_back(ledger_table(paper, book, first, names, context));
        return document;
    }
    add_ledgers(document.blocks, paper, book, accounts, names, 0, context);
    return document;
}

static bool belongs(const Account& account, LedgerKind kind) {
    switch (kind) {
        case LedgerKind::general: return account.level == 1;
        case LedgerKind::detail: return account.is_leaf;
        case LedgerKind::journal: return account.is_leaf && account.is_journal;
    }
    return false;
}

static bool has_moved(const AccountBalance& row) {
    return !(row.opening.is_zero() && row.year_opening.is_zero() && row.debit.is_zero() &&
             row.credit.is_zero() && row.closing.is_zero());
}

std::vector<Account> ledger_accounts(LedgerKind kind, const MonthRange& months, Include include,
                                     const Book& book, Reader reader) {
    std::vector<Account> accounts;
    const auto rows = BalanceReader{reader}.trial_balance({.book = book.id,
                                                           .year = months.from.year,
                                                           .from = months.from.no,
                                                           .to = months.to.no,
                                                           .include = include});
    for (const AccountBalance& row : rows)
        if (belongs(row.account, kind) && (kind == LedgerKind::journal || has_moved(row)))
            accounts.push_back(row.account);
    return accounts;
}

Result<std::vector<Account>> accounts_asked(const std::vector<std::string>& codes, LedgerKind kind,
                                            const MonthRange& months, Include include,
                                            const Book& book, Reader reader) {
    if (codes.empty()) return ledger_accounts(kind, months, include, book, reader);
    const AccountStore store{reader, book.id};
    std::vector<Account> accounts;
    for (const std::string& code : codes) {
        Result<Account> account = store.resolve(code, months.from.year);
        if (!account) return account.error();
        accounts.push_back(*std::move(account));
    }
    return accounts;
}

}  // namespace zf::bookkeeping
