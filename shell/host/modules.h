#pragma once

#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "zhangfang/i18n/catalogue.h"
#include "zhangfang/plugin/loader.h"
#include "zhangfang/plugin/registry.h"

namespace zf::host {

struct ModulesOptions {
    std::string language;                             // "" follows the system
    bool safe_start = false;                          // opens no plugin
    std::set<std::string> disabled;                   // ids of plugins that stay closed
    std::vector<std::filesystem::path> more_folders;  // developer mode
};

// Everything that is declared in this process: the sdk's own modules and the plugins beside the
// program, with their texts. Made once at start, on the main thread.
class Modules {
public:
    explicit Modules(ModulesOptions options);

    const Registry& registry() const { return *registry_; }
    const Catalogue& catalogue() const { return catalogue_; }
    Loader& loader() { return *loader_; }
    const Loader& loader() const { return *loader_; }
    void set_language(const std::string& language);

    // The sdk's migrations first, then those of each plugin.
    std::vector<MigrationSet> migrations() const;

private:
    Catalogue catalogue_;
    // The registry holds code of the libraries that the loader keeps open: it goes first.
    std::unique_ptr<Loader> loader_;
    std::unique_ptr<Registry> registry_;
};

// <prefix>/share/zhangfang: catalogues, data and help of every module.
std::filesystem::path share_folder();
std::filesystem::path data_folder(const std::string& module);
// The language of this computer: zh_CN on a simplified Chinese system.
std::string system_language();

}  // namespace zf::host
