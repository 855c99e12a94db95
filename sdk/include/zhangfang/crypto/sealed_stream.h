#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "zhangfang/base/export.h"

namespace zf::crypto {

constexpr std::size_t stream_header_bytes = 24;
constexpr std::size_t stream_extra_bytes = 17;  // what sealing adds to a chunk
using StreamKey = std::array<std::byte, 32>;
using StreamHeader = std::array<std::byte, stream_header_bytes>;
using KeySalt = std::array<std::byte, 16>;

ZF_EXPORT KeySalt random_salt();

// The key that a passphrase stands for: Argon2id, 256 MiB, t = 3.
ZF_EXPORT StreamKey key_from_passphrase(std::string_view passphrase, const KeySalt& salt);

// XChaCha20-Poly1305 in chunks; each chunk is bound to those before it, and the last one is marked,
// so that a truncated, reordered or changed stream cannot pass.
class ZF_EXPORT StreamSealer {
public:
    explicit StreamSealer(const StreamKey& key);
    ~StreamSealer();
    const StreamHeader& header() const;
    std::vector<std::byte> seal(std::span<const std::byte> chunk, bool is_last);

private:
    struct State;
    std::unique_ptr<State> state_;
};

class ZF_EXPORT StreamOpener {
public:
    StreamOpener(const StreamKey& key, const StreamHeader& header);
    ~StreamOpener();
    struct Chunk {
        std::vector<std::byte> bytes;
        bool is_last = false;
    };
    // Nothing: the chunk is not what was sealed with this key in this place.
    std::optional<Chunk> open(std::span<const std::byte> sealed);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace zf::crypto
