#pragma once

#include <vector>

#include "zhangfang/base/message.h"
#include "zhangfang/ledger/measure.h"

namespace zf {

// An amount as a sentence shows it: money where the measure has two decimals, a quantity where it
// has six.
Argument shown(Amount amount, const Measure& measure);
Argument shown(Amount amount, Id<Measure> measure, const std::vector<Measure>& measures);

}  // namespace zf
