#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// A book with its options and where its periods stand.
struct ShowBook {
    static constexpr const char* command = "bk.book.show";
    std::string book;
};

inline std::vector<Field<ShowBook>> show_book_fields() {
    return {book_field(&ShowBook::book)};
}

}  // namespace zf::bookkeeping
