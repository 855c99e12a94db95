#include "zhangfang/ledger/store/content_hash.h"

#include <cstring>

#include "zhangfang/ledger/canonical_content.h"

namespace zf {

namespace {

std::string_view as_text(const ContentHash& hash) {
    return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

ContentHash from_hex(std::string_view hex) {
    const auto value_of = [](char digit) {
        return static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
    };
    ContentHash hash{};
    ZF_ASSERT(hex.size() == hash.size() * 2);
    for (std::size_t at = 0; at < hash.size(); ++at)
        hash[at] = static_cast<std::byte>(value_of(hex[at * 2]) * 16 + value_of(hex[at * 2 + 1]));
    return hash;
}

}  // namespace

ContentHash content_hash(const Voucher& voucher) {
    thread_local std::string content;  // grows once; a month holds many vouchers
    write_canonical_content(voucher, content);
    return crypto::sha256(content);
}

ChunkDigest::ChunkDigest(std::string table) : table_{std::move(table)} {}

void ChunkDigest::add(std::int64_t key, const ContentHash& hash, std::string_view state) {
    ZF_ASSERT(open_.count == 0 || (key > open_.last_key && state == open_.state));
    if (open_.count == 0) {
        open_.first_key = run_first_ = key;
        open_.state = state;
    } else if (key != open_.last_key + 1) {
        close_run();
        run_first_ = key;
    }
    open_.last_key = key;
    ++open_.count;
    const auto bits = static_cast<std::uint64_t>(key);
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes_ += static_cast<char>((bits >> shift) & 0xFF);
    bytes_ += as_text(hash);
    bytes_ += state;
    if (open_.count == rows_max) close_chunk();
}

std::vector<TouchedChunk> ChunkDigest::finish() {
    if (open_.count > 0) close_chunk();
    return std::move(chunks_);
}

void ChunkDigest::close_run() {
    if (!open_.keys.empty()) open_.keys += ',';
    open_.keys += std::to_string(run_first_);
    if (open_.last_key != run_first_) open_.keys += '-' + std::to_string(open_.last_key);
}

void ChunkDigest::close_chunk() {
    close_run();
    open_.table = table_;
    open_.digest = crypto::hex(crypto::sha256(bytes_));
    chunks_.push_back(std::move(open_));
    open_ = {};
    bytes_.clear();
}

struct CloseHash::State {
    crypto::Sha256 sum;
};

CloseHash::CloseHash(std::string_view previous_hex) : state_{std::make_unique<State>()} {
    state_->sum.add(previous_hex.empty() ? ContentHash{} : from_hex(previous_hex));
}
CloseHash::~CloseHash() = default;

void CloseHash::add(const ContentHash& voucher) {
    state_->sum.add(voucher);
}

std::string CloseHash::finish() {
    return crypto::hex(state_->sum.finish());
}

}  // namespace zf
