#pragma once

#include "zhangfang/access/session.h"
#include "zhangfang/crypto/crypto.h"
#include "zhangfang/rules/problem.h"
#include "zhangfang/store/transaction.h"

#include <string>
#include <vector>

namespace zf {

// Operators, password hashes, grants, failed tries and sessions (tables zf_operator, zf_grant,
// zf_session …). Times are UTC instants "2026-03-01T08:00:00Z" given by the caller; random bytes
// come from the caller too.
class ZF_EXPORT OperatorStore {
public:
    explicit OperatorStore(Reader reader);

    std::vector<Operator> all() const;
    std::optional<Operator> get(Id<Operator> id) const;
    std::optional<Operator> by_login(std::string_view login) const;
    std::vector<Grant> grants_of(Id<Operator> id) const;
    bool has_password(Id<Operator> id) const;
    bool has_security_code(Id<Operator> id) const;
    // SHA-256 over all that is stored about an operator, grants and hashes of secrets included:
    // what the trail binds.
    crypto::Digest content_hash(Id<Operator> id) const;

    Result<Operator> add(const Transaction& transaction, const Operator& added,
                         std::string_view now) const;
    Result<Operator> save(const Transaction& transaction, const Operator& changed,
                          std::string_view now) const;
    void set_grants(const Transaction& transaction, Id<Operator> id,
                    const std::vector<Grant>& grants) const;
    // Problems: operator.password_short, operator.password_common, operator.password_like_login …
    std::optional<Problem> set_password(const Transaction& transaction, Id<Operator> id,
                                        std::string_view password, std::string_view now) const;
    std::optional<Problem> set_security_code(const Transaction& transaction, Id<Operator> id,
                                             std::string_view code, std::string_view now) const;

    // Signing in: same answer (operator.wrong_password) and same time for an unknown name; delays
    // after 3, locked for 15 minutes after 5 within 15 (operator.locked); a delay is a refusal that
    // names the seconds to wait (operator.wait). The counters, by login and by station, survive
    // restarts. Must be committed also when refused.
    Result<Operator> sign_in(const Transaction& transaction, std::string_view login,
                             std::string_view password, std::string_view station,
                             std::string_view now) const;
    std::optional<Problem> check_security_code(const Transaction& transaction, Id<Operator> id,
                                               std::string_view code, std::string_view now) const;
    void unlock(const Transaction& transaction, Id<Operator> id) const;

    // A session ends after 8 hours or by close_session. The token (32 random bytes, hex) is stored
    // only as its hash.
    std::string open_session(const Transaction& transaction, Id<Operator> id,
                             std::string_view token, std::string_view station,
                             std::string_view now) const;
    Result<Session>
    session_by_token(std::string_view token,
                     std::string_view now) const;  // session.unknown, session.expired
    void close_session(const Transaction& transaction, std::string_view token,
                       std::string_view now) const;

private:
    Connection& connection_;
};

}  // namespace zf
