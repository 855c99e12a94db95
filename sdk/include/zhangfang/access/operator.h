#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "zhangfang/base/id.h"
#include "zhangfang/base/money.h"
#include "zhangfang/rules/lifecycle.h"

namespace zf {

// A person who may sign in. `person` links logins of one human: separation of duties compares
// persons, not logins.
struct Operator {
    Id<Operator> id;
    std::string login;        // unique
    std::string name;         // printed as 制单, 审核 …
    std::int64_t person = 0;  // equals id unless several logins belong to one person
    bool is_enabled = true;
    std::int64_t version = 0;
};

// Whose records: own, operators of one role there, everybody's.
enum class Whose { own, group, all };

template <>
struct EnumNames<Whose> {
    static constexpr std::array names{
        EnumName<Whose>{Whose::own, "own", "Own"},
        EnumName<Whose>{Whose::group, "group", "Group"},
        EnumName<Whose>{Whose::all, "all", "All"},
    };
};

// A permission granted somewhere, for whose records, up to which amount. Nothing is granted by
// default.
struct Grant {
    std::string permission;  // "bk.enter"
    std::string place;       // "" = whole workspace, "book:3"
    Whose whose = Whose::all;
    std::optional<Money> up_to;

    bool operator==(const Grant&) const = default;
};

}  // namespace zf
