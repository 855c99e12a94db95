#include "command/store/place_lock.h"

#include <charconv>

#include "zhangfang/base/assert.h"

namespace zf {

void lock_place(const Transaction& transaction, std::string_view place) {
    constexpr std::string_view of_book = "book:";
    if (transaction.connection().kind() != StoreKind::postgresql || !place.starts_with(of_book))
        return;
    std::int64_t book = 0;
    const std::string_view digits = place.substr(of_book.size());
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), book);
    ZF_ASSERT(read.ec == std::errc{});
    transaction.connection().run("SELECT id FROM zf_book WHERE id = ? FOR UPDATE", {book});
}

}  // namespace zf
