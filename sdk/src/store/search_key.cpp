#include "zhangfang/store/search_key.h"

#include <algorithm>

#include <fmt/format.h>
#include <unicode/alphaindex.h>
#include <unicode/coll.h>
#include <unicode/normalizer2.h>

#include "zhangfang/base/assert.h"
#include "zhangfang/base/text.h"

namespace zf {

static bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

static icu::UnicodeString unicode(std::string_view text) {
    return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

std::string composed(std::string_view text) {
    if (is_ascii(text)) return std::string{text};
    UErrorCode fault = U_ZERO_ERROR;
    const icu::Normalizer2* const normalizer = icu::Normalizer2::getNFCInstance(fault);
    ZF_ASSERT(U_SUCCESS(fault) != 0);
    std::string result;
    normalizer->normalize(unicode(text), fault).toUTF8String(result);
    ZF_ASSERT(U_SUCCESS(fault) != 0);
    return result;
}

static const icu::Collator& chinese_order() {
    static const std::unique_ptr<const icu::Collator> collator = [] {
        UErrorCode fault = U_ZERO_ERROR;
        std::unique_ptr<const icu::Collator> made{
            icu::Collator::createInstance(icu::Locale{"zh", "CN"}, fault)};
        ZF_ASSERT(U_SUCCESS(fault) != 0);
        return made;
    }();
    return *collator;
}

Bytes sort_key(std::string_view text) {
    const icu::UnicodeString characters = unicode(text);
    const std::int32_t size = chinese_order().getSortKey(characters, nullptr, 0);
    Bytes key(static_cast<std::size_t>(size));
    chinese_order().getSortKey(characters, reinterpret_cast<std::uint8_t*>(key.data()), size);
    key.pop_back();  // its closing zero
    return key;
}

std::string sort_key_version() {
    UVersionInfo version{};
    chinese_order().getVersion(version);
    return fmt::format("zh {}.{}.{}.{}", version[0], version[1], version[2], version[3]);
}

using InitialIndex = icu::AlphabeticIndex::ImmutableIndex;

// The register of a Chinese telephone book: which of the letters A to Z a character stands under.
// It is made in milliseconds, where writing out whole pinyin would first read 300 ms of rules.
static const InitialIndex& initials() {
    static const std::unique_ptr<const InitialIndex> made = [] {
        UErrorCode fault = U_ZERO_ERROR;
        icu::AlphabeticIndex index{icu::Locale{"zh", "CN"}, fault};
        std::unique_ptr<const InitialIndex> built{index.buildImmutableIndex(fault)};
        ZF_ASSERT(U_SUCCESS(fault) != 0);
        return built;
    }();
    return *made;
}

// 0 where a character has none: punctuation, other scripts.
static char initial_of(char32_t character) {
    UErrorCode fault = U_ZERO_ERROR;
    const std::int32_t place = initials().getBucketIndex(
        icu::UnicodeString{static_cast<UChar32>(character)}, fault);
    const auto* const bucket = initials().getBucket(place);
    if (U_FAILURE(fault) != 0 || bucket == nullptr || bucket->getLabelType() != U_ALPHAINDEX_NORMAL)
        return 0;
    const char16_t letter = bucket->getLabel().charAt(0);
    return letter >= u'A' && letter <= u'Z' ? static_cast<char>(letter - u'A' + 'a') : '\0';
}

std::string pinyin_initials(std::string_view text) {
    std::string letters;
    for (const char32_t character : to_code_points(text)) {
        const auto ascii = static_cast<char>(character);
        if (character >= 0x80) {
            if (const char initial = initial_of(character); initial != 0) letters += initial;
        } else if (ascii >= 'A' && ascii <= 'Z') {
            letters += static_cast<char>(ascii - 'A' + 'a');
        } else if ((ascii >= 'a' && ascii <= 'z') || (ascii >= '0' && ascii <= '9')) {
            letters += ascii;
        }
    }
    return letters;
}

std::string pattern_beginning(std::string_view text) {
    std::string pattern;
    for (const char byte : text) {
        if (byte == '%' || byte == '_' || byte == '\\') pattern += '\\';
        pattern += byte;
    }
    return pattern + '%';
}

std::string pattern_containing(std::string_view text) {
    return '%' + pattern_beginning(text);
}

}  // namespace zf
