#pragma once

#include <vector>

#include "zhangfang/ledger/store/content_hash.h"
#include "zhangfang/ledger/store/voucher_actions.h"

namespace zf {

// Writes new vouchers many at a time. Vouchers are filled in its slots, whose memory is used again
// and again.
class VoucherBulk {
public:
    explicit VoucherBulk(const Writing& writing);

    // The next voucher to fill; it counts only with take().
    ImportedVoucher& slot();
    void take(const std::vector<std::int64_t>& tuples);
    // Writes what is left; answers what the trail binds.
    std::vector<TouchedChunk> finish();

private:
    void flush();
    void reserve_ids();
    void insert_heads();
    void insert_entries();
    void insert_details();

    static constexpr std::size_t slots_max = 4096;
    const Writing& writing_;
    Connection& connection_;
    std::vector<ImportedVoucher> slots_;
    std::vector<ContentHash> hashes_;
    std::vector<std::string> dates_;
    std::vector<std::vector<std::int64_t>> tuples_;
    std::size_t used_ = 0;
    ChunkDigest digest_{"zf_voucher"};
};

}  // namespace zf
