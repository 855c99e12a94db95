#pragma once

#include <algorithm>
#include <string>

#include "base/instant.h"
#include "zhangfang/ledger/store/content_hash.h"
#include "zhangfang/ledger/store/writing.h"
#include "zhangfang/ledger/voucher.h"
#include "zhangfang/rules/lifecycle.h"
#include "zhangfang/store/transaction.h"

namespace zf::ledger_rows {

inline std::string text_at(const Row& row, int column) {
    return std::string{row.text(column)};
}

inline int small_at(const Row& row, int column) {
    return static_cast<int>(row.integer(column));
}

inline Date date_at(const Row& row, int column) {
    return Date::from_day(static_cast<std::int32_t>(row.integer(column)));
}

// Instants of what moves by whole months are kept as seconds since 1970; "" is none.
inline std::string instant_at(const Row& row, int column) {
    return row.is_null(column) ? std::string{} : instant_of(row.integer(column));
}

inline Bound instant_or_null(const std::string& instant) {
    return instant.empty() ? Bound{Null{}} : Bound{seconds_of(instant)};
}

inline std::int64_t now_of(const Writing& writing) {
    return seconds_of(writing.stamp.now);
}

inline bool flag_at(const Row& row, int column) {
    return row.integer(column) != 0;
}

inline Bound flag(bool value) {
    return Bound{value ? 1 : 0};
}

inline Amount amount_at(const Row& row, int column) {
    return Amount::minor(row.integer(column));
}

// An enumeration as it is stored; a name that nobody knows means that the file was changed from
// outside.
template <class E>
E enum_at(const Row& row, int column) {
    if (const auto value = enum_from<E>(row.text(column))) return *value;
    throw StoreError{StoreFault::corrupt,
                     "an unknown name stands in a column of the books: " + text_at(row, column)};
}

// A state as zf_voucher_state holds it.
constexpr std::int64_t stored_state(VoucherState state) {
    return static_cast<std::int64_t>(state);
}

inline Bound text_or_null(const std::string& text) {
    return text.empty() ? Bound{Null{}} : Bound{text};
}

inline Bound id_or_null(std::int64_t id) {
    return id == 0 ? Bound{Null{}} : Bound{id};
}

inline ContentHash hash_at(const Row& row, int column) {
    const BytesView bytes = row.bytes(column);
    ContentHash hash{};
    if (bytes.size() != hash.size())
        throw StoreError{StoreFault::corrupt, "a content hash of the books has a wrong length"};
    std::copy(bytes.begin(), bytes.end(), hash.begin());
    return hash;
}

inline std::string hex(const ContentHash& hash) {
    return crypto::hex(hash);
}

}  // namespace zf::ledger_rows
