#pragma once

#include <string>
#include <vector>

#include "zhangfang/access/session.h"
#include "zhangfang/crypto/crypto.h"
#include "zhangfang/rules/problem.h"
#include "zhangfang/store/entity_store.h"
#include "zhangfang/store/transaction.h"

namespace zf {

// A time somebody was signed in, for the list of one's own sessions.
struct SessionSummary {
    std::string id;
    std::string station;
    std::string opened_at, expires_at;  // instants
    bool is_closed = false;
};

// Operators, password hashes, grants, failed tries and sessions (tables zf_operator, zf_grant,
// zf_session …). Times are UTC instants "2026-03-01T08:00:00Z" given by the caller; random bytes
// come from the caller too.
class ZF_EXPORT OperatorStore {
public:
    explicit OperatorStore(Reader reader);

    std::vector<Operator> all() const;  // by login
    std::optional<Operator> get(Id<Operator> id) const;
    // ABC and abc are one login.
    std::optional<Operator> by_login(std::string_view login) const;
    std::vector<Grant> grants_of(Id<Operator> id) const;
    bool has_password(Id<Operator> id) const;
    bool has_security_code(Id<Operator> id) const;
    // SHA-256 over all that is stored about an operator, grants and hashes of secrets included:
    // what the trail binds. Signing in may change it, when a password is hashed anew.
    crypto::Digest content_hash(Id<Operator> id) const;

    // Problems: operator.login_missing, operator.name_missing, operator.login_taken; save() also
    // store.changed_meanwhile.
    Result<Operator> add(const Transaction& transaction, const Operator& added,
                         const Stamp& stamp) const;
    Result<Operator> save(const Transaction& transaction, const Operator& changed,
                          const Stamp& stamp) const;
    void set_grants(const Transaction& transaction, Id<Operator> id,
                    const std::vector<Grant>& grants, const Stamp& stamp) const;

    // Problems: operator.password_short (8 characters; 10 for who reviews or administers),
    // operator.password_long, operator.password_common, operator.password_like_login,
    // operator.password_like_code.
    std::optional<Problem> set_password(const Transaction& transaction, Id<Operator> id,
                                        std::string_view password, const Stamp& stamp) const;
    // Problems: operator.code_short (5 characters), operator.code_long,
    // operator.code_like_password.
    std::optional<Problem> set_security_code(const Transaction& transaction, Id<Operator> id,
                                             std::string_view code, const Stamp& stamp) const;

    // Signing in: same answer (operator.wrong_password) and same time for an unknown name; delays
    // after 3, locked for 15 minutes after 5 within 15 (operator.locked); a delay is a refusal that
    // names the seconds to wait (operator.wait). The counters, by login and by station (20 within
    // 15 minutes), survive restarts. Must be committed also when refused.
    Result<Operator> sign_in(const Transaction& transaction, std::string_view login,
                             std::string_view password, std::string_view station,
                             std::string_view now) const;
    // Problems: operator.no_security_code, operator.wrong_security_code, operator.wait,
    // operator.locked. Must be committed also when refused.
    std::optional<Problem> check_security_code(const Transaction& transaction, Id<Operator> id,
                                               std::string_view code, std::string_view now) const;
    void unlock(const Transaction& transaction, Id<Operator> id) const;

    // A session ends after 8 hours or by close_session. The token (32 random bytes, hex) is stored
    // only as its hash. Answers the session's id, as the trail names it.
    std::string open_session(const Transaction& transaction, Id<Operator> id,
                             std::string_view token, std::string_view station,
                             std::string_view now) const;
    // Problems: session.unknown, session.expired.
    Result<Session> session_by_token(std::string_view token, std::string_view now) const;
    void close_session(const Transaction& transaction, std::string_view token,
                       std::string_view now) const;
    // Neither closed nor unknown. That its hours are over is asked where its token comes in.
    bool is_session_open(std::string_view id) const;
    // Newest first.
    std::vector<SessionSummary> sessions_of(Id<Operator> id, int limit) const;

private:
    Connection& connection_;
};

}  // namespace zf
