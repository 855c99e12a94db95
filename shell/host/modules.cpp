#include "host/modules.h"

#include <algorithm>
#include <cstdlib>

#include "host/guide.h"
#include "zhangfang/platform/platform.h"
#include "zhangfang/system/system.h"

namespace zf::host {
namespace {

std::filesystem::path program_folder() {
    return platform::executable_path().parent_path();
}

Loader::Options loader_options(const ModulesOptions& options) {
    Loader::Options result;
    if (!options.safe_start) result.folders.push_back(program_folder() / "plugins");
    result.folders.insert(result.folders.end(), options.more_folders.begin(),
                          options.more_folders.end());
    result.disabled = options.disabled;
    const std::filesystem::path state = platform::user_state_folder();
    result.digest_memory = state / "plugin-digests.json";
    result.crash_marker = state / "opening-plugin";
    return result;
}

Catalogue catalogue_for(const std::string& language) {
    return load_catalogue(language, share_folder() / "locale");
}

}  // namespace

std::filesystem::path share_folder() {
    return program_folder().parent_path().parent_path() / "share" / "zhangfang";
}

std::filesystem::path data_folder(const std::string& module) {
    return share_folder() / module;
}

std::string system_language() {
    // The order in which the C library asks them.
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value != nullptr && *value != '\0') return language_for_locale(value);
    }
    return "en";
}

Modules::Modules(ModulesOptions options)
    : catalogue_{catalogue_for(options.language.empty() ? system_language() : options.language)},
      loader_{std::make_unique<Loader>(loader_options(options))},
      registry_{std::make_unique<Registry>()} {
    platform::create_private_folder(platform::user_state_folder());
    describe_system(*registry_);
    describe_guide(*registry_);
    loader_->load(*registry_);
}

void Modules::set_language(const std::string& language) {
    catalogue_ = catalogue_for(language);
}

std::vector<MigrationSet> Modules::migrations() const {
    std::vector<MigrationSet> sets{sdk_migrations()};
    for (const MigrationSet& set : registry_->migrations()) sets.push_back(set);
    return sets;
}

}  // namespace zf::host
