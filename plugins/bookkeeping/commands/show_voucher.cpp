#include "commands/show_voucher.h"

#include <algorithm>

#include "commands/account_answer.h"
#include "commands/book_context.h"
#include "commands/commands.h"
#include "commands/voucher_answer.h"
#include "commands/voucher_values.h"
#include "zhangfang/ledger/store/accounts.h"
#include "zhangfang/model/answer.h"
#include "zhangfang/national/capital_amount.h"

namespace zf::bookkeeping {

static std::string item_text(const Entry& entry) {
    std::string text;
    for (const DimensionValue& value : entry.dimensions)
        text += (text.empty() ? "" : ",") + value.kind + "=" + value.item;
    return text;
}

static std::string item_names(const Entry& entry, const AccountStore& accounts) {
    std::string names;
    for (const DimensionValue& value : entry.dimensions)
        if (const auto item = accounts.dimension_item(value.kind, value.item))
            names += (names.empty() ? "" : " ") + item->name;
    return names;
}

static Record entry_row(const Entry& entry, const AccountStore& accounts,
                        const std::vector<Account>& chart) {
    const auto account = std::find_if(
        chart.begin(), chart.end(), [&](const Account& each) { return each.id == entry.account; });
    Record row{{"summary", entry.summary}};
    if (account != chart.end()) {
        row.set("account", account->code);
        row.set("account_name", full_name(*account, chart));
    }
    row.set(std::string{name_of(entry.side)}, entry.amount.money());
    row.set("item", item_text(entry));
    row.set("item_name", item_names(entry, accounts));
    return row;
}

// The voucher that is asked for, or the one that a step from there leads to.
static Result<Voucher> voucher_shown(const ShowVoucher& request, ReadContext& context,
                                     const Book& book) {
    const bool needs_no_start = request.step == VoucherStep::first ||
                                request.step == VoucherStep::last;
    Voucher from;
    if (!needs_no_start || !request.voucher.empty()) {
        auto named = voucher_to_read(context.session(), context.snapshot(), book, request.voucher);
        if (!named || !request.step) return named;
        from = *std::move(named);
    }
    const auto found = voucher_after_step(
        context.snapshot(), book.id, from, *request.step,
        owners_for(context.session(), "bk.read", book, context.snapshot()));
    if (found) return *VoucherStore{context.snapshot(), book.id}.get(*found);
    if (from.id) return from;
    return voucher_to_read(context.session(), context.snapshot(), book, request.voucher);
}

static Result<Record> show_voucher(const ShowVoucher& request, ReadContext& context) {
    const Result<Book> book = book_of(context.snapshot(), request.book);
    if (!book) return book.error();
    const VoucherStore vouchers{context.snapshot(), book->id};
    const auto voucher = voucher_shown(request, context, *book);
    if (!voucher) return voucher.error();

    const AccountStore accounts{context.snapshot(), book->id};
    const std::vector<Account> chart = accounts.all(voucher->period.year);
    const Id<Measure> measure = BookStore{context.snapshot()}.base_measure(book->id).id;
    const Amount total = total_of(*voucher, Side::debit, measure);
    Record answer = voucher_head(*voucher, operator_names(context.snapshot()));
    List rows;
    for (const Entry& entry : voucher->entries)
        rows.emplace_back(entry_row(entry, accounts, chart));
    answer.set("entry", std::move(rows));
    answer.set("debit", total.money());
    answer.set("credit", total_of(*voucher, Side::credit, measure).money());
    answer.set("capital_amount", capital_amount(total.money()));
    answer.set("content_hash", voucher->content_hash);
    if (const auto reversal = vouchers.reversed_by(voucher->id))
        answer.set("reversed_by", reference_of(*vouchers.get(*reversal)));
    if (voucher->reverses) answer.set("reverses", reference_of(*vouchers.get(*voucher->reverses)));
    if (voucher->corrects) answer.set("corrects", reference_of(*vouchers.get(*voucher->corrects)));
    return answer;
}

static std::vector<FieldInfo> columns() {
    std::vector<FieldInfo> all = voucher_head_columns();
    all.push_back({.name = "entry",
                   .label = "Entries",
                   .type = ValueType::list,
                   .item = ValueType::record,
                   .lines = {column("summary", "Summary"), column("account", "Account"),
                             column("account_name", "Account name"),
                             column("debit", "Debit", ValueType::money),
                             column("credit", "Credit", ValueType::money), column("item", "Item"),
                             column("item_name", "Item name")}});
    all.push_back(column("debit", "Debit", ValueType::money));
    all.push_back(column("credit", "Credit", ValueType::money));
    all.push_back(column("capital_amount", "In capitals"));
    all.push_back(column("reversed_by", "Reversed by"));
    all.push_back(column("reverses", "Reverses"));
    all.push_back(column("corrects", "Corrects"));
    all.push_back(column("content_hash", "Digest of the content"));
    return all;
}

CommandEntry show_voucher_command() {
    return entry_of(Query<ShowVoucher>{
        .name = ShowVoucher::command,
        .title = "Show voucher",
        .help = "Shows a voucher with its lines, who signed it, and what it reverses.",
        .permission = "bk.read",
        .place_of = place_of_book,
        .parameters = show_voucher_fields(),
        .answer = columns(),
        .run = show_voucher,
    });
}

}  // namespace zf::bookkeeping
