#include "plugin/digest_memory.h"

#include <array>
#include <fstream>
#include <iterator>

#include "zhangfang/crypto/crypto.h"
#include "zhangfang/model/json.h"

namespace zf {
namespace {

std::string compute(const std::filesystem::path& file) {
    std::ifstream stream{file, std::ios::binary};
    crypto::Sha256 digest;
    std::array<char, 65536> buffer;
    while (stream) {
        stream.read(buffer.data(), buffer.size());
        digest.add(std::string_view{buffer.data(), static_cast<std::size_t>(stream.gcount())});
    }
    return crypto::hex(digest.finish());
}

}  // namespace

DigestMemory::DigestMemory(std::filesystem::path file) : file_{std::move(file)} {
    std::error_code absent;
    if (file_.empty() || !std::filesystem::exists(file_, absent) ||
        !platform::is_private_file(file_))
        return;
    std::ifstream stream{file_, std::ios::binary};
    const auto parsed = parse_json(std::string{std::istreambuf_iterator<char>{stream}, {}});
    const auto* record = parsed ? parsed->if_a<Record>() : nullptr;
    if (record == nullptr) return;
    for (const auto& [path, value] : *record) {
        const auto* entry = value.if_a<Record>();
        if (entry == nullptr) continue;
        const auto number = [&](const char* name) {
            const auto* content = entry->get(name).if_a<std::int64_t>();
            return content != nullptr ? *content : -1;
        };
        const auto* sha256 = entry->get("sha256").if_a<std::string>();
        if (sha256 != nullptr)
            entries_[path] = {
                {number("size"), number("modified_ns"), number("inode"), number("device")},
                *sha256};
    }
}

std::string DigestMemory::digest_of(const std::filesystem::path& file) {
    const auto stamp = platform::file_stamp(file);
    const auto known = entries_.find(file.string());
    if (stamp && known != entries_.end() && known->second.stamp == *stamp)
        return known->second.sha256;
    std::string sha256 = compute(file);
    if (stamp) {
        entries_[file.string()] = {*stamp, sha256};
        is_changed_ = true;
    }
    return sha256;
}

void DigestMemory::save() noexcept {
    if (file_.empty() || !is_changed_) return;
    Record record;
    try {
        for (const auto& [path, entry] : entries_)
            record.set(path, Record{{"size", entry.stamp.size},
                                    {"modified_ns", entry.stamp.modified_ns},
                                    {"inode", entry.stamp.inode},
                                    {"device", entry.stamp.device},
                                    {"sha256", entry.sha256}});
        platform::create_private_folder(file_.parent_path());
        platform::replace_private_file(file_, to_json(Value{record}));
        is_changed_ = false;
    } catch (const std::exception&) {
        return;
    }
}

}  // namespace zf
