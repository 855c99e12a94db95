#include "commands/list_versions.h"

#include <algorithm>

#include "commands/book_context.h"
#include "commands/commands.h"
#include "commands/voucher_values.h"
#include "zhangfang/ledger/store/accounts.h"
#include "zhangfang/ledger/store/vouchers.h"
#include "zhangfang/model/answer.h"
#include "zhangfang/model/json.h"

namespace zf::bookkeeping {

static std::string account_code(const Value& id, const std::vector<Account>& chart) {
    const auto* number = id.if_a<std::int64_t>();
    const auto found = std::find_if(chart.begin(), chart.end(), [&](const Account& each) {
        return number != nullptr && each.id.value == *number;
    });
    return found == chart.end() ? id.plain_text() : found->code;
}

static std::string items_of(const Record& entry) {
    const auto* dimensions = entry.get("dimensions").if_a<Record>();
    std::string text;
    if (dimensions == nullptr) return text;
    for (const auto& [kind, item] : *dimensions)
        text += (text.empty() ? "" : ",") + kind + "=" + item.plain_text();
    return text;
}

// The lines of the canonical content, with account codes and sums as people write them.
static List lines_of(const Record& content, const std::vector<Account>& chart) {
    List lines;
    const auto* entries = content.get("entries").if_a<List>();
    if (entries == nullptr) return lines;
    for (const Value& each : *entries) {
        const auto* entry = each.if_a<Record>();
        if (entry == nullptr) continue;
        const auto* fen = entry->get("amount").if_a<std::int64_t>();
        lines.emplace_back(Record{{"summary", entry->get("summary")},
                                  {"side", entry->get("side")},
                                  {"account", account_code(entry->get("account"), chart)},
                                  {"amount", Money::fen(fen == nullptr ? 0 : *fen)},
                                  {"item", items_of(*entry)}});
    }
    return lines;
}

static Record row_of(const VoucherVersion& version, const std::vector<Account>& chart) {
    Record row{{"version", version.number},
               {"cause", version.cause},
               {"reason", version.reason},
               {"replaced_at", version.replaced_at}};
    const auto parsed = parse_json(version.content);
    if (const auto* content = parsed ? parsed->if_a<Record>() : nullptr) {
        row.set("date", content->get("date"));
        row.set("attachments", content->get("attachments"));
        row.set("entry", lines_of(*content, chart));
    }
    row.set("content_hash", version.content_hash);
    return row;
}

static FieldInfo former_lines() {
    FieldInfo side = column("side", "Debit or credit");
    side.choices = choices_of<Side>();
    return rows_of("Entries",
                   {column("summary", "Summary"), side, column("account", "Account"),
                    column("amount", "Amount", ValueType::money), column("item", "Item")},
                   "entry");
}

static Result<Record> list_versions(const ListVersions& request, ReadContext& context) {
    const Result<Book> book = book_of(context.snapshot(), request.book);
    if (!book) return book.error();
    const VoucherStore vouchers{context.snapshot(), book->id};
    const auto voucher = voucher_to_read(context.session(), context.snapshot(), *book,
                                         request.voucher);
    if (!voucher) return voucher.error();
    const auto names = operator_names(context.snapshot());
    const std::vector<Account> chart = AccountStore{context.snapshot(), book->id}.all(
        voucher->period.year);
    List rows;
    for (const VoucherVersion& version : vouchers.versions(voucher->id)) {
        const auto name = names.find(version.replaced_by);
        Record row = row_of(version, chart);
        row.set("replaced_by", name == names.end() ? std::string{} : name->second);
        rows.emplace_back(std::move(row));
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
                               column("date", "Date"),
                               column("attachments", "Attachments", ValueType::integer),
                               former_lines(),
                               column("content_hash", "Digest of the content"),
                           })},
        .run = list_versions,
    });
}

}  // namespace zf::bookkeeping
