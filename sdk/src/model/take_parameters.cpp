#include <algorithm>

#include "field_fault.h"
#include "zhangfang/model/field.h"

namespace zf {

static Problem wrong_kind(const FieldInfo& field, int line) {
    const auto refuse = [&](const char* sentence) {
        return fault_at(field, line, "request.not_a_" + std::string{kind_of(field.type)},
                        {sentence, {field.label}});
    };
    switch (field.type) {
        case ValueType::boolean: return refuse("\"{0}\" takes yes or no.");
        case ValueType::integer: return refuse("\"{0}\" takes a whole number.");
        case ValueType::list: return refuse("\"{0}\" takes a list.");
        case ValueType::record: return refuse("\"{0}\" takes names with values.");
        case ValueType::money:
        case ValueType::quantity:
        case ValueType::price:
        case ValueType::rate:
            return refuse("\"{0}\" takes a decimal number written as text, such as \"86.40\".");
        default: return refuse("\"{0}\" takes text.");
    }
}

static Problems take_record(const std::vector<FieldInfo>& fields, const Record& given, int line,
                            Record& taken);

// One value of one field in whatever form it came; `taken` stays empty when it cannot be used.
static Problems take_one(const FieldInfo& field, const Value& given, int line, Value& taken) {
    if (const auto* text = given.if_a<std::string>()) {
        const Result<Value> parsed = parse_value(field, *text);
        if (!parsed) {
            Problem fault = parsed.error();
            if (fault.place.line == 0) fault.place.line = line;
            return {fault};
        }
        if (!parsed->if_a<std::string>()) return take_one(field, *parsed, line, taken);
        taken = *parsed;
        return problems_of(field, taken, line);
    }
    if (!given.is_none() && given.type() != field.type) return {wrong_kind(field, line)};

    if (const auto* record = given.if_a<Record>()) {
        Record parts;
        Problems problems = take_record(field.lines, *record, line, parts);
        taken = Value{std::move(parts)};
        return problems;
    }
    if (const auto* items = given.if_a<List>(); items && !items->empty()) {
        Problems problems;
        List list;
        const FieldInfo item = item_field(field);
        for (const Value& each : *items) {
            list.emplace_back();
            append(problems, take_one(item, each, static_cast<int>(list.size()), list.back()));
        }
        taken = Value{std::move(list)};
        return problems;
    }
    taken = given;
    return problems_of(field, taken, line);
}

static bool is_parameter(const std::vector<FieldInfo>& fields, std::string_view name) {
    return std::any_of(fields.begin(), fields.end(), [name](const FieldInfo& field) {
        return field.name == name && !field.is_computed;
    });
}

static Problem unknown(const std::vector<FieldInfo>& fields, const std::string& name, int line) {
    std::string known;
    for (const FieldInfo& field : fields)
        if (!field.is_computed) known += (known.empty() ? "" : ", ") + field.name;
    return {.code = "request.unknown_parameter",
            .text = {"There is no parameter \"{0}\". Known are: {1}.", {name, known}},
            .place = {name, line}};
}

static Problems take_record(const std::vector<FieldInfo>& fields, const Record& given, int line,
                            Record& taken) {
    Problems problems;
    for (const auto& [name, value] : given)
        if (!is_parameter(fields, name)) problems.push_back(unknown(fields, name, line));

    for (const FieldInfo& field : fields) {
        if (field.is_computed) continue;
        const Value& value = given.get(field.name);
        const bool takes_default = value.is_none() && !field.default_text.empty();
        Value accepted;
        append(problems,
               take_one(field, takes_default ? Value{field.default_text} : value, line, accepted));
        if (!accepted.is_none()) taken.set(field.name, std::move(accepted));
    }
    return problems;
}

Problems take_parameters(const std::vector<FieldInfo>& fields, const Record& given, Record& taken) {
    taken = Record{};
    return take_record(fields, given, 0, taken);
}

}  // namespace zf
