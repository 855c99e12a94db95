#include "commands/list_versions.h"

#include "commands/book_context.h"
#include "commands/commands.h"
#include "commands/voucher_values.h"
#include "zhangfang/ledger/store/vouchers.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static Result<Record> list_versions(const ListVersions& request, ReadContext& context) {
    const Result<Book> book = book_of(context.snapshot(), request.book);
    if (!book) return book.error();
    const VoucherStore vouchers{context.snapshot(), book->id};
    const auto voucher = voucher_to_read(context.session(), context.snapshot(), *book,
                                         request.voucher);
    if (!voucher) return voucher.error();
    const auto names = operator_names(context.snapshot());
    List rows;
    for (const VoucherVersion& version : vouchers.versions(voucher->id)) {
        const auto name = names.find(version.replaced_by);
        rows.emplace_back(Record{{"version", version.number},
                                 {"cause", version.cause},
                                 {"reason", version.reason},
                                 {"replaced_at", version.replaced_at},
                                 {"replaced_by", name == names.end() ? "" : name->second},
                                 {"content", version.content},
                                 {"content_hash", version.content_hash}});
    }
    return Record{{"rows", std::move(rows)}};
}

CommandEntry list_versions_command() {
    return entry_of(Query<ListVersions>{
        .name = ListVersions::command,
        .title = "Former contents",
        .help = "Lists what a voucher said before, who changed it and why.",
        .permission = "bk.read",
        .place_of = place_of_book,
        .parameters = list_versions_fields(),
        .answer = {rows_of("Rows",
                           {
                               column("version", "Version", ValueType::integer),
                               {.name = "cause",
                                .label = "Cause",
                                .type = ValueType::text,
                                .choices = {{"amended", "Changed"},
                                            {"unposted", "Unposted"},
                                            {"renumbered", "Renumbered"}}},
                               column("reason", "Reason"),
                               column("replaced_at", "When"),
                               column("replaced_by", "By"),
                               column("content", "Content"),
                               column("content_hash", "Digest of the content"),
                           })},
        .run = list_versions,
    });
}

}  // namespace zf::bookkeeping
