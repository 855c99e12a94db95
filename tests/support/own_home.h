#pragma once

#include <cstdlib>

#include "support/temporary_folder.h"

namespace zf::test {

/// While it lives, nothing of the person who runs the tests is read or written: settings, sessions,
/// digests.
class OwnHome {
public:
    OwnHome() {
        for (const char* name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"})
            setenv(name, folder_.path().c_str(), 1);
        for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) setenv(name, "C.UTF-8", 1);
    }

private:
    TemporaryFolder folder_;
};

}  // namespace zf::test
