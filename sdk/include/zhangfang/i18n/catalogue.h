#pragma once

#include "zhangfang/base/export.h"
#include "zhangfang/base/message.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace zf {

// The texts of one language, read from .mo files (the same files that the window's toolkit uses). English ids are the
// source language: a missing entry answers with its id.
class ZF_EXPORT Catalogue {
public:
    explicit Catalogue(std::string language);  // "zh_CN", "zh_TW", "en"

    // Adds the entries of a .mo file; false when it does not exist or is damaged.
    bool add_file(const std::string& path);

    const std::string& language() const { return language_; }
    bool has(std::string_view id) const;
    std::string text(std::string_view id) const;

    // The sentence with its arguments, written as the language writes them (1,234.56, 2008-01-31); text arguments that
    // are message ids themselves are translated too.
    std::string text(const Message& message) const;
    std::string text(const Argument& argument) const;

private:
    std::string language_;
    std::map<std::string, std::string, std::less<>> entries_;
};

}  // namespace zf
