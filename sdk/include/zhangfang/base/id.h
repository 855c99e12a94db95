#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace zf {

// The key of a stored row of kind T; 0 means "not stored yet". Ids of different kinds do not mix.
template <class T>
struct Id {
    std::int64_t value = 0;

    constexpr explicit operator bool() const { return value != 0; }
    constexpr auto operator<=>(const Id&) const = default;
};

}  // namespace zf

template <class T>
struct std::hash<zf::Id<T>> {
    std::size_t operator()(zf::Id<T> id) const noexcept {
        return std::hash<std::int64_t>{}(id.value);
    }
};
