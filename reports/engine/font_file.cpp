#include "engine/font_file.h"

#include <algorithm>
#include <fstream>
#include <utility>

#include "zhangfang/base/text.h"

namespace zf::reports {

namespace {

// Big-endian numbers out of bytes; zero beyond their end.
std::uint32_t u16(std::string_view bytes, std::size_t place) {
    if (place + 2 > bytes.size()) return 0;
    return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[place]) << 8U |
                                      static_cast<unsigned char>(bytes[place + 1]));
}
std::uint32_t u32(std::string_view bytes, std::size_t place) {
    return u16(bytes, place) << 16U | u16(bytes, place + 2);
}
int i16(std::string_view bytes, std::size_t place) {
    return static_cast<std::int16_t>(u16(bytes, place));
}
unsigned u8(std::string_view bytes, std::size_t place) {
    return place < bytes.size() ? static_cast<unsigned char>(bytes[place]) : 0;
}

std::string read_at(const std::string& path, std::uint32_t offset, std::size_t length) {
    std::ifstream file{path, std::ios::binary};
    file.seekg(offset);
    std::string bytes(length, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(length));
    bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, file.gcount())));
    return bytes;
}

// Glyphs of composites: only the parts that move a component are understood; scaled components
// are rare in Chinese fonts and drawn unscaled.
enum ComponentFlag : unsigned {
    words_follow = 0x0001,
    are_offsets = 0x0002,
    has_scale = 0x0008,
    more_follow = 0x0020,
    has_two_scales = 0x0040,
    has_matrix = 0x0080
};
enum PointFlag : unsigned {
    on_curve = 0x01,
    x_is_short = 0x02,
    y_is_short = 0x04,
    repeats = 0x08,
    x_same_or_positive = 0x10,
    y_same_or_positive = 0x20
};

constexpr int deepest_component = 6;
constexpr std::size_t longest_table = std::size_t{64} << 20U;

}  // namespace

Expected<FontFile, Message> FontFile::open(const std::string& path, int index) {
    FontFile font;
    font.path_ = path;
    const std::string head = read_at(path, 0, 4096);
    if (head.empty()) return Message{"The font {0} cannot be read. Choose another one.", {path}};
    if (!font.read_directory(head, index)) {
        return Message{"The font {0} is no TrueType file. Choose a .ttf or .ttc file.", {path}};
    }
    if (font.tables_.count("glyf") == 0) {
        return Message{
            "The font {0} has PostScript outlines, which PDF files here cannot hold. Choose a "
            "TrueType font such as WenQuanYi Zen Hei or LXGW WenKai.",
            {path}};
    }
    if (!font.read_metrics()) {
        return Message{"The font {0} is damaged. Choose another one.", {path}};
    }
    font.read_characters();
    font.read_names();
    return font;
}

bool FontFile::read_directory(std::string_view head, int index) {
    std::uint32_t begin = 0;
    std::string directory{head};
    if (head.substr(0, 4) == "ttcf") {
        is_collection_ = true;
        if (index < 0 || static_cast<std::uint32_t>(index) >= u32(head, 8)) return false;
        begin = u32(head, 12 + static_cast<std::size_t>(index) * 4);
        directory = read_at(path_, begin, 4096);
    }
    const std::uint32_t kind = u32(directory, 0);
    if (kind != 0x00010000 && kind != 0x74727565 && kind != 0x4F54544F) return false;
    const std::uint32_t count = u16(directory, 4);
    for (std::uint32_t place = 0; place < count; ++place) {
        const std::size_t entry = 12 + std::size_t{place} * 16;
        if (entry + 16 > directory.size()) return false;
        tables_[directory.substr(entry, 4)] = {.offset = u32(directory, entry + 8),
                                               .length = u32(directory, entry + 12)};
    }
    return true;
}

std::string FontFile::read(const std::string& tag) const {
    const auto found = tables_.find(tag);
    if (found == tables_.end()) return {};
    return read_at(path_, found->second.offset,
                   std::min<std::size_t>(found->second.length, longest_table));
}

bool FontFile::read_metrics() {
    const std::string head = read("head");
    const std::string across = read("hhea");
    units_per_em_ = static_cast<int>(u16(head, 18));
    has_long_offsets_ = u16(head, 50) != 0;
    advance_count_ = u16(across, 34);
    advances_ = read("hmtx");
    locations_ = read("loca");
    const std::string system = read("OS/2");
    // Bit 1: the licence forbids embedding; such a font may be shown but not put into a file.
    forbids_embedding_ = (u16(system, 8) & 0x000FU) == 0x0002U;
    return units_per_em_ >= 16 && units_per_em_ <= 16384 && advance_count_ > 0 &&
           !locations_.empty();
}

void FontFile::read_characters() {
    basic_.assign(0x10000, 0);
    const std::string all = read("cmap");
    const std::uint32_t count = u16(all, 2);
    for (std::uint32_t place = 0; place < count; ++place) {
        const std::size_t entry = 4 + std::size_t{place} * 8;
        const std::uint32_t platform = u16(all, entry), encoding = u16(all, entry + 2);
        const std::size_t offset = u32(all, entry + 4);
        if (offset >= all.size() || platform != 3) continue;
        const auto part = std::string_view{all}.substr(offset);
        if (encoding == 1 && u16(part, 0) == 4) read_basic_characters(part);
        if (encoding == 10 && u16(part, 0) == 12) read_all_characters(part);
    }
}

void FontFile::read_basic_characters(std::string_view part) {
    const std::size_t segments = u16(part, 6) / 2;
    const std::size_t ends = 14, starts = ends + segments * 2 + 2, deltas = starts + segments * 2,
                      offsets = deltas + segments * 2;
    for (std::size_t segment = 0; segment < segments; ++segment) {
        const std::uint32_t last = u16(part, ends + segment * 2);
        const std::uint32_t first = u16(part, starts + segment * 2);
        const std::uint32_t delta = u16(part, deltas + segment * 2);
        const std::uint32_t offset = u16(part, offsets + segment * 2);
        for (std::uint32_t character = first; character <= last && character < 0xFFFF;
             ++character) {
            std::uint32_t glyph = character;
            if (offset != 0) {
                glyph = u16(part, offsets + segment * 2 + offset + (character - first) * 2);
                if (glyph == 0) continue;
            }
            basic_[character] = static_cast<std::uint16_t>(glyph + delta);
        }
    }
}

void FontFile::read_all_characters(std::string_view part) {
    const std::uint32_t groups = u32(part, 12);
    for (std::uint32_t group = 0; group < groups; ++group) {
        const std::size_t entry = 16 + std::size_t{group} * 12;
        if (entry + 12 > part.size()) return;
        const std::uint32_t first = u32(part, entry), last = u32(part, entry + 4);
        if (last < 0x10000 || last > 0x10FFFF || first > last) continue;
        for (std::uint32_t character = std::max<std::uint32_t>(first, 0x10000); character <= last;
             ++character) {
            beyond_[character] = u32(part, entry + 8) + (character - first);
        }
    }
}

// The English family name: what systems list a font under.
void FontFile::read_names() {
    const std::string names = read("name");
    const std::uint32_t count = u16(names, 2), strings = u16(names, 4);
    for (std::uint32_t place = 0; place < count; ++place) {
        const std::size_t entry = 6 + std::size_t{place} * 12;
        const bool is_english_windows = u16(names, entry) == 3 && u16(names, entry + 2) == 1 &&
                                        u16(names, entry + 4) == 0x409;
        if (!is_english_windows || u16(names, entry + 6) != 1) continue;
        const std::size_t begin = strings + u16(names, entry + 10);
        std::u32string family;
        for (std::size_t at = 0; at + 1 < u16(names, entry + 8); at += 2) {
            const std::uint32_t unit = u16(names, begin + at);
            if (unit >= 0x20 && (unit < 0xD800 || unit > 0xDFFF)) family += char32_t{unit};
        }
        family_ = to_utf8(family);
    }
}

std::uint32_t FontFile::glyph_of(char32_t character) const {
    if (character < basic_.size()) return basic_[character];
    const auto found = beyond_.find(character);
    return found == beyond_.end() ? 0 : found->second;
}

int FontFile::advance_of(std::uint32_t glyph) const {
    const std::uint32_t place = std::min(glyph, advance_count_ - 1);
    return static_cast<int>(u16(advances_, std::size_t{place} * 4));
}

FontFile::Extent FontFile::extent_of(std::uint32_t glyph) const {
    if (has_long_offsets_) {
        const std::size_t place = std::size_t{glyph} * 4;
        if (place + 8 > locations_.size()) return {};
        return {u32(locations_, place), u32(locations_, place + 4)};
    }
    const std::size_t place = std::size_t{glyph} * 2;
    if (place + 4 > locations_.size()) return {};
    return {u16(locations_, place) * 2, u16(locations_, place + 2) * 2};
}

std::string FontFile::read_outlines() const {
    return read("glyf");
}

FontFile::Shape FontFile::shape_in(std::string_view outlines, std::uint32_t glyph) const {
    const Extent extent = extent_of(glyph);
    if (extent.end <= extent.begin || extent.begin + 10 > outlines.size()) return Shape::none;
    const int contours = i16(outlines, extent.begin);
    return contours < 0 ? Shape::composite : contours == 0 ? Shape::none : Shape::simple;
}

GlyphOutline FontFile::outline_of(std::uint32_t glyph) const {
    GlyphOutline outline;
    add_outline(read_outlines(), glyph, 0, outline);
    return outline;
}

namespace {

// A glyph drawn by itself: flags, then x, then y, each in a run-length form.
void add_simple(std::string_view glyph, GlyphOutline& outline) {
    const auto contours = static_cast<std::size_t>(i16(glyph, 0));
    std::size_t place = 10 + contours * 2;
    const std::size_t count = contours == 0 ? 0 : u16(glyph, place - 2) + std::size_t{1};
    place += 2 + u16(glyph, place);  // the hinting program
    std::vector<unsigned> flags;
    while (flags.size() < count && place < glyph.size()) {
        const unsigned flag = u8(glyph, place++);
        const unsigned times = (flag & repeats) != 0 ? 1 + u8(glyph, place++) : 1;
        flags.insert(flags.end(), times, flag);
    }
    if (flags.size() < count) return;
    const auto coordinates = [&](unsigned is_short, unsigned same_or_positive) {
        std::vector<int> values;
        int value = 0;
        for (std::size_t point = 0; point < count; ++point) {
            if ((flags[point] & is_short) != 0) {
                const int step = static_cast<int>(u8(glyph, place++));
                value += (flags[point] & same_or_positive) != 0 ? step : -step;
            } else if ((flags[point] & same_or_positive) == 0) {
                value += i16(glyph, place);
                place += 2;
            }
            values.push_back(value);
        }
        return values;
    };
    const std::vector<int> xs = coordinates(x_is_short, x_same_or_positive);
    const std::vector<int> ys = coordinates(y_is_short, y_same_or_positive);
    std::size_t point = 0;
    for (std::size_t contour = 0; contour < contours; ++contour) {
        const std::size_t end = u16(glyph, 10 + contour * 2) + std::size_t{1};
        auto& points = outline.emplace_back();
        for (; point < end && point < count; ++point) {
            points.push_back(
                {.x = xs[point], .y = ys[point], .is_on_curve = (flags[point] & on_curve) != 0});
        }
    }
}

}  // namespace

void FontFile::add_outline(std::string_view outlines, std::uint32_t glyph, int depth,
                           GlyphOutline& outline) const {
    const Extent extent = extent_of(glyph);
    if (extent.end <= extent.begin || extent.end > outlines.size() || depth > deepest_component) {
        return;
    }
    const std::string_view bytes = outlines.substr(extent.begin, extent.end - extent.begin);
    if (i16(bytes, 0) >= 0) {
        add_simple(bytes, outline);
        return;
    }
    std::size_t place = 10;
    unsigned flags = more_follow;
    while ((flags & more_follow) != 0 && place + 4 <= bytes.size()) {
        flags = u16(bytes, place);
        const std::uint32_t part = u16(bytes, place + 2);
        place += 4;
        const bool wide = (flags & words_follow) != 0;
        const int dx = wide ? i16(bytes, place) : static_cast<std::int8_t>(u8(bytes, place));
        const int dy = wide ? i16(bytes, place + 2)
                            : static_cast<std::int8_t>(u8(bytes, place + 1));
        place += wide ? 4 : 2;
        place += (flags & has_scale) != 0        ? 2
                 : (flags & has_two_scales) != 0 ? 4
                 : (flags & has_matrix) != 0     ? 8
                                                 : 0;
        const std::size_t first = outline.size();
        add_outline(outlines, part, depth + 1, outline);
        if ((flags & are_offsets) == 0) continue;
        for (std::size_t contour = first; contour < outline.size(); ++contour) {
            for (GlyphPoint& point : outline[contour]) {
                point.x += dx;
                point.y += dy;
            }
        }
    }
}

}  // namespace zf::reports
