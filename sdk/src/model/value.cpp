#include "zhangfang/model/value.h"

#include <algorithm>

#include "zhangfang/model/json.h"

namespace zf {

Record::Record(std::initializer_list<std::pair<std::string, Value>> values) {
    for (const auto& [name, value] : values) set(name, value);
}

static auto named(std::string_view name) {
    return [name](const auto& each) { return each.first == name; };
}

const Value& Record::get(std::string_view name) const {
    static const Value none;
    const auto found = std::find_if(values_.begin(), values_.end(), named(name));
    return found == values_.end() ? none : found->second;
}

bool Record::has(std::string_view name) const {
    return std::any_of(values_.begin(), values_.end(), named(name));
}

void Record::set(std::string name, Value value) {
    const auto found = std::find_if(values_.begin(), values_.end(), named(name));
    if (found == values_.end())
        values_.emplace_back(std::move(name), std::move(value));
    else
        found->second = std::move(value);
}

void Record::remove(std::string_view name) {
    std::erase_if(values_, named(name));
}

bool Record::operator==(const Record& other) const {
    return values_ == other.values_;
}

// One call for each kind of content; a new kind does not compile until it has a line here.
struct PlainText {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(bool content) const { return content ? "true" : "false"; }
    std::string operator()(std::int64_t content) const { return std::to_string(content); }
    std::string operator()(const std::string& content) const { return content; }
    std::string operator()(Money content) const { return content.text(); }
    std::string operator()(Quantity content) const { return content.text(); }
    std::string operator()(Price content) const { return content.text(); }
    std::string operator()(Rate content) const { return content.text(); }
    std::string operator()(Date content) const { return content.iso(); }
    std::string operator()(Month content) const { return content.iso(); }
    std::string operator()(const Record& content) const { return to_json(Value{content}); }
    std::string operator()(const List& content) const { return to_json(Value{content}); }
};

std::string Value::plain_text() const {
    return std::visit(PlainText{}, content_);
}

}  // namespace zf
