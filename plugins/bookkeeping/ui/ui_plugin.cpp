// The screens of this module, by the names that menus, lists and links use.
#include "zhangfang/ui/ui_plugin.h"

#include "ui/opening_sheet.h"
#include "ui/review_screen.h"
#include "ui/voucher_grid.h"

namespace {

using zf::Record;
using zf::Screen;
using zf::UiHost;
using zf::bookkeeping::OpeningSheet;
using zf::bookkeeping::ReviewScreen;
using zf::bookkeeping::VoucherGrid;

void describe(zf::ScreenRegistry& screens) {
    using Purpose = VoucherGrid::Purpose;
    const std::pair<const char*, Purpose> purposes[] = {
        {"bk.voucher_grid", Purpose::show_or_enter}, {"bk.voucher.enter", Purpose::enter},
        {"bk.voucher.show", Purpose::show_or_enter}, {"bk.voucher.amend", Purpose::amend},
        {"bk.voucher.correct", Purpose::correct},    {"bk.voucher.copy", Purpose::copy},
        {"bk.template.fill", Purpose::fill}};
    for (const auto& each : purposes)
        screens.add(each.first,
                    [purpose = each.second](wxWindow* parent, UiHost& host,
                                            const Record& parameters) -> Screen* {
                        return new VoucherGrid{parent, host, parameters, purpose};
                    });
    screens.add("bk.opening",
                [](wxWindow* parent, UiHost& host, const Record& parameters) -> Screen* {
                    return new OpeningSheet{parent, host, parameters};
                });
    screens.add("bk.voucher_review",
                [](wxWindow* parent, UiHost& host, const Record& parameters) -> Screen* {
                    return new ReviewScreen{parent, host, parameters};
                });
}

}  // namespace

ZHANGFANG_UI_PLUGIN("bookkeeping", describe)
