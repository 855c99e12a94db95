#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "zhangfang/model/entity.h"
#include "zhangfang/store/connection.h"
#include "zhangfang/store/entity_store.h"

namespace zf {

// The fields of an entity that have a column.
std::vector<FieldInfo> stored_fields(const EntityInfo& entity);
const FieldInfo& field_named(const EntityInfo& entity, std::string_view name);

std::string pinyin_column(const FieldInfo& field);
std::string sort_column(const FieldInfo& field);

// Arguments whose texts live as long as they do.
class Arguments {
public:
    void add(const FieldInfo& field, const Value& value);
    void add_integer(std::int64_t number) { bounds_.emplace_back(number); }
    void add_null() { bounds_.emplace_back(Null{}); }
    void add_text(std::string text);
    void add_bytes(Bytes bytes);
    const Bounds& bounds() const { return bounds_; }

private:
    std::deque<std::string> texts_;
    std::deque<Bytes> bytes_;
    Bounds bounds_;
};

// A column's content as a value of the field's type. Throws StoreError corrupt for what no field
// can hold.
Value value_in(const Row& row, int column, const FieldInfo& field);

// " AND book IN (?, ?)" for each column of the entity's scope. Throws StoreError permission when
// one is not given.
std::string scope_condition(const EntityInfo& entity, const Scope& scope, Arguments& arguments);

}  // namespace zf
