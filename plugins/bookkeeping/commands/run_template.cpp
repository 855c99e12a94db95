#include "commands/run_template.h"

#include "commands/commands.h"
#include "commands/voucher_values.h"
#include "zhangfang/ledger/store/voucher_actions.h"

namespace zf::bookkeeping {

static VoucherDraft draft_from(FilledTemplate filled, const RunTemplate& request) {
    if (!request.summary.empty())
        for (VoucherLine& line : filled.lines) line.summary = request.summary;
    return {.date = request.date,
            .word = filled.source.word,
            .attachments = request.attachments ? request.attachments : filled.source.attachments,
            .lines = std::move(filled.lines),
            .template_code = filled.source.code};
}

static Result<Changes> run_template(const RunTemplate& request, CommandContext& context) {
    const Result<Book> book = book_of(context.transaction(), request.book);
    if (!book) return book.error();
    auto filled = fill_in(context.transaction(), *book, request.template_code, request.answers,
                          request.date);
    if (!filled) return filled.error();
    const auto voucher = voucher_from(draft_from(*std::move(filled), request),
                                      context.transaction(), *book);
    if (!voucher) return refusal_of(voucher.error(), context);

    Changes changes;
    const auto written = enter_voucher(writing_in(context, changes), *voucher);
    if (!written) return written.error();
    note(changes, written->touched);
    report(changes, written->voucher, "Voucher {0} is entered.");
    return changes;
}

CommandEntry run_template_command() {
    return entry_of(Command<RunTemplate>{
        .name = RunTemplate::command,
        .title = "Enter from a template",
        .help = "Fills a template in with the answers given and enters the voucher.",
        .permission = "bk.enter",
        .place_of = place_of_book,
        .parameters = run_template_fields(),
        .answer = voucher_result_columns(),
        .run = run_template,
    });
}

}  // namespace zf::bookkeeping
