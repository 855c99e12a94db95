#pragma once

#include <string>
#include <vector>

#include "zhangfang/base/expected.h"
#include "zhangfang/base/message.h"

namespace zf {

// notice: told only. alert: passes when its code is acknowledged in the request. error: refuses,
// unless `lifted_by` names a right that the operator holds and a reason is given. fatal: refuses
// always.
enum class Level { notice, alert, error, fatal };

// Where on a form or row a finding belongs: a field name, and the line (from 1) inside a list of
// lines.
struct Place {
    std::string field;
    int line = 0;

    bool operator==(const Place&) const = default;
};

// What a rule found. The code is stable, dotted and searchable; the text becomes a sentence at the
// edge.
struct Problem {
    std::string code;  // "bk.voucher.own_review"
    std::string rule;  // paragraph of the manual or regulation, "" when the code says it all
    Level level = Level::error;
    Message text;  // what is wrong · what was kept · what to do
    Place place;
    std::string lifted_by;  // the right that lets an error pass with a reason

    bool operator==(const Problem&) const = default;
};

using Problems = std::vector<Problem>;
using Error = Problem;

template <class T>
using Result = Expected<T, Problem>;

// Does any finding stand in the way, given what the request acknowledged? Rights that lift are the
// dispatcher's matter.
ZF_EXPORT bool refuses(const Problems& problems, const std::vector<std::string>& acknowledged);

// The finding that an operator should read first: the gravest, then the earliest.
ZF_EXPORT const Problem& gravest(const Problems& problems);

}  // namespace zf
