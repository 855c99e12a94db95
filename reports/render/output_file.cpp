#include "render/output_file.h"

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

#include "zhangfang/platform/platform.h"

namespace zf::reports {

Problem not_written(const std::string& path, const std::string& reason) {
    return {.code = "report.file.not_written",
            .text = {"The file {0} was not written: {1}. A file of that name before is unchanged. "
                     "Free some space or choose another folder, then try again.",
                     {path, reason}},
            .place = {"out"}};
}

std::string last_reason() {
    return std::generic_category().message(errno);
}

OutputFile::OutputFile(std::string path) : path_{std::move(path)}, part_path_{path_ + ".part"} {
    std::error_code ignored;
    std::filesystem::remove(part_path_, ignored);  // of a run that was killed
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : path_{std::move(other.path_)},
      part_path_{std::exchange(other.part_path_, {})} {}

OutputFile::~OutputFile() {
    std::error_code ignored;
    if (!part_path_.empty()) std::filesystem::remove(part_path_, ignored);
}

std::optional<Problem> OutputFile::put_in_place() {
    std::error_code fault;
    const auto size = std::filesystem::file_size(part_path_, fault);
    if (fault) return not_written(path_, fault.message());
    if (size == 0) return not_written(path_, "0 bytes");
    try {
        platform::sync_file(part_path_);
    } catch (const std::system_error& error) {
        return not_written(path_, error.code().message());
    }
    std::filesystem::rename(part_path_, path_, fault);
    if (fault) return not_written(path_, fault.message());
    part_path_.clear();
    return std::nullopt;
}

}  // namespace zf::reports
