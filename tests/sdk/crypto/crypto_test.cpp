#include "zhangfang/crypto/crypto.h"

#include <array>

#include "support/catch.h"
#include "zhangfang/base/assert.h"

using namespace zf;

TEST_CASE("a SHA-256 is the published one for 'abc', at once and in parts", "[crypto]") {
    // FIPS 180-4, example of one block.
    const std::string expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    crypto::Sha256 parts;
    parts.add("a");
    parts.add("bc");

    CHECK(crypto::hex(crypto::sha256("abc")) == expected);
    CHECK(crypto::hex(parts.finish()) == expected);
}

TEST_CASE("a finished SHA-256 takes nothing more", "[crypto]") {
    crypto::Sha256 parts;
    parts.finish();

    CHECK_THROWS_AS(parts.add("late"), ProgramFault);
    CHECK_THROWS_AS(parts.finish(), ProgramFault);
}

TEST_CASE("an HMAC-SHA-256 is the published one of RFC 4231, case 2 with its key filled up",
          "[crypto]") {
    // A key shorter than a block is filled with zeros, so "Jefe" and zeros up to 32 bytes are the
    // same key.
    std::array<std::byte, 32> key{};
    key[0] = std::byte{'J'};
    key[1] = std::byte{'e'};
    key[2] = std::byte{'f'};
    key[3] = std::byte{'e'};
    const std::string_view text = "what do ya want for nothing?";

    const crypto::Digest mac = crypto::hmac_sha256(
        key, std::as_bytes(std::span{text.data(), text.size()}));

    CHECK(crypto::hex(mac) == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST_CASE("random bytes have the length asked for and differ", "[crypto]") {
    const std::string first = crypto::random_hex(16);
    const std::string second = crypto::random_hex(16);

    CHECK(first.size() == 32);
    CHECK(first.find_first_not_of("0123456789abcdef") == std::string::npos);
    CHECK(first != second);
    CHECK(crypto::random_hex(0).empty());
}

TEST_CASE("a stored password opens to itself only", "[crypto]") {
    const std::string stored = crypto::hash_password("伙食账-2008");

    CHECK(stored.starts_with("$argon2id$v=19$m=65536,t=3,p=1$"));
    CHECK(crypto::password_matches(stored, "伙食账-2008"));
    CHECK_FALSE(crypto::password_matches(stored, "伙食账-2009"));
    CHECK_FALSE(crypto::password_matches(stored, ""));
    CHECK_FALSE(crypto::password_matches("", "伙食账-2008"));
    CHECK_FALSE(crypto::needs_rehash(stored));
}

TEST_CASE("a password stored with weaker parameters asks to be hashed anew", "[crypto]") {
    const std::string weaker = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$"
                               "Z0PO8ysFCGJNSL0JqhLHE0t2V3hOXvqf1gI2G5Wj6vE";

    CHECK(crypto::needs_rehash(weaker));
}
