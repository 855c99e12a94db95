#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "zhangfang/base/money.h"
#include "zhangfang/rules/problem.h"

namespace zf {

struct ApprovalStep {
    std::string title;
    std::string permission;
    std::optional<Money> from_amount;  // asked only from this amount on
};

// Who signs a document, in which order, and which persons are kept apart. Review of a voucher is a
// route of one step.
struct ApprovalRoute {
    std::string document;              // "bk.voucher"
    std::vector<std::string> content;  // fields whose change voids the signatures
    std::vector<ApprovalStep> steps;
    std::vector<std::string> apart_from;  // roles on the document that may not sign: "prepared_by"
};

// A person who has a part in the document, by role.
struct Part {
    std::string role;
    std::int64_t person = 0;  // 0: nobody yet
};

// Code "<document>.own_<verb>"-like refusals are the caller's; this answers which role forbids the
// signer.
ZF_EXPORT std::optional<std::string>
role_that_forbids(const ApprovalRoute& route, const std::vector<Part>& parts, std::int64_t signer);

}  // namespace zf
