#pragma once

#include <string>
#include <string_view>

#include "zhangfang/base/export.h"
#include "zhangfang/store/connection.h"

namespace zf {

// The same text in composed form (NFC): 'e' and an accent become one character.
ZF_EXPORT std::string composed(std::string_view text);

// Bytes that order texts as a Chinese list does: figures, characters by their pinyin,
// letters.
ZF_EXPORT Bytes sort_key(std::string_view text);
// Names the rules behind sort_key; keys of different rules do not compare.
ZF_EXPORT std::string sort_key_version();

// "大米10kg" is "dm10kg": the first letter of each character's pinyin, letters and digits as they
// are.
ZF_EXPORT std::string pinyin_initials(std::string_view text);

// A pattern for LIKE … ESCAPE '\' that finds the text anywhere, or at the beginning.
ZF_EXPORT std::string pattern_containing(std::string_view text);
ZF_EXPORT std::string pattern_beginning(std::string_view text);

}  // namespace zf
