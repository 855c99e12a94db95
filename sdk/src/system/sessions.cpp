// Signing in and out. A token stands for a session; only its hash is stored.
#include "system/operator_rows.h"
#include "system/parts.h"
#include "zhangfang/access/operator_store.h"
#include "zhangfang/audit/audit_trail.h"
#include "zhangfang/model/answer.h"

namespace zf::system {
namespace {

constexpr std::size_t token_bytes = 32;

struct OpenSession {
    std::string login, password;
};
struct CloseSession {
    std::string token;
};
struct ShowSession {};

Result<Changes> open_session(const OpenSession& request, CommandContext& context) {
    const OperatorStore store{context.transaction()};
    const auto known = store.by_login(request.login);
    const std::optional<BoundOperator> bound = known
                                                   ? std::optional<BoundOperator>{std::in_place,
                                                                                  store, known->id}
                                                   : std::nullopt;
    const auto who = store.sign_in(context.transaction(), request.login, request.password,
                                   context.station(), context.now());
    if (!who) return Changes{.refusal = who.error()};
    const std::string token = context.random_hex(token_bytes);
    store.open_session(context.transaction(), who->id, token, context.station(), context.now());
    Changes changes{.said = {"{0} is signed in.", {who->name}}};
    changes.who = *who;
    // The hash of a password is made anew when its parameters rise.
    BoundRow row = bound->row();
    if (row.before != row.after) changes.rows.push_back(std::move(row));
    changes.result.set("token", Value{token});
    changes.result.set("name", Value{who->name});
    return changes;
}

Result<Changes> close_session(const CloseSession& request, CommandContext& context) {
    const OperatorStore store{context.transaction()};
    store.close_session(context.transaction(), request.token, context.now());
    return Changes{.said = {"Signed out.", {}}};
}

Result<Record> show_session(const ShowSession&, ReadContext& context) {
    List rights;
    for (const Grant& grant : context.session().grants()) {
        Record row;
        row.set("permission", Value{grant.permission});
        row.set("place", Value{book_at(grant.place, context.snapshot())});
        rights.emplace_back(std::move(row));
    }
    Record answer;
    answer.set("login", Value{context.session().who().login});
    answer.set("name", Value{context.session().who().name});
    answer.set("rows", Value{std::move(rights)});
    return answer;
}

}  // namespace

void describe_sessions(Registry& registry) {
    FieldInfo token = column("token", "Session token");
    token.is_secret = true;
    registry.add(Command<OpenSession>{
        .name = "session.open",
        .title = "Sign in",
        .needs = Needs::workspace,
        .parameters = {field("login", &OpenSession::login, "Login").required(),
                       field("password", &OpenSession::password, "Password").required().secret()},
        .answer = {token, column("name", "Name")},
        .run = open_session});
    registry.add(Command<CloseSession>{
        .name = "session.close",
        .title = "Sign out",
        .needs = Needs::own,
        .parameters = {field("token", &CloseSession::token, "Session token").required().secret()},
        .run = close_session});
    registry.add(Query<ShowSession>{
        .name = "session.show",
        .title = "Who is signed in",
        .needs = Needs::own,
        .parameters = {},
        .answer = {column("login", "Login"), column("name", "Name"),
                   rows_of("Rights", {column("permission", "Right"), column("place", "Book")})},
        .run = show_session});
}

}  // namespace zf::system
