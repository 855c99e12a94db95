#include "field_fault.h"

#include <iterator>

#include "zhangfang/base/text.h"

namespace zf {

Problem fault_at(const FieldInfo& field, int line, std::string code, Message text) {
    return {.code = std::move(code), .text = std::move(text), .place = {field.name, line}};
}

Problem missing_at(const FieldInfo& field, int line) {
    return fault_at(field, line, "request.missing_parameter",
                    {"\"{0}\" is missing. Fill it in.", {field.label}});
}

std::string quoted(const FieldInfo& field, std::string_view text) {
    constexpr std::size_t shown_max = 40;
    if (field.is_secret) return "***";
    std::u32string points = to_code_points(text);
    if (points.size() <= shown_max) return std::string{text};
    points.resize(shown_max);
    return to_utf8(points) + "…";
}

std::string_view kind_of(ValueType type) {
    switch (type) {
        case ValueType::boolean: return "boolean";
        case ValueType::integer: return "number";
        case ValueType::money: return "money";
        case ValueType::quantity: return "quantity";
        case ValueType::price: return "price";
        case ValueType::rate: return "rate";
        case ValueType::date: return "date";
        case ValueType::month: return "month";
        case ValueType::record: return "record";
        case ValueType::list: return "list";
        case ValueType::none:
        case ValueType::text: break;
    }
    return "text";
}

FieldInfo item_field(const FieldInfo& list) {
    FieldInfo item = list;
    item.type = list.item;
    item.is_required = true;  // null and blank are no items
    return item;
}

void append(Problems& problems, Problems more) {
    problems.insert(problems.end(), std::make_move_iterator(more.begin()),
                    std::make_move_iterator(more.end()));
}

}  // namespace zf
