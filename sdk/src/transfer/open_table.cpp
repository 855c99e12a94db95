#include <array>
#include <filesystem>
#include <fstream>

#include "transfer/csv_reader.h"
#include "transfer/table_problems.h"
#include "transfer/workbook_driver.h"
#include "zhangfang/base/driver.h"
#include "zhangfang/transfer/table_reader.h"

namespace zf {
namespace {

constexpr std::string_view zip_mark = "PK\x03\x04";
constexpr std::string_view compound_mark = "\xD0\xCF\x11\xE0";  // .xls, and XLSX under a password

std::string first_bytes(const std::string& path) {
    std::ifstream file{std::filesystem::path{path}, std::ios::binary};
    std::array<char, 4> bytes{};
    file.read(bytes.data(), bytes.size());
    return {bytes.data(), static_cast<std::size_t>(file.gcount())};
}

Problem too_large(std::int64_t size, const TableLimits& limits) {
    return transfer::file_problem(
        "transfer.too_large",
        "The file has {0} MiB; at most {1} can be read. Nothing was taken over. Cut it into "
        "several files.",
        {(size >> 20) + 1, limits.bytes >> 20});
}

Problem old_workbook() {
    return transfer::file_problem(
        "transfer.old_workbook",
        "The file is an old workbook (.xls) or is protected by a password. Nothing was taken "
        "over. Save it as XLSX without a password.");
}

}  // namespace

TableReader::~TableReader() = default;

Result<std::unique_ptr<TableReader>> open_table(const std::string& path, const TableLimits& limits,
                                                const std::string& sheet) {
    std::error_code error;
    const std::filesystem::path file{path};
    if (!std::filesystem::is_regular_file(file, error)) return transfer::cannot_open(path);
    const auto size = static_cast<std::int64_t>(std::filesystem::file_size(file, error));
    if (error) return transfer::cannot_open(path);
    if (size > limits.bytes) return too_large(size, limits);
    const std::string mark = first_bytes(path);
    if (mark == compound_mark) return old_workbook();
    if (mark == zip_mark) return driver<transfer::WorkbookDriver>().open(path, limits, sheet);
    return transfer::CsvReader::open(path, limits);
}

}  // namespace zf
