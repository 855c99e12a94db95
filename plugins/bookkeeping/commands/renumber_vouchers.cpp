#include "commands/renumber_vouchers.h"

#include <map>

#include "commands/commands.h"
#include "commands/voucher_values.h"
#include "zhangfang/ledger/store/numbering.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static Result<RenumberPlan> plan_of(const RenumberVouchers& request, Reader reader,
                                    const Book& book, PeriodKey period) {
    const auto numbered = numbered_vouchers(reader, book.id, period, request.word);
    if (request.mode != RenumberMode::manual) return renumber_plan(numbered, request.mode);
    std::map<std::int64_t, int> typed;
    for (const TypedNumber& each : request.number) {
        const auto voucher = VoucherStore{reader, book.id}.resolve(each.voucher);
        if (!voucher) return voucher.error();
        typed[voucher->id.value] = each.number;
    }
    return renumber_plan(numbered, typed);
}

static Result<Changes> renumber_vouchers(const RenumberVouchers& request, CommandContext& context) {
    const Result<Book> book = book_of(context.transaction(), request.book);
    if (!book) return book.error();
    const auto period = period_of(context.transaction(), *book, request.month);
    if (!period) return period.error();
    const auto plan = plan_of(request, context.transaction(), *book, *period);
    if (!plan) return plan.error();

    Changes changes;
    const auto renumbered = renumber(writing_in(context, changes), book->id, *period, request.word,
                                     *plan);
    if (!renumbered) return renumbered.error();
    note(changes, renumbered->touched);
    List rows, typed;
    for (const NumberChange& change : renumbered->changes)
        rows.emplace_back(
            Record{{"id", change.id.value}, {"from", change.from}, {"to", change.to}});
    for (const NumberedVoucher& voucher : renumbered->typed_references)
        typed.emplace_back(Record{
            {"id", voucher.id.value}, {"number", voucher.number}, {"summary", voucher.summary}});
    changes.changed = {{"bk.voucher", {}}};
    changes.said = {
        "{0} vouchers have new numbers. {1} summaries that somebody typed quote a "
        "number: read them again.",
        {static_cast<std::int64_t>(rows.size()), static_cast<std::int64_t>(typed.size())}};
    changes.result = {{"rows", std::move(rows)}, {"typed", std::move(typed)}};
    return changes;
}

CommandEntry renumber_vouchers_command() {
    return entry_of(Command<RenumberVouchers>{
        .name = RenumberVouchers::command,
        .title = "Renumber vouchers",
        .help = "Gives the vouchers of a month new numbers: by date, without gaps, or by hand.",
        .permission = "bk.renumber",
        .asks_confirmation = true,
        .place_of = place_of_book,
        .parameters = renumber_vouchers_fields(),
        .answer = {rows_of("Vouchers", {column("id", "Number", ValueType::integer),
                                        column("from", "Old number", ValueType::integer),
                                        column("to", "New number", ValueType::integer)}),
                   {.name = "typed",
                    .label = "Summaries that quote a number",
                    .type = ValueType::list,
                    .item = ValueType::record,
                    .lines = {column("id", "Number", ValueType::integer),
                              column("number", "Voucher number", ValueType::integer),
                              column("summary", "Summary")}}},
        .run = renumber_vouchers,
    });
}

}  // namespace zf::bookkeeping
