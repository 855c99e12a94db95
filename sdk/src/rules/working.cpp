#include "zhangfang/rules/working.h"

namespace zf {

Working& Working::none() {
    static Working nothing_kept{false};
    return nothing_kept;
}

}  // namespace zf
