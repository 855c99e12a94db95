#include "commands/save_template.h"

#include "commands/commands.h"
#include "commands/voucher_values.h"
#include "store/template_store.h"

namespace zf::bookkeeping {

// The amounts of a voucher are asked for one by one; the last line takes the rest.
static void take_lines(const Voucher& voucher, const AccountStore& accounts, bool with_amounts,
                       VoucherTemplate& wanted) {
    wanted.lines.clear();
    for (std::size_t index = 0; index < voucher.entries.size(); ++index) {
        const Entry& entry = voucher.entries[index];
        const auto account = accounts.get(entry.account, voucher.period.year);
        ZF_ASSERT(account.has_value());
        const bool is_last = index + 1 == voucher.entries.size();
        const std::string asked = voucher.entries.size() == 2
                                      ? "amount"
                                      : "amount" + std::to_string(index + 1);
        TemplateLine line{.side = entry.side, .account = account->code};
        line.amount = is_last ? "rest" : with_amounts ? entry.amount.money().text() : asked;
        if (!entry.dimensions.empty()) line.item = entry.dimensions.front().item;
        if (!is_last && !with_amounts) wanted.questions.push_back({.name = asked});
        wanted.lines.push_back(std::move(line));
    }
    if (wanted.summary.empty() && !voucher.entries.empty())
        wanted.summary = voucher.entries.front().summary;
    if (!wanted.attachments) wanted.attachments = voucher.attachments;
}

static Result<VoucherTemplate> template_from(const SaveTemplate& request, CommandContext& context,
                                             const Book& book) {
    auto questions = read_questions(request.questions);
    if (!questions) return questions.error();
    VoucherTemplate wanted{.code = request.code,
                           .name = request.name,
                           .category = request.category,
                           .word = request.word,
                           .summary = request.summary,
                           .attachments = request.attachments,
                           .questions = *std::move(questions),
                           .lines = request.line};
    if (!request.voucher.empty()) {
        const auto voucher = voucher_to_read(context.session(), context.transaction(), book,
                                             request.voucher);
        if (!voucher) return voucher.error();
        take_lines(*voucher, AccountStore{context.transaction(), book.id}, request.with_amounts,
                   wanted);
    }
    return wanted;
}

static Result<Changes> save_template(const SaveTemplate& request, CommandContext& context) {
    Changes changes;
    const Writing writing = writing_in(context, changes);
    const Result<Book> stored_book = book_of(context.transaction(), request.book);
    if (!stored_book) return stored_book.error();
    const Result<Book> book = lock_book(writing, stored_book->id);
    if (!book) return book.error();
    const auto wanted = template_from(request, context, *book);
    if (!wanted) return wanted.error();
    if (const auto refusal = context.settle(problems_of(*wanted), changes)) return *refusal;

    const TemplateStore templates{context.transaction(), book->id};
    const auto stored = templates.find(request.code);
    if (stored && request.version != 0 && request.version != stored->version)
        return changed_meanwhile(context.transaction(), "bk_template", stored->id);
    Stored<VoucherTemplate> changed{.value = *wanted};
    if (stored) changed.id = stored->id, changed.version = stored->version;
    const auto saved = templates.save(context.transaction(), changed, writing.stamp);
    changes.differences = differences_between(template_columns(), request.code,
                                              stored ? template_values(stored->value) : Record{},
                                              template_values(saved.value));
    changes.changed = {{"bk.template", {saved.id}}};
    changes.said = {"Template {0} {1} is saved.", {request.code, request.name}};
    changes.result = {{"id", saved.id}, {"version", saved.version}};
    return changes;
}

CommandEntry save_template_command() {
    return entry_of(Command<SaveTemplate>{
        .name = SaveTemplate::command,
        .title = "Save template",
        .help = "Keeps a voucher as a template, or changes a template.",
        .permission = "bk.enter",
        .place_of = place_of_book,
        .parameters = save_template_fields(),
        .run = save_template,
    });
}

}  // namespace zf::bookkeeping
