#include "reports/support/tools.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <sstream>

#include "support/catch.h"
#include "support/temporary_folder.h"

namespace zf::test {

std::string output_of(const std::string& command) {
    std::string output;
    FILE* pipe = popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::array<char, 65536> buffer{};
    while (const std::size_t length = fread(buffer.data(), 1, buffer.size(), pipe)) {
        output.append(buffer.data(), length);
    }
    const int code = pclose(pipe);
    INFO(command);
    REQUIRE(code == 0);
    return output;
}

std::int64_t GreyPage::ink(int x, int y, int wide, int high) const {
    std::int64_t sum = 0;
    for (int row = std::max(0, y); row < std::min(height, y + high); ++row) {
        for (int column = std::max(0, x); column < std::min(width, x + wide); ++column) {
            sum += 255 - pixels[static_cast<std::size_t>(row * width + column)];
        }
    }
    return sum;
}

static GreyPage read_pgm(const std::string& bytes) {
    std::istringstream head{bytes};
    std::string kind;
    int most = 0;
    GreyPage page;
    head >> kind >> page.width >> page.height >> most;
    REQUIRE(kind == "P5");
    REQUIRE(most == 255);
    const std::size_t count = static_cast<std::size_t>(page.width * page.height);
    REQUIRE(bytes.size() >= count);
    page.pixels.assign(bytes.end() - static_cast<std::ptrdiff_t>(count), bytes.end());
    return page;
}

std::vector<GreyPage> drawn_pages(const std::string& pdf) {
    const TemporaryFolder folder;
    // The warning about the table of characters is harmless: extraction is right.
    output_of("pdftoppm -r 72 -gray '" + pdf + "' '" + folder.file("p") + "' 2>/dev/null");
    std::vector<std::string> files;
    for (const auto& each : std::filesystem::directory_iterator{folder.path()}) {
        files.push_back(each.path().string());
    }
    std::sort(files.begin(), files.end());
    std::vector<GreyPage> pages;
    for (const std::string& file : files) pages.push_back(read_pgm(content_of(file)));
    return pages;
}

std::string part_of(const std::string& xlsx, const std::string& part) {
    return output_of("python3 -c \"import sys, zipfile; "
                     "sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))\" '" +
                     xlsx + "' '" + part + "'");
}

std::string cell_of(const std::string& sheet_xml, const std::string& place) {
    const std::size_t begin = sheet_xml.find("<c r=\"" + place + "\"");
    if (begin == std::string::npos) return {};
    const std::size_t head = sheet_xml.find('>', begin);
    if (sheet_xml[head - 1] == '/') return {};
    const std::string cell = sheet_xml.substr(head, sheet_xml.find("</c>", head) - head);
    for (const char* const tag : {"<v>", "<t>", "<t xml:space=\"preserve\">"}) {
        const std::size_t text = cell.find(tag);
        if (text == std::string::npos) continue;
        const std::size_t from = text + std::string{tag}.size();
        return cell.substr(from, cell.find('<', from) - from);
    }
    return {};
}

}  // namespace zf::test
