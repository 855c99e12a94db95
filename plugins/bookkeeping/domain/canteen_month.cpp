#include "domain/canteen_month.h"

namespace zf::bookkeeping {

Money amount_of(const Publication& table, std::string_view item) {
    for (const auto* section : {&table.income, &table.expenditure})
        for (const PublicationLine& line : *section)
            if (line.item == item) return line.amount;
    return {};
}

CanteenFigures figures_of(const Publication& table, std::int64_t vouchers, Money withdrawn,
                          Money grain_received) {
    return {.vouchers = vouchers,
            .withdrawn = withdrawn,
            .food = amount_of(table, "21"),
            .refund = amount_of(table, "22"),
            .bank_fee = amount_of(table, "23"),
            .allocation = amount_of(table, "11"),
            .supplement = amount_of(table, "12"),
            .officers = amount_of(table, "13"),
            .interest = amount_of(table, "15"),
            .grain_received = grain_received,
            .grain_transferred = amount_of(table, "14"),
            .closing = table.closing,
            .cost = table.cost};
}

}  // namespace zf::bookkeeping
