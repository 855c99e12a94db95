#include <fmt/format.h>
#include <unicode/alphaindex.h>
#include <unicode/coll.h>
#include <unicode/normalizer2.h>

#include "collation_driver.h"
#include "zhangfang/base/assert.h"

namespace zf {
namespace {

icu::UnicodeString unicode(std::string_view text) {
    return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

std::string composed(std::string_view text) {
    UErrorCode fault = U_ZERO_ERROR;
    const icu::Normalizer2* const normalizer = icu::Normalizer2::getNFCInstance(fault);
    ZF_ASSERT(U_SUCCESS(fault) != 0);
    std::string result;
    normalizer->normalize(unicode(text), fault).toUTF8String(result);
    ZF_ASSERT(U_SUCCESS(fault) != 0);
    return result;
}

const icu::Collator& chinese_order() {
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
const InitialIndex& initials() {
    static const std::unique_ptr<const InitialIndex> made = [] {
        UErrorCode fault = U_ZERO_ERROR;
        icu::AlphabeticIndex index{icu::Locale{"zh", "CN"}, fault};
        std::unique_ptr<const InitialIndex> built{index.buildImmutableIndex(fault)};
        ZF_ASSERT(U_SUCCESS(fault) != 0);
        return built;
    }();
    return *made;
}

char initial_of(char32_t character) {
    UErrorCode fault = U_ZERO_ERROR;
    const std::int32_t place = initials().getBucketIndex(
        icu::UnicodeString{static_cast<UChar32>(character)}, fault);
    const auto* const bucket = initials().getBucket(place);
    if (U_FAILURE(fault) != 0 || bucket == nullptr || bucket->getLabelType() != U_ALPHAINDEX_NORMAL)
        return 0;
    const char16_t letter = bucket->getLabel().charAt(0);
    return letter >= u'A' && letter <= u'Z' ? static_cast<char>(letter - u'A' + 'a') : '\0';
}

}  // namespace
}  // namespace zf

extern "C" ZF_EXPORT const zf::CollationDriver zf_collation_driver;
const zf::CollationDriver zf_collation_driver{&zf::composed, &zf::sort_key, &zf::sort_key_version,
                                              &zf::initial_of};
