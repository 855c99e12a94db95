#include "zhangfang/model/json.h"

#include <limits>

#include <nlohmann/json.hpp>

#include "zhangfang/base/text.h"

namespace zf {

static nlohmann::ordered_json json_of(const Value& value) {
    using Json = nlohmann::ordered_json;
    switch (value.type()) {
        case ValueType::none: return nullptr;
        case ValueType::boolean: return value.as<bool>();
        case ValueType::integer: return value.as<std::int64_t>();
        case ValueType::record: {
            Json object = Json::object();
            for (const auto& [name, member] : value.as<Record>()) object[name] = json_of(member);
            return object;
        }
        case ValueType::list: {
            Json array = Json::array();
            for (const Value& item : value.as<List>()) array.push_back(json_of(item));
            return array;
        }
        default: return value.plain_text();
    }
}

std::string to_json(const Value& value) {
    return json_of(value).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

// Builds a value from the events of the parser and notes what this product does not take. The
// parser itself keeps no stack of calls, so depth costs nothing until the value is walked: hence
// the limit here.
class ValueBuilder : public nlohmann::json_sax<nlohmann::json> {
public:
    bool null() override { return put({}); }
    bool boolean(bool value) override { return put(value); }
    bool number_integer(number_integer_t value) override { return put(std::int64_t{value}); }
    bool number_unsigned(number_unsigned_t value) override {
        if (value <= static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max()))
            return put(static_cast<std::int64_t>(value));
        return refuse("request.out_of_range",
                      {"The number {0} is too large.", {std::to_string(value)}});
    }
    bool number_float(number_float_t, const string_t& text) override {
        if (text.find_first_of(".eE") == std::string::npos)
            return refuse("request.out_of_range", {"The number {0} is too large.", {text}});
        return refuse(
            "request.fraction_as_number",
            {"{0} stands there as a JSON number with a fraction, which other programs round. "
             "Write it as text: \"{0}\".",
             {text}});
    }
    bool string(string_t& value) override {
        if (is_valid_utf8(value)) return put(std::move(value));
        return refuse("request.bad_text",
                      {"The text holds a character that no text may hold. Type it again.", {}});
    }
    bool binary(binary_t&) override { return false; }

    bool start_object(std::size_t) override { return open({.is_list = false}); }
    bool start_array(std::size_t) override { return open({.is_list = true}); }
    bool key(string_t& name) override {
        open_.back().name = name;
        if (open_.back().record.has(name))
            refuse("request.duplicate_name",
                   {"The name \"{0}\" stands there twice. Keep one of them.", {name}});
        return true;
    }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::detail::exception&) override {
        problems_.push_back(
            {.code = "request.bad_json",
             .text = {"This is not JSON: it breaks off or goes wrong at character {0}. "
                      "Correct it there.",
                      {static_cast<std::int64_t>(position)}}});
        return false;
    }

    Expected<Value, Problems> result() && {
        if (!problems_.empty()) return std::move(problems_);
        return std::move(result_);
    }

private:
    struct Open {
        bool is_list = false;
        Record record;
        List list;
        std::string name;  // of the member being read
    };

    bool put(Value value) {
        if (open_.empty())
            result_ = std::move(value);
        else if (open_.back().is_list)
            open_.back().list.push_back(std::move(value));
        else
            open_.back().record.set(open_.back().name, std::move(value));
        return true;
    }

    bool open(Open container) {
        if (open_.size() == depth_max) {
            problems_.push_back(
                {.code = "request.bad_json",
                 .text = {"The JSON is nested more than {0} levels deep. Flatten it.",
                          {static_cast<std::int64_t>(depth_max)}}});
            return false;
        }
        open_.push_back(std::move(container));
        return true;
    }

    bool close() {
        Open finished = std::move(open_.back());
        open_.pop_back();
        return finished.is_list ? put(std::move(finished.list)) : put(std::move(finished.record));
    }

    // The fault belongs to the innermost member; the line is the item's place in the innermost
    // list.
    bool refuse(std::string code, Message text) {
        Place place;
        for (const Open& each : open_) {
            if (!each.name.empty()) place.field = each.name;
            if (each.is_list) place.line = static_cast<int>(each.list.size()) + 1;
        }
        problems_.push_back(
            {.code = std::move(code), .text = std::move(text), .place = std::move(place)});
        return put({});
    }

    static constexpr std::size_t depth_max = 32;
    std::vector<Open> open_;
    Value result_;
    Problems problems_;
};

Expected<Value, Problems> parse_json(std::string_view text) {
    ValueBuilder builder;
    nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
    return std::move(builder).result();
}

}  // namespace zf
