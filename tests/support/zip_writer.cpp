#include "support/zip_writer.h"

#include <zip.h>

namespace zf::test {

ZipWriter::ZipWriter(const std::string& path)
    : file_{zipOpen64(path.c_str(), APPEND_STATUS_CREATE)} {}

ZipWriter::~ZipWriter() {
    zipClose(file_, nullptr);
}

void ZipWriter::add(std::string_view name, std::string_view content) {
    const zip_fileinfo nothing{};
    zipOpenNewFileInZip64(file_, std::string{name}.c_str(), &nothing, nullptr, 0, nullptr, 0,
                          nullptr, Z_DEFLATED, Z_DEFAULT_COMPRESSION, 1);
    zipWriteInFileInZip(file_, content.data(), static_cast<unsigned>(content.size()));
    zipCloseFileInZip(file_);
}

}  // namespace zf::test
