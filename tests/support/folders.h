#pragma once

#include <filesystem>

namespace zf::test {

/// The root of the sources, for scenarios, golden files and charts that tests read.
std::filesystem::path source_folder();

/// The root of the build, for the programs and plugins that tests start.
std::filesystem::path build_folder();

}  // namespace zf::test
