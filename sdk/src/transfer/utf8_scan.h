#pragma once

#include <cstddef>
#include <string_view>

namespace zf::transfer {

struct Utf8Scan {
    std::size_t valid = 0;  // bytes before the first fault, or before a character that the end cuts
    bool is_cut = false;    // nothing is wrong but the end
    std::size_t multibyte = 0;  // characters beyond ASCII among the valid bytes
};

// How far the bytes are UTF-8 without NUL. Made for whole files: plain ASCII is passed over eight
// bytes at a time.
Utf8Scan scan_utf8(std::string_view bytes);

}  // namespace zf::transfer
