#include "engine/qr_code.h"

#include <memory>

#include <qrencode.h>

#include "zhangfang/base/export.h"

namespace zf::reports {
namespace {

QrCode encode(const std::string& text) {
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code{
        QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M), &QRcode_free};
    QrCode result;
    if (!code) return result;
    result.width = code->width;
    for (int module = 0; module < code->width * code->width; ++module)
        result.dark.push_back((code->data[module] & 1) != 0);
    return result;
}

}  // namespace
}  // namespace zf::reports

extern "C" ZF_EXPORT const zf::reports::QrCodeDriver zf_qr_code_driver;
const zf::reports::QrCodeDriver zf_qr_code_driver{&zf::reports::encode};
