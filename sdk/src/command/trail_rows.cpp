#include "command/trail_rows.h"

#include "command/kept_value.h"

namespace zf {
namespace {

Value row_of(const BoundRow& row) {
    Record record{
        {"table", row.table}, {"key", row.key}, {"before", row.before}, {"after", row.after}};
    if (!row.state.empty()) record.set("state", row.state);
    return record;
}

Value row_of(const BoundChunk& chunk) {
    return Record{{"table", chunk.table}, {"first", chunk.first_key}, {"last", chunk.last_key},
                  {"count", chunk.count}, {"digest", chunk.digest},   {"keys", chunk.keys},
                  {"state", chunk.state}};
}

Value row_of(const Difference& difference) {
    return Record{{"of", difference.of},
                  {"field", difference.field},
                  {"before", kept(difference.before)},
                  {"after", kept(difference.after)}};
}

Value row_of(const Lifted& lifted) {
    return Record{{"code", lifted.code}, {"permission", lifted.permission}};
}

Value row_of(const Problem& problem) {
    Record record{{"code", problem.code}, {"text", kept(problem.text)}};
    if (!problem.place.field.empty()) record.set("field", problem.place.field);
    if (problem.place.line != 0) record.set("line", problem.place.line);
    return record;
}

Value row_of(const std::string& text) {
    return text;
}

template <class T>
void add_list(Record& record, const char* name, const std::vector<T>& items) {
    if (items.empty()) return;
    List list;
    for (const T& each : items) list.push_back(row_of(each));
    record.set(name, std::move(list));
}

constexpr std::size_t problems_kept = 20;  // an import may find thousands

}  // namespace

Value trail_rows(const Changes& changes, const Findings& findings) {
    Record record;
    add_list(record, "bound", changes.rows);
    add_list(record, "chunks", changes.chunks);
    add_list(record, "differences", changes.differences);
    add_list(record, "acknowledged", findings.acknowledged);
    add_list(record, "lifted", findings.lifted);
    Problems problems = findings.problems;
    if (problems.size() > problems_kept) problems.resize(problems_kept);
    add_list(record, "problems", problems);
    if (!changes.said.id.empty()) record.set("said", kept(changes.said));
    return record;
}

Record masked(const std::vector<FieldInfo>& fields, const Record& record) {
    Record result = record;
    for (const FieldInfo& field : fields) {
        const Value& value = record.get(field.name);
        if (value.is_none()) continue;
        if (field.is_secret) result.set(field.name, "***");
        if (field.lines.empty()) continue;
        List lines;
        for (const Value& line : value.as<List>())
            lines.emplace_back(masked(field.lines, line.as<Record>()));
        result.set(field.name, std::move(lines));
    }
    return result;
}

}  // namespace zf
