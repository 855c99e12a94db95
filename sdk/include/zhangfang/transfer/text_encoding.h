#pragma once

#include <string>
#include <string_view>

#include "zhangfang/base/export.h"
#include "zhangfang/rules/problem.h"

namespace zf {

enum class TextEncoding { utf8, utf8_with_mark, gb18030, utf16le, utf16be };

// UTF-8 by its mark, else valid UTF-8, else GB18030.
ZF_EXPORT TextEncoding detect_encoding(std::string_view bytes);

// Problem transfer.bad_text names the first byte that is no character.
ZF_EXPORT Result<std::string> to_utf8(std::string_view bytes, TextEncoding encoding);

// Problem transfer.cannot_encode, when the text itself is no UTF-8.
ZF_EXPORT Result<std::string> from_utf8(std::string_view text, TextEncoding encoding);

}  // namespace zf
