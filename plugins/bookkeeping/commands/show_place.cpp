#include "commands/show_place.h"

#include "commands/book_context.h"
#include "commands/commands.h"
#include "store/waiting_vouchers.h"
#include "zhangfang/backup/backup_log.h"
#include "zhangfang/ledger/store/periods.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static std::string last_backup(Reader reader) {
    const auto backups = BackupLog{reader}.all();
    return backups.empty() ? std::string{} : backups.front().made_at;
}

static Result<Record> show_place(const ShowPlace& request, ReadContext& context) {
    const Reader reader{context.snapshot()};
    const Result<Book> book = book_of(reader, request.book);
    if (!book) return book.error();
    const WaitingVouchers waiting = waiting_vouchers(reader, book->id);
    return Record{{"book", book->code},
                  {"name", book->name},
                  {"kind", book->kind},
                  {"status", std::string{name_of(book->status)}},
                  {"month", PeriodStore{reader, book->id}.first_open().text()},
                  {"first_year", book->start.year},
                  {"held", waiting.held},
                  {"unreviewed", waiting.unreviewed},
                  {"unposted", waiting.unposted},
                  {"last_backup", last_backup(reader)}};
}

CommandEntry show_place_command() {
    FieldInfo status = column("status", "State");
    status.choices = choices_of<BookStatus>();
    return entry_of(Query<ShowPlace>{
        .name = ShowPlace::command,
        .title = "Where one is",
        .help = "The book, its first open month, what waits for review and posting, the last "
                "backup.",
        .permission = "bk.read",
        .place_of = place_of_book,
        .parameters = show_place_fields(),
        .answer = {column("book", "Book"), column("name", "Unit name"),
                   column("kind", "Kind of book"), status, column("month", "Month"),
                   column("first_year", "First year", ValueType::integer),
                   column("held", "Held vouchers", ValueType::integer),
                   column("unreviewed", "Vouchers to review", ValueType::integer),
                   column("unposted", "Vouchers to post", ValueType::integer),
                   column("last_backup", "Last backup")},
        .run = show_place,
    });
}

}  // namespace zf::bookkeeping
