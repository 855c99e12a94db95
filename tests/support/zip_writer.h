#pragma once

#include <string>
#include <string_view>

namespace zf::test {

/// Writes a ZIP file part by part, for workbooks that are wrong on purpose.
class ZipWriter {
public:
    explicit ZipWriter(const std::string& path);
    ~ZipWriter();
    ZipWriter(const ZipWriter&) = delete;
    ZipWriter& operator=(const ZipWriter&) = delete;

    void add(std::string_view name, std::string_view content);

private:
    void* file_ = nullptr;
};

}  // namespace zf::test
