#include "commands/set_book_options.h"

#include "commands/book_answer.h"
#include "commands/book_context.h"
#include "commands/commands.h"
#include "domain/kind.h"

namespace zf::bookkeeping {

template <class T>
static void take(T& option, const std::optional<T>& wanted) {
    if (wanted) option = *wanted;
}

static BookOptions changed(BookOptions options, const SetBookOptions& request) {
    take(options.new_voucher_after_saving, request.new_voucher_after_saving);
    take(options.review_before_posting, request.review_before_posting);
    take(options.cashier_signs, request.cashier_signs);
    take(options.gap_at_posting, request.gap_at_posting);
    take(options.summary_length_min, request.summary_length_min);
    take(options.dates_in_order, request.dates_in_order);
    take(options.one_business_a_voucher, request.one_business_a_voucher);
    take(options.attachments_stated, request.attachments_stated);
    take(options.cash_deficit, request.cash_deficit);
    take(options.bank_deficit, request.bank_deficit);
    take(options.backup_before_closing, request.backup_before_closing);
    take(options.number_width, request.number_width);
    take(options.red_word, request.red_word);
    return options;
}

static Result<Changes> set_book_options(const SetBookOptions& request, CommandContext& context) {
    const Result<Book> stored = book_of(context.transaction(), request.book);
    if (!stored) return stored.error();
    Book book = *stored;
    book.options = changed(book.options, request);
    if (request.version != 0) book.version = request.version;

    Changes changes;
    if (const Kind* kind = find_kind(book.kind); kind != nullptr)
        if (const auto refusal = context.settle(kind->problems_of_options(book.options), changes))
            return *refusal;
    const auto written = change_book(writing_in(context, changes), book);
    if (!written) return written.error();
    note(changes, written->touched);
    changes.differences = differences_between(option_columns(), book.code,
                                              option_values(stored->options),
                                              option_values(written->book.options));
    changes.changed = {{"bk.book", {book.id.value}}};
    changes.said = {"The options of {0} are saved.", {book.name}};
    return changes;
}

CommandEntry set_book_options_command() {
    return entry_of(Command<SetBookOptions>{
        .name = SetBookOptions::command,
        .title = "Book options",
        .help = "How vouchers are entered, reviewed and posted in a book.",
        .permission = "bk.accounts",
        .place_of = place_of_book,
        .parameters = set_book_options_fields(),
        .run = set_book_options,
    });
}

}  // namespace zf::bookkeeping
