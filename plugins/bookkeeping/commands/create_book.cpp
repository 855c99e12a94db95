#include "commands/create_book.h"

#include "commands/book_context.h"
#include "commands/commands.h"
#include "domain/kind.h"
#include "store/summary_phrases.h"
#include "store/template_store.h"
#include "zhangfang/ledger/store/accounts.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static List rows_of(const std::vector<ChartRow>& rows) {
    List list;
    for (const ChartRow& row : rows)
        list.emplace_back(Record{{"account", row.code}, {"name", row.name}});
    return list;
}

// Deletes what the kind does not keep and adds its own accounts (step C4), as a person would.
static std::optional<Problem> shape_chart(const Writing& writing, const Book& book,
                                          const PlannedChart& plan, Changes& changes) {
    const AccountStore accounts{writing.transaction, book.id};
    std::vector<Id<Account>> unneeded;
    for (const ChartRow& row : plan.deleted)
        unneeded.push_back(accounts.find(row.code, book.start.year)->id);
    const auto removed = remove_accounts(writing, book.id, book.start.year, unneeded,
                                         /*subtree=*/true);
    if (!removed) return removed.error();
    note(changes, removed->touched);
    for (const ChartRow& row : plan.rows) {
        if (accounts.find(row.code, book.start.year)) continue;
        const auto added = add_account(writing, book.id, book.start.year,
                                       {.code = row.code,
                                        .name = row.name,
                                        .account_class = row.account_class,
                                        .normal_side = row.normal_side,
                                        .feature = row.feature,
                                        .is_journal = row.is_journal,
                                        .dimensions = row.dimensions});
        if (!added) return added.error();
        note(changes, added->touched);
    }
    return std::nullopt;
}

static std::optional<Problem> fill_libraries(const Writing& writing, const Book& book,
                                             const Kind& kind) {
    const TemplateStore templates{writing.transaction, book.id};
    for (const VoucherTemplate& each : kind.templates)
        templates.save(writing.transaction, {.value = each}, writing.stamp);
    const EntityStore<SummaryPhrase> phrases = summary_phrases(writing.transaction, book.id);
    for (const Phrase& each : kind.phrases) {
        const auto saved = phrases.save(
            writing.transaction, {.value = {each.code, each.category, each.text}}, writing.stamp);
        if (!saved) return saved.error();
    }
    return std::nullopt;
}

static Result<Changes> create_book(const CreateBook& request, CommandContext& context) {
    const Kind* kind = find_kind(request.kind);
    ZF_ASSERT(kind != nullptr);  // It is one of the choices.
    Changes changes;
    const Writing writing = writing_in(context, changes);
    const auto made = create_book(writing, {.code = request.code,
                                            .name = request.name,
                                            .kind = request.kind,
                                            .code_levels = request.code_levels,
                                            .control_level = request.control_level,
                                            .start = PeriodKey::of(request.start),
                                            .finance_head = request.finance_head,
                                            .industry = request.industry});
    if (!made) return made.error();
    note(changes, made->touched);
    const Book& book = made->book;
    const PlannedChart plan = planned(kind->book.chart, kind->plan, request.extra_account);
    if (!request.whole_chart)
        if (const auto refusal = shape_chart(writing, book, plan, changes)) return *refusal;
    if (const auto refusal = fill_libraries(writing, book, *kind)) return *refusal;

    changes.changed = {{"bk.book", {book.id.value}}};
    changes.said = {"Book {0} is made. Enter the opening balances next.", {book.name}};
    changes.result = {{"id", book.id.value},
                      {"book", book.code},
                      {"deleted", request.whole_chart ? List{} : rows_of(plan.deleted)}};
    return changes;
}

CommandEntry create_book_command() {
    return entry_of(Command<CreateBook>{
        .name = CreateBook::command,
        .title = "New book",
        .help = "Makes a book with the chart, templates and summaries of its kind.",
        .permission = "zf.books",
        .parameters = create_book_fields(),
        .answer = {column("id", "Number", ValueType::integer),
                   column("book", "Book"),
                   {.name = "deleted",
                    .label = "Deleted from the chart",
                    .type = ValueType::list,
                    .item = ValueType::record,
                    .lines = {column("account", "Account"), column("name", "Account name")}}},
        .run = create_book,
    });
}

}  // namespace zf::bookkeeping
