// Throws an exception of its own type while it describes itself, after it declared something.
#include <stdexcept>

#include "zhangfang/plugin/plugin.h"

namespace {

class Silence : public std::exception {
public:
    const char* what() const noexcept override { return "says nothing"; }
};

class Mute : public zf::Plugin {
public:
    void describe(zf::Registry& registry) const override {
        registry.add(zf::Permission{.name = "mute.speak", .title = "Speak"});
        throw Silence{};
    }
};

}  // namespace

ZHANGFANG_PLUGIN(Mute, "mute", "1.0.0")
