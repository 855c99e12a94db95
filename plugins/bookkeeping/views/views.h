#pragma once

#include <vector>

#include "zhangfang/view/view.h"

namespace zf::bookkeeping {

// What the window shows of this trade, one function a kind of thing. Lists are also the look-ups
// (F7) for fields that refer to them.
std::vector<ListView> book_lists();
std::vector<ListView> voucher_lists();
std::vector<ListView> ledger_lists();
std::vector<FormView> forms();
std::vector<MenuEntry> menu();
std::vector<StepView> step_views();
PlaceView place();
std::vector<DashboardCard> cards();

}  // namespace zf::bookkeeping
