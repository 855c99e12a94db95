#pragma once

#include "zhangfang/plugin/abi_tag.h"
#include "zhangfang/plugin/entry.h"
#include "zhangfang/plugin/registry.h"

namespace zf {

// What a plugin library makes. describe() declares everything and does nothing.
class ZF_EXPORT Plugin {
public:
    virtual ~Plugin();
    virtual void describe(Registry& registry) const = 0;
};

}  // namespace zf

// Last line of a plugin's plugin.cpp: the one exported symbol.
#define ZHANGFANG_PLUGIN(TYPE, ID, VERSION)                                                        \
    static zf::Plugin* zhangfang_create() noexcept {                                               \
        try {                                                                                      \
            return new (TYPE);                                                                     \
        } catch (...) {                                                                            \
            return nullptr;                                                                        \
        }                                                                                          \
    }                                                                                              \
    static void zhangfang_destroy(zf::Plugin* plugin) noexcept {                                   \
        delete plugin;                                                                             \
    }                                                                                              \
    extern "C" ZF_PLUGIN_EXPORT const zhangfang_plugin_entry zhangfang_plugin = {                  \
        ZHANGFANG_ENTRY_LAYOUT,                                                                    \
        sizeof(zhangfang_plugin_entry),                                                            \
        zf::abi_tag,                                                                               \
        ID,                                                                                        \
        VERSION,                                                                                   \
        zhangfang_create,                                                                          \
        zhangfang_destroy};
