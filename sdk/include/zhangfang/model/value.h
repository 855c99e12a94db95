#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "zhangfang/base/date.h"
#include "zhangfang/base/export.h"
#include "zhangfang/base/money.h"
#include "zhangfang/base/month.h"
#include "zhangfang/base/price.h"
#include "zhangfang/base/quantity.h"
#include "zhangfang/base/rate.h"

namespace zf {

class Value;

// Named values in a fixed order: parameters of a command, a row of a list, an answer.
class ZF_EXPORT Record {
public:
    using Values = std::vector<std::pair<std::string, Value>>;

    Record() = default;
    Record(std::initializer_list<std::pair<std::string, Value>> values);

    const Value& get(std::string_view name) const;  // the empty value when there is none
    bool has(std::string_view name) const;
    void set(std::string name, Value value);  // replaces or appends
    void remove(std::string_view name);
    bool empty() const;
    std::size_t size() const;
    Values::const_iterator begin() const;
    Values::const_iterator end() const;
    bool operator==(const Record&) const;

private:
    Values values_;
};

enum class ValueType {
    none,
    boolean,
    integer,
    text,
    money,
    quantity,
    price,
    rate,
    date,
    month,
    record,
    list
};

using List = std::vector<Value>;

// What a field can hold between the roads in and the stores. No binary floating point.
class ZF_EXPORT Value {
public:
    using Content = std::variant<std::monostate, bool, std::int64_t, std::string, Money, Quantity,
                                 Price, Rate, Date, Month, Record, List>;

    Value() = default;
    Value(bool value) : content_{value} {}
    Value(int value) : content_{std::int64_t{value}} {}
    Value(std::int64_t value) : content_{value} {}
    Value(std::string value) : content_{std::move(value)} {}
    Value(std::string_view value) : content_{std::string{value}} {}
    Value(const char* value) : content_{std::string{value}} {}
    Value(Money value) : content_{value} {}
    Value(Quantity value) : content_{value} {}
    Value(Price value) : content_{value} {}
    Value(Rate value) : content_{value} {}
    Value(Date value) : content_{value} {}
    Value(Month value) : content_{value} {}
    Value(Record value) : content_{std::move(value)} {}
    Value(List value) : content_{std::move(value)} {}

    ValueType type() const { return static_cast<ValueType>(content_.index()); }
    bool is_none() const { return type() == ValueType::none; }

    // Throws ProgramFault when the content is of another type.
    template <class T>
    const T& as() const {
        const T* held = std::get_if<T>(&content_);
        ZF_ASSERT(held != nullptr);
        return *held;
    }
    template <class T>
    const T* if_a() const {
        return std::get_if<T>(&content_);
    }
    const Content& content() const { return content_; }
    bool operator==(const Value&) const = default;

    // As machines exchange it: decimal text, ISO dates, "true"; records and lists as JSON.
    std::string plain_text() const;

private:
    Content content_;
};

inline bool Record::empty() const {
    return values_.empty();
}
inline std::size_t Record::size() const {
    return values_.size();
}
inline Record::Values::const_iterator Record::begin() const {
    return values_.begin();
}
inline Record::Values::const_iterator Record::end() const {
    return values_.end();
}

}  // namespace zf
