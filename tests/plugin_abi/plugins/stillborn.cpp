// Its constructor throws.
#include <stdexcept>

#include "zhangfang/plugin/plugin.h"

namespace {

class Stillborn : public zf::Plugin {
public:
    Stillborn() { throw std::runtime_error{"no licence file"}; }
    void describe(zf::Registry&) const override {}
};

}  // namespace

ZHANGFANG_PLUGIN(Stillborn, "stillborn", "1.0.0")
