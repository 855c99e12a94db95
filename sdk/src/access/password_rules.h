#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "zhangfang/access/operator.h"
#include "zhangfang/rules/problem.h"

namespace zf {

// ASCII letters small, composed: the spelling by which logins are compared.
std::string login_key(std::string_view login);

// 10 for who reviews or administers, 8 for all others.
std::int64_t password_length_min(const std::vector<Grant>& grants);

std::optional<Problem> why_not_password(std::string_view password, const Operator& who,
                                        std::int64_t length_min);
std::optional<Problem> why_not_security_code(std::string_view code);

}  // namespace zf
