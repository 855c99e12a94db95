#include "store/publication_facts.h"

#include <algorithm>

#include "store/canteen_month_store.h"
#include "store/template_store.h"
#include "zhangfang/ledger/store/accounts.h"
#include "zhangfang/ledger/store/vouchers.h"

namespace zf::bookkeeping {

static bool has_flow_items(const Account& account) {
    return std::any_of(account.dimensions.begin(), account.dimensions.end(),
                       [](const AccountDimension& each) { return each.kind == flow_kind; });
}

static void add_balance(CanteenBalances& balances, const Account& account, Amount balance) {
    switch (account.feature) {
        case AccountFeature::cash: balances.cash += balance.money(); return;
        case AccountFeature::bank:
        case AccountFeature::cash_equivalent: balances.bank += balance.money(); return;
        case AccountFeature::general: break;
    }
    (has_flow_items(account) ? balances.mess_fee : balances.grain_subsidy) -= balance.money();
}

// The template behind a voucher; a red voucher and a correction have that of the voucher they
// answer.
static std::string template_of(Id<Voucher> id, const VoucherStore& vouchers) {
    std::optional<Voucher> voucher = vouchers.get(id);
    while (voucher && (voucher->reverses || voucher->corrects))
        voucher = vouchers.get(voucher->reverses ? *voucher->reverses : *voucher->corrects);
    const bool is_from_template = voucher && voucher->origin == VoucherOrigin::model;
    return is_from_template ? voucher->origin_reference : std::string{};
}

static AccountPageQuery lines_of(const Book& book, const Account& mess_fee, PeriodKey month,
                                 Include include) {
    return {.book = book.id,
            .account = mess_fee.id,
            .from = month,
            .to = month,
            .include = include,
            .with_dimensions = true};
}

static std::string flow_item(const AccountLine& line) {
    for (const DimensionValue& value : line.dimensions)
        if (value.kind == flow_kind) return value.item;
    return "";
}

static PlainLine plain_line(const AccountLine& line, const VoucherStore& vouchers) {
    return {.template_code = template_of(line.voucher, vouchers),
            .side = line.side,
            .amount = line.amount.money()};
}

static std::vector<PlainLine> plain_lines(Reader reader, const Book& book, const Account& mess_fee,
                                          PeriodKey month, Include include) {
    const VoucherStore vouchers{reader, book.id};
    AccountLineCursor lines{reader, lines_of(book, mess_fee, month, include)};
    std::vector<PlainLine> plain;
    while (const AccountLine* line = lines.next())
        if (flow_item(*line).empty()) plain.push_back(plain_line(*line, vouchers));
    return plain;
}

static std::vector<std::pair<std::string, std::string>> template_items(Reader reader,
                                                                       const Book& book) {
    std::vector<std::pair<std::string, std::string>> items;
    for (const Stored<VoucherTemplate>& each : TemplateStore{reader, book.id}.all())
        for (const TemplateLine& line : each.value.lines)
            if (!line.item.empty()) items.emplace_back(each.value.code, line.item);
    return items;
}

static void add_flow(PublicationFacts& facts, Reader reader, const Book& book,
                     const BalanceQuery& query, const Account& mess_fee) {
    const AccountStore accounts{reader, book.id};
    facts.all_items = accounts.dimension_items(flow_kind);
    bool has_plain_lines = false;
    for (const DimensionTurnover& each :
         BalanceReader{reader}.dimension_turnovers(query, mess_fee.id, flow_kind)) {
        if (each.item.empty()) {
            has_plain_lines = true;
            continue;
        }
        const auto item = accounts.dimension_item(flow_kind, each.item);
        ZF_ASSERT(item.has_value());
        facts.items.push_back({*item, each.debit.money(), each.credit.money()});
    }
    if (!has_plain_lines) return;
    const PeriodKey month{query.year, query.from};
    facts.plain_lines = plain_lines(reader, book, mess_fee, month, query.include);
    facts.template_items = template_items(reader, book);
}

std::optional<Account> mess_fee_account(Reader reader, const Book& book, int year) {
    for (const Account& account : AccountStore{reader, book.id}.all(year))
        if (account.level == 1 && has_flow_items(account)) return account;
    return std::nullopt;
}

std::vector<AccountLine> purchases_of(Reader reader, const Book& book, const Account& mess_fee,
                                      PeriodKey month, Include include) {
    const VoucherStore vouchers{reader, book.id};
    const auto of_templates = template_items(reader, book);
    AccountLineCursor lines{reader, lines_of(book, mess_fee, month, include)};
    std::vector<AccountLine> purchases;
    while (const AccountLine* line = lines.next()) {
        std::string item = flow_item(*line);
        if (item.empty()) item = item_of(plain_line(*line, vouchers), of_templates);
        if (item.starts_with(food_purchases)) purchases.push_back(*line);
    }
    return purchases;
}

PublicationFacts publication_facts(Reader reader, const Book& book, PeriodKey month,
                                   Include include) {
    const BalanceQuery query{
        .book = book.id, .year = month.year, .from = month.no, .to = month.no, .include = include};
    PublicationFacts facts;
    for (const AccountBalance& row : BalanceReader{reader}.trial_balance(query)) {
        if (row.account.level != 1) continue;
        add_balance(facts.opening, row.account, row.opening);
        add_balance(facts.closing, row.account, row.closing);
    }
    if (const auto mess_fee = mess_fee_account(reader, book, month.year))
        add_flow(facts, reader, book, query, *mess_fee);
    if (const auto counted = CanteenMonthStore{reader, book.id}.find(month)) {
        facts.headcounts = counted->value.rows;
        facts.standard = counted->value.standard;
    }
    return facts;
}

}  // namespace zf::bookkeeping
