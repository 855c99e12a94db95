// Sessions: a token opens one, and only the token's digest is stored.
#include <charconv>

#include "base/instant.h"
#include "zhangfang/access/operator_store.h"

namespace zf {

static constexpr std::int64_t session_seconds = 8 * 3600;

static constexpr std::string_view insert_session = R"(
    INSERT INTO zf_session (token_hash, operator_id, station, opened_at, expires_at, closed_at)
    VALUES (?, ?, ?, ?, ?, ''))";

static constexpr std::string_view select_session =
    "SELECT id, operator_id, expires_at, closed_at FROM zf_session WHERE token_hash = ?";

static constexpr std::string_view select_sessions = R"(
    SELECT id, station, opened_at, expires_at, closed_at FROM zf_session
    WHERE operator_id = ? ORDER BY id DESC LIMIT ?)";

// Tokens are random and long, so one hash protects them as well as many.
static std::string hash_of(std::string_view token) {
    return crypto::hex(crypto::sha256(token));
}

std::string OperatorStore::open_session(const Transaction& transaction, Id<Operator> id,
                                        std::string_view token, std::string_view station,
                                        std::string_view now) const {
    const std::string expires = instant_of(seconds_of(now) + session_seconds);
    return std::to_string(insert_returning_id(transaction, insert_session,
                                              {hash_of(token), id.value, station, now, expires}));
}

Result<Session> OperatorStore::session_by_token(std::string_view token,
                                                std::string_view now) const {
    const Problem unknown{.code = "session.unknown",
                          .text = {"This session is not known or was closed. Sign in again.", {}}};
    std::optional<Id<Operator>> holder;
    std::string id, expires;
    bool is_closed = false;
    connection_.run(select_session, {hash_of(token)}, [&](const Row& row) {
        id = row.text(0);
        holder = Id<Operator>{row.integer(1)};
        expires = row.text(2);
        is_closed = !row.text(3).empty();
    });
    if (!holder || is_closed) return unknown;
    if (now >= expires)
        return Problem{.code = "session.expired",
                       .text = {"The session is over after 8 hours. Sign in again.", {}}};
    const std::optional<Operator> who = get(*holder);
    if (!who || !who->is_enabled) return unknown;
    return Session{id, *who, grants_of(who->id)};
}

void OperatorStore::close_session(const Transaction& transaction, std::string_view token,
                                  std::string_view now) const {
    transaction.connection().run(
        "UPDATE zf_session SET closed_at = ? WHERE token_hash = ? AND closed_at = ''",
        {now, hash_of(token)});
}

bool OperatorStore::is_session_open(std::string_view id) const {
    std::int64_t key = 0;
    const auto read = std::from_chars(id.data(), id.data() + id.size(), key);
    if (read.ec != std::errc{} || read.ptr != id.data() + id.size()) return false;
    bool is_open = false;
    connection_.run("SELECT closed_at FROM zf_session WHERE id = ?", {key},
                    [&](const Row& row) { is_open = row.text(0).empty(); });
    return is_open;
}

std::vector<SessionSummary> OperatorStore::sessions_of(Id<Operator> id, int limit) const {
    std::vector<SessionSummary> sessions;
    connection_.run(select_sessions, {id.value, limit}, [&](const Row& row) {
        sessions.push_back({.id = std::string{row.text(0)},
                            .station = std::string{row.text(1)},
                            .opened_at = std::string{row.text(2)},
                            .expires_at = std::string{row.text(3)},
                            .is_closed = !row.text(4).empty()});
    });
    return sessions;
}

}  // namespace zf
