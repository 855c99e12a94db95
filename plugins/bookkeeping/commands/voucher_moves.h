#pragma once

#include <functional>

#include "commands/voucher_values.h"
#include "zhangfang/ledger/store/voucher_actions.h"

namespace zf::bookkeeping {

// What happens to each of several vouchers, and how it is told.
struct VoucherMoves {
    std::string_view permission;  // whose scope says which vouchers are reached
    std::function<Result<VoucherWritten>(const Writing&, const Voucher&)> act;
    const char* said_of_one;   // "Voucher {0} is …"
    const char* said_of_many;  // "{0} vouchers are …, {1} were refused."
};

// Does it to each voucher. One that is refused leaves the others alone and is listed with its
// reason; when all are refused the command is.
Result<Changes> move_vouchers(CommandContext& context, const Book& book,
                              const std::vector<std::string>& references,
                              const VoucherMoves& moves);

// A voucher that was left out, as a row of the answer.
Record refusal_row(const std::string& voucher, const Problem& problem);
std::vector<FieldInfo> moves_columns();

}  // namespace zf::bookkeeping
