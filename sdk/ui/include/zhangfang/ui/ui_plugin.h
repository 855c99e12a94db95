#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>

#include "zhangfang/plugin/abi_tag.h"
#include "zhangfang/plugin/entry.h"
#include "zhangfang/ui/screen.h"

namespace zf {

using ScreenFactory = std::function<Screen*(wxWindow* parent, UiHost& host,
                                            const Record& parameters)>;

// The bespoke screens of plugins, by the name that menus, views and links use ("bk.voucher_grid").
class ZF_EXPORT ScreenRegistry {
public:
    void add(std::string name, ScreenFactory factory) {
        factories_[std::move(name)] = std::move(factory);
    }
    const ScreenFactory* find(const std::string& name) const {
        const auto found = factories_.find(name);
        return found == factories_.end() ? nullptr : &found->second;
    }

private:
    std::map<std::string, ScreenFactory> factories_;
};

}  // namespace zf

// The door of a plugin's ui module, as plain as the plugin's own.
struct zhangfang_ui_entry {
    std::uint32_t layout;
    std::uint32_t struct_size;
    const char* abi_tag;
    const char* id;
    void (*describe)(zf::ScreenRegistry&);
};

#define ZHANGFANG_UI_PLUGIN(ID, DESCRIBE)                                                          \
    extern "C" ZF_PLUGIN_EXPORT const zhangfang_ui_entry zhangfang_ui = {                          \
        ZHANGFANG_ENTRY_LAYOUT, sizeof(zhangfang_ui_entry), zf::abi_tag, ID, DESCRIBE};
