#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "zhangfang/ledger/store/voucher_actions.h"

namespace zf {

// A voucher whose book is locked and whose state the command may start from.
struct Loaded {
    Book book;
    Voucher voucher;
};
Result<Loaded> load_for(const Writing& writing, Id<Book> book, Id<Voucher> voucher,
                        std::optional<std::int64_t> version, std::string_view command);

// Enters a new voucher of a book that is locked already.
Result<VoucherWritten> insert_entered(const Writing& writing, const Book& book, Voucher voucher);

// Keeps what a voucher said until now.
void keep_version(const Writing& writing, const Voucher& voucher, std::string_view cause,
                  const std::string& reason);

// What a cashier has signed is neither changed nor voided behind him.
Problem signed_by_cashier(const Voucher& voucher);

TouchedRow touched_row(const Voucher& voucher, const std::string& before);

}  // namespace zf
