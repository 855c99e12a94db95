#include "commands/import_vouchers.h"

#include <filesystem>

#include "commands/book_context.h"
#include "commands/commands.h"
#include "commands/voucher_file.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static Result<Imported> read_in(const ImportVouchers& request, CommandContext& context,
                                Changes& changes, const Book& book, TableFile table) {
    const Writing writing = writing_in(context, changes);
    VoucherFile file{
        std::move(table), context.transaction(), book, {request.month, request.last_number}};
    const auto imported = import_vouchers(
        writing, book.id, [&](ImportedVoucher& voucher) { return file.next(voucher); },
        {.origin_reference = std::filesystem::path{request.file}.filename().string()},
        [&](std::int64_t, std::int64_t) {
            context.progress().step(file.progress_ppm(), 1'000'000);
        });
    if (const auto refusal = writing.settle(file.problems())) return *refusal;
    if (!imported) return imported.error();
    if (file.names_numbers())
        if (const auto refusal = context.require("bk.renumber", place_of(book))) return *refusal;
    return *imported;
}

static Result<Changes> store(const ImportVouchers& request, CommandContext& context) {
    const Result<Book> book = book_of(context.transaction(), request.book);
    if (!book) return book.error();
    Result<TableFile> table = TableFile::open(request.file, VoucherFile::needed_columns());
    if (!table) return table.error();

    Changes changes;
    const auto imported = read_in(request, context, changes, *book, *std::move(table));
    if (!imported) return imported.error();
    note(changes, imported->touched);
    const Money total = imported->debit.empty() ? Money{} : imported->debit.front().second.money();
    changes.changed = {{"bk.voucher", {}}};
    changes.said = {"{0} vouchers with {1} lines are imported; they wait for review.",
                    {imported->vouchers, imported->lines}};
    changes.result = {
        {"vouchers", imported->vouchers}, {"lines", imported->lines}, {"debit", total}};
    return changes;
}

static Result<Storing> import_vouchers(const ImportVouchers& request, ExternalContext&) {
    // A file that cannot be used is refused before the books are locked.
    const auto table = TableFile::open(request.file, VoucherFile::needed_columns());
    if (!table) return table.error();
    return Storing{[request](CommandContext& context) { return store(request, context); }};
}

CommandEntry import_vouchers_command() {
    return entry_of(ExternalCommand<ImportVouchers>{
        .name = ImportVouchers::command,
        .title = "Import vouchers",
        .help = "Reads vouchers from a CSV or XLSX file; one bad row imports nothing.",
        .permission = "bk.enter",
        .may_ask = {"bk.renumber"},
        .place_of = place_of_book,
        .parameters = import_vouchers_fields(),
        .answer = {column("vouchers", "Vouchers", ValueType::integer),
                   column("lines", "Lines", ValueType::integer),
                   column("debit", "Debit", ValueType::money)},
        .run = import_vouchers,
    });
}

}  // namespace zf::bookkeeping
