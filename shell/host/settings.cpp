#include "host/settings.h"

#include <fstream>
#include <iterator>
#include <system_error>

#include "zhangfang/model/json.h"
#include "zhangfang/platform/platform.h"

namespace zf::host {

std::filesystem::path default_settings_file() {
    return platform::user_config_folder() / "settings.json";
}

Settings::Settings(std::filesystem::path file) : file_{std::move(file)} {
    std::ifstream stream{file_};
    const std::string text{std::istreambuf_iterator<char>{stream}, {}};
    const auto json = parse_json(text);
    if (!json || json->if_a<Record>() == nullptr) return;
    for (const auto& [name, value] : json->as<Record>())
        if (const auto* kept = value.if_a<std::string>()) values_[name] = *kept;
}

std::string Settings::get(const std::string& name, const std::string& otherwise) const {
    const auto found = values_.find(name);
    return found == values_.end() ? otherwise : found->second;
}

void Settings::set(const std::string& name, const std::string& value) {
    values_[name] = value;
    try {
        platform::create_private_folder(file_.parent_path());
        Record record;
        for (const auto& [each, text] : values_) record.set(each, Value{text});
        platform::replace_private_file(file_, to_json(Value{record}));
    } catch (const std::system_error&) {
        // A choice that cannot be kept still holds until the program ends.
    }
}

}  // namespace zf::host
