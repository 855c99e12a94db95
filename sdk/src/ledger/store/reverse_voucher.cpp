#include "voucher_changes.h"
#include "zhangfang/ledger/reversal.h"
#include "zhangfang/ledger/store/books.h"
#include "zhangfang/ledger/store/voucher_actions.h"

namespace zf {

Result<Reversed> reverse_voucher(const Writing& writing, Id<Book> book, Id<Voucher> id, Date date,
                                 const std::optional<std::vector<Entry>>& correction,
                                 std::optional<int> correction_attachments) {
    const auto loaded = load_for(writing, book, id, std::nullopt, "bk.voucher.reverse");
    if (!loaded) return loaded.error();
    const Voucher& voucher = loaded->voucher;
    const BookOptions& options = loaded->book.options;
    const bool is_reversed = VoucherStore{writing.transaction, book}.reversed_by(id).has_value();
    if (const auto problem = why_not_reversed(voucher, is_reversed, date)) {
        if (const auto refusal = writing.settle({*problem})) return *refusal;
    }
    auto red = insert_entered(writing, loaded->book, reversal_of(voucher, options, date));
    if (!red) return red.error();
    Reversed reversed{.reversal = std::move(red->voucher), .touched = std::move(red->touched)};
    if (correction) {
        auto right = insert_entered(
            writing, loaded->book,
            correction_of(voucher, options, date, *correction, correction_attachments));
        if (!right) return right.error();
        reversed.correction = std::move(right->voucher);
        reversed.touched.add(std::move(right->touched));
    }
    return reversed;
}

}  // namespace zf
