#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/voucher_template.h"
#include "zhangfang/ledger/book.h"
#include "zhangfang/store/entity_store.h"

namespace zf::bookkeeping {

// The templates of a book with their lines (tables bk_template, bk_template_line).
class TemplateStore {
public:
    TemplateStore(Reader reader, Id<Book> book);

    std::vector<Stored<VoucherTemplate>> all() const;  // in code order
    std::optional<Stored<VoucherTemplate>> find(std::string_view code) const;

    // Inserts (id 0) or replaces; the caller has compared the version inside this transaction.
    Stored<VoucherTemplate> save(const Transaction& transaction,
                                 const Stored<VoucherTemplate>& changed, const Stamp& stamp) const;
    void remove(const Transaction& transaction, std::int64_t id) const;

private:
    std::vector<TemplateLine> lines_of(std::int64_t id) const;

    Connection& connection_;
    Id<Book> book_;
};

}  // namespace zf::bookkeeping
