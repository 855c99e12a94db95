#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// 标错: the reviewer's note to the preparer; the next change takes it away.
struct MarkVoucherWrong {
    static constexpr const char* command = "bk.voucher.mark_wrong";
    std::string book;
    std::string voucher;
    std::string note;
    std::int64_t version = 0;
};

inline std::vector<Field<MarkVoucherWrong>> mark_voucher_wrong_fields() {
    return {
        book_field(&MarkVoucherWrong::book),
        voucher_field(&MarkVoucherWrong::voucher).required(),
        field("note", &MarkVoucherWrong::note, "What is wrong")
            .length(200)
            .help("Left out, a mark is taken away."),
        version_field(&MarkVoucherWrong::version),
    };
}

}  // namespace zf::bookkeeping
