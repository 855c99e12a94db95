#include "zhangfang/ui/ui_host.h"

namespace zf {

UiHost::~UiHost() = default;

wxString from_utf8(std::string_view text) {
    return wxString::FromUTF8(text.data(), text.size());
}

std::string to_utf8(const wxString& text) {
    return std::string{text.utf8_str()};
}

wxString tr(const UiHost& host, std::string_view id) {
    return from_utf8(host.catalogue().text(id));
}

wxString tr(const UiHost& host, const Message& message) {
    return from_utf8(host.catalogue().text(message));
}

}  // namespace zf
