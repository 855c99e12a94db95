// Nothing of the person who runs the tests is read or written: settings, sessions, digests.
#include <cstdlib>

#include "support/temporary_folder.h"

namespace zf::test {
namespace {

struct OwnHome {
    TemporaryFolder folder;

    OwnHome() {
        for (const char* name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"})
            setenv(name, folder.path().c_str(), 1);
        for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) setenv(name, "C.UTF-8", 1);
    }
};
const OwnHome own_home;

}  // namespace
}  // namespace zf::test
