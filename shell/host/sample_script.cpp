#include "host/sample_script.h"

#include <algorithm>
#include <fstream>

#include "zhangfang/base/text.h"
#include "zhangfang/model/json.h"
#include "zhangfang/transfer/table_reader.h"

namespace zf::host {
namespace {

Problem bad_script(const std::filesystem::path& file, std::int64_t line) {
    return {.code = "sample.bad_script",
            .level = Level::fatal,
            .text = {"The sample's script {0} cannot be understood in line {1}. Nothing more was "
                     "made. Install the program anew.",
                     {file.string(), line}}};
}

Problem no_script(const std::filesystem::path& file) {
    return {
        .code = "sample.no_script",
        .level = Level::fatal,
        .text = {"The sample's script {0} cannot be read. Nothing was made. Install the program "
                 "anew.",
                 {file.string()}}};
}

std::string text_of(const Record& record, std::string_view name) {
    return record.has(name) ? record.get(name).plain_text() : std::string{};
}

std::vector<std::string> texts_of(const Record& record, std::string_view name) {
    std::vector<std::string> texts;
    if (const auto* list = record.get(name).if_a<List>())
        for (const Value& each : *list) texts.push_back(each.plain_text());
    return texts;
}

bool has_all(const Record& row, const Record& wanted) {
    return std::all_of(wanted.begin(), wanted.end(), [&](const auto& each) {
        return text_of(row, each.first) == each.second.plain_text();
    });
}

// The rows of a small table by the names of its first row; numbers stay texts.
Result<std::vector<Record>> read_rows(const std::filesystem::path& file) {
    auto reader = open_table(file.string());
    if (!reader) return reader.error();
    std::vector<Record> rows;
    TableRow names;
    Result<bool> found = (*reader)->next(names);
    if (!found) return found.error();
    for (TableRow row; *found;) {
        found = (*reader)->next(row);
        if (!found) return found.error();
        if (!*found) break;
        Record record;
        for (std::size_t i = 0; i < names.cells.size() && i < row.cells.size(); ++i)
            record.set(names.cells[i], Value{row.cells[i]});
        rows.push_back(std::move(record));
    }
    return rows;
}

// Stands for data that lie in files beside the script.
class Places {
public:
    Places(std::filesystem::path sample, std::filesystem::path target)
        : sample_{std::move(sample)},
          target_{std::move(target)} {}

    Result<Record> filled(const Record& parameters) const {
        Record result;
        for (const auto& [name, value] : parameters) {
            auto taken = filled(value);
            if (!taken) return taken.error();
            result.set(name, *std::move(taken));
        }
        return result;
    }

    Result<std::vector<Record>> rows(const Record& place) const {
        auto rows = read_rows(sample_ / text_of(place, "rows"));
        const auto* where = place.get("where").if_a<Record>();
        if (!rows || where == nullptr) return rows;
        std::vector<Record> chosen;
        for (Record& row : *rows) {
            if (!has_all(row, *where)) continue;
            for (const auto& [name, wanted] : *where) row.remove(name);
            chosen.push_back(std::move(row));
        }
        return chosen;
    }

private:
    Result<Value> filled(const Value& value) const {
        const auto* place = value.if_a<Record>();
        if (place == nullptr || place->has("password_of")) return value;
        if (place->has("file")) return Value{(sample_ / text_of(*place, "file")).string()};
        if (place->has("folder")) return Value{(target_ / text_of(*place, "folder")).string()};
        auto found = rows(*place);
        if (!found) return found.error();
        List list;
        for (Record& row : *found) list.emplace_back(std::move(row));
        return Value{std::move(list)};
    }

    std::filesystem::path sample_, target_;
};

NewOperator operator_of(const Record& head, std::string_view name) {
    const auto* who = head.get(name).if_a<Record>();
    if (who == nullptr) return {};
    return {.login = text_of(*who, "login"), .name = text_of(*who, "name")};
}

Message said_in(const Record& line) {
    Message says{text_of(line, "says"), {}};
    for (std::string& argument : texts_of(line, "arguments"))
        says.arguments.emplace_back(std::move(argument));
    return says;
}

Result<ScriptStep> step_of(const Record& line, const Places& places) {
    const auto* given = line.get("parameters").if_a<Record>();
    auto parameters = places.filled(given == nullptr ? Record{} : *given);
    if (!parameters) return parameters.error();
    ScriptStep step{.says = said_in(line),
                    .who = text_of(line, "as"),
                    .command = text_of(line, "command"),
                    .parameters = *std::move(parameters),
                    .files = texts_of(line, "files")};
    const auto* expected = line.get("expected").if_a<Record>();
    if (expected == nullptr) return step;
    auto rows = places.rows(*expected);
    if (!rows) return rows.error();
    step.expected = {text_of(*expected, "rows"), text_of(line, "list"), *std::move(rows)};
    return step;
}

}  // namespace

Result<SampleScript> read_script(const std::filesystem::path& sample,
                                 const std::filesystem::path& target) {
    const std::filesystem::path file = sample / "steps.jsonl";
    std::ifstream stream{file};
    if (!stream) return no_script(file);
    const Places places{sample, target};
    SampleScript script;
    std::int64_t number = 0;
    for (std::string written; std::getline(stream, written);) {
        ++number;
        if (trim(written).empty()) continue;
        const auto parsed = parse_json(written);
        const auto* line = parsed ? parsed->if_a<Record>() : nullptr;
        if (line == nullptr) return bad_script(file, number);
        if (const auto* book = line->get("book").if_a<Record>()) {
            script.workspace = {.address = (target / text_of(*line, "workspace")).string(),
                                .book = *book,
                                .keeper = operator_of(*line, "keeper"),
                                .reviewer = operator_of(*line, "reviewer")};
            continue;
        }
        auto step = step_of(*line, places);
        if (!step) return step.error();
        const NewWorkspace& made = script.workspace;
        if (step->who.empty() ||
            (step->who != made.keeper.login && step->who != made.reviewer.login))
            return bad_script(file, number);
        script.steps.push_back(*std::move(step));
    }
    if (script.workspace.keeper.login.empty()) return bad_script(file, 1);
    return script;
}

}  // namespace zf::host
