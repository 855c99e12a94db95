#include "password_rules.h"

#include <algorithm>

#include "common_passwords.h"
#include "zhangfang/base/text.h"
#include "zhangfang/store/search_key.h"

namespace zf {

static constexpr std::int64_t secret_length_max = 128;

std::string login_key(std::string_view login) {
    std::string key = composed(trim(login));
    for (char& byte : key)
        if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
    return key;
}

std::int64_t password_length_min(const std::vector<Grant>& grants) {
    const auto weighs_more = [](const Grant& grant) {
        return grant.permission.ends_with(".review") || grant.permission == "zf.operators";
    };
    return std::any_of(grants.begin(), grants.end(), weighs_more) ? 10 : 8;
}

static Problem refusal(std::string code, const char* field, Message text) {
    return {.code = std::move(code), .text = std::move(text), .place = {field}};
}

static Problem too_long(std::string code, const char* field) {
    return refusal(std::move(code), field,
                   {"At most {0} characters can be taken. Shorten it.", {secret_length_max}});
}

// 11111111, 12345678, 98765432, abcdefgh: every step is the same.
static bool is_run(std::string_view text) {
    const int step = text[1] - text[0];
    if (step < -1 || step > 1) return false;
    return std::adjacent_find(text.begin(), text.end(), [step](char left, char right) {
               return right - left != step;
           }) == text.end();
}

// Names of one or two letters occur in any text, so they say nothing.
static bool holds(std::string_view password, std::string_view name) {
    return code_point_count(name) >= 3 && password.find(name) != std::string_view::npos;
}

std::optional<Problem> why_not_password(std::string_view password, const Operator& who,
                                        std::int64_t length_min) {
    const auto length = static_cast<std::int64_t>(code_point_count(password));
    if (length < length_min)
        return refusal(
            "operator.password_short", "password",
            {"A password needs at least {0} characters. Lengthen it; a short sentence is "
             "easy to remember.",
             {length_min}});
    if (length > secret_length_max) return too_long("operator.password_long", "password");
    const std::string lower = login_key(password);
    if (is_common_password(lower) || is_run(password))
        return refusal(
            "operator.password_common", "password",
            {"Everybody tries this password first. Choose one that only you think of.", {}});
    if (holds(lower, login_key(who.login)) || holds(lower, login_key(who.name)))
        return refusal("operator.password_like_login", "password",
                       {"The password holds the login or the name. Choose another one.", {}});
    return std::nullopt;
}

std::optional<Problem> why_not_security_code(std::string_view code) {
    constexpr std::int64_t code_length_min = 5;
    const auto length = static_cast<std::int64_t>(code_point_count(code));
    if (length < code_length_min)
        return refusal(
            "operator.code_short", "security_code",
            {"A security code needs at least {0} characters. Lengthen it.", {code_length_min}});
    if (length > secret_length_max) return too_long("operator.code_long", "security_code");
    return std::nullopt;
}

}  // namespace zf
