#include "commands/voucher_values.h"

#include "zhangfang/base/text.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static std::string summary_of(const std::vector<VoucherLine>& lines, std::size_t index,
                              const std::string& head) {
    const std::string& typed = lines[index].summary;
    if (typed.empty()) return head;
    if (index == 0) return typed;
    if (typed == ".." || typed == "。。") return summary_of(lines, index - 1, head);
    if (typed == "//") return summary_of(lines, 0, head);
    return typed;
}

static Result<std::vector<DimensionValue>> items_of(const VoucherLine& line,
                                                    const Account& account) {
    std::vector<DimensionValue> values;
    for (const std::string& part : split(line.item, ',')) {
        const std::string text = trim(part);
        if (text.empty()) continue;
        const std::size_t equals = text.find('=');
        if (equals != std::string::npos) {
            values.push_back({trim(text.substr(0, equals)), trim(text.substr(equals + 1))});
        } else if (account.dimensions.size() == 1) {
            values.push_back({account.dimensions.front().kind, text});
        } else {
            return Problem{
                .code = "bk.voucher.item_without_kind",
                .text = {"{0} is kept by no dimension or by several, so \"{1}\" does not "
                         "say of which it is an item. Take it away, or write kind=item.",
                         {account.name, text}},
                .place = {"item"}};
        }
    }
    return values;
}

static Problem two_sides(const std::string& account) {
    return {.code = "bk.voucher.two_sides",
            .text = {"A line stands on one side: give {0} a debit or a credit amount, not both.",
                     {account}},
            .place = {"debit"}};
}

static Result<Entry> entry_from(const VoucherLine& line, const AccountStore& accounts,
                                Id<Measure> measure, int year) {
    if (line.debit && line.credit) return two_sides(line.account);
    Entry entry{.side = line.credit ? Side::credit : Side::debit,
                .amount = Amount::of(line.credit ? *line.credit : line.debit.value_or(Money{})),
                .measure = measure};
    if (line.account.empty()) return entry;  // The ledger's own rules say that it is missing.
    Result<Account> account = accounts.resolve(line.account, year);
    if (!account) {
        Problem unknown = account.error();
        unknown.place = {"account"};
        return unknown;
    }
    auto items = items_of(line, *account);
    if (!items) return items.error();
    entry.account = account->id;
    entry.dimensions = *std::move(items);
    return entry;
}

Expected<std::vector<Entry>, Problems> entries_from(const std::vector<VoucherLine>& lines,
                                                    const std::string& summary, Reader reader,
                                                    const Book& book, int year) {
    const AccountStore accounts{reader, book.id};
    const Id<Measure> measure = BookStore{reader}.base_measure(book.id).id;
    std::vector<Entry> entries;
    Problems found;
    for (std::size_t index = 0; index < lines.size(); ++index) {
        Result<Entry> entry = entry_from(lines[index], accounts, measure, year);
        if (entry) {
            entries.push_back(*std::move(entry));
            entries.back().summary = summary_of(lines, index, summary);
        } else {
            found.push_back(entry.error());
            found.back().place.line = static_cast<int>(index) + 1;
        }
    }
    if (!found.empty()) return found;
    return entries;
}

Expected<Voucher, Problems> voucher_from(const VoucherDraft& draft, Reader reader,
                                         const Book& book) {
    auto entries = entries_from(draft.lines, draft.summary, reader, book, draft.date.year());
    if (!entries) return entries.error();
    return Voucher{.book = book.id,
                   .period = PeriodKey::of(draft.date.month()),
                   .date = draft.date,
                   .word = draft.word,
                   .attachments = draft.attachments,
                   .reference = draft.reference,
                   .origin = draft.template_code.empty() ? VoucherOrigin::manual
                                                         : VoucherOrigin::model,
                   .origin_reference = draft.template_code,
                   .remark = draft.remark,
                   .entries = *std::move(entries)};
}

Problem refusal_of(const Problems& found, CommandContext& context) {
    Changes none;
    const auto refusal = context.settle(found, none);
    ZF_ASSERT(refusal.has_value());
    return *refusal;
}

static Result<Voucher> voucher_in_scope(const Session& session, Reader reader, const Book& book,
                                        const std::string& reference, std::string_view permission) {
    Result<Voucher> voucher = VoucherStore{reader, book.id}.resolve(reference);
    if (!voucher) return voucher;
    if (auto refusal = why_not_changed_by(session, permission, book, voucher->prepared_by, reader))
        return *refusal;
    return voucher;
}

Result<Voucher> voucher_to_change(CommandContext& context, const Book& book,
                                  const std::string& reference, std::string_view permission) {
    return voucher_in_scope(context.session(), context.transaction(), book, reference, permission);
}

Result<Voucher> voucher_to_read(const Session& session, Reader reader, const Book& book,
                                const std::string& reference) {
    return voucher_in_scope(session, reader, book, reference, "bk.read");
}

std::int64_t version_of(std::int64_t read, const Voucher& voucher) {
    return read != 0 ? read : voucher.version;
}

Problem nothing_chosen() {
    return {.code = "bk.voucher.nothing_chosen",
            .text = {"No voucher was named. Give its number, such as 2008-01/记-17.", {}},
            .place = {"voucher"}};
}

bool reaches_all(const CommandContext& context, std::string_view permission, const Book& book) {
    const Grant* grant = context.session().grant_for(permission, place_of(book));
    return grant != nullptr && grant->whose == Whose::all;
}

std::string reference_of(const Voucher& voucher) {
    return VoucherStore::reference_of(voucher);
}

void report(Changes& changes, const Voucher& voucher, const char* said) {
    changes.changed.push_back({"bk.voucher", {voucher.id.value}});
    changes.said = {said, {reference_of(voucher)}};
    changes.result = {{"id", voucher.id.value},
                      {"voucher", reference_of(voucher)},
                      {"number", voucher.number},
                      {"version", voucher.version}};
}

std::vector<FieldInfo> voucher_result_columns() {
    return {column("id", "Number", ValueType::integer), column("voucher", "Voucher"),
            column("number", "Voucher number", ValueType::integer),
            column("version", "Version", ValueType::integer)};
}

}  // namespace zf::bookkeeping
