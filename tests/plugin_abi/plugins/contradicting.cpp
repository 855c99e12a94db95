// Declares a command under the name of another module, and a menu entry that opens nothing.
#include "zhangfang/plugin/plugin.h"

namespace {

struct Nothing {};

zf::Result<zf::Changes> do_nothing(const Nothing&, zf::CommandContext&) {
    return zf::Changes{};
}

class Contradicting : public zf::Plugin {
public:
    void describe(zf::Registry& registry) const override {
        registry.add(zf::Permission{.name = "contradicting.work", .title = "Work"});
        registry.add(zf::Command<Nothing>{.name = "bk.voucher.enter",
                                          .title = "Enter voucher",
                                          .permission = "contradicting.work",
                                          .run = do_nothing});
        registry.add(zf::MenuEntry{.path = "Work/Vanish", .opens = "contradicting.vanish"});
    }
};

}  // namespace

ZHANGFANG_PLUGIN(Contradicting, "contradicting", "1.0.0")
