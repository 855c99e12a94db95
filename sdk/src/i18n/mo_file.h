#pragma once

#include <functional>
#include <string_view>

namespace zf::i18n {

// Reads the bytes of a compiled gettext catalogue, in either byte order, and hands each id with its
// text to `take`. Of plural entries the singular form of both is taken. False when the bytes are
// damaged: then nothing was handed over.
bool read_mo(std::string_view bytes,
             const std::function<void(std::string_view id, std::string_view text)>& take);

}  // namespace zf::i18n
