#include "zhangfang/access/operator_store.h"

#include "../password_rules.h"
#include "zhangfang/base/assert.h"
#include "zhangfang/base/text.h"

namespace zf {

static constexpr std::string_view
    select_operators = "SELECT id, login, name, person, is_enabled, version FROM zf_operator";

static constexpr std::string_view insert_operator = R"(
    INSERT INTO zf_operator (version, changed_at, changed_by, login, login_key, name, person,
                             is_enabled, password_hash, security_code_hash)
    VALUES (1, ?, ?, ?, ?, ?, ?, ?, '', ''))";

static constexpr std::string_view update_operator = R"(
    UPDATE zf_operator SET version = version + 1, changed_at = ?, changed_by = ?, login = ?,
                           login_key = ?, name = ?, person = ?, is_enabled = ?
    WHERE id = ? AND version = ?)";

static constexpr std::string_view
    select_grants = "SELECT permission, place, whose, up_to_fen FROM zf_grant WHERE operator_id = "
                    "? ORDER BY permission, place";

static constexpr std::string_view insert_grant = R"(
    INSERT INTO zf_grant (operator_id, permission, place, whose, up_to_fen) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (operator_id, permission, place) DO UPDATE SET whose = excluded.whose,
                                                               up_to_fen = excluded.up_to_fen)";

static constexpr std::string_view touch_operator =
    "UPDATE zf_operator SET version = version + 1, changed_at = ?, changed_by = ? WHERE id = ?";

static constexpr std::string_view select_content = R"(
    SELECT login, name, CAST(person AS TEXT), CAST(is_enabled AS TEXT), password_hash,
           security_code_hash
    FROM zf_operator WHERE id = ?)";

static Operator operator_of(const Row& row) {
    return {.id = {row.integer(0)},
            .login = std::string{row.text(1)},
            .name = std::string{row.text(2)},
            .person = row.integer(3),
            .is_enabled = row.integer(4) != 0,
            .version = row.integer(5)};
}

static std::optional<Operator> one_operator(Connection& connection, std::string_view condition,
                                            const Bounds& bounds) {
    std::optional<Operator> found;
    connection.run(std::string{select_operators} + std::string{condition}, bounds,
                   [&](const Row& row) { found = operator_of(row); });
    return found;
}

OperatorStore::OperatorStore(Reader reader) : connection_{reader.connection()} {}

std::vector<Operator> OperatorStore::all() const {
    std::vector<Operator> operators;
    connection_.run(std::string{select_operators} + " ORDER BY login_key", {},
                    [&](const Row& row) { operators.push_back(operator_of(row)); });
    return operators;
}

std::optional<Operator> OperatorStore::get(Id<Operator> id) const {
    return one_operator(connection_, " WHERE id = ?", {id.value});
}

std::optional<Operator> OperatorStore::by_login(std::string_view login) const {
    return one_operator(connection_, " WHERE login_key = ?", {login_key(login)});
}

std::vector<Grant> OperatorStore::grants_of(Id<Operator> id) const {
    std::vector<Grant> grants;
    connection_.run(select_grants, {id.value}, [&](const Row& row) {
        Grant grant{.permission = std::string{row.text(0)}, .place = std::string{row.text(1)}};
        // A word that nobody knows opens the least.
        grant.whose = enum_from<Whose>(row.text(2)).value_or(Whose::own);
        if (!row.is_null(3)) grant.up_to = Money::fen(row.integer(3));
        grants.push_back(std::move(grant));
    });
    return grants;
}

// Every part with its length before it, so that no two contents are written alike.
static void add_part(crypto::Sha256& content, std::string_view part) {
    content.add(std::to_string(part.size()) + ":");
    content.add(part);
}

crypto::Digest OperatorStore::content_hash(Id<Operator> id) const {
    crypto::Sha256 content;
    connection_.run(select_content, {id.value}, [&](const Row& row) {
        for (int column = 0; column < 6; ++column) add_part(content, row.text(column));
    });
    for (const Grant& grant : grants_of(id)) {
        add_part(content, grant.permission);
        add_part(content, grant.place);
        add_part(content, name_of(grant.whose));
        add_part(content, grant.up_to ? std::to_string(grant.up_to->fen()) : "");
    }
    return content.finish();
}

static Problem fault_at(const char* field, std::string code, Message text) {
    return {.code = std::move(code), .text = std::move(text), .place = {field}};
}

// What stands against keeping an operator in this form.
static std::optional<Problem> why_not_kept(const OperatorStore& store, const Operator& kept) {
    if (login_key(kept.login).empty())
        return fault_at("login", "operator.login_missing",
                        {"The login is missing. Fill it in.", {}});
    if (trim(kept.name).empty())
        return fault_at("name", "operator.name_missing",
                        {"The name is missing. Fill it in: it is printed on vouchers.", {}});
    const std::optional<Operator> holder = store.by_login(kept.login);
    if (holder && holder->id != kept.id)
        return fault_at("login", "operator.login_taken",
                        {"{0} has the login \"{1}\" already. Choose another one.",
                         {holder->name, holder->login}});
    return std::nullopt;
}

Result<Operator> OperatorStore::add(const Transaction& transaction, const Operator& added,
                                    const Stamp& stamp) const {
    ZF_ASSERT(!added.id);
    if (auto refusal = why_not_kept(*this, added)) return *std::move(refusal);
    const std::int64_t id = insert_returning_id(transaction, insert_operator,
                                                {stamp.now, stamp.operator_id, trim(added.login),
                                                 login_key(added.login), trim(added.name),
                                                 added.person, added.is_enabled ? 1 : 0});
    if (added.person == 0) connection_.run("UPDATE zf_operator SET person = id WHERE id = ?", {id});
    return *get({id});
}

Result<Operator> OperatorStore::save(const Transaction& transaction, const Operator& changed,
                                     const Stamp& stamp) const {
    ZF_ASSERT(changed.id);
    if (auto refusal = why_not_kept(*this, changed)) return *std::move(refusal);
    const std::int64_t person = changed.person == 0 ? changed.id.value : changed.person;
    const std::int64_t rows = transaction.connection().run(
        update_operator, {stamp.now, stamp.operator_id, trim(changed.login),
                          login_key(changed.login), trim(changed.name), person,
                          changed.is_enabled ? 1 : 0, changed.id.value, changed.version});
    if (rows == 0) return changed_meanwhile(transaction, "zf_operator", changed.id.value);
    return *get(changed.id);
}

void OperatorStore::set_grants(const Transaction& transaction, Id<Operator> id,
                               const std::vector<Grant>& grants, const Stamp& stamp) const {
    Connection& connection = transaction.connection();
    connection.run("DELETE FROM zf_grant WHERE operator_id = ?", {id.value});
    for (const Grant& grant : grants)
        connection.run(insert_grant, {id.value, grant.permission, grant.place, name_of(grant.whose),
                                      grant.up_to ? Bound{grant.up_to->fen()} : Bound{Null{}}});
    connection.run(touch_operator, {stamp.now, stamp.operator_id, id.value});
}

}  // namespace zf
