#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// Where one is: the book, its month and what waits there, for title and status bar.
struct ShowPlace {
    static constexpr const char* command = "bk.place.show";
    std::string book;
};

inline std::vector<Field<ShowPlace>> show_place_fields() {
    return {book_field(&ShowPlace::book)};
}

}  // namespace zf::bookkeeping
