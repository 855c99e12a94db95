#include "zhangfang/ui/value_text.h"

#include "zhangfang/base/text.h"

namespace zf {

wxString display_text(const UiHost& host, const FieldInfo& field, const Value& value) {
    if (value.is_none()) return {};
    if (value.type() == ValueType::boolean) return tr(host, value.as<bool>() ? "Yes" : "No");
    const std::string plain = value.plain_text();
    if (value.type() == ValueType::money) return from_utf8(with_thousands(plain));
    for (const Choice& choice : field.choices)
        if (choice.code == plain) return tr(host, choice.label);
    return from_utf8(plain);
}

bool is_number(ValueType type) {
    switch (type) {
        case ValueType::integer:
        case ValueType::money:
        case ValueType::quantity:
        case ValueType::price:
        case ValueType::rate: return true;
        default: return false;
    }
}

wxString normalised_input(const FieldInfo& field, const wxString& typed) {
    const bool is_code = !field.refers_to.empty() || field.type == ValueType::date ||
                         field.type == ValueType::month;
    if (!is_number(field.type) && !is_code) return typed;
    return from_utf8(half_width(to_utf8(typed)));
}

}  // namespace zf
