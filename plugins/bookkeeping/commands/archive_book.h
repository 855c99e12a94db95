#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// 归档: an archived book takes no more changes; it can be brought back.
struct ArchiveBook {
    static constexpr const char* command = "bk.book.archive";
    std::string book;
    bool archived = true;
};

inline std::vector<Field<ArchiveBook>> archive_book_fields() {
    return {
        book_field(&ArchiveBook::book),
        field("archived", &ArchiveBook::archived, "Archived")
            .defaults_to("true")
            .help("No brings an archived book back into use."),
    };
}

}  // namespace zf::bookkeeping
