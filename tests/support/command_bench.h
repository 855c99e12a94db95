#pragma once

#include <memory>
#include <string>
#include <vector>

#include "support/fresh_workspace.h"
#include "zhangfang/command/dispatcher.h"

namespace zf::test {

/// The world of a test: the clock stands still until it is moved, random digits count up.
Environment fixed_environment();

/// A workspace with a dispatcher and operators, for tests of commands.
///
///     CommandBench bench{store, registry.commands()};
///     const Session clerk = bench.operator_with("clerk", {{"bk.enter", "book:1"}});
///     const Outcome outcome = bench.run("bk.voucher.enter", {{"date", "2008-01-02"}}, clerk);
class CommandBench {
public:
    CommandBench(StoreKind kind, const CommandTable& commands,
                 const std::vector<MigrationSet>& further = {}, const BookKinds& kinds = {},
                 const std::vector<Watch>& watches = {});

    /// An operator with these grants, signed in.
    Session operator_with(const std::string& login, const std::vector<Grant>& grants);
    /// Grants replaced behind the back of the sessions that are open.
    void set_grants(const Session& session, const std::vector<Grant>& grants);

    Outcome run(const std::string& command, const Record& parameters, const Session& session);
    Outcome run(const CommandRequest& request, const Session& session);

    FreshWorkspace& fresh() { return fresh_; }
    Workspace& workspace() { return fresh_.workspace(); }
    Dispatcher& dispatcher() { return *dispatcher_; }
    Environment& environment() { return environment_; }
    /// Another dispatcher on the same workspace, as another process would have it.
    std::unique_ptr<Dispatcher> second_dispatcher();

    /// The first column of the first row, as anybody who opens the workspace now reads it.
    std::int64_t integer(std::string_view sql);
    std::string text(std::string_view sql);
    std::int64_t trail_length() { return integer("SELECT COUNT(*) FROM zf_audit_entry"); }
    /// The payload of the newest entry of the trail.
    Record last_payload();

private:
    FreshWorkspace fresh_;
    const CommandTable& commands_;
    BookKinds kinds_;
    std::vector<Watch> watches_;
    Environment environment_;
    std::unique_ptr<Dispatcher> dispatcher_;
    std::unique_ptr<Connection> reader_;
};

}  // namespace zf::test
