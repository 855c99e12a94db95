#include "support/command_bench.h"

#include <atomic>

#include <fmt/format.h>

#include "zhangfang/access/operator_store.h"
#include "zhangfang/model/json.h"

namespace zf::test {

Environment fixed_environment() {
    auto count = std::make_shared<std::atomic<int>>(0);
    Environment environment;
    environment.now = [] { return std::string{"2008-01-31T08:00:00Z"}; };
    environment.today = [] { return Date{2008, 1, 31}; };
    environment.random_hex = [count](std::size_t bytes) {
        return fmt::format("{:0{}x}", ++*count, bytes * 2);
    };
    environment.station = "window 2";
    environment.program_version = "1.0.0";
    return environment;
}

CommandBench::CommandBench(StoreKind kind, const CommandTable& commands,
                           const std::vector<MigrationSet>& further, const BookKinds& kinds,
                           const std::vector<Watch>& watches)
    : fresh_{kind, further},
      commands_{commands},
      kinds_{kinds},
      watches_{watches},
      environment_{fixed_environment()},
      dispatcher_{second_dispatcher()},
      reader_{fresh_.workspace().connect_reader()} {}

std::unique_ptr<Dispatcher> CommandBench::second_dispatcher() {
    return std::make_unique<Dispatcher>(workspace(), commands_, kinds_, watches_, environment_);
}

Session CommandBench::operator_with(const std::string& login, const std::vector<Grant>& grants) {
    Transaction transaction{fresh_.writer()};
    const OperatorStore store{transaction};
    const Stamp stamp{.now = environment_.now()};
    const auto added = store.add(transaction, {.login = login, .name = login}, stamp);
    REQUIRE(added.has_value());
    store.set_grants(transaction, added->id, grants, stamp);
    const std::string id = store.open_session(transaction, added->id, "token of " + login,
                                              environment_.station, environment_.now());
    transaction.commit();
    return Session{id, *store.get(added->id), grants};
}

void CommandBench::set_grants(const Session& session, const std::vector<Grant>& grants) {
    Transaction transaction{fresh_.writer()};
    OperatorStore{transaction}.set_grants(transaction, session.who().id, grants,
                                          {.now = environment_.now()});
    transaction.commit();
}

Outcome CommandBench::run(const std::string& command, const Record& parameters,
                          const Session& session) {
    return run({.command = command, .parameters = parameters}, session);
}

Outcome CommandBench::run(const CommandRequest& request, const Session& session) {
    return dispatcher_->run(request, &session);
}

std::int64_t CommandBench::integer(std::string_view sql) {
    const Snapshot snapshot{*reader_};
    return integer_of(snapshot, sql).value_or(0);
}

std::string CommandBench::text(std::string_view sql) {
    const Snapshot snapshot{*reader_};
    return text_of(snapshot, sql).value_or("");
}

Record CommandBench::last_payload() {
    const std::string payload = text(
        "SELECT payload FROM zf_audit_entry ORDER BY sequence DESC LIMIT 1");
    const auto parsed = parse_json(payload);
    REQUIRE(parsed.has_value());
    return parsed->as<Record>();
}

}  // namespace zf::test
