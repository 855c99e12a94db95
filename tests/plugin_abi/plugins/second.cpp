// Sound too, so that two plugins can need each other.
#include <cstdlib>
#include <fstream>

#include "zhangfang/plugin/plugin.h"

namespace {

class Second : public zf::Plugin {
public:
    ~Second() override {
        if (const char* log = std::getenv("ZF_TEST_PLUGIN_LOG"))
            std::ofstream{log, std::ios::app} << "second gone\n";
    }
    void describe(zf::Registry& registry) const override {
        registry.add(zf::Permission{.name = "second.look", .title = "Look"});
    }
};

}  // namespace

ZHANGFANG_PLUGIN(Second, "second", "1.0.0")
