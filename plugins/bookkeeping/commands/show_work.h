#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// 待办: how many vouchers wait for whom.
struct ShowWork {
    static constexpr const char* command = "bk.work.show";
    std::string book;
};

inline std::vector<Field<ShowWork>> show_work_fields() {
    return {book_field(&ShowWork::book)};
}

}  // namespace zf::bookkeeping
