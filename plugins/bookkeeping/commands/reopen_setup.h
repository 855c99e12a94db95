#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// 反初始化: only while the book has no voucher.
struct ReopenSetup {
    static constexpr const char* command = "bk.book.reopen_setup";
    std::string book;
    std::string security_code;
};

inline std::vector<Field<ReopenSetup>> reopen_setup_fields() {
    return {book_field(&ReopenSetup::book), security_code_field(&ReopenSetup::security_code)};
}

}  // namespace zf::bookkeeping
