#include "sdk/system/system_bench.h"

#include "zhangfang/access/operator_store.h"
#include "zhangfang/system/system.h"

namespace zf::test {

// The handlers look things up in the registry that describe_system() was given, so there is one.
static const Registry& system_registry() {
    struct Described : Registry {
        Described() {
            describe_system(*this);
            add(Permission{.name = "st.enter", .title = "Enter", .is_per_book = true});
            add(Permission{.name = "st.review",
                           .title = "Review",
                           .is_per_book = true,
                           .granted_by_holder = true});
            add(RolePreset{
                .name = "clerk", .title = "Clerk", .permissions = {"st.enter", "zf.backup"}});
            add(Conflict{
                .first = "st.enter", .second = "st.review", .why = "Who enters does not review."});
        }
    };
    static const Described registry;
    return registry;
}

SystemBench::SystemBench(StoreKind kind)
    : registry_{system_registry()},
      bench_{kind, registry_.commands(), {}, registry_.book_kinds(), registry_.watches()} {}

Outcome SystemBench::run(const std::string& command, const Record& parameters,
                         const Session& session) {
    return bench_.run(command, parameters, session);
}

Outcome SystemBench::run_unsigned(const std::string& command, const Record& parameters) {
    return bench_.dispatcher().run({.command = command, .parameters = parameters}, nullptr);
}

Session SystemBench::founded() {
    const Outcome outcome = run_unsigned(
        "operator.found", {{"login", "chief"}, {"name", "Chief"}, {"password", good_password}});
    REQUIRE(outcome.is_done());
    return signed_in("chief", good_password);
}

Session SystemBench::added(const Session& chief, const std::string& login) {
    const Outcome outcome = run(
        "operator.add", {{"login", login}, {"name", "Mr " + login}, {"password", good_password}},
        chief);
    REQUIRE(outcome.is_done());
    return signed_in(login, good_password);
}

Session SystemBench::signed_in(const std::string& login, const std::string& password) {
    const Outcome outcome = run_unsigned("session.open",
                                         {{"login", login}, {"password", password}});
    REQUIRE(outcome.is_done());
    Transaction transaction{bench_.fresh().writer()};
    const auto session = OperatorStore{transaction}.session_by_token(
        outcome.result.get("token").as<std::string>(), bench_.environment().now());
    REQUIRE(session.has_value());
    return *session;
}

std::string first_code(const Outcome& outcome) {
    return outcome.problems.empty() ? "" : outcome.problems.front().code;
}

}  // namespace zf::test
