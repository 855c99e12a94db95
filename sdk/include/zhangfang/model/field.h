#pragma once

#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "zhangfang/base/id.h"
#include "zhangfang/model/choices.h"
#include "zhangfang/model/value.h"
#include "zhangfang/rules/problem.h"

namespace zf {

// What is known of a field without knowing the struct it belongs to. One declaration gives the form
// control, the list column, the CLI option, import and export, the audit difference, the store
// column.
struct ZF_EXPORT FieldInfo {
    std::string name;   // snake_case, the column's and parameter's name
    std::string label;  // English message id
    ValueType type = ValueType::none;
    ValueType item = ValueType::none;  // type of the items when `type` is list
    std::string help;                  // one sentence, English message id

    bool is_required = false;
    bool is_unique = false;
    bool is_computed = false;  // shown, never stored, never a parameter
    bool is_secret = false;    // password: masked everywhere, from a prompt or a file only
    bool is_searchable = false;
    bool is_file = false;  // a path on this computer: the CLI reads or writes it, forms show a file
                           // button
    std::optional<std::int64_t> length_min, length_max;  // code points
    std::optional<std::int64_t> range_min,
        range_max;        // integers; minor units for money and its like
    std::string pattern;  // ECMAScript expression for the whole text
    Choices choices;
    std::string refers_to;         // entity whose natural key (or #id) the text is: F7 looks it up
    std::string default_text;      // plain text that a missing parameter stands for
    std::vector<FieldInfo> lines;  // fields of the records of a list
};

// Parses one plain text (CLI, CSV) into a value of the field's type, or says in a sentence what is
// wrong.
ZF_EXPORT Result<Value> parse_value(const FieldInfo& field, std::string_view text);

// All faults of a value against the field's declared properties; `line` is noted in their place.
ZF_EXPORT Problems problems_of(const FieldInfo& field, const Value& value, int line = 0);

namespace detail {
template <class M>
struct MemberType;  // ValueType of a member, and conversion to and from Value
}

// A field of struct T: its FieldInfo and how to read and write it.
template <class T>
class Field {
public:
    FieldInfo info;
    std::function<Value(const T&)> read;
    std::function<void(T&, const Value&)> write;

    Field required() && {
        info.is_required = true;
        return std::move(*this);
    }
    Field unique() && {
        info.is_unique = true;
        return std::move(*this);
    }
    Field computed() && {
        info.is_computed = true;
        return std::move(*this);
    }
    Field secret() && {
        info.is_secret = true;
        return std::move(*this);
    }
    Field searchable() && {
        info.is_searchable = true;
        return std::move(*this);
    }
    Field file() && {
        info.is_file = true;
        return std::move(*this);
    }
    Field length(std::int64_t most) && {
        info.length_max = most;
        return std::move(*this);
    }
    Field length(std::int64_t least, std::int64_t most) && {
        info.length_min = least;
        info.length_max = most;
        return std::move(*this);
    }
    Field range(std::int64_t least, std::int64_t most) && {
        info.range_min = least;
        info.range_max = most;
        return std::move(*this);
    }
    Field pattern(std::string expression) && {
        info.pattern = std::move(expression);
        return std::move(*this);
    }
    Field choices(Choices all) && {
        info.choices = std::move(all);
        return std::move(*this);
    }
    Field refers_to(std::string entity) && {
        info.refers_to = std::move(entity);
        return std::move(*this);
    }
    Field help(std::string sentence) && {
        info.help = std::move(sentence);
        return std::move(*this);
    }
    Field defaults_to(std::string text) && {
        info.default_text = std::move(text);
        return std::move(*this);
    }
};

namespace detail {

// What a value holds as it is; the place of a type among the contents is its ValueType.
template <class M, std::size_t Place = 1>
constexpr std::size_t place_among_contents() {
    if constexpr (Place == std::variant_size_v<Value::Content>)
        return 0;
    else if constexpr (std::is_same_v<M, std::variant_alternative_t<Place, Value::Content>>)
        return Place;
    else
        return place_among_contents<M, Place + 1>();
}
template <class M>
requires(place_among_contents<M>() > 0) struct MemberType<M> {
    static constexpr ValueType type = static_cast<ValueType>(place_among_contents<M>());
    static Value to_value(const M& member) { return Value{member}; }
    static M from_value(const Value& value) { return value.as<M>(); }
};

template <>
struct MemberType<int> {
    static constexpr ValueType type = ValueType::integer;
    static Value to_value(int member) { return Value{std::int64_t{member}}; }
    static int from_value(const Value& value) { return static_cast<int>(value.as<std::int64_t>()); }
};
template <class E>
struct MemberType<Id<E>> {
    static constexpr ValueType type = ValueType::integer;
    static Value to_value(Id<E> member) { return member ? Value{member.value} : Value{}; }
    static Id<E> from_value(const Value& value) { return Id<E>{value.as<std::int64_t>()}; }
};
template <class M>
struct MemberType<std::optional<M>> {
    static constexpr ValueType type = MemberType<M>::type;
    static Value to_value(const std::optional<M>& member) {
        return member ? MemberType<M>::to_value(*member) : Value{};
    }
    static std::optional<M> from_value(const Value& value) {
        return MemberType<M>::from_value(value);
    }
};
template <>
struct MemberType<std::vector<std::string>> {
    static constexpr ValueType type = ValueType::list;
    static Value to_value(const std::vector<std::string>& member) {
        return Value{List(member.begin(), member.end())};
    }
    static std::vector<std::string> from_value(const Value& value) {
        std::vector<std::string> texts;
        for (const Value& item : value.as<List>()) texts.push_back(item.as<std::string>());
        return texts;
    }
};
template <class E>
requires std::is_enum_v<E>
struct MemberType<E> {
    static constexpr ValueType type = ValueType::text;
    static Value to_value(E member) { return Value{std::string{name_of(member)}}; }
    static E from_value(const Value& value) {
        const auto found = enum_from<E>(value.as<std::string>());
        ZF_ASSERT(found.has_value());  // choices were checked before
        return *found;
    }
};
template <class M>
struct IsOptional : std::false_type {
    using Content = M;
};
template <class M>
struct IsOptional<std::optional<M>> : std::true_type {
    using Content = M;
};

}  // namespace detail

// Declares a field: field("date", &EnterVoucher::date, "Date").required()
template <class T, class M>
Field<T> field(std::string name, M T::*member, std::string label) {
    using Member = detail::MemberType<M>;
    Field<T> result;
    result.info.name = std::move(name);
    result.info.label = std::move(label);
    result.info.type = Member::type;
    using Content = typename detail::IsOptional<M>::Content;
    if constexpr (std::is_enum_v<Content>) result.info.choices = choices_of<Content>();
    if constexpr (std::is_same_v<M, std::vector<std::string>>) result.info.item = ValueType::text;
    if constexpr (std::is_same_v<Content, int>) {
        result.info.range_min = std::numeric_limits<int>::min();
        result.info.range_max = std::numeric_limits<int>::max();
    }
    result.read = [member](const T& object) { return Member::to_value(object.*member); };
    result.write = [member](T& object, const Value& value) {
        if (value.is_none()) {
            if constexpr (detail::IsOptional<M>::value) object.*member = std::nullopt;
            return;  // a missing optional parameter keeps the struct's own default
        }
        object.*member = Member::from_value(value);
    };
    return result;
}

// Declares a list of lines: lines("entries", &EnterVoucher::entries, "Entries", {field("account",
// …), …})
template <class T, class L>
Field<T> lines(std::string name, std::vector<L> T::*member, std::string label,
               std::vector<Field<L>> fields) {
    Field<T> result;
    result.info.name = std::move(name);
    result.info.label = std::move(label);
    result.info.type = ValueType::list;
    result.info.item = ValueType::record;
    for (const auto& each : fields) result.info.lines.push_back(each.info);
    result.read = [member, fields](const T& object) {
        List list;
        for (const L& line : object.*member) {
            Record record;
            for (const auto& each : fields) record.set(each.info.name, each.read(line));
            list.emplace_back(std::move(record));
        }
        return Value{std::move(list)};
    };
    result.write = [member, fields](T& object, const Value& value) {
        (object.*member).clear();
        if (value.is_none()) return;
        for (const Value& item : value.as<List>()) {
            L line{};
            for (const auto& each : fields) each.write(line, item.as<Record>().get(each.info.name));
            (object.*member).push_back(std::move(line));
        }
    };
    return result;
}

// Reads every declared field of an object into a record, and back. Unknown names are the caller's
// matter.
template <class T>
Record to_record(const std::vector<Field<T>>& fields, const T& object) {
    Record record;
    for (const auto& each : fields) record.set(each.info.name, each.read(object));
    return record;
}
template <class T>
T from_record(const std::vector<Field<T>>& fields, const Record& record) {
    T object{};
    for (const auto& each : fields)
        if (!each.info.is_computed) each.write(object, record.get(each.info.name));
    return object;
}

// Turns what came in from outside (texts, JSON numbers and strings) into values of the declared
// types: unknown names, wrong types and all faults of all fields come back together. Missing
// parameters take their declared default.
ZF_EXPORT Problems take_parameters(const std::vector<FieldInfo>& fields, const Record& given,
                                   Record& taken);

}  // namespace zf
