#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "zhangfang/base/export.h"

// The terminal that a program without a window was started from.
namespace zf::platform {

enum class Stream { input, output, errors };

ZF_EXPORT bool is_terminal(Stream stream);

// Asks at the terminal without showing what is typed; nothing when there is no terminal or the
// input has ended.
ZF_EXPORT std::optional<std::string> ask_hidden(std::string_view question);

// While it lives, Ctrl+C and a request to end call `act`, on a thread of its own; pressed once
// more, Ctrl+C ends the program as usual.
class ZF_EXPORT InterruptWatch {
public:
    explicit InterruptWatch(std::function<void()> act);
    ~InterruptWatch();
    InterruptWatch(const InterruptWatch&) = delete;
    InterruptWatch& operator=(const InterruptWatch&) = delete;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace zf::platform
