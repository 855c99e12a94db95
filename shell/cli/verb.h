#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "zhangfang/plugin/registry.h"

namespace zf::cli {

struct Call;

// A verb of the program itself: what needs more than the dispatcher can give.
struct BuiltIn {
    std::string name;  // "workspace.create"
    std::string title;
    std::string help;
    std::vector<FieldInfo> parameters;  // the required ones may be given by position
    std::function<int(Call&)> run;      // answers the exit code
};

// What a command line names: a declared command, a declared report, or a verb of the program.
struct Verb {
    std::string name;
    std::string title;
    std::string help;
    const std::vector<FieldInfo>* parameters = nullptr;
    const CommandInfo* command = nullptr;
    const ReportInfo* report = nullptr;
    const BuiltIn* built_in = nullptr;
};

// The words of a line with what they name: `bk voucher review 17` names bk.voucher.review.
struct NamedVerb {
    Verb verb;
    std::vector<std::string> further;  // words behind the name
};

// All verbs there are. A dot, a space, a hyphen or an underscore may stand between the parts of a
// name: bk.account_balances is also `bk account-balances`.
class Vocabulary {
public:
    Vocabulary(const Registry& registry, const std::vector<BuiltIn>& built_ins)
        : registry_{registry},
          built_ins_{built_ins} {}

    // The longest beginning of the words that is a name.
    std::optional<NamedVerb> find(const std::vector<std::string>& words) const;
    // All, in the order of their names, whose name begins with the words; all for none.
    std::vector<Verb> below(const std::vector<std::string>& words) const;
    // The name that differs least from the words, when few letters differ.
    std::optional<std::string> nearest(const std::vector<std::string>& words) const;

private:
    std::optional<Verb> named(const std::string& name) const;

    const Registry& registry_;
    const std::vector<BuiltIn>& built_ins_;
};

// "bk.voucher.review" as it is typed: "bk voucher review".
std::string typed_name(std::string_view name);

}  // namespace zf::cli
