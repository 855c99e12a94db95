// Its entry has a layout that this program does not know; nothing behind the number may be read.
#include "zhangfang/plugin/plugin.h"

extern "C" ZF_PLUGIN_EXPORT const zhangfang_plugin_entry zhangfang_plugin = {
    ZHANGFANG_ENTRY_LAYOUT + 1,
    sizeof(zhangfang_plugin_entry),
    nullptr,
    nullptr,
    nullptr,
    nullptr,
    nullptr};
