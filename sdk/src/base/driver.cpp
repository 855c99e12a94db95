#include "zhangfang/base/driver.h"

#include <boost/dll/runtime_symbol_info.hpp>
#include <boost/dll/shared_library.hpp>

namespace zf {

const void* loaded_driver(const std::string& name) {
    auto file = boost::dll::this_line_location().parent_path() / "zhangfang" / name;
    file += boost::dll::shared_library::suffix();
    // Never closed: its code is needed until the last object is gone.
    const auto* const module = new boost::dll::shared_library{file,
                                                              boost::dll::load_mode::rtld_local};
    return &module->get<const char>("zf_" + name + "_driver");
}

}  // namespace zf
