#pragma once

#include <map>
#include <optional>
#include <string>

#include "zhangfang/command/command.h"
#include "zhangfang/ledger/store/books.h"
#include "zhangfang/ledger/store/writing.h"

// What the commands of this trade share when they reach for a book.
namespace zf::bookkeeping {

// Where a request about a book is permitted: "book:3", from its parameter `book`.
Result<std::string> place_of_book(const Record& parameters, Reader reader);
std::string place_of(const Book& book);

Result<Book> book_of(Reader reader, const std::string& reference);

// bk.month.unreadable for text that is no month; "" takes the first open period of the book.
Result<PeriodKey> period_of(Reader reader, const Book& book, const std::string& month);

// The year asked for; 0 is that of the first open period.
int year_or_open(Reader reader, const Book& book, int year);

// What actions of the ledger write with in this command; `changes` outlives it.
Writing writing_in(CommandContext& context, Changes& changes);
void note(Changes& changes, const Touched& touched);

// Refuses as the operator's security code says; the failed try is counted. Not asked in a teaching
// book. Nothing: the code is right.
std::optional<Changes> security_refusal(CommandContext& context, const Book& book,
                                        const std::string& code);

// Ids of those whose vouchers this session may see or change under a permission; empty: anybody's.
std::vector<std::int64_t> owners_for(const Session& session, std::string_view permission,
                                     const Book& book, Reader reader);
// bk.voucher.not_yours: the right reaches to other operators' vouchers only with scope "all".
std::optional<Problem> why_not_changed_by(const Session& session, std::string_view permission,
                                          const Book& book, std::int64_t prepared_by,
                                          Reader reader);

// Printed names of operators, by id.
std::map<std::int64_t, std::string> operator_names(Reader reader);

}  // namespace zf::bookkeeping
