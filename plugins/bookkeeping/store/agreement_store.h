#pragma once

#include <string>
#include <vector>

#include "store/months_asked.h"
#include "zhangfang/store/entity_store.h"

namespace zf::bookkeeping {

// One comparison of the books as it was kept (table bk_agreement); it never changes.
struct KeptAgreement {
    std::int64_t id = 0;
    MonthRange months;
    bool stands = false;
    std::string content;  // JSON: every check with its differences
    std::string made_at;  // UTC instant
    std::int64_t made_by = 0;
};

class AgreementStore {
public:
    AgreementStore(Reader reader, Id<Book> book);

    std::vector<KeptAgreement> newest(int limit) const;
    std::int64_t add(const Transaction& transaction, const KeptAgreement& made) const;

private:
    Connection& connection_;
    Id<Book> book_;
};

}  // namespace zf::bookkeeping
