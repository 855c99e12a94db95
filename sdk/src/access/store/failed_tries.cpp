#include "failed_tries.h"

#include <algorithm>

#include "../password_rules.h"
#include "zhangfang/crypto/crypto.h"

namespace zf {

static constexpr std::int64_t window_seconds = 15 * 60;
static constexpr std::int64_t kept_seconds = 24 * 3600;

static constexpr std::string_view
    select_tries = "SELECT tries, first_second, last_second FROM zf_failed_try WHERE subject = ?";

static constexpr std::string_view save_tries = R"(
    INSERT INTO zf_failed_try (subject, tries, first_second, last_second) VALUES (?, ?, ?, ?)
    ON CONFLICT (subject) DO UPDATE SET
        tries = excluded.tries,
        first_second = excluded.first_second,
        last_second = excluded.last_second)";

FailedTries::FailedTries(const Transaction& transaction, std::string subject, Limits limits,
                         std::int64_t now)
    : connection_{transaction.connection()},
      subject_{std::move(subject)},
      limits_{limits},
      now_{now} {
    connection_.run(select_tries, {subject_}, [this](const Row& row) {
        tries_ = row.integer(0);
        first_ = row.integer(1);
        last_ = row.integer(2);
    });
    // A clock that was set back must not lengthen a lock: the tries count as made just now.
    if (last_ > now_) {
        first_ = last_ = now_;
        connection_.run(save_tries, {subject_, tries_, first_, last_});
    }
}

std::int64_t FailedTries::allowed_at() const {
    if (tries_ >= limits_.locked_from) return last_ + window_seconds;
    if (tries_ >= limits_.waits_from)
        return last_ + (std::int64_t{1} << (tries_ - limits_.waits_from));
    return 0;
}

std::optional<Problem> FailedTries::why_not_now() const {
    const std::int64_t seconds = allowed_at() - now_;
    if (seconds <= 0) return std::nullopt;
    if (tries_ < limits_.locked_from)
        return Problem{
            .code = "operator.wait",
            .text = {"The last tries were wrong. Wait {0} s, then try again.", {seconds}},
            .place = {"password"}};
    return Problem{
        .code = "operator.locked",
        .text = {"There were too many wrong tries. Wait {0} minutes, or ask an administrator to "
                 "unlock it.",
                 {(seconds + 59) / 60}},
        .place = {"password"}};
}

void FailedTries::count_one() {
    if (tries_ > 0 && now_ - first_ >= window_seconds) tries_ = 0;
    if (tries_ == 0) first_ = now_;
    ++tries_;
    last_ = now_;
    connection_.run(save_tries, {subject_, tries_, first_, last_});
    connection_.run("DELETE FROM zf_failed_try WHERE last_second < ?", {now_ - kept_seconds});
}

void FailedTries::forget() {
    connection_.run("DELETE FROM zf_failed_try WHERE subject = ?", {subject_});
}

// A digest, because people type their password into the wrong box.
std::string FailedTries::subject_of_login(std::string_view login) {
    return "login " + crypto::hex(crypto::sha256(login_key(login)));
}

std::string FailedTries::subject_of_station(std::string_view name) {
    return "station " + crypto::hex(crypto::sha256(name));
}

std::string FailedTries::subject_of_code(std::int64_t operator_id) {
    return "code " + std::to_string(operator_id);
}

}  // namespace zf
