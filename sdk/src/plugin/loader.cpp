#include "zhangfang/plugin/loader.h"

#include <algorithm>
#include <fstream>
#include <functional>

#include <boost/dll/shared_library.hpp>

#include "plugin/digest_memory.h"
#include "zhangfang/plugin/plugin.h"

namespace zf {
namespace {

namespace fs = std::filesystem;
using boost::dll::shared_library;

// The first fields of every C entry, a plugin's own and that of its ui module.
struct EntryHead {
    std::uint32_t layout;
    std::uint32_t struct_size;
    const char* abi_tag;
    const char* id;
};

struct Opened {
    shared_library library;
    Plugin* plugin = nullptr;
    void (*destroy)(Plugin*) noexcept = nullptr;
};

Problem refusal(const char* code, const char* text, const PluginManifest& manifest,
                std::string detail = {}, std::string more = {}) {
    return {.code = code,
            .level = Level::fatal,
            .text = {text,
                     {manifest.title.empty() ? manifest.id : manifest.title, std::move(detail),
                      std::move(more)}}};
}

fs::path library_of(const FoundPlugin& found, const char* suffix) {
    return found.file.parent_path() /
           (found.manifest.id + suffix + shared_library::suffix().string());
}

// Names the plugin being opened until it is open; an earlier one that is still there names the
// plugin that killed a start.
class CrashMarker {
public:
    explicit CrashMarker(fs::path file) : file_{std::move(file)} {
        if (file_.empty()) return;
        std::ifstream stream{file_};
        std::int64_t process = 0;
        std::string id;
        if (stream >> process >> id && !platform::is_process_running(process)) crashed_ = id;
    }

    const std::string& crashed() const { return crashed_; }
    void set(const std::string& id) {
        if (file_.empty()) return;
        platform::create_private_folder(file_.parent_path());
        platform::create_private_file(file_);
        std::ofstream{file_, std::ios::trunc} << platform::process_id() << ' ' << id << '\n';
    }
    void clear() {
        std::error_code ignored;
        if (!file_.empty()) fs::remove(file_, ignored);
    }

private:
    fs::path file_;
    std::string crashed_;
};

shared_library open_library(const fs::path& file) {
    shared_library library;
    library.load(file, boost::dll::load_mode::rtld_now | boost::dll::load_mode::rtld_local);
    return library;
}

// Plugins in the order in which they need each other, and those that need each other in a circle.
struct Order {
    std::vector<FoundPlugin*> plugins;
    std::set<std::string> circle;
};

class Sorter {
public:
    explicit Sorter(std::vector<FoundPlugin>& found) {
        for (FoundPlugin& each : found)
            if (each.refusals.empty() && !each.is_disabled) by_id_.emplace(each.manifest.id, &each);
    }
    Order sort() {
        for (const auto& each : by_id_) visit(each.first);
        return std::move(order_);
    }

private:
    void visit(const std::string& id) {
        const auto found = by_id_.find(id);
        if (found == by_id_.end() || done_.contains(id)) return;
        const auto open = std::find(path_.begin(), path_.end(), id);
        if (open != path_.end()) {
            order_.circle.insert(open, path_.end());
            return;
        }
        path_.push_back(id);
        for (const std::string& each : found->second->manifest.requires_plugins) visit(each);
        path_.pop_back();
        done_.insert(id);
        order_.plugins.push_back(found->second);
    }

    std::map<std::string, FoundPlugin*> by_id_;
    std::vector<std::string> path_;
    std::set<std::string> done_;
    Order order_;
};

}  // namespace

struct Loader::State {
    explicit State(Options its_options)
        : options{std::move(its_options)},
          marker{options.crash_marker},
          digests{options.digest_memory} {}

    // Instances before the libraries that hold their code, and the last opened first.
    ~State() {
        std::for_each(opened.rbegin(), opened.rend(),
                      [](const Opened& each) { each.destroy(each.plugin); });
        while (!ui_libraries.empty()) ui_libraries.pop_back();
        while (!opened.empty()) opened.pop_back();
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    void find();
    std::optional<Problem> why_not_compatible(const FoundPlugin& plugin);
    std::optional<Problem> why_not_needed(const FoundPlugin& plugin) const;
    Problems open(FoundPlugin& plugin, Registry& registry);
    Problems describe(FoundPlugin& plugin, Opened& candidate, Registry& registry) const;
    const FoundPlugin* ready(const std::string& id) const;

    Options options;
    CrashMarker marker;
    DigestMemory digests;
    std::vector<FoundPlugin> plugins;
    std::set<std::string> ready_ids;
    std::vector<Opened> opened;
    std::vector<shared_library> ui_libraries;
};

void Loader::State::find() {
    std::set<std::string> seen;
    for (const fs::path& folder : options.folders) {
        std::vector<fs::path> files;
        std::error_code absent;
        for (const auto& each : fs::directory_iterator{folder, absent})
            if (each.path().filename().string().ends_with(".plugin.json"))
                files.push_back(each.path());
        std::sort(files.begin(), files.end());
        for (const fs::path& file : files) {
            FoundPlugin plugin{.file = file};
            auto manifest = read_manifest(file);
            if (manifest) {
                plugin.manifest = *std::move(manifest);
                if (!seen.insert(plugin.manifest.id).second)
                    plugin.refusals.push_back(refusal("plugin.manifest",
                                                      "The plugin “{0}” is installed twice. Only "
                                                      "the first one was opened. Remove {1}.",
                                                      plugin.manifest, file.string()));
            } else {
                plugin.manifest.id = file.stem().stem().string();
                plugin.refusals.push_back(std::move(manifest).error());
            }
            plugin.is_disabled = options.disabled.contains(plugin.manifest.id);
            plugins.push_back(std::move(plugin));
        }
    }
}

std::optional<Problem> Loader::State::why_not_compatible(const FoundPlugin& plugin) {
    const PluginManifest& manifest = plugin.manifest;
    if (manifest.sdk_version != sdk_version || manifest.abi_tag != abi_tag)
        return refusal("plugin.abi",
                       "The plugin “{0}” was built for {1}; this program is {2}. It was not "
                       "opened. Install the plugin that "
                       "belongs to this program.",
                       manifest, manifest.abi_tag, abi_tag);
    const fs::path library = library_of(plugin, "");
    if (!fs::exists(library))
        return refusal("plugin.cannot_open",
                       "The file {1} of the plugin “{0}” is missing. Install the plugin again.",
                       manifest, library.string());
    if (digests.digest_of(library) != manifest.sha256)
        return refusal("plugin.tampered",
                       "The file {1} of the plugin “{0}” is not the one that was installed. It was "
                       "not opened. Install the "
                       "plugin again from a source you trust.",
                       manifest, library.string());
    return std::nullopt;
}

std::optional<Problem> Loader::State::why_not_needed(const FoundPlugin& plugin) const {
    for (const std::string& each : plugin.manifest.requires_plugins)
        if (!ready_ids.contains(each))
            return refusal("plugin.requires",
                           "The plugin “{0}” needs the plugin {1}, which is not loaded. It was not "
                           "opened. Install or enable "
                           "that one first.",
                           plugin.manifest, each);
    return std::nullopt;
}

Problems Loader::State::open(FoundPlugin& plugin, Registry& registry) {
    const PluginManifest& manifest = plugin.manifest;
    Opened candidate;
    try {
        candidate.library = open_library(library_of(plugin, ""));
    } catch (const std::exception& error) {
        return {refusal("plugin.cannot_open",
                        "The plugin “{0}” cannot be opened ({1}). Install it again.", manifest,
                        error.what())};
    }
    if (!candidate.library.has("zhangfang_plugin"))
        return {refusal("plugin.no_entry",
                        "The file of “{0}” is no plugin of this program. Install the plugin again.",
                        manifest)};
    const auto& entry = candidate.library.get<const zhangfang_plugin_entry>("zhangfang_plugin");
    // Read in this order: each field may be believed only when those before it are as expected.
    if (entry.layout != ZHANGFANG_ENTRY_LAYOUT ||
        entry.struct_size < sizeof(zhangfang_plugin_entry) ||
        std::string_view{entry.abi_tag} != abi_tag || manifest.id != entry.id ||
        manifest.version != entry.version)
        return {refusal("plugin.layout",
                        "The file of the plugin “{0}” is not what its description says. It was "
                        "closed again. Install the "
                        "plugin that belongs to this program.",
                        manifest)};
    candidate.plugin = entry.create();
    candidate.destroy = entry.destroy;
    if (candidate.plugin == nullptr)
        return {refusal(
            "plugin.construct",
            "The plugin “{0}” could not start. It was closed again. Report this to its maker.",
            manifest)};
    Problems problems = describe(plugin, candidate, registry);
    if (problems.empty())
        opened.push_back(std::move(candidate));
    else
        candidate.destroy(candidate.plugin);
    return problems;
}

// The guard: what is thrown in plugin code ends here with its text copied, because the type of the
// exception may live in a library that is closed next.
Problems Loader::State::describe(FoundPlugin& plugin, Opened& candidate, Registry& registry) const {
    const PluginManifest& manifest = plugin.manifest;
    const auto failed = [&](std::string what) {
        return Problems{refusal("plugin.describe",
                                "The plugin “{0}” could not say what it does ({1}). It was closed "
                                "again. Report this to its "
                                "maker.",
                                manifest, std::move(what))};
    };
    Registry declared{manifest.short_name};
    try {
        candidate.plugin->describe(declared);
    } catch (const std::exception& error) {
        return failed(error.what());
    } catch (...) {
        return failed("no text");
    }
    std::vector<std::string> presets;
    for (const RolePreset& each : declared.presets()) presets.push_back(each.name);
    Registry together = registry;
    together.merge(std::move(declared));
    Problems problems;
    for (std::string& fault : together.faults())
        problems.push_back(refusal("plugin.declaration",
                                   "The plugin “{0}” contradicts itself or another one ({1}). "
                                   "Nothing of it was taken over. "
                                   "Report this to its maker.",
                                   manifest, std::move(fault)));
    if (!problems.empty()) return problems;
    registry = std::move(together);
    plugin.presets = std::move(presets);
    return {};
}

const FoundPlugin* Loader::State::ready(const std::string& id) const {
    const auto found = std::find_if(plugins.begin(), plugins.end(), [&](const FoundPlugin& each) {
        return each.manifest.id == id && ready_ids.contains(id) && each.refusals.empty();
    });
    return found == plugins.end() ? nullptr : &*found;
}

Loader::Loader(Options options) : state_{std::make_unique<State>(std::move(options))} {}
Loader::~Loader() = default;

const std::string& Loader::crashed() const {
    return state_->marker.crashed();
}
const std::vector<FoundPlugin>& Loader::plugins() const {
    return state_->plugins;
}

void Loader::load(Registry& registry) {
    State& state = *state_;
    state.find();
    for (FoundPlugin& each : state.plugins) {
        if (!each.refusals.empty() || each.is_disabled) continue;
        if (auto problem = state.why_not_compatible(each))
            each.refusals.push_back(*std::move(problem));
    }
    const Order order = Sorter{state.plugins}.sort();
    for (FoundPlugin* plugin : order.plugins) {
        if (order.circle.contains(plugin->manifest.id)) {
            plugin->refusals.push_back(
                refusal("plugin.cycle",
                        "The plugin “{0}” needs itself by way of others. It was not opened. Report "
                        "this to its maker.",
                        plugin->manifest));
        } else if (auto problem = state.why_not_needed(*plugin)) {
            plugin->refusals.push_back(*std::move(problem));
        } else {
            state.marker.set(plugin->manifest.id);
            plugin->refusals = state.open(*plugin, registry);
            if (plugin->refusals.empty()) state.ready_ids.insert(plugin->manifest.id);
        }
    }
    state.marker.clear();
    state.digests.save();
}

Result<const void*> Loader::open_ui(const std::string& id, const std::string& symbol) {
    State& state = *state_;
    const FoundPlugin* plugin = state.ready(id);
    if (plugin == nullptr || plugin->manifest.ui_sha256.empty())
        return Result<const void*>{nullptr};
    const PluginManifest& manifest = plugin->manifest;
    const fs::path file = library_of(*plugin, "_ui");
    if (!fs::exists(file))
        return Result<const void*>{nullptr};  // the windows are a package of their own
    if (state.digests.digest_of(file) != manifest.ui_sha256)
        return refusal("plugin.tampered",
                       "The file {1} of the plugin “{0}” is not the one that was installed. It was "
                       "not opened. Install the "
                       "plugin again from a source you trust.",
                       manifest, file.string());
    state.digests.save();
    state.marker.set(id);
    try {
        state.ui_libraries.push_back(open_library(file));
    } catch (const std::exception& error) {
        state.marker.clear();
        return refusal("plugin.cannot_open",
                       "The plugin “{0}” cannot be opened ({1}). Install it again.", manifest,
                       error.what());
    }
    state.marker.clear();
    const shared_library& library = state.ui_libraries.back();
    if (!library.has(symbol))
        return refusal("plugin.no_entry",
                       "The file of “{0}” is no plugin of this program. Install the plugin again.",
                       manifest);
    const auto& head = library.get<const EntryHead>(symbol);
    if (head.layout != ZHANGFANG_ENTRY_LAYOUT || std::string_view{head.abi_tag} != abi_tag ||
        manifest.id != head.id)
        return refusal("plugin.layout",
                       "The file of the plugin “{0}” is not what its description says. It was "
                       "closed again. Install the "
                       "plugin that belongs to this program.",
                       manifest);
    return Result<const void*>{&head};
}

}  // namespace zf
