#include "host/drafts.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <span>
#include <system_error>

#include "zhangfang/crypto/crypto.h"
#include "zhangfang/crypto/sealed_stream.h"
#include "zhangfang/platform/platform.h"

namespace zf::host {
namespace {

std::string content_of(const std::filesystem::path& file) {
    std::ifstream stream{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

// The file holds 64 hexadecimal digits; the key is their digest, so that any content makes one.
std::optional<crypto::StreamKey> key_in(const std::filesystem::path& file) {
    const std::string digits = content_of(file);
    if (digits.empty()) return std::nullopt;
    return crypto::sha256(digits);
}

crypto::StreamKey key_for_writing(const std::filesystem::path& file) {
    if (const auto key = key_in(file)) return *key;
    platform::create_private_folder(file.parent_path());
    const std::string digits = crypto::random_hex(32);
    platform::replace_private_file(file, digits);
    return crypto::sha256(digits);
}

void append(std::string& text, std::span<const std::byte> bytes) {
    for (const std::byte byte : bytes) text += static_cast<char>(byte);
}

}  // namespace

Drafts::Drafts(std::filesystem::path folder, std::filesystem::path key_file)
    : folder_{std::move(folder)},
      key_file_{std::move(key_file)} {}

std::filesystem::path Drafts::file_of(const std::string& name) const {
    return folder_ / (name + ".draft");
}

std::string Drafts::read(const std::string& name) const {
    const std::string sealed = content_of(file_of(name));
    const auto key = key_in(key_file_);
    if (!key || sealed.size() < crypto::stream_header_bytes) return {};
    const auto bytes = std::as_bytes(std::span{sealed});
    crypto::StreamHeader header;
    std::copy_n(bytes.begin(), header.size(), header.begin());
    const auto opened = crypto::StreamOpener{*key, header}.open(bytes.subspan(header.size()));
    if (!opened || !opened->is_last) return {};
    std::string content;
    append(content, opened->bytes);
    return content;
}

void Drafts::keep(const std::string& name, const std::string& content) const {
    crypto::StreamSealer sealer{key_for_writing(key_file_)};
    std::string sealed;
    append(sealed, sealer.header());
    append(sealed, sealer.seal(std::as_bytes(std::span{content}), true));
    platform::create_private_folder(folder_);
    platform::replace_private_file(file_of(name), sealed);
}

void Drafts::drop(const std::string& name) const {
    std::error_code ignored;
    std::filesystem::remove(file_of(name), ignored);
}

}  // namespace zf::host
