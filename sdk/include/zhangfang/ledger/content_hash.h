#pragma once

#include "zhangfang/ledger/account.h"
#include "zhangfang/ledger/book.h"
#include "zhangfang/ledger/touched.h"
#include "zhangfang/ledger/voucher.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zf {

using ContentHash = std::array<std::byte, 32>;

// SHA-256 over the canonical form of head, entries, dimensions and memoranda; id, state, marks and signatures are not content.
ZF_EXPORT ContentHash content_hash(const Voucher& voucher);
ZF_EXPORT ContentHash content_hash(const Period& period);

// The canonical form itself, as versions keep it: JSON with fixed order of keys.
ZF_EXPORT std::string canonical_content(const Voucher& voucher);

// Digests rows of a set action chunk by chunk, in key order.
class ZF_EXPORT ChunkDigest {
public:
    explicit ChunkDigest(std::string table);
    void add(std::int64_t key, const ContentHash& hash, std::string_view state);
    std::vector<TouchedChunk> finish();

    static constexpr std::int64_t rows_max = 10'000;

private:
    void close_chunk();
    std::string table_;
    std::string bytes_;  // of the open chunk
    TouchedChunk open_;
    std::vector<TouchedChunk> chunks_;
};

// close_hash = SHA-256(previous ‖ content hashes of the period's posted vouchers, by word and number).
class ZF_EXPORT CloseHash {
public:
    explicit CloseHash(std::string_view previous_hex);  // "" before the first closing: 32 zero bytes
    void add(const ContentHash& voucher);
    std::string finish();  // hex

private:
    std::string bytes_;
    ContentHash running_{};
    bool started_ = false;
};

}  // namespace zf
