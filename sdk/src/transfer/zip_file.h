#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "zhangfang/transfer/table_reader.h"

namespace zf::transfer {

// One part of a ZIP file while it is unpacked; bytes are counted as they come, whatever the file
// claims.
class ZipPart {
public:
    // Fills the buffer with the next bytes; 0 at the end, where the part's check sum was found
    // right.
    Result<std::size_t> read(std::span<char> buffer);
    int progress_ppm() const;

private:
    friend class ZipFile;
    struct Close {
        void operator()(void* file) const;
    };
    std::unique_ptr<void, Close> file_;
    std::string name_;
    std::int64_t start_ = 0;  // position in the ZIP file
    std::int64_t packed_size_ = 0;
    std::int64_t unpacked_ = 0;
    TableLimits limits_;
};

// A ZIP file whose parts are read by exact name into memory; nothing is ever unpacked to a path.
class ZipFile {
public:
    static Result<ZipFile> open(const std::string& path, const TableLimits& limits);

    bool has(std::string_view name) const;
    // One part at a time: the one before must be gone.
    Result<ZipPart> part(std::string_view name);
    // The same for a part that is kept in memory as a whole.
    Result<ZipPart> small_part(std::string_view name);

private:
    struct Close {
        void operator()(void* file) const;
    };
    struct Entry {
        std::uint64_t offset = 0, number = 0;
        std::int64_t packed_size = 0;
    };
    std::unique_ptr<void, Close> file_;
    std::map<std::string, Entry, std::less<>> entries_;  // by name in small letters
    TableLimits limits_;
};

Problem damaged_workbook(std::string_view part);

}  // namespace zf::transfer
