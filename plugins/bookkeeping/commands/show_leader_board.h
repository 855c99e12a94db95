#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// 领导查询: money, month and what waits, of every book that this leader may look into.
struct ShowLeaderBoard {
    static constexpr const char* command = "bk.leader_board.show";
    std::vector<std::string> book;
    std::string month;
};

inline std::vector<Field<ShowLeaderBoard>> show_leader_board_fields() {
    return {
        field("book", &ShowLeaderBoard::book, "Books")
            .refers_to("bk.book")
            .help("Left out, every book that you may look into."),
        month_field(&ShowLeaderBoard::month),
    };
}

}  // namespace zf::bookkeeping
