// Its description says the right ABI tag, its library another: what was really loaded counts.
#include "zhangfang/plugin/plugin.h"

extern "C" ZF_PLUGIN_EXPORT const zhangfang_plugin_entry zhangfang_plugin = {
    ZHANGFANG_ENTRY_LAYOUT,
    sizeof(zhangfang_plugin_entry),
    "zhangfang-0.1 othercc-1 otherlib abacus debug",
    "stranger",
    "1.0.0",
    nullptr,
    nullptr};
