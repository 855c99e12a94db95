#include "zhangfang/ui/value_text.h"

#include <algorithm>
#include <string_view>

#include "zhangfang/base/text.h"
#include "zhangfang/model/message_value.h"

namespace zf {

namespace {

// Texts one after another; records by what they say, or by how many there are.
wxString joined(const UiHost& host, const FieldInfo& field, const List& items) {
    wxString text;
    FieldInfo single = field;
    single.type = field.item;
    for (const Value& item : items) {
        const auto* record = item.if_a<Record>();
        const Value& told = record != nullptr && record->has("message") ? record->get("message")
                                                                        : item;
        if (record != nullptr && !message_in(told)) return wxString::Format("%zu", items.size());
        if (!text.empty()) text += tr(host, ", ");
        text += display_text(host, single, told);
    }
    return text;
}

// "2008-01-31T08:00:05Z", as instants are kept.
bool is_instant(const std::string& text) {
    constexpr std::string_view pattern = "0000-00-00T00:00:00Z";
    const auto fits = [](char letter, char wanted) {
        return wanted == '0' ? letter >= '0' && letter <= '9' : letter == wanted;
    };
    return text.size() == pattern.size() &&
           std::equal(text.begin(), text.end(), pattern.begin(), fits);
}

}  // namespace

wxString display_text(const UiHost& host, const FieldInfo& field, const Value& value) {
    if (value.is_none()) return {};
    if (value.type() == ValueType::boolean) return tr(host, value.as<bool>() ? "Yes" : "No");
    if (const auto message = message_in(value)) return tr(host, *message);
    if (const auto* items = value.if_a<List>()) return joined(host, field, *items);
    const std::string plain = value.plain_text();
    if (value.type() == ValueType::money) return from_utf8(with_thousands(plain));
    for (const Choice& choice : field.choices)
        if (choice.code == plain) return tr(host, choice.label);
    if (is_instant(plain)) return from_utf8(plain.substr(0, 10) + " " + plain.substr(11, 8));
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
