#pragma once

#include <utility>
#include <variant>

#include "zhangfang/base/assert.h"

namespace zf {

// Either a value or the reason why there is none. C++20 has no std::expected; the spelling is kept
// close to it.
template <class T, class E>
class [[nodiscard]] Expected {
public:
    Expected(T value) : content_{std::in_place_index<0>, std::move(value)} {}
    Expected(E error) : content_{std::in_place_index<1>, std::move(error)} {}

    bool has_value() const { return content_.index() == 0; }
    explicit operator bool() const { return has_value(); }

    const T& value() const& {
        ZF_ASSERT(has_value());
        return *std::get_if<0>(&content_);
    }
    T& value() & {
        ZF_ASSERT(has_value());
        return *std::get_if<0>(&content_);
    }
    T&& value() && {
        ZF_ASSERT(has_value());
        return std::move(*std::get_if<0>(&content_));
    }
    const E& error() const {
        ZF_ASSERT(!has_value());
        return *std::get_if<1>(&content_);
    }

    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

private:
    std::variant<T, E> content_;
};

}  // namespace zf
