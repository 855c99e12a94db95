#pragma once

#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "zhangfang/plugin/registry.h"

namespace zf {

// <id>.plugin.json: what must be known of a plugin before any of its code is loaded.
struct PluginManifest {
    std::string id;          // "bookkeeping", also the library's name
    std::string short_name;  // "bk": begins its commands, permissions, tables
    std::string version;
    std::string title;  // English message id
    std::string sdk_version;
    std::string abi_tag;
    std::vector<std::string> requires_plugins;
    std::string sha256;     // of the library, hex
    std::string ui_sha256;  // of the ui module; "" without one
};

// Reads one manifest. Problem plugin.manifest says what is wrong with it.
ZF_EXPORT Result<PluginManifest> read_manifest(const std::filesystem::path& file);

struct FoundPlugin {
    PluginManifest manifest;
    std::filesystem::path file;        // the manifest
    std::vector<Problem> refusals;     // empty: it is loaded
    bool is_disabled = false;          // left out by the settings; no refusal
    std::vector<std::string> presets;  // names that it declares; they carry no short name
};

// Finds, checks and opens plugins: found → compatible → opened → constructed → described. One that
// is refused takes the plugins that need it along; the others go on. Refusals: plugin.manifest,
// plugin.abi, plugin.tampered, plugin.cycle, plugin.requires, plugin.cannot_open, plugin.no_entry,
// plugin.layout, plugin.construct, plugin.describe, plugin.declaration. Main thread only.
//
// What the registry holds is code of the libraries: destroy the registry, and everything made from
// it, before the loader.
class ZF_EXPORT Loader {
public:
    struct Options {
        std::vector<std::filesystem::path> folders;
        std::set<std::string> disabled;       // ids
        std::filesystem::path digest_memory;  // digests by path, size, mtime and inode; "" computes
                                              // them each time
        std::filesystem::path crash_marker;   // names the plugin being opened; "" keeps none
    };

    explicit Loader(Options options);
    ~Loader();
    Loader(const Loader&) = delete;
    Loader& operator=(const Loader&) = delete;

    // The plugin that was being opened when an earlier start died, as the marker says; "" when
    // none.
    const std::string& crashed() const;

    // Adds the declarations of every sound plugin to `registry`.
    void load(Registry& registry);

    const std::vector<FoundPlugin>& plugins() const;

    // The C entry `symbol` of a loaded plugin's ui module, checked for layout, ABI tag and id;
    // nullptr with no such module. The module stays open as long as the loader. Problems as above.
    Result<const void*> open_ui(const std::string& id, const std::string& symbol);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace zf
