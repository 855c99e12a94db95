// Nothing is wrong with it: what the others are compared with.
#include <cstdlib>
#include <fstream>

#include "zhangfang/plugin/plugin.h"

namespace {

struct Greet {
    std::string name;
};

zf::Result<zf::Record> greet(const Greet& request, zf::ReadContext&) {
    return zf::Record{{"greeting", "Good day, " + request.name}};
}

class Sound : public zf::Plugin {
public:
    // Tells a test, in the file that it names, when the instance goes.
    ~Sound() override {
        if (const char* log = std::getenv("ZF_TEST_PLUGIN_LOG"))
            std::ofstream{log, std::ios::app} << "sound gone\n";
    }
    void describe(zf::Registry& registry) const override {
        registry.add(zf::Permission{.name = "sound.greet", .title = "Greet"});
        registry.add(zf::Query<Greet>{
            .name = "sound.greeting.say",
            .title = "Say a greeting",
            .permission = "sound.greet",
            .parameters = {zf::field("name", &Greet::name, "Name").required()},
            .answer = {zf::answer_field("greeting", "Greeting", zf::ValueType::text)},
            .run = greet,
        });
    }
};

}  // namespace

ZHANGFANG_PLUGIN(Sound, "sound", "1.0.0")
