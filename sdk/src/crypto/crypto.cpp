#include "zhangfang/crypto/crypto.h"

#include <new>

#include <nettle/sha2.h>
#include <sodium.h>

#include "zhangfang/base/assert.h"

namespace zf::crypto {

// What draws random bytes or measures memory wants libsodium initialised, once, from whichever
// thread comes first.
static void prepare() {
    static const bool is_ready = sodium_init() >= 0;
    ZF_ASSERT(is_ready);
}

static const unsigned char* raw(std::span<const std::byte> bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

static unsigned char* raw(Digest& digest) {
    return reinterpret_cast<unsigned char*>(digest.data());
}

static std::span<const std::byte> bytes_of(std::string_view text) {
    return std::as_bytes(std::span{text.data(), text.size()});
}

static Digest digest_of(sha256_ctx& context) {
    Digest digest{};
    sha256_digest(&context, digest.size(), raw(digest));
    return digest;
}

Digest sha256(std::span<const std::byte> bytes) {
    sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, bytes.size(), raw(bytes));
    return digest_of(context);
}

Digest sha256(std::string_view text) {
    return sha256(bytes_of(text));
}

struct Sha256::State {
    sha256_ctx context;
};

Sha256::Sha256() : state_{std::make_unique<State>()} {
    sha256_init(&state_->context);
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::add(std::span<const std::byte> bytes) {
    ZF_ASSERT(state_ != nullptr);
    sha256_update(&state_->context, bytes.size(), raw(bytes));
}

void Sha256::add(std::string_view text) {
    add(bytes_of(text));
}

Digest Sha256::finish() {
    ZF_ASSERT(state_ != nullptr);
    const Digest digest = digest_of(state_->context);
    state_.reset();
    return digest;
}

Digest hmac_sha256(std::span<const std::byte, 32> key, std::span<const std::byte> bytes) {
    static_assert(crypto_auth_hmacsha256_KEYBYTES == 32);
    Digest digest{};
    crypto_auth_hmacsha256(raw(digest), raw(bytes), bytes.size(), raw(key));
    return digest;
}

std::string hex(std::span<const std::byte> bytes) {
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), raw(bytes), bytes.size());
    text.pop_back();
    return text;
}

std::string random_hex(std::size_t count) {
    prepare();
    std::vector<std::byte> bytes(count);
    randombytes_buf(bytes.data(), bytes.size());
    return hex(bytes);
}

// What a new hash costs: 64 MiB and three passes, about 0.1 s.
static constexpr unsigned long long password_passes = 3;
static constexpr std::size_t password_memory = 64 * 1024 * 1024;

std::string hash_password(std::string_view password) {
    prepare();
    char stored[crypto_pwhash_STRBYTES];
    const int failed = crypto_pwhash_str_alg(stored, password.data(), password.size(),
                                             password_passes, password_memory,
                                             crypto_pwhash_ALG_ARGON2ID13);
    if (failed != 0) throw std::bad_alloc{};  // its only failure: the memory is not to be had
    return stored;
}

bool password_matches(std::string_view stored, std::string_view password) {
    prepare();
    const std::string terminated{stored};
    return crypto_pwhash_str_verify(terminated.c_str(), password.data(), password.size()) == 0;
}

bool needs_rehash(std::string_view stored) {
    prepare();
    const std::string terminated{stored};
    return crypto_pwhash_str_needs_rehash(terminated.c_str(), password_passes, password_memory) !=
           0;
}

}  // namespace zf::crypto
