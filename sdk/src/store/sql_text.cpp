#include "sql_text.h"

#include <algorithm>
#include <charconv>

#include "zhangfang/base/assert.h"
#include "zhangfang/base/text.h"
#include "zhangfang/store/connection.h"

namespace zf {

static std::size_t past(std::string_view sql, std::string_view end, std::size_t from) {
    const std::size_t found = sql.find(end, from);
    return found == std::string_view::npos ? sql.size() : found + end.size();
}

// Comments nest on PostgreSQL only; ours do not, so both stores read the same.
std::size_t end_of_quiet(std::string_view sql, std::size_t at) {
    const std::string_view rest = sql.substr(at);
    if (rest.starts_with("--")) return past(sql, "\n", at);
    if (rest.starts_with("/*")) return past(sql, "*/", at + 2);
    if (rest.starts_with("$$")) return past(sql, "$$", at + 2);
    // A doubled quote inside reads as two quoted pieces side by side, which is as quiet.
    if (rest.starts_with('\'') || rest.starts_with('"'))
        return past(sql, rest.substr(0, 1), at + 1);
    return at;
}

std::string numbered_place_holders(std::string_view sql) {
    std::string numbered;
    numbered.reserve(sql.size() + 16);
    int count = 0;
    for (std::size_t at = 0; at < sql.size();) {
        const std::size_t end = end_of_quiet(sql, at);
        if (end > at) {
            numbered += sql.substr(at, end - at);
            at = end;
        } else if (sql[at] == '?') {
            numbered += '$' + std::to_string(++count);
            ++at;
        } else {
            numbered += sql[at++];
        }
    }
    return numbered;
}

std::int64_t exact_integer(std::string_view text) {
    std::int64_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [stopped, fault] = std::from_chars(text.data(), end, number);
    if (fault != std::errc{} || stopped != end)
        throw StoreError{StoreFault::other,
                         "not a whole number of 64 bits: " + std::string{text.substr(0, 40)}};
    return number;
}

void refuse_bad_text(std::string_view text) {
    if (!is_valid_utf8(text))
        throw StoreError{StoreFault::other, "text is not valid UTF-8 without NUL"};
}

void require_plain_name(std::string_view name) {
    ZF_ASSERT(!name.empty() && std::all_of(name.begin(), name.end(), [](char byte) {
        return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '_';
    }));
}

}  // namespace zf
