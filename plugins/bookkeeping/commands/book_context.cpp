#include "commands/book_context.h"

#include <algorithm>

#include "store/months_asked.h"
#include "zhangfang/access/operator_store.h"
#include "zhangfang/ledger/store/periods.h"

namespace zf::bookkeeping {

std::string place_of(const Book& book) {
    return "book:" + std::to_string(book.id.value);
}

Result<std::string> place_of_book(const Record& parameters, Reader reader) {
    const std::string* reference = parameters.get("book").if_a<std::string>();
    const Result<Book> book = book_of(reader, reference != nullptr ? *reference : "");
    if (!book) return book.error();
    return place_of(*book);
}

Result<Book> book_of(Reader reader, const std::string& reference) {
    return BookStore{reader}.resolve(reference);
}

Result<PeriodKey> period_of(Reader reader, const Book& book, const std::string& month) {
    return month_asked(reader, book, month);
}

int year_or_open(Reader reader, const Book& book, int year) {
    return year != 0 ? year : PeriodStore{reader, book.id}.first_open().year;
}

Writing writing_in(CommandContext& context, Changes& changes) {
    return {.transaction = context.transaction(),
            .kinds = context.book_kinds(),
            .stamp = {context.operator_id().value, context.now()},
            .settle = [&context, &changes](const Problems& found) {
                return context.settle(found, changes);
            }};
}

void note(Changes& changes, const Touched& touched) {
    changes.rows.insert(changes.rows.end(), touched.rows.begin(), touched.rows.end());
    changes.chunks.insert(changes.chunks.end(), touched.chunks.begin(), touched.chunks.end());
}

std::optional<Changes> security_refusal(CommandContext& context, const Book& book,
                                        const std::string& code) {
    if (book.control_level == ControlLevel::teaching) return std::nullopt;
    const OperatorStore operators{context.transaction()};
    auto refusal = operators.check_security_code(context.transaction(), context.operator_id(), code,
                                                 context.now());
    if (!refusal) return std::nullopt;
    refusal->place = {"security_code"};
    Changes changes;
    changes.refusal = std::move(refusal);
    return changes;
}

// Operators who have the permission there for their group: they see each other's vouchers.
static std::vector<std::int64_t> group_of(std::string_view permission, const std::string& place,
                                          Reader reader) {
    std::vector<std::int64_t> members;
    const OperatorStore operators{reader};
    for (const Operator& each : operators.all()) {
        const Session rights{"", each, operators.grants_of(each.id)};
        const Grant* grant = rights.grant_for(permission, place);
        if (grant != nullptr && grant->whose == Whose::group) members.push_back(each.id.value);
    }
    return members;
}

std::vector<std::int64_t> owners_for(const Session& session, std::string_view permission,
                                     const Book& book, Reader reader) {
    const Grant* grant = session.grant_for(permission, place_of(book));
    const Whose whose = grant == nullptr ? Whose::own : grant->whose;
    switch (whose) {
        case Whose::all: return {};
        case Whose::group: return group_of(permission, place_of(book), reader);
        case Whose::own: return {session.who().id.value};
    }
    return {session.who().id.value};
}

std::optional<Problem> why_not_changed_by(const Session& session, std::string_view permission,
                                          const Book& book, std::int64_t prepared_by,
                                          Reader reader) {
    const std::vector<std::int64_t> owners = owners_for(session, permission, book, reader);
    if (owners.empty() || std::find(owners.begin(), owners.end(), prepared_by) != owners.end())
        return std::nullopt;
    const Grant* const grant = session.grant_for(permission, place_of(book));
    const bool is_for_group = grant != nullptr && grant->whose == Whose::group;
    return Problem{.code = "bk.voucher.not_yours",
                   .text = {is_for_group
                                ? "Somebody outside your group prepared this voucher and your "
                                  "right reaches only to your group's. Nothing was changed: ask "
                                  "the preparer."
                                : "Another operator prepared this voucher and your right reaches "
                                  "only to your own. Nothing was changed: ask the preparer.",
                            {}},
                   .place = {"voucher"}};
}

std::map<std::int64_t, std::string> operator_names(Reader reader) {
    std::map<std::int64_t, std::string> names;
    for (const Operator& each : OperatorStore{reader}.all()) names[each.id.value] = each.name;
    return names;
}

}  // namespace zf::bookkeeping
