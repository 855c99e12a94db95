#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/voucher_sheet.h"
#include "reports/book_paper.h"
#include "zhangfang/ledger/store/vouchers.h"

namespace zf::bookkeeping {

// The papers that vouchers are printed on.
enum class VoucherPaper {
    a4_two_up,
    a4_three_up,
    a5,
    form_240x140,
    form_240x120,
    form_210x140,
    form_210x120
};

}  // namespace zf::bookkeeping

template <>
struct zf::EnumNames<zf::bookkeeping::VoucherPaper> {
    using Paper = zf::bookkeeping::VoucherPaper;
    static constexpr std::array names{
        EnumName<Paper>{Paper::a4_two_up, "a4_two_up", "A4, two on a page"},
        EnumName<Paper>{Paper::a4_three_up, "a4_three_up", "A4, three on a page"},
        EnumName<Paper>{Paper::a5, "a5", "A5 across"},
        EnumName<Paper>{Paper::form_240x140, "240x140", "Voucher paper 240 × 140 mm"},
        EnumName<Paper>{Paper::form_240x120, "240x120", "Voucher paper 240 × 120 mm"},
        EnumName<Paper>{Paper::form_210x140, "210x140", "Voucher paper 210 × 140 mm"},
        EnumName<Paper>{Paper::form_210x120, "210x120", "Voucher paper 210 × 120 mm"},
    };
};

namespace zf::bookkeeping {

// The page that such sheets stand on.
PageSetup page_of(VoucherPaper paper);

// How a sheet is drawn.
struct SheetStyle {
    VoucherPaper paper = VoucherPaper::a4_two_up;
    int lines = 5;
    bool has_money_grid = true;
};

// The head and foot of a voucher's paper.
struct VoucherFace {
    std::string unit;
    Date date;
    std::string word;
    int number = 0;
    std::optional<int> attachments;
    bool is_voided = false;
    bool is_teaching = false;
    std::int64_t prints = 0;  // made before: a reprint says so
    std::string finance_head, posted_by, reviewed_by, signed_by, prepared_by;
    Link link;
};

// 记账凭证, 三栏通用: summary, account, debit, credit; unused lines struck through; sums and the
// capital amount on the last sheet.
GridBlock draw_voucher(const SheetStyle& style, const VoucherFace& face, const VoucherSheet& sheet);

// The sheets of every voucher that a cursor brings, one after another.
GridsBlock voucher_sheets(const SheetStyle& style, const Book& book, const BookNames& names,
                          std::function<std::unique_ptr<VoucherCursor>()> vouchers,
                          std::function<std::int64_t(Id<Voucher>)> prints_of);

}  // namespace zf::bookkeeping
