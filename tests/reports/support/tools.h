#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace zf::test {

// What a shell command prints; the test fails when it ends with another code than 0.
std::string output_of(const std::string& command);

// Grey values of a page, 0 black to 255 white, a pixel a point.
struct GreyPage {
    int width = 0, height = 0;
    std::vector<std::uint8_t> pixels;

    // How dark a part is: the sum of what is missing to white.
    std::int64_t ink(int x, int y, int wide, int high) const;
};
std::vector<GreyPage> drawn_pages(const std::string& pdf);

// The XML of one part of an XLSX file: "xl/worksheets/sheet1.xml".
std::string part_of(const std::string& xlsx, const std::string& part);
// The text of a sheet's cell ("B3"): an inline string or a number as written; "" when there is
// none.
std::string cell_of(const std::string& sheet_xml, const std::string& place);

}  // namespace zf::test
