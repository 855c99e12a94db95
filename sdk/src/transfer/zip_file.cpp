#include "transfer/zip_file.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

#include <unzip.h>

#include "transfer/table_problems.h"

namespace zf::transfer {
namespace {

constexpr std::size_t entries_max = 4'096;
constexpr std::size_t name_length_max = 180;
constexpr std::int64_t ratio_matters_from = 1 << 20;  // a small part may be packed as tightly as it
                                                      // likes
constexpr std::int64_t small_part_max = 256 << 20;
constexpr unsigned encrypted_flag = 1;

std::string small_letters(std::string_view name) {
    std::string result{name};
    std::transform(result.begin(), result.end(), result.begin(), [](char byte) {
        return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
    });
    return result;
}

Problem unpacks_too_large() {
    return file_problem("transfer.unpacks_too_large",
                        "The workbook unpacks to far more than its size, as files made to do harm "
                        "do. Nothing was taken "
                        "over. Save it anew as XLSX or CSV.");
}

Problem protected_workbook() {
    return file_problem("transfer.protected_workbook",
                        "The workbook is protected by a password. Nothing was taken over. Save it "
                        "without a password.");
}

}  // namespace

Problem damaged_workbook(std::string_view part) {
    return file_problem("transfer.damaged_workbook",
                        "The workbook is damaged in its part {0}. Nothing was taken over. Open it "
                        "in the program that "
                        "made it and save it anew.",
                        {std::string{part}});
}

void ZipFile::Close::operator()(void* file) const {
    unzClose(file);
}

Result<ZipFile> ZipFile::open(const std::string& path, const TableLimits& limits) {
    ZipFile zip;
    zip.limits_ = limits;
    zip.file_.reset(unzOpen64(path.c_str()));
    if (!zip.file_) return damaged_workbook("ZIP");
    const std::uint64_t file_size = std::filesystem::file_size(path);
    int status = unzGoToFirstFile(zip.file_.get());
    for (; status == UNZ_OK; status = unzGoToNextFile(zip.file_.get())) {
        unz_file_info64 about{};
        std::array<char, name_length_max + 1> name{};
        unz64_file_pos position{};
        if (unzGetCurrentFileInfo64(zip.file_.get(), &about, name.data(), name_length_max, nullptr,
                                    0, nullptr, 0) != UNZ_OK ||
            unzGetFilePos64(zip.file_.get(), &position) != UNZ_OK ||
            about.size_filename > name_length_max)
            return damaged_workbook("ZIP");
        if ((about.flag & encrypted_flag) != 0) return protected_workbook();
        const auto packed_size = std::min<std::uint64_t>(about.compressed_size, file_size);  // it
                                                                                             // may
                                                                                             // lie
        const Entry entry{position.pos_in_zip_directory, position.num_of_file,
                          static_cast<std::int64_t>(packed_size)};
        const bool is_new = zip.entries_.emplace(small_letters(name.data()), entry).second;
        if (!is_new || zip.entries_.size() > entries_max) return damaged_workbook("ZIP");
    }
    if (status != UNZ_END_OF_LIST_OF_FILE) return damaged_workbook("ZIP");
    return zip;
}

bool ZipFile::has(std::string_view name) const {
    return entries_.contains(small_letters(name));
}

Result<ZipPart> ZipFile::part(std::string_view name) {
    const auto found = entries_.find(small_letters(name));
    if (found == entries_.end()) return damaged_workbook(name);
    unz64_file_pos position{found->second.offset, found->second.number};
    if (unzGoToFilePos64(file_.get(), &position) != UNZ_OK ||
        unzOpenCurrentFile(file_.get()) != UNZ_OK)
        return damaged_workbook(name);
    ZipPart part;
    part.file_.reset(file_.get());
    part.start_ = static_cast<std::int64_t>(unzGetCurrentFileZStreamPos64(file_.get()));
    part.packed_size_ = found->second.packed_size;
    part.name_ = name;
    part.limits_ = limits_;
    return part;
}

Result<ZipPart> ZipFile::small_part(std::string_view name) {
    Result<ZipPart> found = part(name);
    if (found) found->limits_.unpacked_bytes = std::min(limits_.unpacked_bytes, small_part_max);
    return found;
}

void ZipPart::Close::operator()(void* file) const {
    unzCloseCurrentFile(file);
}

int ZipPart::progress_ppm() const {
    if (!file_ || packed_size_ == 0) return 1'000'000;
    const auto taken = static_cast<std::int64_t>(unzGetCurrentFileZStreamPos64(file_.get())) -
                       start_;
    return static_cast<int>(
        std::clamp<std::int64_t>(taken * 1'000'000 / packed_size_, 0, 1'000'000));
}

Result<std::size_t> ZipPart::read(std::span<char> buffer) {
    if (!file_) return std::size_t{0};
    const int count = unzReadCurrentFile(file_.get(), buffer.data(),
                                         static_cast<unsigned>(buffer.size()));
    if (count < 0) return damaged_workbook(name_);
    unpacked_ += count;
    if (unpacked_ > limits_.unpacked_bytes) return unpacks_too_large();
    if (unpacked_ > ratio_matters_from && unpacked_ / limits_.unpacked_ratio > packed_size_)
        return unpacks_too_large();
    if (count == 0 && unzCloseCurrentFile(file_.release()) != UNZ_OK)
        return damaged_workbook(name_);
    return static_cast<std::size_t>(count);
}

}  // namespace zf::transfer
