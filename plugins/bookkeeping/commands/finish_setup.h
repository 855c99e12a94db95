#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// 初始完成确认: the opening balances are fixed and the book goes into use.
struct FinishSetup {
    static constexpr const char* command = "bk.book.finish";
    std::string book;
    std::string password;
};

inline std::vector<Field<FinishSetup>> finish_setup_fields() {
    return {
        book_field(&FinishSetup::book),
        field("password", &FinishSetup::password, "Your password").required().secret(),
    };
}

}  // namespace zf::bookkeeping
