#include <algorithm>
#include <regex>
#include <unordered_map>

#include "field_fault.h"
#include "zhangfang/base/text.h"
#include "zhangfang/model/field.h"

namespace zf {

static bool matches(const std::string& pattern, const std::string& text) {
    // The library's matcher calls itself for every character: long texts would exhaust the stack.
    constexpr std::size_t text_max = 1000;
    if (text.size() > text_max) return false;
    thread_local std::unordered_map<std::string, std::regex> compiled;
    auto found = compiled.find(pattern);
    if (found == compiled.end()) found = compiled.emplace(pattern, std::regex{pattern}).first;
    return std::regex_match(text, found->second);
}

static void check_length(const FieldInfo& field, const std::string& text, int line,
                         Problems& problems) {
    const auto length = static_cast<std::int64_t>(code_point_count(text));
    if (field.length_max && length > *field.length_max)
        problems.push_back(fault_at(field, line, "request.too_long",
                                    {"\"{0}\" has {1} characters; {2} are allowed. Shorten it.",
                                     {field.label, length, *field.length_max}}));
    if (field.length_min && length < *field.length_min)
        problems.push_back(
            fault_at(field, line, "request.too_short",
                     {"\"{0}\" has {1} characters; at least {2} are needed. Complete it.",
                      {field.label, length, *field.length_min}}));
}

static void check_choice(const FieldInfo& field, const std::string& text, int line,
                         Problems& problems) {
    if (field.choices.empty()) return;
    std::string codes;
    for (const Choice& choice : field.choices) {
        if (choice.code == text) return;
        codes += (codes.empty() ? "" : ", ") + choice.code;
    }
    problems.push_back(fault_at(field, line, "request.not_a_choice",
                                {"\"{0}\" cannot be chosen for \"{1}\". Choose one of: {2}.",
                                 {quoted(field, text), field.label, codes}}));
}

static void check_text(const FieldInfo& field, const std::string& text, int line,
                       Problems& problems) {
    if (!is_valid_utf8(text)) {
        problems.push_back(
            fault_at(field, line, "request.bad_text",
                     {"The text holds a character that no text may hold. Type it again.", {}}));
        return;
    }
    check_length(field, text, line, problems);
    check_choice(field, text, line, problems);
    if (!field.pattern.empty() && !matches(field.pattern, text))
        problems.push_back(fault_at(field, line, "request.wrong_form",
                                    {"\"{0}\" is not written as \"{1}\" is. Correct it.",
                                     {quoted(field, text), field.label}}));
}

// The number that range() speaks of, and how people read it.
struct Measured {
    std::int64_t number;
    Argument (*shown)(std::int64_t);
};

static std::optional<Measured> measure(const Value& value) {
    using Number = std::int64_t;
    switch (value.type()) {
        case ValueType::integer:
            return Measured{value.as<Number>(), [](Number number) -> Argument { return number; }};
        case ValueType::money:
            return Measured{value.as<Money>().fen(),
                            [](Number number) -> Argument { return Money::fen(number); }};
        case ValueType::quantity:
            return Measured{value.as<Quantity>().micro(),
                            [](Number number) -> Argument { return Quantity::micro(number); }};
        case ValueType::price:
            return Measured{value.as<Price>().e8(),
                            [](Number number) -> Argument { return Price::e8(number); }};
        case ValueType::rate:
            return Measured{value.as<Rate>().ppm(),
                            [](Number number) -> Argument { return Rate::ppm(number); }};
        default: return std::nullopt;
    }
}

static void check_range(const FieldInfo& field, const Value& value, int line, Problems& problems) {
    const std::optional<Measured> measured = measure(value);
    if (!measured) return;
    const auto [number, shown] = *measured;
    if (field.range_min && number < *field.range_min)
        problems.push_back(fault_at(field, line, "request.out_of_range",
                                    {"\"{0}\" is {1}; it must be at least {2}. Correct it.",
                                     {field.label, shown(number), shown(*field.range_min)}}));
    if (field.range_max && number > *field.range_max)
        problems.push_back(fault_at(field, line, "request.out_of_range",
                                    {"\"{0}\" is {1}; it must be at most {2}. Correct it.",
                                     {field.label, shown(number), shown(*field.range_max)}}));
}

static Problems problems_of_record(const FieldInfo& field, const Record& record, int line) {
    Problems problems;
    for (const FieldInfo& part : field.lines)
        if (!part.is_computed) append(problems, problems_of(part, record.get(part.name), line));
    return problems;
}

static Problems problems_of_items(const FieldInfo& field, const List& items) {
    Problems problems;
    const FieldInfo item = item_field(field);
    for (std::size_t at = 0; at < items.size(); ++at)
        append(problems, problems_of(item, items[at], static_cast<int>(at) + 1));
    return problems;
}

static bool is_blank(const Value& value) {
    if (const auto* text = value.if_a<std::string>()) return trim(*text).empty();
    if (const auto* items = value.if_a<List>()) return items->empty();
    return value.is_none();
}

Problems problems_of(const FieldInfo& field, const Value& value, int line) {
    if (is_blank(value) && field.is_required) return {missing_at(field, line)};
    if (value.is_none()) return {};
    ZF_ASSERT(value.type() == field.type);
    if (const auto* record = value.if_a<Record>()) return problems_of_record(field, *record, line);
    if (const auto* items = value.if_a<List>()) return problems_of_items(field, *items);

    Problems problems;
    if (const auto* text = value.if_a<std::string>()) check_text(field, *text, line, problems);
    check_range(field, value, line, problems);
    return problems;
}

}  // namespace zf
