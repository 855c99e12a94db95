#include "system/operator_rows.h"

#include <charconv>

#include "zhangfang/crypto/crypto.h"

namespace zf::system {

Result<Operator> operator_named(const OperatorStore& store, std::string_view reference) {
    std::optional<Operator> found;
    if (reference.starts_with('#')) {
        std::int64_t id = 0;
        std::from_chars(reference.data() + 1, reference.data() + reference.size(), id);
        found = store.get(Id<Operator>{id});
    } else {
        found = store.by_login(reference);
    }
    if (found) return *std::move(found);
    return Problem{.code = "operator.unknown",
                   .text = {"There is no operator \"{0}\". Nothing was changed. The list of "
                            "operators shows who there is.",
                            {std::string{reference}}},
                   .place = {"operator"}};
}

Stamp stamp_of(const CommandContext& context) {
    return {.operator_id = context.has_session() ? context.operator_id().value : 0,
            .now = context.now()};
}

std::string operator_hash(const OperatorStore& store, Id<Operator> id) {
    return crypto::hex(store.content_hash(id));
}

std::string_view operator_state(const Operator& who) {
    return who.is_enabled ? "enabled" : "disabled";
}

BoundRow new_operator_row(const OperatorStore& store, Id<Operator> id) {
    return {.table = "zf_operator",
            .key = id.value,
            .after = operator_hash(store, id),
            .state = std::string{operator_state(*store.get(id))}};
}

BoundOperator::BoundOperator(const OperatorStore& store, Id<Operator> id)
    : store_{store},
      row_{new_operator_row(store, id)} {
    row_.before = std::move(row_.after);
}

BoundRow BoundOperator::row() const {
    BoundRow row = new_operator_row(store_, Id<Operator>{row_.key});
    row.before = row_.before;
    return row;
}

}  // namespace zf::system
