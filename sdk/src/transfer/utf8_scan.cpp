#include "transfer/utf8_scan.h"

#include <array>
#include <cstdint>
#include <cstring>

namespace zf::transfer {
namespace {

// Eight bytes that are all ASCII and none of them NUL.
bool are_plain(const char* bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    constexpr std::uint64_t ones = 0x0101010101010101U, highs = 0x8080808080808080U;
    return (word & highs) == 0 && ((word - ones) & highs) == 0;
}

struct Sequence {
    std::size_t length = 0;  // 0: no character begins with this byte
    unsigned char second_min = 0x80, second_max = 0xBF;
};

// Which second bytes are left out keeps overlong forms, surrogates and numbers above U+10FFFF away.
constexpr Sequence sequence_of(unsigned char lead) {
    if (lead >= 0xC2 && lead <= 0xDF) return {.length = 2};
    if (lead == 0xE0) return {.length = 3, .second_min = 0xA0};
    if (lead == 0xED) return {.length = 3, .second_max = 0x9F};
    if (lead >= 0xE1 && lead <= 0xEF) return {.length = 3};
    if (lead == 0xF0) return {.length = 4, .second_min = 0x90};
    if (lead == 0xF4) return {.length = 4, .second_max = 0x8F};
    if (lead >= 0xF1 && lead <= 0xF3) return {.length = 4};
    return {};
}

constexpr std::array<Sequence, 256> sequences = [] {
    std::array<Sequence, 256> all{};
    for (unsigned lead = 0; lead < all.size(); ++lead)
        all[lead] = sequence_of(static_cast<unsigned char>(lead));
    return all;
}();

// How many bytes of the character at the start are as they must be.
std::size_t sound_bytes(std::string_view bytes, const Sequence& sequence) {
    std::size_t place = 1;
    for (; place < sequence.length && place < bytes.size(); ++place) {
        const auto byte = static_cast<unsigned char>(bytes[place]);
        if (byte < (place == 1 ? sequence.second_min : 0x80)) break;
        if (byte > (place == 1 ? sequence.second_max : 0xBF)) break;
    }
    return place;
}

}  // namespace

Utf8Scan scan_utf8(std::string_view bytes) {
    Utf8Scan scan;
    std::size_t place = 0;
    while (place < bytes.size()) {
        const auto lead = static_cast<unsigned char>(bytes[place]);
        if (lead - 1U < 0x7FU) {
            ++place;
            while (place + 8 <= bytes.size() && are_plain(bytes.data() + place)) place += 8;
            continue;
        }
        const Sequence sequence = sequences[lead];
        if (sequence.length == 0) break;
        const std::size_t sound = sound_bytes(bytes.substr(place), sequence);
        if (sound < sequence.length) {
            scan.is_cut = place + sound == bytes.size();
            break;
        }
        place += sequence.length;
        ++scan.multibyte;
    }
    scan.valid = place;
    return scan;
}

}  // namespace zf::transfer
