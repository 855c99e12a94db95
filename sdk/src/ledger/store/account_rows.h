#pragma once

#include <map>
#include <string>
#include <vector>

#include "zhangfang/ledger/store/accounts.h"
#include "zhangfang/ledger/store/books.h"

namespace zf {

// What books.cpp and openings.cpp share with accounts.cpp: rows without questions asked.
Touched insert_dimensions(const Writing& writing, Id<Book> book, const BookKind& kind);
Result<Touched> insert_chart(const Writing& writing, const Book& book, const Chart& chart);
BookWritten set_book_status(const Writing& writing, const Book& before, BookStatus status);

// No row of an account reaches as far.
constexpr int for_good = 10'000;

}  // namespace zf
