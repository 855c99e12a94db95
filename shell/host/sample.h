#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "host/modules.h"
#include "zhangfang/command/environment.h"
#include "zhangfang/command/progress.h"

namespace zf::host {

// How a sample comes along: what is being done, and which of how many steps it is.
using SampleStep = std::function<void(const Message& what, std::int64_t step, std::int64_t steps)>;

struct SampleResult {
    std::string workspace;           // address of what was made
    std::vector<std::string> files;  // printed or backed up, in the order they were made
    std::int64_t compared = 0;       // figures held against the expected tables
    Problems differences;
};

// Makes a sample's workspace and papers in a folder, through the same commands as everybody, by the
// script of the module that declared it. Random passwords stand in operators.txt, which only its
// owner may read. An existing workspace of that name is refused. A step that is not done ends it.
Result<SampleResult> make_sample(const Modules& modules, const std::string& name,
                                 const std::filesystem::path& folder,
                                 const Environment& environment, const SampleStep& began,
                                 Progress& progress);

// The same by the script in any folder, such as one that is still being written.
Result<SampleResult> tell_sample(const Modules& modules, const std::filesystem::path& script_folder,
                                 const std::filesystem::path& folder,
                                 const Environment& environment, const SampleStep& began,
                                 Progress& progress);

}  // namespace zf::host
