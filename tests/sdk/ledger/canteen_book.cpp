#include "canteen_book.h"

#include <fmt/format.h>

namespace zf::test {

BookKind mess_kind() {
    BookKind kind{
        .name = "mess",
        .label = "Mess book",
        .chart = {.name = "mess",
                  .rows = {{.code = "101",
                            .name = "库存现金",
                            .account_class = AccountClass::asset,
                            .normal_side = Side::debit,
                            .feature = AccountFeature::cash,
                            .is_journal = true},
                           {.code = "102",
                            .name = "银行存款",
                            .account_class = AccountClass::asset,
                            .normal_side = Side::debit,
                            .feature = AccountFeature::bank,
                            .is_journal = true},
                           {.code = "401",
                            .name = "伙食费",
                            .account_class = AccountClass::equity,
                            .normal_side = Side::credit,
                            .dimensions = {{"flow", DimensionUse::analysis, false}}},
                           {.code = "402",
                            .name = "军粮差价补贴",
                            .account_class = AccountClass::equity,
                            .normal_side = Side::credit}}},
        .dimension_kinds = {{.code = "flow", .name = "收支项目"}},
        .dimension_items =
            {{.kind = "flow", .code = "food", .name = "主副食品采购", .direction = "expense"},
             {.kind = "flow", .code = "mess", .name = "上级拨伙食费", .direction = "income"},
             {.kind = "flow", .code = "refund", .name = "退伙食费", .direction = "expense"}},
        .code_levels = "3-2-2-2",
        .keeps_reverse_voucher = true};
    kind.options.summary_length_min = 4;
    kind.options.dates_in_order = true;
    kind.options.attachments_stated = true;
    return kind;
}

CanteenBook::CanteenBook(StoreKind store, const std::optional<BookKind>& kind, PeriodKey start)
    : workspace{store} {
    const BookKind chosen = kind.value_or(mess_kind());
    kinds.add(chosen);
    book = done(quartermaster, [&](const Writing& writing) {
               return create_book(
                   writing,
                   {.code = "mess", .name = "三中队", .kind = chosen.name, .start = start});
           }).book;
}

Id<Account> CanteenBook::account(const std::string& code, int year) {
    return read([&](Reader reader) {
        return AccountStore{reader, book.id}.resolve(code, year).value().id;
    });
}

Amount yuan(const std::string& text) {
    return Amount::of(Money::parse(text).value());
}

Voucher CanteenBook::voucher(Date date, const std::string& summary, int attachments,
                             const std::string& debit, const std::string& credit,
                             const std::string& amount, const std::string& item) {
    Voucher voucher{.book = book.id,
                    .period = PeriodKey::of(date.month()),
                    .date = date,
                    .attachments = attachments};
    for (const Side side : {Side::debit, Side::credit}) {
        const std::string& code = side == Side::debit ? debit : credit;
        Entry entry{.summary = summary,
                    .account = account(code, date.year()),
                    .side = side,
                    .amount = yuan(amount)};
        if (!item.empty() && code == "401") entry.dimensions = {{"flow", item}};
        voucher.entries.push_back(std::move(entry));
    }
    return voucher;
}

Voucher CanteenBook::enter(const Voucher& voucher) {
    return done(quartermaster,
                [&](const Writing& writing) { return enter_voucher(writing, voucher); })
        .voucher;
}

void CanteenBook::review_and_post(PeriodKey period) {
    done(officer,
         [&](const Writing& writing) { return review_all(writing, book.id, period, period); });
    done(quartermaster,
         [&](const Writing& writing) { return post_period(writing, book.id, period); });
}

void CanteenBook::close(PeriodKey period) {
    done(quartermaster,
         [&](const Writing& writing) { return close_period(writing, book.id, period, 0); });
}

void CanteenBook::open_with_example() {
    const std::vector<Opening> openings{{.account = account("101"), .balance = yuan("1235.60")},
                                        {.account = account("102"), .balance = yuan("18764.40")},
                                        {.account = account("401"), .balance = yuan("-20000.00")}};
    done(quartermaster,
         [&](const Writing& writing) { return set_openings(writing, book.id, openings, true); });
    done(quartermaster,
         [&](const Writing& writing) { return finish_initialisation(writing, book.id); });
}

std::vector<std::string> CanteenBook::trial_balance(int year, int from, int to, Include include) {
    std::vector<std::string> lines;
    const auto text = [](Amount amount) { return amount.money().text(); };
    const auto rows = read([&](Reader reader) {
        return BalanceReader{reader}.trial_balance(
            {.book = book.id, .year = year, .from = from, .to = to, .include = include});
    });
    for (const AccountBalance& row : rows)
        lines.push_back(fmt::format(
            "{} {} | {} {} | {} {} | {}", row.account.code, text(row.opening), text(row.debit),
            text(row.credit), text(row.year_debit), text(row.year_credit), text(row.closing)));
    return lines;
}

std::vector<LedgerFinding> CanteenBook::verify() {
    return read([&](Reader reader) { return verify_book(reader, book.id); });
}

}  // namespace zf::test
