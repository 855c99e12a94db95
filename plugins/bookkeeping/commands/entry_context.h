#pragma once

#include <optional>

#include "commands/fields.h"

namespace zf::bookkeeping {

// What the entry screen needs while somebody types: chart, items, open dates, the next number,
// balances with everything entered so far.
struct EntryContextRequest {
    static constexpr const char* command = "bk.entry.context";
    std::string book;
    std::optional<Date> date;
    std::string word = "记";
};

inline std::vector<Field<EntryContextRequest>> entry_context_fields() {
    return {
        book_field(&EntryContextRequest::book),
        field("date", &EntryContextRequest::date, "Date")
            .help("Left out, the last date used in the open month."),
        field("word", &EntryContextRequest::word, "Voucher word").defaults_to("记").length(10),
    };
}

}  // namespace zf::bookkeeping
