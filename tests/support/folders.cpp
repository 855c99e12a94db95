#include "support/folders.h"

namespace zf::test {

std::filesystem::path source_folder() {
    return ZF_TEST_SOURCE_FOLDER;
}

std::filesystem::path build_folder() {
    return ZF_TEST_BUILD_FOLDER;
}

}  // namespace zf::test
