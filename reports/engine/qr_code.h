#pragma once

#include <string>
#include <vector>

namespace zf::reports {

struct QrCode {
    int width = 0;           // in modules
    std::vector<bool> dark;  // row by row; empty: the text is empty, or longer than any code holds
};

// What the module around libqrencode hands out.
struct QrCodeDriver {
    static constexpr const char* module = "qr_code";
    QrCode (*encode)(const std::string& text);
};

}  // namespace zf::reports
