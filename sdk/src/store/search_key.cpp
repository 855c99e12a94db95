#include "zhangfang/store/search_key.h"

#include <algorithm>

#include "collation_driver.h"
#include "zhangfang/base/driver.h"
#include "zhangfang/base/text.h"

namespace zf {

static bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

static const CollationDriver& collation() {
    return driver<CollationDriver>();
}

std::string composed(std::string_view text) {
    return is_ascii(text) ? std::string{text} : collation().composed(text);
}

Bytes sort_key(std::string_view text) {
    return collation().sort_key(text);
}

std::string sort_key_version() {
    return collation().sort_key_version();
}

std::string pinyin_initials(std::string_view text) {
    std::string letters;
    for (const char32_t character : to_code_points(text)) {
        const auto ascii = static_cast<char>(character);
        if (character >= 0x80) {
            if (const char initial = collation().initial_of(character); initial != 0)
                letters += initial;
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
