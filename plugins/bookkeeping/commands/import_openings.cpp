#include "commands/import_openings.h"

#include "commands/commands.h"
#include "commands/opening_values.h"
#include "commands/table_file.h"

namespace zf::bookkeeping {

static std::vector<OpeningLine> read_lines(TableFile& file) {
    const std::size_t account = file.column("account_code");
    const std::size_t balance = file.column("balance");
    const std::size_t debit = file.column("debit");
    const std::size_t credit = file.column("credit");
    const std::size_t year_debit = file.column("year_debit");
    const std::size_t year_credit = file.column("year_credit");
    std::vector<OpeningLine> lines;
    while (file.next())
        lines.push_back({.account = file.cell(account),
                         .balance = file.money(balance),
                         .debit = file.money(debit),
                         .credit = file.money(credit),
                         .year_debit = file.money(year_debit).value_or(Money{}),
                         .year_credit = file.money(year_credit).value_or(Money{})});
    return lines;
}

static Result<Changes> store(const ImportOpenings& request, const std::vector<OpeningLine>& lines,
                             const Problems& problems, CommandContext& context) {
    Changes read;
    if (const auto refusal = context.settle(problems, read)) return *refusal;
    const Result<Book> book = book_of(context.transaction(), request.book);
    if (!book) return book.error();
    Result<Changes> changes = set_opening_lines(context, *book, lines, request.replaces_all);
    if (changes)
        changes->notices.insert(changes->notices.begin(), read.notices.begin(), read.notices.end());
    return changes;
}

static Result<Storing> import_openings(const ImportOpenings& request, ExternalContext&) {
    Result<TableFile> file = TableFile::open(request.file, {"account_code"});
    if (!file) return file.error();
    auto lines = read_lines(*file);
    return Storing{
        [request, lines = std::move(lines), problems = file->problems()](CommandContext& context) {
            return store(request, lines, problems, context);
        }};
}

CommandEntry import_openings_command() {
    return entry_of(ExternalCommand<ImportOpenings>{
        .name = ImportOpenings::command,
        .title = "Import opening balances",
        .help = "Reads opening balances from a CSV or XLSX file; one bad row imports nothing.",
        .permission = "bk.accounts",
        .place_of = place_of_book,
        .parameters = import_openings_fields(),
        .run = import_openings,
    });
}

}  // namespace zf::bookkeeping
