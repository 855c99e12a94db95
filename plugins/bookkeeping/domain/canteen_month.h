#pragma once

#include <string_view>

#include "domain/publication.h"

namespace zf::bookkeeping {

// A month of the canteen in figures, as the year's table shows it.
struct CanteenFigures {
    std::int64_t vouchers = 0;
    Money withdrawn;          // 提现
    Money food;               // 买菜
    Money refund;             // 退伙
    Money bank_fee;           // 手续费
    Money allocation;         // 拨伙食费
    Money supplement;         // 补助
    Money officers;           // 干部士官
    Money interest;           // 利息
    Money grain_received;     // 粮差收
    Money grain_transferred;  // 粮差转入
    CanteenBalances closing;
    CanteenCost cost;
};

// What the publication table says under a flow item; zero where it has no such line.
Money amount_of(const Publication& table, std::string_view item);

// Takes the figures out of the month's publication table.
CanteenFigures figures_of(const Publication& table, std::int64_t vouchers, Money withdrawn,
                          Money grain_received);

}  // namespace zf::bookkeeping
