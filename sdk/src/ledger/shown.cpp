#include "shown.h"

namespace zf {

Argument shown(Amount amount, const Measure& measure) {
    if (measure.decimals == 6) return Quantity::micro(amount.minor());
    if (measure.decimals == 0) return amount.minor();
    return amount.money();
}

Argument shown(Amount amount, Id<Measure> measure, const std::vector<Measure>& measures) {
    for (const Measure& each : measures)
        if (each.id == measure) return shown(amount, each);
    return amount.money();
}

}  // namespace zf
