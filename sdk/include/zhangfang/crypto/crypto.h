#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "zhangfang/base/export.h"

// The one door to libsodium.
namespace zf::crypto {

using Digest = std::array<std::byte, 32>;

ZF_EXPORT Digest sha256(std::span<const std::byte> bytes);
ZF_EXPORT Digest sha256(std::string_view text);

// SHA-256 over parts that arrive one after another.
class ZF_EXPORT Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;
    void add(std::span<const std::byte> bytes);
    void add(std::string_view text);
    Digest finish();  // once; nothing may be added afterwards

private:
    struct State;
    std::unique_ptr<State> state_;
};

// HMAC-SHA-256 with a key of 32 bytes.
ZF_EXPORT Digest hmac_sha256(std::span<const std::byte, 32> key, std::span<const std::byte> bytes);

ZF_EXPORT std::string hex(std::span<const std::byte> bytes);
ZF_EXPORT std::string random_hex(std::size_t bytes);

// Argon2id, 64 MiB, t = 3, p = 1; the stored string carries its parameters.
ZF_EXPORT std::string hash_password(std::string_view password);
ZF_EXPORT bool password_matches(std::string_view stored, std::string_view password);
ZF_EXPORT bool needs_rehash(std::string_view stored);

}  // namespace zf::crypto
