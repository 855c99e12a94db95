#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// What a voucher said before it was changed, unposted or renumbered.
struct ListVersions {
    static constexpr const char* command = "bk.voucher.versions";
    std::string book;
    std::string voucher;
};

inline std::vector<Field<ListVersions>> list_versions_fields() {
    return {book_field(&ListVersions::book), voucher_field(&ListVersions::voucher).required()};
}

}  // namespace zf::bookkeeping
