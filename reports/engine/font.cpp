#include "zhangfang_reports/font.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

#include "engine/font_file.h"

namespace zf::reports {

namespace {

struct Candidate {
    const char* path;
    int index;
};

// Complete fonts whose every character is an outline of its own, checked by the ink they leave.
constexpr std::array<Candidate, 5> installed{{
    {"/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc", 0},
    {"/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf", 0},
    {"/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKaiMono-Regular.ttf", 0},
    {"/usr/share/fonts/truetype/arphic/uming.ttc", 0},
    {"/usr/share/fonts/truetype/babelstone/BabelStoneHan.ttf", 0},
}};
constexpr std::array<std::string_view, 3> own_names{"wqy-zenhei.ttc", "LXGWWenKai-Regular.ttf",
                                                    "LXGWWenKaiMono-Regular.ttf"};

// What reports print besides Chinese characters: digits, Latin letters, full-width punctuation,
// and the signs of the trade.
constexpr std::u32string_view needed_signs =
    U"，。、；：？！（）【】《》“”‘’…—·￥％＋－＝／〓℃㎡№①②③④⑤⑥⑦⑧⑨⑩ⅠⅡⅢⅣⅤ〇○●√×÷±≥≤≠θ§";
constexpr char32_t first_han = 0x4E00, last_han = 0x9FA5;

Problem unusable(Message text) {
    return {.code = "report.font.unusable", .text = std::move(text), .place = {"font"}};
}

std::string u_plus(char32_t character) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text = "U+";
    for (int shift = 12; shift >= 0; shift -= 4) {
        text += digits[(character >> static_cast<unsigned>(shift)) & 0xFU];
    }
    return text;
}

// The first character that would not be drawn, as a sentence; nothing when all are.
std::optional<Message> missing_in(const FontFile& file, const std::string& path) {
    const std::string outlines = file.read_outlines();
    const auto fault = [&](char32_t character) -> std::optional<Message> {
        const std::uint32_t glyph = file.glyph_of(character);
        const FontFile::Shape shape = file.shape_in(outlines, glyph);
        if (glyph != 0 && shape == FontFile::Shape::simple) return std::nullopt;
        if (glyph != 0 && shape == FontFile::Shape::composite) {
            return Message{
                "The font {0} builds characters from parts (the first is {1}), and PDF files would "
                "lose some. Choose a font such as WenQuanYi Zen Hei or LXGW WenKai.",
                {path, u_plus(character)}};
        }
        return Message{
            "The font {0} does not have every Chinese character (the first missing is {1}). "
            "Choose a font such as WenQuanYi Zen Hei or LXGW WenKai.",
            {path, u_plus(character)}};
    };
    for (char32_t character = first_han; character <= last_han; ++character) {
        if (auto found = fault(character)) return found;
    }
    for (const char32_t character : needed_signs) {
        if (auto found = fault(character)) return found;
    }
    for (char32_t character = U'!'; character <= U'~'; ++character) {
        if (auto found = fault(character)) return found;
    }
    return std::nullopt;
}

std::shared_ptr<const FontFile> opened(const std::string& path, int index) {
    std::error_code absent;
    if (!std::filesystem::exists(path, absent)) return nullptr;
    auto file = FontFile::open(path, index);
    return file ? std::make_shared<const FontFile>(*std::move(file)) : nullptr;
}

}  // namespace

Font::Font(std::string path, int index, std::shared_ptr<const FontFile> file)
    : path_{std::move(path)},
      index_{index},
      file_{std::move(file)} {}

Result<Font> Font::load(const std::string& path, int index) {
    auto file = FontFile::open(path, index);
    if (!file) return unusable(file.error());
    if (file->forbids_embedding()) {
        return unusable({"The maker of the font {0} forbids to embed it in files. Choose another "
                         "one.",
                         {path}});
    }
    if (auto fault = missing_in(*file, path)) return unusable(*std::move(fault));
    return Font{path, index, std::make_shared<const FontFile>(*std::move(file))};
}

bool Font::is_collection() const {
    return file_->is_collection();
}
const std::string& Font::family() const {
    return file_->family();
}
int Font::units_per_em() const {
    return file_->units_per_em();
}
bool Font::has(char32_t character) const {
    return file_->glyph_of(character) != 0;
}

int Font::advance_of(char32_t character) const {
    const std::uint32_t glyph = file_->glyph_of(character);
    if (glyph == 0) return TextMeasure::full_width;
    return file_->advance_of(glyph) * 1000 / file_->units_per_em();
}

TextMeasure Font::measure() const {
    std::vector<std::uint16_t> advances(0x10000);
    for (std::size_t character = 0; character < advances.size(); ++character) {
        advances[character] = static_cast<std::uint16_t>(
            advance_of(static_cast<char32_t>(character)));
    }
    return TextMeasure{std::move(advances)};
}

GlyphOutline Font::outline_of(char32_t character) const {
    const std::uint32_t glyph = file_->glyph_of(character);
    return glyph == 0 ? GlyphOutline{} : file_->outline_of(glyph);
}

Result<Font> report_font(const std::string& configured,
                         const std::vector<std::string>& own_folders) {
    if (!configured.empty()) return Font::load(configured);
    std::error_code absent;
    for (const std::string& folder : own_folders) {
        for (const std::string_view name : own_names) {
            const std::filesystem::path path = std::filesystem::path{folder} / name;
            if (!std::filesystem::exists(path, absent)) continue;
            if (auto font = Font::load(path.string())) return font;
        }
    }
    for (const Candidate& candidate : installed) {
        if (!std::filesystem::exists(candidate.path, absent)) continue;
        if (auto font = Font::load(candidate.path, candidate.index)) return font;
    }
    return unusable({"No font for Chinese reports is installed. Install WenQuanYi Zen Hei or LXGW "
                     "WenKai, or choose a font file in the settings."});
}

std::vector<Font> fallback_fonts(const Font& besides) {
    std::vector<Font> fonts;
    for (const Candidate& candidate : installed) {
        if (candidate.path == besides.path()) continue;
        auto file = opened(candidate.path, candidate.index);
        if (file && !file->forbids_embedding()) {
            fonts.push_back(Font{candidate.path, candidate.index, std::move(file)});
        }
    }
    return fonts;
}

}  // namespace zf::reports
