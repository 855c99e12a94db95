#include "host/settings.h"

#include "zhangfang/platform/platform.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <system_error>

namespace zf::host {

std::filesystem::path default_settings_file() {
    return platform::user_config_folder() / "settings.json";
}

Settings::Settings(std::filesystem::path file) : file_{std::move(file)} {
    std::ifstream stream{file_};
    const auto json = nlohmann::json::parse(stream, nullptr, false);
    if (!json.is_object()) return;
    for (const auto& [name, value] : json.items())
        if (value.is_string()) values_[name] = value.get<std::string>();
}

std::string Settings::get(const std::string& name, const std::string& otherwise) const {
    const auto found = values_.find(name);
    return found == values_.end() ? otherwise : found->second;
}

void Settings::set(const std::string& name, const std::string& value) {
    values_[name] = value;
    try {
        platform::create_private_folder(file_.parent_path());
        platform::replace_private_file(file_, nlohmann::json(values_).dump(4));
    } catch (const std::system_error&) {
        // A choice that cannot be kept still holds until the program ends.
    }
}

}  // namespace zf::host
