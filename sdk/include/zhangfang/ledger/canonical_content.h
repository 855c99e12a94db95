#pragma once

#include <string>

#include "zhangfang/ledger/voucher.h"

namespace zf {

// What the trail binds of a voucher, as versions keep it: canonical JSON of head, entries,
// dimensions and memoranda. Id, state, marks and signatures are not content.
ZF_EXPORT std::string canonical_content(const Voucher& voucher);
ZF_EXPORT void write_canonical_content(const Voucher& voucher, std::string& into);  // replaces what
                                                                                    // `into` holds

}  // namespace zf
