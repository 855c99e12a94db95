#include "zhangfang/plugin/plugin.h"

namespace zf {

Plugin::~Plugin() = default;

}  // namespace zf
