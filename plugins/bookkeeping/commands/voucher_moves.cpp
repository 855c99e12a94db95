#include "commands/voucher_moves.h"

#include "commands/finding_answer.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

Record refusal_row(const std::string& voucher, const Problem& problem) {
    Record row = finding_rows({problem}).front().as<Record>();
    row.set("voucher", voucher);
    return row;
}

static Result<Voucher> move_one(CommandContext& context, const Book& book,
                                const std::string& reference, const VoucherMoves& moves,
                                Changes& changes) {
    const auto voucher = voucher_to_change(context, book, reference, moves.permission);
    if (!voucher) return voucher.error();
    auto written = moves.act(writing_in(context, changes), *voucher);
    if (!written) return written.error();
    note(changes, written->touched);
    changes.changed.push_back({"bk.voucher", {voucher->id.value}});
    return std::move(written->voucher);
}

Result<Changes> move_vouchers(CommandContext& context, const Book& book,
                              const std::vector<std::string>& references,
                              const VoucherMoves& moves) {
    Changes changes;
    std::optional<Problem> first_refusal;
    List refusals;
    std::int64_t moved = 0;
    for (const std::string& reference : references) {
        const auto voucher = move_one(context, book, reference, moves, changes);
        if (voucher) {
            if (++moved == 1) report(changes, *voucher, moves.said_of_one);
            continue;
        }
        if (!first_refusal) first_refusal = voucher.error();
        refusals.emplace_back(refusal_row(reference, voucher.error()));
    }
    if (moved == 0 && first_refusal) return *first_refusal;
    const auto refused = static_cast<std::int64_t>(refusals.size());
    if (references.size() > 1) {
        changes.said = {moves.said_of_many, {moved, refused}};
        changes.result = Record{};
    }
    changes.result.set("done", moved);
    changes.result.set("refused", refused);
    changes.result.set("refusals", std::move(refusals));
    return changes;
}

std::vector<FieldInfo> moves_columns() {
    std::vector<FieldInfo> columns = voucher_result_columns();
    columns.push_back(column("done", "Done", ValueType::integer));
    columns.push_back(column("refused", "Refused", ValueType::integer));
    FieldInfo refusals = findings_column("refusals");
    refusals.lines.push_back(column("voucher", "Voucher"));
    columns.push_back(std::move(refusals));
    return columns;
}

}  // namespace zf::bookkeeping
