#pragma once

#include <set>
#include <string>
#include <vector>

#include "zhangfang/plugin/loader.h"
#include "zhangfang/plugin/registry.h"

namespace zf::test {

/// The sdk and every plugin that was built, loaded as a program loads them. One for the whole run:
/// opening libraries is the dear part.
class LoadedModules {
public:
    static const LoadedModules& all();

    const Registry& registry() const { return registry_; }
    const std::vector<FoundPlugin>& plugins() const { return loader_.plugins(); }

private:
    LoadedModules();
    Loader loader_;
    Registry registry_;
};

/// Every English text that declarations show to people.
std::set<std::string> declared_texts(const Registry& registry);

}  // namespace zf::test
