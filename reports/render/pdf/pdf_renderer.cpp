#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/cell_text.h"
#include "render/output_file.h"
#include "render/pdf/pdf_file.h"
#include "render/renderers.h"

namespace zf::reports {

namespace {

// One file, or X-1.pdf, X-2.pdf … once there are more pages than a volume holds. A volume is on
// the disk under its part name when the next one begins; all get their names together at the end.
class Volumes {
public:
    Volumes(const Font& font, std::string path, PdfMetadata metadata, std::int64_t pages_each)
        : font_{font},
          path_{std::move(path)},
          metadata_{std::move(metadata)},
          pages_each_{pages_each},
          rare_{font} {
        rare_.learn();
    }

    // False when a volume could not be written.
    bool add(const Page& page) {
        if (pages_ == pages_each_ && !close_volume()) return false;
        if (!open_) {
            open_.emplace(font_, rare_, metadata_);
            pages_ = 0;
        }
        open_->add(page);
        ++pages_;
        return true;
    }

    std::optional<Problem> finish() {
        if (open_ && !close_volume()) return not_written(path_, last_reason());
        if (parts_.size() == 1) parts_.front().rename_to(path_);
        for (OutputFile& part : parts_) {
            if (auto problem = part.put_in_place()) return problem;
        }
        return std::nullopt;
    }

    std::vector<std::string> files() const {
        std::vector<std::string> paths;
        for (const OutputFile& part : parts_) paths.push_back(part.path());
        return paths;
    }
    const RareCharacters& rare() const { return rare_; }

private:
    bool close_volume() {
        parts_.emplace_back(volume_path(parts_.size() + 1));
        const bool is_saved = open_->save(parts_.back().part_path());
        open_.reset();
        return is_saved;
    }

    std::string volume_path(std::size_t number) const {
        std::filesystem::path path{path_};
        const std::string ending = path.extension().string();
        path.replace_extension();
        return path.string() + "-" + std::to_string(number) + ending;
    }

    const Font& font_;
    std::string path_;
    PdfMetadata metadata_;
    std::int64_t pages_each_;
    RareCharacters rare_;
    std::optional<PdfFile> open_;
    std::int64_t pages_ = 0;
    std::vector<OutputFile> parts_;
};

struct VolumeFailed {};

std::string listed(const std::set<char32_t>& characters) {
    std::string list;
    for (const char32_t character : characters) {
        char code[16];
        std::snprintf(code, sizeof code, "U+%04X", static_cast<unsigned>(character));
        list += list.empty() ? code : std::string{", "} + code;
    }
    return list;
}

Problems notes_of(const RareCharacters& rare, std::int64_t cut_texts) {
    Problems notes;
    if (!rare.unknown().empty()) {
        notes.push_back({.code = "report.font.unknown_characters",
                         .level = Level::alert,
                         .text = {"No installed font has these characters, so 〓 is printed "
                                  "instead: {0}. Write them in by hand or install a font.",
                                  {listed(rare.unknown())}}});
    }
    if (!rare.drawn().empty()) {
        notes.push_back({.code = "report.font.drawn_characters",
                         .level = Level::notice,
                         .text = {"These rare characters are drawn as shapes and cannot be "
                                  "searched in the file: {0}.",
                                  {listed(rare.drawn())}}});
    }
    if (cut_texts > 0) {
        notes.push_back({.code = "report.text.cut",
                         .level = Level::notice,
                         .text = {"{0} texts are longer than their boxes and were cut on paper. "
                                  "The spreadsheet has them whole.",
                                  {cut_texts}}});
    }
    return notes;
}

Result<Rendered> render_pdf(const Document& document, const std::string& path,
                            const Catalogue& catalogue, const StepFunction& step,
                            const RenderOptions& options) {
    const Result<Font> font = report_font(options.font, options.own_fonts);
    if (!font) return font.error();
    Volumes volumes{*font,
                    path,
                    {.title = title_of(document, catalogue), .created = document.printed_at},
                    options.pages_per_volume};
    std::int64_t pages = 0;
    const auto sink = [&](const Page& page) {
        if (!volumes.add(page)) throw VolumeFailed{};
        ++pages;
        if (step) step(pages);
    };
    Pagination pagination;
    try {
        pagination = paginate(document, font->measure(), catalogue, options.pages, sink);
    } catch (const VolumeFailed&) {
        return not_written(path, last_reason());
    }
    if (auto problem = volumes.finish()) return *std::move(problem);
    return Rendered{.files = volumes.files(),
                    .pages = pagination.page_count,
                    .last_page = pagination.last_page,
                    .bookmarks = pagination.bookmarks,
                    .notes = notes_of(volumes.rare(), pagination.cut_texts)};
}

}  // namespace
}  // namespace zf::reports

extern "C" ZF_EXPORT const zf::reports::PdfDriver zf_pdf_driver;
const zf::reports::PdfDriver zf_pdf_driver{{&zf::reports::render_pdf}};
