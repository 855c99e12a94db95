#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "zhangfang/base/export.h"
#include "zhangfang/base/message.h"

namespace zf {

// The texts of one language, read from .mo files (the same files that the window's toolkit uses).
// English ids are the source language: a missing entry answers with its id.
class ZF_EXPORT Catalogue {
public:
    explicit Catalogue(std::string language);  // "zh_CN", "zh_TW", "en"

    // Adds the entries of a .mo file; false when it does not exist or is damaged.
    bool add_file(const std::string& path);

    const std::string& language() const { return language_; }
    bool has(std::string_view id) const;
    std::string text(std::string_view id) const;

    // The sentence with its arguments: amounts with thousands commas (1,234.56), dates as
    // 2008-01-31, row numbers and counts plain. A text argument that is a message id itself is
    // translated too, and so is a list of ids joined by ", ".
    std::string text(const Message& message) const;
    std::string written(const Argument& argument) const;

private:
    std::string language_;
    std::map<std::string, std::string, std::less<>> entries_;
};

// All catalogues of a language below `folder` (<folder>/zh_CN/LC_MESSAGES/*.mo), in the order of
// their names.
ZF_EXPORT Catalogue load_catalogue(const std::string& language,
                                   const std::filesystem::path& folder);

// The product's language for a locale name as operating systems write it: "zh_HK.UTF-8" gives
// "zh_TW", any other Chinese "zh_CN", everything else "en".
ZF_EXPORT std::string language_for_locale(std::string_view locale_name);

}  // namespace zf
