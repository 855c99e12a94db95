#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "zhangfang/backup/backup.h"
#include "zhangfang/crypto/crypto.h"
#include "zhangfang/crypto/sealed_stream.h"

// The frame of a *.zfb file: "ZFB1", u32be length, clear header (JSON), then chunks over zstd. A
// chunk is u32be length and bytes: sealed with the passphrase's key, or plain with a chained
// SHA-256 behind. Every chunk is bound to its place and the last one is marked.
namespace zf::backup_file {

struct Header {
    BackupInfo info;  // without counts: nothing personal stands in clear
    bool is_sealed = false;
    crypto::KeySalt salt{};
    crypto::StreamHeader stream{};
    std::vector<std::pair<std::string, std::string>> migrations;  // module, name: what the tables
                                                                  // were like
};

using Progressed = std::function<void(std::int64_t bytes)>;

// Compresses, seals and writes; the file is brought to the disk by finish().
class Writer {
public:
    Writer(const std::filesystem::path& file, Header header, const std::string& passphrase);
    ~Writer();
    void write(std::span<const std::byte> bytes);
    void write(std::string_view text);
    void finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

// Reads and authenticates. Problems: backup.not_a_backup, .newer, .damaged, .wrong_passphrase.
class FileReader {
public:
    static Result<std::unique_ptr<FileReader>> open(const std::filesystem::path& file);
    static Result<Header> header(const std::filesystem::path& file);
    ~FileReader();
    const Header& header() const;
    std::optional<Problem> unlock(const std::string& passphrase);

    // Fills the whole span; a problem when the stream ends before or does not authenticate.
    std::optional<Problem> read(std::span<std::byte> bytes);
    // After the last part: nothing may follow.
    std::optional<Problem> expect_end();
    std::int64_t consumed() const;
    std::int64_t size() const;

private:
    struct State;
    explicit FileReader(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace zf::backup_file
