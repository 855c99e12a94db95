#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace zf::host {

// What this computer's person chose: language, key preset, last files. One small file in the
// person's configuration folder; never anything about the people in a workspace.
class Settings {
public:
    explicit Settings(std::filesystem::path file);  // a damaged file counts as empty

    std::string get(const std::string& name, const std::string& otherwise = {}) const;
    void set(const std::string& name,
             const std::string& value);  // kept at once; a read-only folder is tolerated

private:
    std::filesystem::path file_;
    std::map<std::string, std::string> values_;
};

std::filesystem::path default_settings_file();

}  // namespace zf::host
