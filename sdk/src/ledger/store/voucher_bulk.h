#pragma once

#include <array>
#include <future>
#include <vector>

#include "zhangfang/ledger/store/content_hash.h"
#include "zhangfang/ledger/store/voucher_actions.h"

namespace zf {

// Writes new vouchers many at a time, beside whoever makes them: while he fills one batch, a thread
// writes the other. Vouchers are filled in its slots, whose memory is used again and again.
class VoucherBulk {
public:
    explicit VoucherBulk(const Writing& writing);

    // The next voucher to fill; it counts only with take(). Throws what went wrong in the writing
    // of earlier ones.
    ImportedVoucher& slot();
    void take(const std::vector<std::int64_t>& tuples);
    // Writes what is left; answers what the trail binds.
    std::vector<TouchedChunk> finish();

private:
    static constexpr std::size_t batch_size = 2048;
    struct Batch {
        std::vector<ImportedVoucher> slots = std::vector<ImportedVoucher>(batch_size);
        std::vector<ContentHash> hashes = std::vector<ContentHash>(batch_size);
        std::vector<std::vector<std::int64_t>> tuples = std::vector<std::vector<std::int64_t>>(
            batch_size);
        std::size_t used = 0;
    };

    void hand_over();
    void wait_for_writing();
    void write(Batch& batch);
    void reserve_ids(Batch& batch);
    void insert_heads(const Batch& batch);
    void insert_states(const Batch& batch);
    void insert_entries(const Batch& batch);
    void insert_details(const Batch& batch);

    const Writing& writing_;
    Connection& connection_;
    std::array<Batch, 2> batches_;
    Batch* filling_ = &batches_[0];
    ChunkDigest digest_{"zf_voucher"};
    std::future<void> writing_batch_;  // goes first: its end is waited for
};

}  // namespace zf
