#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "zhangfang/crypto/crypto.h"
#include "zhangfang/ledger/touched.h"
#include "zhangfang/ledger/voucher.h"

namespace zf {

using ContentHash = crypto::Digest;

// SHA-256 over canonical_content.
ZF_EXPORT ContentHash content_hash(const Voucher& voucher);

// Digests rows of a set action chunk by chunk, in key order.
class ZF_EXPORT ChunkDigest {
public:
    explicit ChunkDigest(std::string table);
    void add(std::int64_t key, const ContentHash& hash, std::string_view state);
    std::vector<TouchedChunk> finish();

    static constexpr std::int64_t rows_max = 10'000;

private:
    void close_run();
    void close_chunk();
    std::string table_;
    std::string bytes_;  // of the open chunk
    TouchedChunk open_;
    std::int64_t run_first_ = 0;  // of keys without a gap
    std::vector<TouchedChunk> chunks_;
};

// close_hash = SHA-256(previous ‖ content hashes of the period's posted vouchers, by word and
// number).
class ZF_EXPORT CloseHash {
public:
    explicit CloseHash(std::string_view previous_hex);  // "" before the first closing: 32 zero
                                                        // bytes
    ~CloseHash();
    void add(const ContentHash& voucher);
    std::string finish();  // hex; once

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace zf
