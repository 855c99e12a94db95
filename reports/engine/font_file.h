#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "zhangfang/base/expected.h"
#include "zhangfang/base/message.h"
#include "zhangfang_reports/font.h"

namespace zf::reports {

// The tables of a TrueType file that layout and checks need. Whatever a damaged file says, nothing
// is read outside its bytes.
class FontFile {
public:
    static Expected<FontFile, Message> open(const std::string& path, int index);

    std::uint32_t glyph_of(char32_t character) const;  // 0: none
    int advance_of(std::uint32_t glyph) const;         // font units
    int units_per_em() const { return units_per_em_; }
    const std::string& family() const { return family_; }
    bool is_collection() const { return is_collection_; }
    bool forbids_embedding() const { return forbids_embedding_; }

    enum class Shape { none, simple, composite };
    // Reads the outlines of the whole font once; see shape_in.
    std::string read_outlines() const;
    Shape shape_in(std::string_view outlines, std::uint32_t glyph) const;
    GlyphOutline outline_of(std::uint32_t glyph) const;

private:
    struct Table {
        std::uint32_t offset = 0, length = 0;
    };
    struct Extent {
        std::uint32_t begin = 0, end = 0;  // within the table glyf
    };

    std::string read(const std::string& tag) const;
    bool read_directory(std::string_view head, int index);
    bool read_metrics();
    void read_characters();
    void read_basic_characters(std::string_view part);
    void read_all_characters(std::string_view part);
    void read_names();
    Extent extent_of(std::uint32_t glyph) const;
    void add_outline(std::string_view outlines, std::uint32_t glyph, int depth,
                     GlyphOutline& outline) const;

    std::string path_;
    std::map<std::string, Table> tables_;
    bool is_collection_ = false;
    bool forbids_embedding_ = false;
    bool has_long_offsets_ = false;
    int units_per_em_ = 1000;
    std::uint32_t advance_count_ = 0;
    std::string advances_;              // table hmtx
    std::string locations_;             // table loca
    std::vector<std::uint16_t> basic_;  // glyph of each character up to U+FFFF
    std::map<char32_t, std::uint32_t> beyond_;
    std::string family_;
};

}  // namespace zf::reports
