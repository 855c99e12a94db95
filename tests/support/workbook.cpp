#include "support/workbook.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "support/zip_writer.h"
#include "zhangfang/base/date.h"
#include "zhangfang/base/message.h"

namespace zf::test {
namespace {

constexpr const char* content_types = R"(<?xml version="1.0" encoding="UTF-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/></Types>)";
constexpr const char* package_parts = R"(<?xml version="1.0" encoding="UTF-8"?>
<Relationships><Relationship Id="rId1" Type="http://x/officeDocument" Target="xl/workbook.xml"/>
</Relationships>)";
constexpr const char* workbook = R"(<?xml version="1.0" encoding="UTF-8"?>
<workbook xmlns:r="r"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>)";
constexpr const char* workbook_parts = R"(<?xml version="1.0" encoding="UTF-8"?>
<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="http://x/sharedStrings" Target="sharedStrings.xml"/>
<Relationship Id="rId3" Type="http://x/styles" Target="styles.xml"/></Relationships>)";
constexpr const char* styles = R"(<?xml version="1.0" encoding="UTF-8"?>
<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>)";

std::string escaped(const std::string& text) {
    std::string result;
    for (const char letter : text) {
        if (letter == '&')
            result += "&amp;";
        else if (letter == '<')
            result += "&lt;";
        else
            result += letter;
    }
    return result;
}

bool is_number(const std::string& text) {
    return !text.empty() && text.find_first_not_of("0123456789.-") == std::string::npos &&
           std::count(text.begin(), text.end(), '.') < 2 && text.rfind('-') + 1 < 2;
}

class Sheet {
public:
    std::string row(const std::vector<std::string>& cells) {
        ++number_;
        std::string xml = fmt::format("<row r=\"{}\">", number_);
        for (std::size_t column = 0; column < cells.size(); ++column)
            if (!cells[column].empty())
                xml += cell(fmt::format("{}{}", static_cast<char>('A' + column), number_),
                            cells[column]);
        return xml + "</row>";
    }
    std::string texts() const {
        std::vector<std::string> in_order(places_.size());
        for (const auto& [text, place] : places_) in_order[place] = text;
        std::string xml = "<sst>";
        for (const std::string& text : in_order) xml += "<si><t>" + escaped(text) + "</t></si>";
        return xml + "</sst>";
    }

private:
    std::string cell(const std::string& name, const std::string& text) {
        const auto date = Date::parse(text);
        if (text.size() == 10 && date)  // days since 30 December 1899
            return fmt::format("<c r=\"{}\" s=\"1\"><v>{}</v></c>", name,
                               days_between(Date{1899, 12, 30}, *date));
        if (is_number(text)) return fmt::format("<c r=\"{}\"><v>{}</v></c>", name, text);
        const std::size_t place = places_.try_emplace(text, places_.size()).first->second;
        return fmt::format("<c r=\"{}\" t=\"s\"><v>{}</v></c>", name, place);
    }

    int number_ = 0;
    std::map<std::string, std::size_t> places_;
};

}  // namespace

void write_workbook(const std::filesystem::path& file,
                    const std::vector<std::vector<std::string>>& rows) {
    Sheet sheet;
    std::string xml = "<worksheet><sheetData>";
    for (const std::vector<std::string>& row : rows) xml += sheet.row(row);
    xml += "</sheetData></worksheet>";
    ZipWriter zip{file.string()};
    zip.add("[Content_Types].xml", content_types);
    zip.add("_rels/.rels", package_parts);
    zip.add("xl/workbook.xml", workbook);
    zip.add("xl/_rels/workbook.xml.rels", workbook_parts);
    zip.add("xl/styles.xml", styles);
    zip.add("xl/sharedStrings.xml", sheet.texts());
    zip.add("xl/worksheets/sheet1.xml", xml);
}

}  // namespace zf::test
