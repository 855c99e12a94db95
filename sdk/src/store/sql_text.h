#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace zf {

// The end of the quoted text, name, dollar quote or comment that begins at `at`; `at` itself when
// none begins there.
std::size_t end_of_quiet(std::string_view sql, std::size_t at);

// `?` becomes $1, $2 … outside quotes and comments.
std::string numbered_place_holders(std::string_view sql);

// Exact conversion: every character is a digit, a leading minus aside. Throws StoreError other.
std::int64_t exact_integer(std::string_view text);

// Throws StoreError other for what no store may hold: broken UTF-8, NUL.
void refuse_bad_text(std::string_view text);

// Throws ProgramFault unless the name is one of ours: a-z, 0-9, _.
void require_plain_name(std::string_view name);

}  // namespace zf
