#include "entity_columns.h"

#include <algorithm>

#include "sql_text.h"
#include "zhangfang/base/assert.h"

namespace zf {

std::vector<FieldInfo> stored_fields(const EntityInfo& entity) {
    std::vector<FieldInfo> fields;
    for (const FieldInfo& field : entity.fields) {
        if (field.is_computed) continue;
        // Lines are another table, and then the thing is an aggregate with a store class.
        ZF_ASSERT(field.type != ValueType::list && field.type != ValueType::record);
        require_plain_name(field.name);
        fields.push_back(field);
    }
    return fields;
}

const FieldInfo& field_named(const EntityInfo& entity, std::string_view name) {
    const auto found = std::find_if(entity.fields.begin(), entity.fields.end(),
                                    [name](const FieldInfo& field) { return field.name == name; });
    ZF_ASSERT(found != entity.fields.end());
    return *found;
}

std::string pinyin_column(const FieldInfo& field) {
    return field.name + "_pinyin";
}

std::string sort_column(const FieldInfo& field) {
    return field.name + "_sort";
}

void Arguments::add_text(std::string text) {
    texts_.push_back(std::move(text));
    bounds_.emplace_back(texts_.back());
}

void Arguments::add_bytes(Bytes bytes) {
    bytes_.push_back(std::move(bytes));
    bounds_.emplace_back(bytes_.back());
}

// One call for each kind of content, in the unit of its column.
struct ColumnBinder {
    Arguments& arguments;
    bool none_is_empty_text;

    void operator()(std::monostate) const {
        if (none_is_empty_text)
            arguments.add_text({});
        else
            arguments.add_null();
    }
    void operator()(bool content) const { arguments.add_integer(content ? 1 : 0); }
    void operator()(std::int64_t content) const { arguments.add_integer(content); }
    void operator()(const std::string& content) const {
        if (content.empty())
            (*this)(std::monostate{});
        else
            arguments.add_text(content);
    }
    void operator()(Money content) const { arguments.add_integer(content.fen()); }
    void operator()(Quantity content) const { arguments.add_integer(content.micro()); }
    void operator()(Price content) const { arguments.add_integer(content.e8()); }
    void operator()(Rate content) const { arguments.add_integer(content.ppm()); }
    void operator()(Date content) const { arguments.add_text(content.iso()); }
    void operator()(Month content) const { arguments.add_text(content.iso()); }
    void operator()(const Record&) const { ZF_ASSERT(false); }
    void operator()(const List&) const { ZF_ASSERT(false); }
};

void Arguments::add(const FieldInfo& field, const Value& value) {
    ZF_ASSERT(value.is_none() || value.type() == field.type);
    const bool is_free_text = field.type == ValueType::text && field.choices.empty();
    std::visit(ColumnBinder{*this, is_free_text}, value.content());
}

template <class T>
static Value parsed(const Row& row, int column, const FieldInfo& field) {
    const Expected<T, Message> value = T::parse(row.text(column));
    if (!value)
        throw StoreError{StoreFault::corrupt,
                         field.name + " holds \"" + std::string{row.text(column)} + "\""};
    return *value;
}

Value value_in(const Row& row, int column, const FieldInfo& field) {
    if (row.is_null(column)) return {};
    switch (field.type) {
        case ValueType::boolean: return row.integer(column) != 0;
        case ValueType::integer: return row.integer(column);
        case ValueType::text: return row.text(column).empty() ? Value{} : Value{row.text(column)};
        case ValueType::money: return Money::fen(row.integer(column));
        case ValueType::quantity: return Quantity::micro(row.integer(column));
        case ValueType::price: return Price::e8(row.integer(column));
        case ValueType::rate: return Rate::ppm(row.integer(column));
        case ValueType::date: return parsed<Date>(row, column, field);
        case ValueType::month: return parsed<Month>(row, column, field);
        default: break;
    }
    ZF_ASSERT(false);
}

std::string scope_condition(const EntityInfo& entity, const Scope& scope, Arguments& arguments) {
    std::string condition;
    if (scope.everywhere) return condition;
    for (const std::string& column : entity.scope) {
        require_plain_name(column);
        const auto given = std::find_if(scope.columns.begin(), scope.columns.end(),
                                        [&](const auto& each) { return each.first == column; });
        if (given == scope.columns.end() || given->second.empty())
            throw StoreError{StoreFault::permission, entity.name + " needs a scope by " + column};
        std::string holders;
        for (const std::int64_t id : given->second) {
            holders += holders.empty() ? "?" : ", ?";
            arguments.add_integer(id);
        }
        condition += " AND " + column + " IN (" + holders + ")";
    }
    return condition;
}

}  // namespace zf
