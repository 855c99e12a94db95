#include "zhangfang/ledger/store/voucher_step.h"

#include <fmt/format.h>

#include "rows.h"

namespace zf {

std::optional<Id<Voucher>> voucher_after_step(Reader reader, Id<Book> book, const Voucher& from,
                                              VoucherStep step,
                                              const std::vector<std::int64_t>& prepared_by_any) {
    std::string sql = "SELECT id FROM zf_voucher WHERE book = ? AND number IS NOT NULL";
    Bounds bounds{book.value};
    if (step == VoucherStep::previous || step == VoucherStep::next) {
        sql += fmt::format(" AND (year, period, word, number) {} (?, ?, ?, ?)",
                           step == VoucherStep::next ? ">" : "<");
        bounds.insert(bounds.end(), {from.period.year, from.period.no, from.word, from.number});
    }
    if (!prepared_by_any.empty()) {
        sql += " AND prepared_by IN (?";
        for (std::size_t index = 1; index < prepared_by_any.size(); ++index) sql += ", ?";
        sql += ")";
        bounds.insert(bounds.end(), prepared_by_any.begin(), prepared_by_any.end());
    }
    const bool is_upwards = step == VoucherStep::next || step == VoucherStep::first;
    sql += fmt::format(" ORDER BY year {0}, period {0}, word {0}, number {0} LIMIT 1",
                       is_upwards ? "ASC" : "DESC");
    std::optional<Id<Voucher>> found;
    reader.connection().run(sql, bounds,
                            [&](const Row& row) { found = Id<Voucher>{row.integer(0)}; });
    return found;
}

}  // namespace zf
