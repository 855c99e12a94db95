#include <fstream>
#include <iterator>

#include "zhangfang/model/json.h"
#include "zhangfang/plugin/loader.h"

namespace zf {
namespace {

Problem bad_manifest(const std::filesystem::path& file, const char* what, std::string detail = {}) {
    return {.code = "plugin.manifest",
            .level = Level::fatal,
            .text = {what, {file.filename().string(), std::move(detail)}}};
}

bool is_plain_name(std::string_view text) {
    return !text.empty() && text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") ==
                                std::string_view::npos;
}

// A digest as 64 lower-case hex digits.
bool is_digest(std::string_view text) {
    return text.size() == 64 &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

class ManifestReader {
public:
    ManifestReader(const std::filesystem::path& file, const Record& record)
        : file_{file},
          record_{record} {}

    std::string text(const char* name) {
        const Value& value = record_.get(name);
        if (const auto* content = value.if_a<std::string>()) return *content;
        if (!problem_)
            problem_ = bad_manifest(
                file_,
                "The plugin description {0} does not say “{1}”. The plugin was not opened. "
                "Install it again.",
                name);
        return {};
    }
    std::vector<std::string> texts(const char* name) {
        std::vector<std::string> result;
        if (const auto* list = record_.get(name).if_a<List>())
            for (const Value& each : *list)
                if (const auto* content = each.if_a<std::string>()) result.push_back(*content);
        return result;
    }
    const std::optional<Problem>& problem() const { return problem_; }

private:
    const std::filesystem::path& file_;
    const Record& record_;
    std::optional<Problem> problem_;
};

}  // namespace

Result<PluginManifest> read_manifest(const std::filesystem::path& file) {
    constexpr std::size_t bytes_max = 65536;
    std::ifstream stream{file, std::ios::binary};
    std::string text{std::istreambuf_iterator<char>{stream}, {}};
    const auto unreadable = bad_manifest(
        file,
        "The plugin description {0} cannot be read. The plugin was not opened. Install it again.");
    if (!stream || text.empty() || text.size() > bytes_max) return unreadable;
    const auto parsed = parse_json(text);
    const auto* record = parsed ? parsed->if_a<Record>() : nullptr;
    if (record == nullptr) return unreadable;

    ManifestReader reader{file, *record};
    PluginManifest manifest{.id = reader.text("id"),
                            .short_name = reader.text("short_name"),
                            .version = reader.text("version"),
                            .title = reader.text("title"),
                            .sdk_version = reader.text("sdk_version"),
                            .abi_tag = reader.text("abi_tag"),
                            .requires_plugins = reader.texts("requires"),
                            .sha256 = reader.text("sha256")};
    if (reader.problem()) return *reader.problem();
    if (record->has("ui_sha256")) manifest.ui_sha256 = reader.text("ui_sha256");
    const bool is_named = file.filename() == manifest.id + ".plugin.json";
    if (!is_named || !is_plain_name(manifest.id) || !is_plain_name(manifest.short_name) ||
        !is_digest(manifest.sha256) ||
        (!manifest.ui_sha256.empty() && !is_digest(manifest.ui_sha256)))
        return bad_manifest(file, "The plugin description {0} contradicts itself. The plugin was "
                                  "not opened. Install it again.");
    return manifest;
}

}  // namespace zf
