// 操作员: who may sign in. What each may do is in grants.cpp.
#include "system/operator_rows.h"
#include "system/parts.h"
#include "zhangfang/model/answer.h"

namespace zf::system {
namespace {

struct AddOperator {
    std::string login, name, password, same_person_as;
};
struct SaveOperator {
    std::string operator_, login, name;
    std::optional<bool> is_enabled;  // what is not named stays
};
struct NameOperator {
    std::string operator_;
};
struct ResetPassword {
    std::string operator_, password;
};
struct ChangePassword {
    std::string old_password, new_password;
};
struct SetSecurityCode {
    std::string password, code;
};
struct ListOperators {
    std::string search;
};

// What the trail tells of an operator: before and after.
const std::vector<Field<Operator>>& operator_fields() {
    static const std::vector<Field<Operator>> fields{
        field("login", &Operator::login, "Login"), field("name", &Operator::name, "Name"),
        field("is_enabled", &Operator::is_enabled, "Enabled")};
    return fields;
}

Changes said(std::string id, const Operator& who) {
    return {.changed = {{"zf.operator", {who.id.value}}}, .said = {std::move(id), {who.name}}};
}

Result<Changes> add_operator(const AddOperator& request, CommandContext& context) {
    const OperatorStore store{context.transaction()};
    Operator added{.login = request.login, .name = request.name};
    if (!request.same_person_as.empty()) {
        const auto person = operator_named(store, request.same_person_as);
        if (!person) return person.error();
        added.person = person->person;
    }
    const auto stored = store.add(context.transaction(), added, stamp_of(context));
    if (!stored) return stored.error();
    if (auto weak = store.set_password(context.transaction(), stored->id, request.password,
                                       stamp_of(context)))
        return *weak;
    Changes changes = said("Operator {0} was added; no rights are granted yet.", *stored);
    changes.rows.push_back(new_operator_row(store, stored->id));
    changes.result.set("operator", Value{stored->login});
    return changes;
}

Result<Changes> save_operator(const SaveOperator& request, CommandContext& context) {
    const OperatorStore store{context.transaction()};
    auto known = operator_named(store, request.operator_);
    if (!known) return known.error();
    if (known->id == context.operator_id() && request.is_enabled == false)
        return Problem{.code = "operator.disables_himself",
                       .text = {"You cannot disable yourself. Nothing was changed. Another "
                                "administrator can do it.",
                                {}},
                       .place = {"is_enabled"}};
    const BoundOperator bound{store, known->id};
    const Operator before = *known;
    if (!request.login.empty()) known->login = request.login;
    if (!request.name.empty()) known->name = request.name;
    known->is_enabled = request.is_enabled.value_or(known->is_enabled);
    const auto stored = store.save(context.transaction(), *known, stamp_of(context));
    if (!stored) return stored.error();
    Changes changes = said("Operator {0} was saved.", *stored);
    changes.differences = differences_between(operator_fields(), stored->login, before, *stored);
    changes.rows.push_back(bound.row());
    return changes;
}

Result<Changes> reset_password(const ResetPassword& request, CommandContext& context) {
    const OperatorStore store{context.transaction()};
    const auto known = operator_named(store, request.operator_);
    if (!known) return known.error();
    const BoundOperator bound{store, known->id};
    if (auto weak = store.set_password(context.transaction(), known->id, request.password,
                                       stamp_of(context)))
        return *weak;
    store.unlock(context.transaction(), known->id);
    Changes changes = said("The password of {0} was reset.", *known);
    changes.rows.push_back(bound.row());
    return changes;
}

Result<Changes> unlock_operator(const NameOperator& request, CommandContext& context) {
    const OperatorStore store{context.transaction()};
    const auto known = operator_named(store, request.operator_);
    if (!known) return known.error();
    store.unlock(context.transaction(), known->id);
    return said("{0} may sign in again.", *known);
}

// The box that a refusal is about, where the form calls it otherwise than the store.
Problem at(const char* field, Problem problem) {
    problem.place = {field};
    return problem;
}

// Of himself: the old password is asked once more, and a wrong one counts.
Result<Changes> change_password(const ChangePassword& request, CommandContext& context) {
    const OperatorStore store{context.transaction()};
    const Operator& who = context.session().who();
    const auto proven = store.sign_in(context.transaction(), who.login, request.old_password,
                                      context.station(), context.now());
    if (!proven) return Changes{.refusal = at("old_password", proven.error())};
    const BoundOperator bound{store, who.id};
    if (auto weak = store.set_password(context.transaction(), who.id, request.new_password,
                                       stamp_of(context)))
        return at("new_password", *std::move(weak));
    Changes changes = said("The password of {0} was changed.", who);
    changes.rows.push_back(bound.row());
    return changes;
}

Result<Changes> set_security_code(const SetSecurityCode& request, CommandContext& context) {
    const OperatorStore store{context.transaction()};
    const Operator& who = context.session().who();
    const auto proven = store.sign_in(context.transaction(), who.login, request.password,
                                      context.station(), context.now());
    if (!proven) return Changes{.refusal = proven.error()};
    const BoundOperator bound{store, who.id};
    if (auto weak = store.set_security_code(context.transaction(), who.id, request.code,
                                            stamp_of(context)))
        return at("code", *std::move(weak));
    Changes changes = said("The security code of {0} was set.", who);
    changes.rows.push_back(bound.row());
    return changes;
}

Result<Record> list_operators(const ListOperators& request, ReadContext& context) {
    const OperatorStore store{context.snapshot()};
    List rows;
    for (const Operator& each : store.all()) {
        if (!request.search.empty() && each.login.find(request.search) == std::string::npos &&
            each.name.find(request.search) == std::string::npos)
            continue;
        Record row;
        row.set("login", Value{each.login});
        row.set("name", Value{each.name});
        row.set("is_enabled", Value{each.is_enabled});
        row.set("has_password", Value{store.has_password(each.id)});
        row.set("has_security_code", Value{store.has_security_code(each.id)});
        row.set("grants", Value{static_cast<std::int64_t>(store.grants_of(each.id).size())});
        rows.emplace_back(std::move(row));
    }
    Record answer;
    answer.set("rows", Value{std::move(rows)});
    return answer;
}

FieldInfo operator_rows_answer() {
    return rows_of("Operators",
                   {column("login", "Login"), column("name", "Name"),
                    column("is_enabled", "Enabled", ValueType::boolean),
                    column("has_password", "Has a password", ValueType::boolean),
                    column("has_security_code", "Has a security code", ValueType::boolean),
                    column("grants", "Rights", ValueType::integer)});
}

}  // namespace

void describe_operators(Registry& registry) {
    registry.add(Command<AddOperator>{
        .name = "operator.add",
        .title = "Add operator",
        .help = "A new operator has no rights until they are granted.",
        .permission = "zf.operators",
        .parameters = {field("login", &AddOperator::login, "Login").required().length(1, 40),
                       field("name", &AddOperator::name, "Name").required().length(1, 40),
                       field("password", &AddOperator::password, "Password").required().secret(),
                       field("same_person_as", &AddOperator::same_person_as, "Same person as")
                           .refers_to("zf.operator")},
        .run = add_operator});
    registry.add(Command<SaveOperator>{
        .name = "operator.save",
        .title = "Save operator",
        .help = "Changes login or name, or keeps somebody from signing in. Operators are never "
                "deleted.",
        .permission = "zf.operators",
        .parameters = {field("operator", &SaveOperator::operator_, "Operator")
                           .required()
                           .refers_to("zf.operator"),
                       field("login", &SaveOperator::login, "Login").length(1, 40),
                       field("name", &SaveOperator::name, "Name").length(1, 40),
                       field("is_enabled", &SaveOperator::is_enabled, "Enabled")},
        .run = save_operator});
    registry.add(Command<ResetPassword>{
        .name = "operator.reset_password",
        .title = "Reset password",
        .help = "Gives an operator a new password and unlocks him. It is written into the trail.",
        .permission = "zf.operators",
        .asks_confirmation = true,
        .parameters =
            {field("operator", &ResetPassword::operator_, "Operator")
                 .required()
                 .refers_to("zf.operator"),
             field("password", &ResetPassword::password, "New password").required().secret()},
        .run = reset_password});
    registry.add(Command<NameOperator>{
        .name = "operator.unlock",
        .title = "Unlock operator",
        .help = "Lets somebody sign in again who typed a wrong password too often.",
        .permission = "zf.operators",
        .parameters = {field("operator", &NameOperator::operator_, "Operator")
                           .required()
                           .refers_to("zf.operator")},
        .run = unlock_operator});
    registry.add(Command<ChangePassword>{
        .name = "operator.change_password",
        .title = "Change my password",
        .needs = Needs::own,
        .parameters = {field("old_password", &ChangePassword::old_password, "Present password")
                           .required()
                           .secret(),
                       field("new_password", &ChangePassword::new_password, "New password")
                           .required()
                           .secret()},
        .run = change_password});
    registry.add(Command<SetSecurityCode>{
        .name = "operator.set_security_code",
        .title = "Set my security code",
        .help = "The security code is asked for what can undo closed work. At least 5 characters, "
                "and not the password.",
        .needs = Needs::own,
        .parameters =
            {field("password", &SetSecurityCode::password, "Present password").required().secret(),
             field("code", &SetSecurityCode::code, "Security code").required().secret()},
        .run = set_security_code});
    registry.add(
        Query<ListOperators>{.name = "operator.list",
                             .title = "Operators",
                             .permission = "zf.operators",
                             .parameters = {field("search", &ListOperators::search, "Search")},
                             .answer = {operator_rows_answer()},
                             .run = list_operators});
    registry.add(ListView{.name = "zf.operator",
                          .title = "Operators",
                          .query = "operator.list",
                          .key = "login",
                          .filters = {"search"},
                          .opens = "operator.show",
                          .actions = {"operator.add", "operator.save", "operator.grant",
                                      "operator.reset_password", "operator.unlock"},
                          .empty_text = "There is no operator yet.",
                          .empty_action = "operator.add"});
    registry.add(MenuEntry{.path = "System/Operators",
                           .opens = "zf.operator",
                           .permission = "zf.operators",
                           .icon = "people",
                           .order = 900});
    registry.add(BoundTable{.table = "zf_operator",
                            .rows = [](Reader reader, const BoundTable::Visit& visit) {
                                const OperatorStore store{reader};
                                for (const Operator& each : store.all())
                                    visit(each.id.value, operator_hash(store, each.id),
                                          std::string{operator_state(each)});
                            }});
}

}  // namespace zf::system
