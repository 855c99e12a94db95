#include "support/temporary_folder.h"

#include <fstream>
#include <iterator>
#include <random>
#include <stdexcept>

namespace zf::test {
namespace {

std::filesystem::path new_folder() {
    std::random_device random;
    for (;;) {
        const auto name = "zf-test-" + std::to_string(random());
        auto path = std::filesystem::temp_directory_path() / name;
        if (std::filesystem::create_directory(path)) return path;
    }
}

}  // namespace

TemporaryFolder::TemporaryFolder() : path_{new_folder()} {}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::string TemporaryFolder::file(std::string_view name) const {
    return (path_ / name).string();
}

std::string TemporaryFolder::write(std::string_view name, std::string_view content) const {
    std::ofstream{path_ / name, std::ios::binary} << content;
    return file(name);
}

std::string content_of(const std::filesystem::path& file) {
    std::ifstream stream{file, std::ios::binary};
    if (!stream) throw std::runtime_error{"cannot read " + file.string()};
    return {std::istreambuf_iterator<char>{stream}, {}};
}

}  // namespace zf::test
