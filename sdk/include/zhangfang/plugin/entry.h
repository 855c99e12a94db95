#pragma once

#include <cstdint>

#define ZHANGFANG_ENTRY_LAYOUT 1u

#if defined(_WIN32)
#define ZF_PLUGIN_EXPORT __declspec(dllexport)
#else
#define ZF_PLUGIN_EXPORT __attribute__((visibility("default")))
#endif

namespace zf {
class Plugin;
}

// The door of a plugin: plain C, read in the order layout → struct_size → abi_tag. Behind it stands
// C++, which is safe only when both sides were built alike; so the ABI tag must be equal.
struct zhangfang_plugin_entry {
    std::uint32_t layout;
    std::uint32_t struct_size;  // a later layout may only append
    const char* abi_tag;
    const char* id;
    const char* version;
    zf::Plugin* (*create)() noexcept;
    void (*destroy)(zf::Plugin*) noexcept;
};
