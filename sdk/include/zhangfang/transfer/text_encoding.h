#pragma once

#include "zhangfang/base/export.h"
#include "zhangfang/rules/problem.h"

#include <string>
#include <string_view>

namespace zf {

enum class TextEncoding { utf8, utf8_with_mark, gb18030, utf16le, utf16be };

// UTF-8 by its mark, else valid UTF-8, else GB18030.
ZF_EXPORT TextEncoding detect_encoding(std::string_view bytes);
ZF_EXPORT Result<std::string> to_utf8(std::string_view bytes, TextEncoding encoding);  // transfer.bad_text with the offset
ZF_EXPORT Result<std::string> from_utf8(std::string_view text, TextEncoding encoding); // transfer.cannot_encode with the character

}  // namespace zf
