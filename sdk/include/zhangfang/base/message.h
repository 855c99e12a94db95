#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "zhangfang/base/date.h"
#include "zhangfang/base/money.h"
#include "zhangfang/base/month.h"
#include "zhangfang/base/price.h"
#include "zhangfang/base/quantity.h"
#include "zhangfang/base/rate.h"

namespace zf {

// One typed argument of a sentence; how it is written is decided with the language, at the edge.
using Argument = std::variant<std::int64_t, std::string, Money, Quantity, Price, Rate, Date, Month>;

// A sentence before it has a language: an English message id with {0}, {1} … and the arguments for
// them. The id is looked up in the catalogue at the edge; rules and stores never translate.
struct Message {
    std::string id;
    std::vector<Argument> arguments;

    bool operator==(const Message&) const = default;
};

}  // namespace zf
