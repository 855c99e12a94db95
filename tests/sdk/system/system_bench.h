#pragma once

#include "support/command_bench.h"
#include "zhangfang/plugin/registry.h"

namespace zf::test {

/// A workspace that nobody founded yet, with the sdk's own commands and the rights of a small
/// trade: `st.enter` and `st.review` may not be in one hand, and review is handed on by its holders
/// only.
class SystemBench {
public:
    explicit SystemBench(StoreKind kind);

    Outcome run(const std::string& command, const Record& parameters, const Session& session);
    Outcome run_unsigned(const std::string& command, const Record& parameters);
    /// Founds the workspace with the operator "chief", who holds the rights of the workspace.
    Session founded();
    /// Adds an operator through the command and signs him in.
    Session added(const Session& chief, const std::string& login);
    Session signed_in(const std::string& login, const std::string& password);

    CommandBench& commands() { return bench_; }
    const Registry& registry() const { return registry_; }

private:
    const Registry& registry_;
    CommandBench bench_;
};

std::string first_code(const Outcome& outcome);

/// Nobody guesses it, and no list of common ones has it.
inline constexpr const char* good_password = "seven brown geese";

}  // namespace zf::test
