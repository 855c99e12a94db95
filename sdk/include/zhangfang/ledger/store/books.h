#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "zhangfang/ledger/book.h"
#include "zhangfang/ledger/measure.h"
#include "zhangfang/ledger/store/writing.h"

namespace zf {

// What the wizard asks for (新建账套); what is left out comes from the kind.
struct NewBook {
    std::string code;
    std::string name;
    std::string kind;
    std::string standard;  // "": the chart's name
    std::string base_currency = "CNY";
    std::string code_levels;  // "": the kind's
    std::optional<ControlLevel> control_level;
    PeriodKey start;  // no 1…12
    std::string finance_head;
    std::string industry;
    std::optional<BookOptions> options;
    std::vector<Measure> measures;  // besides the kind's: grain kinds of this unit
    bool loads_chart = true;        // false: the book starts without accounts
};

struct BookWritten {
    Book book;
    Touched touched;
};

// Books of the workspace; base currency and other measures of each.
class ZF_EXPORT BookStore {
public:
    explicit BookStore(Reader reader);

    std::optional<Book> get(Id<Book> id) const;
    std::optional<Book> find(std::string_view code) const;
    std::vector<Book> all() const;  // in code order
    // --book CODE or "#id"; "" is the only book. Problem ledger.book.unknown, ledger.book.several,
    // ledger.book.none.
    Result<Book> resolve(std::string_view reference) const;

    std::vector<Measure> measures(Id<Book> book) const;  // the base currency first
    Measure base_measure(Id<Book> book) const;
    bool has_vouchers(Id<Book> book) const;

private:
    Connection& connection_;
};

// Makes book, measures, dimensions and chart of its kind; state `initialising`. Problems:
// ledger.book.code_taken, .kind_unknown, .start_not_a_month, .review_not_waivable …
ZF_EXPORT Result<BookWritten> create_book(const Writing& writing, const NewBook& request);

// Saves name, finance head, industry, options, control level, code levels, of the version given.
// Sealed settings are refused: kind, base currency, method and review once a voucher exists; the
// level only rises; code levels only lengthen.
ZF_EXPORT Result<BookWritten> change_book(const Writing& writing, const Book& book);

// A book that is archived takes no more changes; it can be brought back.
ZF_EXPORT Result<BookWritten> set_book_archived(const Writing& writing, Id<Book> book,
                                                bool archived);

// For every road that changes a book outside this folder: locks its row first (FOR UPDATE), answers
// it. Problems: ledger.book.unknown, ledger.book.archived, ledger.book.kind_not_loaded (such a book
// is read-only).
ZF_EXPORT Result<Book> lock_book(const Writing& writing, Id<Book> book);

}  // namespace zf
