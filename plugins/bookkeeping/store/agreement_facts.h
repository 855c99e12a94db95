#pragma once

#include "domain/agreement.h"
#include "store/months_asked.h"

namespace zf::bookkeeping {

// Reads the figures of a range of months on every road: kept balances, vouchers, pages, days,
// items. Every posted line of the range is read twice; `tick` hears of it and may stop it.
AgreementFacts agreement_facts(Reader reader, const Book& book, const MonthRange& months,
                               const Tick& tick = {});

}  // namespace zf::bookkeeping
