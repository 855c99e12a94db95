#include "zhangfang/command/json.h"

#include <array>

#include "zhangfang/model/json.h"

namespace zf {
namespace {

template <class E>
using Name = std::pair<E, std::string_view>;

constexpr std::array status_names{Name<Status>{Status::done, "done"},
                                  Name<Status>{Status::refused, "refused"},
                                  Name<Status>{Status::bad_usage, "bad_usage"},
                                  Name<Status>{Status::not_permitted, "not_permitted"},
                                  Name<Status>{Status::environment, "environment"},
                                  Name<Status>{Status::cancelled, "cancelled"}};
constexpr std::array effect_names{
    Name<Effect>{Effect::reads, "reads"}, Name<Effect>{Effect::writes, "writes"},
    Name<Effect>{Effect::delivers, "delivers"}, Name<Effect>{Effect::external, "external"}};
constexpr std::array needs_names{
    Name<Needs>{Needs::session, "session"}, Name<Needs>{Needs::own, "own"},
    Name<Needs>{Needs::workspace, "workspace"}, Name<Needs>{Needs::nothing, "nothing"}};
constexpr std::array level_names{
    Name<Level>{Level::notice, "notice"}, Name<Level>{Level::alert, "alert"},
    Name<Level>{Level::error, "error"}, Name<Level>{Level::fatal, "fatal"}};
constexpr std::array type_names{Name<ValueType>{ValueType::none, "none"},
                                Name<ValueType>{ValueType::boolean, "boolean"},
                                Name<ValueType>{ValueType::integer, "integer"},
                                Name<ValueType>{ValueType::text, "text"},
                                Name<ValueType>{ValueType::money, "money"},
                                Name<ValueType>{ValueType::quantity, "quantity"},
                                Name<ValueType>{ValueType::price, "price"},
                                Name<ValueType>{ValueType::rate, "rate"},
                                Name<ValueType>{ValueType::date, "date"},
                                Name<ValueType>{ValueType::month, "month"},
                                Name<ValueType>{ValueType::record, "record"},
                                Name<ValueType>{ValueType::list, "list"}};

template <class Names, class E>
std::string_view named(const Names& names, E value) {
    for (const auto& each : names)
        if (each.first == value) return each.second;
    ZF_ASSERT(false);
}

Problem malformed(std::string name, const char* sentence) {
    return {.code = "request.malformed", .text = {sentence, {name}}, .place = {name}};
}

// Takes one part of a request line into its place, or notes what is wrong with it.
class LineReader {
public:
    explicit LineReader(const Record& line) : line_{line} {}

    void text(const char* name, std::string& target) {
        take<std::string>(name, "“{0}” must be a text. The line was not run.",
                          [&](const std::string& value) { target = value; });
    }
    void flag(const char* name, bool& target) {
        take<bool>(name, "“{0}” must be true or false. The line was not run.",
                   [&](bool value) { target = value; });
    }
    void record(const char* name, Record& target) {
        take<Record>(name, "“{0}” must be an object with named values. The line was not run.",
                     [&](const Record& value) { target = value; });
    }
    void texts(const char* name, std::vector<std::string>& target) {
        take<List>(name, "“{0}” must be a list of texts. The line was not run.",
                   [&](const List& values) {
                       for (const Value& each : values) {
                           if (const auto* value = each.if_a<std::string>())
                               target.push_back(*value);
                           else
                               problems_.push_back(malformed(
                                   name, "“{0}” must be a list of texts. The line was not run."));
                       }
                   });
    }
    Problems finish() {
        for (const auto& each : line_)
            if (std::find(known_.begin(), known_.end(), each.first) == known_.end())
                problems_.push_back(
                    malformed(each.first, "A request has no part “{0}”. The line was not run."));
        return std::move(problems_);
    }

private:
    template <class T, class Taker>
    void take(const char* name, const char* sentence, Taker taker) {
        known_.emplace_back(name);
        const Value& value = line_.get(name);
        if (value.is_none()) return;
        if (const T* content = value.if_a<T>())
            taker(*content);
        else
            problems_.push_back(malformed(name, sentence));
    }
    const Record& line_;
    std::vector<std::string> known_;
    Problems problems_;
};

Value json_of(const Problem& problem, const Catalogue& catalogue) {
    List arguments;
    for (const Argument& each : problem.text.arguments)
        arguments.push_back(std::visit([](const auto& content) { return Value{content}; }, each));
    Record record{{"code", problem.code},
                  {"level", name_of(problem.level)},
                  {"text", catalogue.text(problem.text)},
                  {"arguments", std::move(arguments)}};
    if (!problem.rule.empty()) record.set("rule", problem.rule);
    if (!problem.place.field.empty()) record.set("field", problem.place.field);
    if (problem.place.line != 0) record.set("line", problem.place.line);
    if (!problem.lifted_by.empty()) record.set("lifted_by", problem.lifted_by);
    return record;
}

Value describe(const FieldInfo& field) {
    Record record{
        {"name", field.name}, {"label", field.label}, {"type", named(type_names, field.type)}};
    if (field.is_required) record.set("required", true);
    if (field.is_secret) record.set("secret", true);
    if (field.is_file) record.set("file", true);
    if (!field.help.empty()) record.set("help", field.help);
    if (!field.refers_to.empty()) record.set("refers_to", field.refers_to);
    if (!field.default_text.empty()) record.set("default", field.default_text);
    if (field.length_max) record.set("length_max", *field.length_max);
    if (field.range_min) record.set("range_min", *field.range_min);
    if (field.range_max) record.set("range_max", *field.range_max);
    List choices;
    for (const Choice& each : field.choices)
        choices.emplace_back(Record{{"code", each.code}, {"label", each.label}});
    if (!choices.empty()) record.set("choices", std::move(choices));
    List lines;
    for (const FieldInfo& each : field.lines) lines.push_back(describe(each));
    if (!lines.empty()) record.set("lines", std::move(lines));
    return record;
}

}  // namespace

std::string_view name_of(Status status) {
    return named(status_names, status);
}
std::string_view name_of(Effect effect) {
    return named(effect_names, effect);
}
std::string_view name_of(Needs needs) {
    return named(needs_names, needs);
}
std::string_view name_of(Level level) {
    return named(level_names, level);
}

Expected<BatchLine, Problems> parse_batch_line(std::string_view line) {
    auto parsed = parse_json(line);
    if (!parsed) return std::move(parsed).error();
    const auto* record = parsed->if_a<Record>();
    if (record == nullptr)
        return Problems{
            malformed("", "A request is an object with named values. The line was not run.")};

    BatchLine result;
    CommandRequest& request = result.request;
    LineReader reader{*record};
    reader.text("command", request.command);
    reader.record("parameters", request.parameters);
    reader.text("request_id", request.request_id);
    reader.texts("acknowledged", request.acknowledged);
    reader.text("reason", request.reason);
    reader.flag("dry_run", request.dry_run);
    reader.flag("overwrite", request.overwrite);
    reader.text("session", result.session);
    Problems problems = reader.finish();
    if (request.command.empty() && problems.empty())
        problems.push_back(
            malformed("command", "The request names no command. The line was not run."));
    if (!problems.empty()) return problems;
    return result;
}

std::string to_json(const CommandRequest& request) {
    Record record{{"command", request.command}, {"parameters", request.parameters}};
    if (!request.request_id.empty()) record.set("request_id", request.request_id);
    if (!request.acknowledged.empty())
        record.set("acknowledged", List(request.acknowledged.begin(), request.acknowledged.end()));
    if (!request.reason.empty()) record.set("reason", request.reason);
    if (request.dry_run) record.set("dry_run", true);
    if (request.overwrite) record.set("overwrite", true);
    return to_json(Value{std::move(record)});
}

std::string to_json(const Outcome& outcome, const Catalogue& catalogue) {
    Record record{{"status", name_of(outcome.status)}};
    if (!outcome.said.id.empty()) {
        List arguments;
        for (const Argument& each : outcome.said.arguments)
            arguments.push_back(
                std::visit([](const auto& content) { return Value{content}; }, each));
        record.set("said", catalogue.text(outcome.said));
        record.set("message", Record{{"id", outcome.said.id}, {"arguments", std::move(arguments)}});
    }
    if (!outcome.result.empty()) record.set("result", outcome.result);
    if (outcome.sequence != 0) record.set("sequence", outcome.sequence);
    if (outcome.repeated) record.set("repeated", true);
    List problems;
    for (const Problem& each : outcome.problems) problems.push_back(json_of(each, catalogue));
    if (!problems.empty()) record.set("problems", std::move(problems));
    List changed;
    for (const ChangedRows& each : outcome.changed)
        changed.emplace_back(
            Record{{"entity", each.entity}, {"ids", List(each.ids.begin(), each.ids.end())}});
    if (!changed.empty()) record.set("changed", std::move(changed));
    return to_json(Value{std::move(record)});
}

Record describe(const CommandInfo& info) {
    Record record{{"name", info.name}, {"title", info.title}};
    if (!info.help.empty()) record.set("help", info.help);
    if (!info.permission.empty()) record.set("permission", info.permission);
    if (!info.may_ask.empty())
        record.set("may_ask", List(info.may_ask.begin(), info.may_ask.end()));
    record.set("effect", name_of(info.effect));
    record.set("needs", name_of(info.needs));
    if (info.asks_reason) record.set("asks_reason", true);
    if (info.asks_confirmation) record.set("asks_confirmation", true);
    List parameters;
    for (const FieldInfo& each : info.parameters) parameters.push_back(describe(each));
    record.set("parameters", std::move(parameters));
    List answer;
    for (const FieldInfo& each : info.answer) answer.push_back(describe(each));
    if (!answer.empty()) record.set("answer", std::move(answer));
    return record;
}

}  // namespace zf
