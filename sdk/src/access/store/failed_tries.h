#pragma once

#include <optional>
#include <string>

#include "zhangfang/rules/problem.h"
#include "zhangfang/store/transaction.h"

namespace zf {

// Counts wrong tries of one subject (a login, a station, a security code) in the store, so that a
// restart forgets nothing, and says when the next one is allowed.
class FailedTries {
public:
    // After `waits_from` tries the wait is 1 s, 2 s, 4 s …; after `locked_from` it is 15 minutes.
    struct Limits {
        int waits_from;
        int locked_from;
    };
    static constexpr Limits person{3, 5};
    static constexpr Limits station{20, 20};

    FailedTries(const Transaction& transaction, std::string subject, Limits limits,
                std::int64_t now);

    // operator.wait with its seconds, operator.locked with its minutes.
    std::optional<Problem> why_not_now() const;
    void count_one();
    void forget();

    static std::string subject_of_login(std::string_view login);
    static std::string subject_of_station(std::string_view name);
    static std::string subject_of_code(std::int64_t operator_id);

private:
    std::int64_t allowed_at() const;

    Connection& connection_;
    std::string subject_;
    Limits limits_;
    std::int64_t now_;
    std::int64_t tries_ = 0;
    std::int64_t first_ = 0;
    std::int64_t last_ = 0;
};

}  // namespace zf
