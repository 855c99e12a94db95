#pragma once

#include <string>
#include <string_view>

#include "zhangfang/base/message.h"
#include "zhangfang/command/request.h"
#include "zhangfang/model/value.h"

namespace zf {

// Values that keep their type through JSON, which knows whole numbers and texts only: {"$money":
// 8640}.
Value kept(const Value& value);
Value unkept(const Value& value);

// {"id": …, "arguments": […]} with kept arguments, and back.
Value kept(const Message& message);
Message message_from(const Value& value);

// What a repeated request id is answered with: stored beside the trail's entry.
std::string stored_outcome(const Outcome& outcome);
Outcome outcome_from(std::string_view stored);

}  // namespace zf
