#include "command/refusal_log.h"

#include <array>
#include <fstream>

#include "zhangfang/model/json.h"
#include "zhangfang/platform/platform.h"

namespace zf {
namespace {

std::string line_of(std::string_view workspace, const AuditEntry& entry) {
    return to_json(Record{{"workspace", workspace},
                          {"at", entry.at},
                          {"operator_id", entry.operator_id},
                          {"operator_name", entry.operator_name},
                          {"station", entry.station},
                          {"session", entry.session},
                          {"command", entry.command},
                          {"request_id", entry.request_id},
                          {"outcome", static_cast<int>(entry.outcome)},
                          {"payload", entry.payload}}) +
           "\n";
}

// A line of another workspace, or one that a crash cut short, is none.
std::optional<AuditEntry> entry_of(const std::string& line, std::string_view workspace) {
    const auto parsed = parse_json(line);
    const auto* record = parsed ? parsed->if_a<Record>() : nullptr;
    if (record == nullptr || record->get("workspace") != Value{workspace}) return std::nullopt;
    const auto text = [&](const char* name) { return record->get(name).as<std::string>(); };
    return AuditEntry{
        .at = text("at"),
        .operator_id = record->get("operator_id").as<std::int64_t>(),
        .operator_name = text("operator_name"),
        .station = text("station"),
        .session = text("session"),
        .command = text("command"),
        .request_id = text("request_id"),
        .outcome = static_cast<AuditOutcome>(record->get("outcome").as<std::int64_t>()),
        .payload = text("payload")};
}

template <class Visit>
void each_line(const std::filesystem::path& file, const Visit& visit) {
    std::ifstream input{file};
    for (std::string line; std::getline(input, line);) visit(line);
}

}  // namespace

void RefusalLog::add(std::string_view workspace, const AuditEntry& entry) noexcept {
    if (file_.empty()) return;
    try {
        platform::create_private_folder(file_.parent_path());
        platform::create_private_file(file_);
        std::ofstream output{file_, std::ios::app};
        output << line_of(workspace, entry) << std::flush;
    } catch (const std::exception&) {
        return;  // the operator is told of the refusal in any case
    }
}

bool RefusalLog::exists() const {
    std::error_code ignored;
    return !file_.empty() && std::filesystem::file_size(file_, ignored) > 0 && !ignored;
}

std::vector<AuditEntry> RefusalLog::of(std::string_view workspace) const {
    std::vector<AuditEntry> entries;
    each_line(file_, [&](const std::string& line) {
        if (auto entry = entry_of(line, workspace)) entries.push_back(*std::move(entry));
    });
    return entries;
}

void RefusalLog::forget(std::string_view workspace) {
    std::string others;
    each_line(file_, [&](const std::string& line) {
        if (!entry_of(line, workspace)) others += line + "\n";
    });
    platform::replace_private_file(file_, others);
}

}  // namespace zf
