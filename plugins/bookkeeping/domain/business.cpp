#include "domain/business.h"

#include <algorithm>
#include <string_view>

namespace zf::bookkeeping {

static std::string_view item_of(const Entry& entry) {
    return entry.dimensions.empty() ? std::string_view{} : entry.dimensions.front().item;
}

// A finer item (2106 菜) belongs to its own kind (21 主副食品采购); a line without one fits any.
static bool fits(const Entry& entry, const Account& account, const TemplateLine& line) {
    if (entry.side != line.side) return false;
    const std::string_view item = item_of(entry);
    const auto fits_item = [&](std::string_view asked) {
        return item.empty() || asked.empty() || item.starts_with(asked);
    };
    return (account.code == line.account && fits_item(line.item)) ||
           (account.code == line.otherwise && fits_item(line.otherwise_item));
}

// A line beside its account, which is looked up once for all templates.
struct KnownLine {
    const Entry& entry;
    const Account& account;
};

static bool fits(const KnownLine& known, const VoucherTemplate& one) {
    return std::any_of(one.lines.begin(), one.lines.end(), [&](const TemplateLine& line) {
        return fits(known.entry, known.account, line);
    });
}

std::optional<Problem> why_mixed(const Voucher& voucher, const EntryContext& context,
                                 const std::vector<VoucherTemplate>& templates) {
    // The year-end voucher empties every account at once, and the program wrote it.
    if (voucher.origin == VoucherOrigin::year_carry) return std::nullopt;
    // A template that the unit wrote itself says what one business is there.
    const bool is_known = std::any_of(
        templates.begin(), templates.end(),
        [&](const VoucherTemplate& each) { return each.code == voucher.origin_reference; });
    if (voucher.origin == VoucherOrigin::model && !is_known) return std::nullopt;
    // Asked first: where one line is of no known business, nothing is said of the voucher.
    std::vector<KnownLine> lines;
    lines.reserve(voucher.entries.size());
    for (const Entry& entry : voucher.entries) {
        const Account* const account = context.account(entry.account);
        if (account == nullptr) return std::nullopt;
        const KnownLine& line = lines.emplace_back(KnownLine{entry, *account});
        if (std::none_of(templates.begin(), templates.end(),
                         [&](const VoucherTemplate& one) { return fits(line, one); }))
            return std::nullopt;
    }
    const auto covers = [&](const VoucherTemplate& one) {
        return std::all_of(lines.begin(), lines.end(),
                           [&](const KnownLine& line) { return fits(line, one); });
    };
    if (std::any_of(templates.begin(), templates.end(), covers)) return std::nullopt;
    return Problem{.code = "bk.voucher.mixed_business",
                   .rule = "C10",
                   .level = Level::alert,
                   .text = {"More than one business seems to stand in this voucher. Enter one "
                            "voucher for each, or confirm that it is one business.",
                            {}},
                   .place = {"entries"}};
}

}  // namespace zf::bookkeeping
