#include <fmt/format.h>

#include "account_rows.h"
#include "rows.h"
#include "zhangfang/base/text.h"

namespace zf {

using namespace ledger_rows;

namespace {

constexpr int kinds_max = 30;  // the national data interface carries no more

ContentHash hash_of(const DimensionItem& item) {
    return crypto::sha256(fmt::format("{}\n{}\n{}\n{}\n{}", item.kind, item.code, item.name,
                                      item.direction, item.is_enabled));
}

std::int64_t insert_item(const Writing& writing, std::int64_t kind, const DimensionItem& item,
                         const ContentHash& hash) {
    return insert_returning_id(
        writing.transaction,
        "INSERT INTO zf_dimension_item (kind, code, name, direction, is_enabled, content_hash) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        {kind, item.code, item.name, item.direction, flag(item.is_enabled), BytesView{hash}});
}

std::int64_t insert_kind(const Writing& writing, Id<Book> book, const DimensionKind& kind) {
    return insert_returning_id(writing.transaction,
                               "INSERT INTO zf_dimension_kind (book, code, name) VALUES (?, ?, ?)",
                               {book.value, kind.code, kind.name});
}

Problem problem_of(std::string code, Message text, std::string field) {
    return {.code = "ledger.dimension." + std::move(code),
            .text = std::move(text),
            .place = {std::move(field)}};
}

bool is_code(const std::string& text) {
    return !text.empty() && code_point_count(text) <= 30 && trim(text) == text;
}

}  // namespace

Touched insert_dimensions(const Writing& writing, Id<Book> book, const BookKind& kind) {
    Touched touched;
    std::map<std::string, std::int64_t> kinds;
    for (const DimensionKind& each : kind.dimension_kinds)
        kinds[each.code] = insert_kind(writing, book, each);
    for (const DimensionItem& item : kind.dimension_items) {
        ZF_ASSERT(kinds.contains(item.kind));
        const ContentHash hash = hash_of(item);
        const std::int64_t id = insert_item(writing, kinds[item.kind], item, hash);
        touched.rows.push_back({"zf_dimension_item", id, "", hex(hash), "enabled"});
    }
    return touched;
}

Result<DimensionWritten> add_dimension_kind(const Writing& writing, Id<Book> id,
                                            const DimensionKind& kind) {
    const auto book = lock_book(writing, id);
    if (!book) return book.error();
    const std::vector<DimensionKind> kinds = AccountStore{writing.transaction, id}
                                                 .dimension_kinds();
    Problems found;
    if (!is_code(kind.code) || trim(kind.name).empty())
        found.push_back(problem_of(
            "code_bad", {"A dimension has a code of 1 to 30 characters and a name. Type both."},
            "code"));
    for (const DimensionKind& each : kinds)
        if (each.code == kind.code)
            found.push_back(problem_of(
                "code_taken",
                {"There is a dimension {0} already. Choose another code.", {kind.code}}, "code"));
    if (kinds.size() >= kinds_max)
        found.push_back(problem_of(
            "too_many",
            {"A book keeps at most {0} dimensions. Use one of those.", {std::int64_t{kinds_max}}},
            "code"));
    if (const auto refusal = writing.settle(found)) return *refusal;
    const std::int64_t inserted = insert_kind(writing, id, kind);
    Touched touched;
    touched.rows.push_back({"zf_dimension_kind", inserted, "",
                            hex(crypto::sha256(kind.code + "\n" + kind.name)), "enabled"});
    return DimensionWritten{inserted, std::move(touched)};
}

Result<DimensionWritten> save_dimension_item(const Writing& writing, Id<Book> id,
                                             const DimensionItem& item) {
    const auto book = lock_book(writing, id);
    if (!book) return book.error();
    Connection& connection = writing.transaction.connection();
    const AccountStore accounts{writing.transaction, id};
    std::int64_t kind = 0;
    for (const DimensionKind& each : accounts.dimension_kinds())
        if (each.code == item.kind) kind = each.id.value;
    Problems found;
    if (kind == 0)
        found.push_back(problem_of(
            "unknown", {"The book keeps no dimension {0}. Choose one of the list.", {item.kind}},
            "kind"));
    if (!is_code(item.code) || trim(item.name).empty())
        found.push_back(problem_of(
            "item_bad", {"An item has a code of 1 to 30 characters and a name. Type both."},
            "code"));
    if (!item.direction.empty() && item.direction != "income" && item.direction != "expense")
        found.push_back(problem_of(
            "direction_bad",
            {"The direction {0} is neither income nor expense. Choose one.", {item.direction}},
            "direction"));
    const std::optional<DimensionItem> same_code = accounts.dimension_item(item.kind, item.code);
    if (same_code && same_code->id != item.id)
        found.push_back(problem_of(
            "item_taken", {"There is an item {0} already. Choose another code.", {item.code}},
            "code"));
    std::optional<DimensionItem> before;
    for (const DimensionItem& each : accounts.dimension_items(item.kind))
        if (item.id && each.id == item.id) before = each;
    if (item.id && !before)
        found.push_back(problem_of(
            "item_unknown", {"There is no such item of {0}. Read the list again.", {item.kind}},
            "code"));
    if (before && before->code != item.code) {
        bool is_used = false;
        connection.run("SELECT tuple FROM zf_tuple_item WHERE item = ? LIMIT 1", {item.id.value},
                       [&](const Row&) { is_used = true; });
        if (is_used)
            found.push_back(problem_of(
                "item_in_use",
                {"Vouchers name the item {0}: its code stays. Add another item.", {before->code}},
                "code"));
    }
    if (const auto refusal = writing.settle(found)) return *refusal;

    const ContentHash hash = hash_of(item);
    DimensionWritten written;
    if (before) {
        written.id = item.id.value;
        connection.run("UPDATE zf_dimension_item SET code = ?, name = ?, direction = ?, "
                       "is_enabled = ?, content_hash = ? WHERE id = ?",
                       {item.code, item.name, item.direction, flag(item.is_enabled),
                        BytesView{hash}, item.id.value});
    } else {
        written.id = insert_item(writing, kind, item, hash);
    }
    written.touched.rows.push_back({"zf_dimension_item", written.id,
                                    before ? hex(hash_of(*before)) : "", hex(hash),
                                    item.is_enabled ? "enabled" : "disabled"});
    return written;
}

}  // namespace zf
