#pragma once

#include <optional>

#include "zhangfang/base/message.h"
#include "zhangfang/model/value.h"

namespace zf {

// A sentence inside an answer, {"id": …, "arguments": […]}: it gets its language where it is shown.
ZF_EXPORT Value message_value(const Message& message);

// The sentence that a value holds, when it is one.
ZF_EXPORT std::optional<Message> message_in(const Value& value);

}  // namespace zf
