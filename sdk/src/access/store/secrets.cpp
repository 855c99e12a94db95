// Passwords and security codes: kept as Argon2id hashes, checked with the same effort whoever asks.
#include "../password_rules.h"
#include "base/instant.h"
#include "failed_tries.h"
#include "zhangfang/access/operator_store.h"
#include "zhangfang/base/assert.h"

namespace zf {

// Hash of a password nobody knows, with the parameters of all others: an unknown name takes as long
// as a known one.
static constexpr std::string_view
    decoy_hash = "$argon2id$v=19$m=65536,t=3,p=1$tJuLsx8/EIufYfvzp0I8Qg"
                 "$yKyVuW9bWS4PwpMofXqBFryXdjminJFyklj7bdYm6Us";

struct Secrets {
    std::string password_hash;
    std::string security_code_hash;
};

static Secrets secrets_of(Connection& connection, Id<Operator> id) {
    Secrets secrets;
    connection.run("SELECT password_hash, security_code_hash FROM zf_operator WHERE id = ?",
                   {id.value}, [&](const Row& row) {
                       secrets = {std::string{row.text(0)}, std::string{row.text(1)}};
                   });
    return secrets;
}

static bool matches(const std::string& stored, std::string_view typed) {
    return !stored.empty() && crypto::password_matches(stored, typed);
}

bool OperatorStore::has_password(Id<Operator> id) const {
    return !secrets_of(connection_, id).password_hash.empty();
}

bool OperatorStore::has_security_code(Id<Operator> id) const {
    return !secrets_of(connection_, id).security_code_hash.empty();
}

static constexpr std::string_view update_password = R"(
    UPDATE zf_operator SET password_hash = ?, version = version + 1, changed_at = ?, changed_by = ?
    WHERE id = ?)";

static constexpr std::string_view update_code = R"(
    UPDATE zf_operator SET security_code_hash = ?, version = version + 1, changed_at = ?,
                           changed_by = ?
    WHERE id = ?)";

std::optional<Problem> OperatorStore::set_password(const Transaction& transaction, Id<Operator> id,
                                                   std::string_view password,
                                                   const Stamp& stamp) const {
    const std::optional<Operator> who = get(id);
    ZF_ASSERT(who.has_value());
    if (auto refusal = why_not_password(password, *who, password_length_min(grants_of(id))))
        return refusal;
    if (matches(secrets_of(connection_, id).security_code_hash, password))
        return Problem{.code = "operator.password_like_code",
                       .text = {"The password is the security code. Choose another one.", {}},
                       .place = {"password"}};
    transaction.connection().run(
        update_password, {crypto::hash_password(password), stamp.now, stamp.operator_id, id.value});
    return std::nullopt;
}

std::optional<Problem> OperatorStore::set_security_code(const Transaction& transaction,
                                                        Id<Operator> id, std::string_view code,
                                                        const Stamp& stamp) const {
    if (auto refusal = why_not_security_code(code)) return refusal;
    if (matches(secrets_of(connection_, id).password_hash, code))
        return Problem{.code = "operator.code_like_password",
                       .text = {"The security code is the password. Choose another one.", {}},
                       .place = {"security_code"}};
    transaction.connection().run(
        update_code, {crypto::hash_password(code), stamp.now, stamp.operator_id, id.value});
    return std::nullopt;
}

Result<Operator> OperatorStore::sign_in(const Transaction& transaction, std::string_view login,
                                        std::string_view password, std::string_view station,
                                        std::string_view now) const {
    const std::int64_t second = seconds_of(now);
    FailedTries of_login{transaction, FailedTries::subject_of_login(login), FailedTries::person,
                         second};
    FailedTries of_station{transaction, FailedTries::subject_of_station(station),
                           FailedTries::station, second};
    for (const FailedTries* tries : {&of_login, &of_station})
        if (auto refusal = tries->why_not_now()) return *std::move(refusal);

    const std::optional<Operator> who = by_login(login);
    const std::string stored = who && who->is_enabled
                                   ? secrets_of(connection_, who->id).password_hash
                                   : "";
    const bool is_right = crypto::password_matches(stored.empty() ? decoy_hash : stored, password);
    if (!is_right || stored.empty()) {
        of_login.count_one();
        of_station.count_one();
        const std::optional<Problem> locked = of_login.why_not_now();
        if (locked && locked->code == "operator.locked") return *locked;
        return Problem{
            .code = "operator.wrong_password",
            .text = {"The login or the password is wrong. Check both, and whether capitals are "
                     "locked, then try again.",
                     {}},
            .place = {"password"}};
    }
    of_login.forget();
    if (crypto::needs_rehash(stored))
        connection_.run("UPDATE zf_operator SET password_hash = ? WHERE id = ?",
                        {crypto::hash_password(password), who->id.value});
    return *who;
}

static Problem code_refusal(std::string code, const char* sentence) {
    return {.code = std::move(code), .text = {sentence, {}}, .place = {"security_code"}};
}

std::optional<Problem> OperatorStore::check_security_code(const Transaction& transaction,
                                                          Id<Operator> id, std::string_view code,
                                                          std::string_view now) const {
    const std::string stored = secrets_of(connection_, id).security_code_hash;
    if (stored.empty())
        return code_refusal("operator.no_security_code",
                            "You have no security code yet. Nothing was done: set one first.");
    FailedTries tries{transaction, FailedTries::subject_of_code(id.value), FailedTries::person,
                      seconds_of(now)};
    std::optional<Problem> refusal = tries.why_not_now();
    if (!refusal && crypto::password_matches(stored, code)) {
        tries.forget();
        return std::nullopt;
    }
    if (!refusal) {
        tries.count_one();
        const std::optional<Problem> locked = tries.why_not_now();
        refusal = locked && locked->code == "operator.locked"
                      ? *locked
                      : code_refusal("operator.wrong_security_code",
                                     "The security code is wrong. Nothing was done: try again.");
    }
    refusal->place = {"security_code"};
    return refusal;
}

void OperatorStore::unlock(const Transaction& transaction, Id<Operator> id) const {
    const std::optional<Operator> who = get(id);
    ZF_ASSERT(who.has_value());
    for (std::string subject :
         {FailedTries::subject_of_login(who->login), FailedTries::subject_of_code(id.value)})
        FailedTries{transaction, std::move(subject), FailedTries::person, 0}.forget();
}

}  // namespace zf
