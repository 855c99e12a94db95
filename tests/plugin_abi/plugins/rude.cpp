// Throws what is no exception at all.
#include "zhangfang/plugin/plugin.h"

namespace {

class Rude : public zf::Plugin {
public:
    void describe(zf::Registry&) const override { throw 17; }
};

}  // namespace

ZHANGFANG_PLUGIN(Rude, "rude", "1.0.0")
