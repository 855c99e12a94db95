#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "zhangfang/rules/problem.h"

namespace zf {

enum class Asks { nothing, reason };

// The names of an enumeration, in the store and on every road in: specialise for each state type.
//   template <> struct EnumNames<VoucherState> { static constexpr std::array
//   names{EnumName{VoucherState::held, "held", "Held"}, …}; };
template <class E>
struct EnumName {
    E value;
    std::string_view name;   // stored and exchanged: snake_case
    std::string_view label;  // English message id shown to people
};
template <class E>
struct EnumNames;

template <class E>
std::string_view name_of(E value) {
    for (const auto& each : EnumNames<E>::names)
        if (each.value == value) return each.name;
    ZF_ASSERT(false);
}
template <class E>
std::string_view label_of(E value) {
    for (const auto& each : EnumNames<E>::names)
        if (each.value == value) return each.label;
    ZF_ASSERT(false);
}
template <class E>
std::optional<E> enum_from(std::string_view name) {
    for (const auto& each : EnumNames<E>::names)
        if (each.name == name) return each.value;
    return std::nullopt;
}

// The state is "{0}"; the command needs "{1}" or "{2}": all are labels of states.
ZF_EXPORT Message wrong_state(std::string is, std::vector<std::string> needed);

template <class State>
struct Move {
    std::string command;
    State from;
    State to;
    Asks asks = Asks::nothing;
};

// The states of an entity and the moves between them, declared once: commands ask it, buttons are
// greyed by it, the store refuses what it does not list, the help draws it.
template <class State>
struct Lifecycle {
    std::string entity;  // "bk.voucher"
    State start;
    std::vector<Move<State>> moves;

    std::optional<State> after(State from, std::string_view command) const {
        for (const auto& move : moves)
            if (move.from == from && move.command == command) return move.to;
        return std::nullopt;
    }
    // Code "<entity>.state": names the state the thing is in and the states the command starts
    // from.
    std::optional<Problem> why_not(State from, std::string_view command) const {
        if (after(from, command)) return std::nullopt;
        std::vector<std::string> starts;
        for (const auto& move : moves)
            if (move.command == command) starts.emplace_back(label_of(move.from));
        return Problem{.code = entity + ".state",
                       .text = wrong_state(std::string{label_of(from)}, std::move(starts))};
    }
    bool allows(State from, State to) const {
        return std::any_of(moves.begin(), moves.end(),
                           [&](const auto& move) { return move.from == from && move.to == to; });
    }
};

}  // namespace zf
