#pragma once

#include <string>
#include <vector>

#include "zhangfang/model/field.h"

namespace zf {

// An entity without its C++ type: what generic forms, lists, import and the declaration tests need.
struct EntityInfo {
    std::string name;  // "bk.summary_phrase"
    std::string label;
    std::string table;               // "bk_summary_phrase"
    std::vector<FieldInfo> fields;   // besides id, version, changed_at, changed_by, which every
                                     // table has
    std::vector<std::string> scope;  // columns that say where a row belongs (book_id)
    std::vector<std::string> key;    // natural key: what a reference is written as
};

// The column that keeps a field: its name with the unit at the end (_fen, _micro, _e8, _ppm) where
// it has one.
ZF_EXPORT std::string column_of(const FieldInfo& field);

// A flat business thing with its table. Aggregates (voucher with entries) have store classes
// instead.
template <class T>
struct Entity {
    std::string name;
    std::string label;
    std::string table;
    std::vector<Field<T>> fields;
    std::vector<std::string> scope;
    std::vector<std::string> key;

    EntityInfo info() const {
        EntityInfo result{.name = name, .label = label, .table = table, .scope = scope, .key = key};
        for (const auto& each : fields) result.fields.push_back(each.info);
        return result;
    }
};

}  // namespace zf
