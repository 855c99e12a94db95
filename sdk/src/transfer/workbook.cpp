#include "transfer/workbook.h"

#include <charconv>
#include <map>
#include <utility>

#include "transfer/table_problems.h"
#include "transfer/xml_reader.h"

namespace zf::transfer {
namespace {

std::int64_t number_in(std::string_view text) {
    std::int64_t number = -1;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

Result<bool> read_part(ZipFile& zip, const std::string& name, XmlHandler& handler) {
    Result<ZipPart> part = zip.small_part(name);
    if (!part) return part.error();
    return XmlReader{*std::move(part), name, handler}.read_all();
}

// Which parts a part refers to.
class Relations : public XmlHandler {
public:
    std::map<std::string, std::string, std::less<>> sheet_by_id, target_by_type;

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name != "Relationship") return;
        const std::string_view url = attributes.get("Type");
        const std::string_view type = url.substr(url.rfind('/') + 1);
        if (type == "worksheet")
            sheet_by_id.emplace(attributes.get("Id"), attributes.get("Target"));
        target_by_type.emplace(type, attributes.get("Target"));
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}
};

class SheetList : public XmlHandler {
public:
    std::vector<std::pair<std::string, std::string>> names_and_ids;
    bool counts_from_1904 = false;

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "sheet")
            names_and_ids.emplace_back(attributes.get("name"), attributes.get("id"));
        if (name != "workbookPr") return;
        const std::string_view value = attributes.get("date1904");
        counts_from_1904 = value == "1" || value == "true";
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}
};

// <sst> of <si>, each of one or more <t>; those inside <rPh> spell the reading of Japanese names
// and are no text.
class SharedTexts : public XmlHandler {
public:
    std::vector<std::string> texts;

    void start(std::string_view name, const XmlAttributes&) override {
        if (name == "si") texts.emplace_back();
        if (name == "rPh") ++in_reading_;
        is_in_text_ = name == "t" && in_reading_ == 0 && !texts.empty();
    }
    void end(std::string_view name) override {
        if (name == "rPh") --in_reading_;
        is_in_text_ = false;
    }
    void text(std::string_view text) override {
        if (is_in_text_) texts.back() += text;
    }

private:
    int in_reading_ = 0;
    bool is_in_text_ = false;
};

class Styles : public XmlHandler {
public:
    std::vector<bool> date_styles;

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "numFmt")
            codes_.emplace(number_in(attributes.get("numFmtId")), attributes.get("formatCode"));
        if (name == "cellXfs") is_in_cell_styles_ = true;
        if (name != "xf" || !is_in_cell_styles_) return;
        const std::int64_t number = number_in(attributes.get("numFmtId"));
        const auto code = codes_.find(number);
        date_styles.push_back(
            is_date_format(number, code == codes_.end() ? std::string_view{} : code->second));
    }
    void end(std::string_view name) override {
        if (name == "cellXfs") is_in_cell_styles_ = false;
    }
    void text(std::string_view) override {}

private:
    std::map<std::int64_t, std::string> codes_;
    bool is_in_cell_styles_ = false;
};

// A target is written from the folder of the part that names it, or from the root.
std::string part_name(std::string_view folder, std::string_view target) {
    if (target.starts_with('/')) return std::string{target.substr(1)};
    while (target.starts_with("../")) {
        target.remove_prefix(3);
        folder = folder.substr(0, folder.find_last_of('/', folder.size() - 2) + 1);
    }
    return std::string{folder}.append(target);
}

struct Location {
    std::string folder = "xl/", name = "workbook.xml";
};

Result<Location> find_workbook(ZipFile& zip) {
    Location location;
    if (!zip.has("_rels/.rels")) return location;
    Relations root;
    if (const auto read = read_part(zip, "_rels/.rels", root); !read) return read.error();
    const auto found = root.target_by_type.find("officeDocument");
    if (found == root.target_by_type.end()) return not_text();
    const std::string path = part_name("", found->second);
    const std::size_t end_of_folder = path.rfind('/') + 1;
    return Location{path.substr(0, end_of_folder), path.substr(end_of_folder)};
}

}  // namespace

bool is_date_format(std::int64_t number, std::string_view code) {
    if (code.empty())
        return (number >= 14 && number <= 22) || (number >= 27 && number <= 36) ||
               (number >= 45 && number <= 47) || (number >= 50 && number <= 58);
    char closing = 0;  // of what is skipped: quoted text, [colour]
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char byte = code[i];
        if (closing != 0) {
            if (byte == closing) closing = 0;
        } else if (byte == '"') {
            closing = '"';
        } else if (byte == '[') {
            closing = ']';
        } else if (byte == '\\' || byte == '_' || byte == '*') {
            ++i;
        } else if (std::string_view{"ymdhYMDH"}.find(byte) != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

Result<Workbook> read_workbook(ZipFile& zip) {
    const Result<Location> found = find_workbook(zip);
    if (!found) return found.error();
    const std::string& folder = found->folder;
    const std::string& name = found->name;
    SheetList list;
    Relations relations;
    SharedTexts texts;
    Styles styles;
    if (const auto read = read_part(zip, folder + name, list); !read) return read.error();
    if (const auto read = read_part(zip, folder + "_rels/" + name + ".rels", relations); !read)
        return read.error();
    const auto read_by_type = [&](std::string_view type, XmlHandler& handler) -> Result<bool> {
        const auto target = relations.target_by_type.find(type);
        if (target == relations.target_by_type.end()) return false;
        return read_part(zip, part_name(folder, target->second), handler);
    };
    if (const auto read = read_by_type("sharedStrings", texts); !read) return read.error();
    if (const auto read = read_by_type("styles", styles); !read) return read.error();

    Workbook workbook{.shared_texts = std::move(texts.texts),
                      .date_styles = std::move(styles.date_styles),
                      .counts_from_1904 = list.counts_from_1904};
    for (auto& [sheet, id] : list.names_and_ids) {
        const auto target = relations.sheet_by_id.find(id);
        if (target != relations.sheet_by_id.end())
            workbook.sheets.push_back({std::move(sheet), part_name(folder, target->second)});
    }
    return workbook;
}

}  // namespace zf::transfer
