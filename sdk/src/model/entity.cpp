#include "zhangfang/model/entity.h"

namespace zf {

static std::string_view unit_suffix(ValueType type) {
    switch (type) {
        case ValueType::money: return "_fen";
        case ValueType::quantity: return "_micro";
        case ValueType::price: return "_e8";
        case ValueType::rate: return "_ppm";
        default: return "";
    }
}

std::string column_of(const FieldInfo& field) {
    const std::string_view suffix = unit_suffix(field.type);
    return field.name.ends_with(suffix) ? field.name : field.name + std::string{suffix};
}

}  // namespace zf
