#include "command/kept_value.h"

#include "zhangfang/model/json.h"
#include "zhangfang/model/message_value.h"

namespace zf {
namespace {

Value typed(const char* name, Value content) {
    return Record{{name, std::move(content)}};
}

struct Keeper {
    Value operator()(std::monostate) const { return {}; }
    Value operator()(bool value) const { return value; }
    Value operator()(std::int64_t value) const { return value; }
    Value operator()(const std::string& value) const { return value; }
    Value operator()(Money value) const { return typed("$money", value.fen()); }
    Value operator()(Quantity value) const { return typed("$quantity", value.micro()); }
    Value operator()(Price value) const { return typed("$price", value.e8()); }
    Value operator()(Rate value) const { return typed("$rate", value.ppm()); }
    Value operator()(Date value) const { return typed("$date", value.iso()); }
    Value operator()(Month value) const { return typed("$month", value.iso()); }
    Value operator()(const Record& value) const {
        Record record;
        for (const auto& [name, item] : value) record.set(name, kept(item));
        return record;
    }
    Value operator()(const List& value) const {
        List list;
        for (const Value& item : value) list.push_back(kept(item));
        return list;
    }
};

Value untyped(std::string_view name, const Value& content) {
    if (name == "$money") return Money::fen(content.as<std::int64_t>());
    if (name == "$quantity") return Quantity::micro(content.as<std::int64_t>());
    if (name == "$price") return Price::e8(content.as<std::int64_t>());
    if (name == "$rate") return Rate::ppm(content.as<std::int64_t>());
    if (name == "$date") return *Date::parse(content.as<std::string>());
    ZF_ASSERT(name == "$month");
    return *Month::parse(content.as<std::string>());
}

}  // namespace

Value kept(const Value& value) {
    return std::visit(Keeper{}, value.content());
}

Value unkept(const Value& value) {
    if (const auto* list = value.if_a<List>()) {
        List result;
        for (const Value& item : *list) result.push_back(unkept(item));
        return result;
    }
    const auto* record = value.if_a<Record>();
    if (record == nullptr) return value;
    if (record->size() == 1 && record->begin()->first.starts_with('$'))
        return untyped(record->begin()->first, record->begin()->second);
    Record result;
    for (const auto& [name, item] : *record) result.set(name, unkept(item));
    return result;
}

Value kept(const Message& message) {
    return kept(message_value(message));
}

Message message_from(const Value& value) {
    auto message = message_in(unkept(value));
    ZF_ASSERT(message.has_value());
    return *std::move(message);
}

std::string stored_outcome(const Outcome& outcome) {
    List changed;
    for (const ChangedRows& each : outcome.changed)
        changed.emplace_back(
            Record{{"entity", each.entity}, {"ids", List(each.ids.begin(), each.ids.end())}});
    return to_json(Record{{"said", kept(outcome.said)},
                          {"result", kept(Value{outcome.result})},
                          {"changed", std::move(changed)}});
}

Outcome outcome_from(std::string_view stored) {
    const auto parsed = parse_json(stored);
    ZF_ASSERT(parsed.has_value());
    const Record& record = parsed->as<Record>();
    Outcome outcome{.said = message_from(record.get("said")),
                    .result = unkept(record.get("result")).as<Record>(),
                    .repeated = true};
    for (const Value& each : record.get("changed").as<List>()) {
        ChangedRows rows{.entity = each.as<Record>().get("entity").as<std::string>()};
        for (const Value& id : each.as<Record>().get("ids").as<List>())
            rows.ids.push_back(id.as<std::int64_t>());
        outcome.changed.push_back(std::move(rows));
    }
    return outcome;
}

}  // namespace zf
