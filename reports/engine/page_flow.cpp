#include "engine/page_flow.h"

#include <algorithm>
#include <utility>

#include "engine/cell_text.h"

namespace zf::reports {

static constexpr int title_letters = 56;
static constexpr int heading_letters = 30;
static constexpr int foot_letters = 24;
static constexpr int signature_height = 90;  // room to sign or to put a seal
static constexpr int heading_columns = 3;

int key_values_height(std::size_t count, int columns, int size) {
    const auto width = static_cast<std::size_t>(std::max(1, columns));
    const std::size_t rows = (count + width - 1) / width;
    return static_cast<int>(rows) * size * 8 / 5;
}

std::vector<std::string> key_value_texts(const std::vector<KeyValue>& items,
                                         const Catalogue& catalogue) {
    const std::string separator = catalogue.text(std::string_view{": "});
    std::vector<std::string> texts;
    for (const KeyValue& item : items) {
        const std::string label = written(catalogue, item.label, {});
        const std::string value = value_of(item, catalogue);
        texts.push_back(label.empty() ? value : label + separator + value);
    }
    return texts;
}

// The last column ends at the right edge, those between stand in the middle, as on printed forms.
void draw_key_values(PageBuilder& builder, const Area& area, const std::vector<std::string>& items,
                     int columns, int size) {
    columns = std::max(1, std::min(columns, static_cast<int>(items.size())));
    const int row_height = size * 8 / 5;
    for (std::size_t place = 0; place < items.size(); ++place) {
        const int column = static_cast<int>(place) % columns;
        const int row = static_cast<int>(place) / columns;
        const int left = area.x + area.width * column / columns;
        const int right = area.x + area.width * (column + 1) / columns;
        const Align align = column == 0             ? Align::left
                            : column == columns - 1 ? Align::right
                                                    : Align::centre;
        builder.text_in({.x = left,
                         .y = area.y + row * row_height,
                         .width = right - left - (column == columns - 1 ? 0 : size / 2),
                         .height = row_height},
                        items[place], {.size = size}, align);
    }
}

PageFrame frame_of(const Document& document) {
    return {.title = document.title,
            .title_arguments = document.title_arguments,
            .heading = document.heading,
            .signatures = document.signatures,
            .signed_names = document.signed_names,
            .is_shown = document.page.has_frame};
}

PageFlow::PageFlow(const Document& document, PageBuilder& builder, const Catalogue& catalogue,
                   const PageNumbers* known, const PageSink& sink)
    : document_{document},
      builder_{builder},
      catalogue_{catalogue},
      known_{known},
      sink_{sink},
      frame_{frame_of(document)},
      paper_{size_of(document.page.paper)},
      number_{document.first_page - 1},
      section_number_{document.first_page - 1} {
    for (const Block& block : document.blocks) {
        const auto* page_break = std::get_if<PageBreak>(&block);
        has_sections_ = has_sections_ || (page_break != nullptr && page_break->restarts_numbering);
    }
    measure_frame();
}

void PageFlow::measure_frame() {
    const PageSetup& setup = document_.page;
    area_ = {.x = setup.margin_left,
             .y = setup.margin_top,
             .width = paper_.width - setup.margin_left - setup.margin_right,
             .height = paper_.height - setup.margin_top - setup.margin_bottom};
    if (!frame_.is_shown) return;

    title_ = written(catalogue_, frame_.title, frame_.title_arguments);
    title_size_ = title_letters;
    while (title_size_ > heading_letters &&
           builder_.measure().width(title_, title_size_) > area_.width) {
        title_size_ -= 2;
    }
    heading_ = key_value_texts(frame_.heading, catalogue_);
    const int top = (title_.empty() ? 0 : title_size_ * 7 / 4) +
                    key_values_height(heading_.size(), heading_columns, heading_letters) +
                    (heading_.empty() ? 0 : 10);
    int foot = foot_letters * 2;
    footer_y_ = area_.bottom() - foot_letters;
    if (!frame_.signatures.empty()) {
        signature_y_ = footer_y_ - signature_height;
        foot += signature_height;
    }
    area_.y += top;
    area_.height -= top + foot;
}

Area PageFlow::room() {
    if (!has_page_) start_page();
    return {.x = area_.x, .y = y_, .width = area_.width, .height = area_.bottom() - y_};
}

void PageFlow::advance(int height) {
    y_ += height;
}

void PageFlow::need(int height) {
    if (has_page_ && y_ + height > area_.bottom() && y_ > area_.y) finish_page();
    if (!has_page_) start_page();
}

void PageFlow::start_page() {
    has_page_ = true;
    y_ = area_.y;
    ++number_;
    ++section_number_;
    ++page_count_;
    Page& page = builder_.page();
    page.clear();
    page.width = paper_.width;
    page.height = paper_.height;
    page.number = number_;
    page.section_number = section_number_;
    for (const std::size_t waiting : waiting_bookmarks_) {
        numbers_.bookmarks[waiting].first_page = numbers_.bookmarks[waiting].last_page = number_;
        page.bookmarks.push_back({.title = numbers_.bookmarks[waiting].title,
                                  .level = numbers_.bookmarks[waiting].level,
                                  .y = area_.y});
    }
    waiting_bookmarks_.clear();
    if (builder_.draws()) draw_frame();
}

void PageFlow::finish_page() {
    if (!has_page_) return;
    has_page_ = false;
    numbers_.last = number_;
    numbers_.section_last.resize(section_ + 1);
    numbers_.section_last[section_] = section_number_;
    if (!frame_.is_printed) return;
    ++printed_pages_;
    if (sink_) sink_(builder_.page());
}

void PageFlow::restart_numbering(int first_page) {
    finish_page();
    if (page_count_ > 0) ++section_;
    section_number_ = first_page - 1;
}

void PageFlow::set_frame(const PageFrame& frame) {
    finish_page();
    frame_ = frame;
    measure_frame();
}

// A bookmark closes those of its level and below: their pages end where it begins.
void PageFlow::add_bookmark(const Bookmark& bookmark) {
    PageRange range{
        .code = bookmark.code, .title = title_of(bookmark, catalogue_), .level = bookmark.level};
    numbers_.bookmarks.push_back(range);
    if (!has_page_) {
        waiting_bookmarks_.push_back(numbers_.bookmarks.size() - 1);
        return;
    }
    numbers_.bookmarks.back().first_page = number_;
    builder_.page().bookmarks.push_back({.title = range.title, .level = range.level, .y = y_});
}

void PageFlow::finish() {
    if (page_count_ == 0 || !waiting_bookmarks_.empty()) room();
    finish_page();
    for (std::size_t place = 0; place < numbers_.bookmarks.size(); ++place) {
        PageRange& range = numbers_.bookmarks[place];
        const auto next = std::find_if(
            numbers_.bookmarks.begin() + static_cast<std::ptrdiff_t>(place) + 1,
            numbers_.bookmarks.end(),
            [&](const PageRange& other) { return other.level <= range.level; });
        const int end = next == numbers_.bookmarks.end() ? number_ : next->first_page - 1;
        range.last_page = std::max(range.first_page, end);
    }
}

void PageFlow::draw_frame() {
    draw_watermark();
    if (!frame_.is_shown) return;
    int y = document_.page.margin_top;
    if (!title_.empty()) {
        builder_.line_of_text(title_, area_.x, y, area_.width,
                              {.size = title_size_, .is_bold = true}, Align::centre);
        y += title_size_ * 7 / 4;
    }
    draw_heading(y);
    draw_foot();
}

void PageFlow::draw_heading(int y) {
    draw_key_values(builder_, {.x = area_.x, .y = y, .width = area_.width, .height = 0}, heading_,
                    heading_columns, heading_letters);
}

void PageFlow::draw_foot() {
    const auto& signatures = frame_.signatures;
    const int count = static_cast<int>(signatures.size());
    for (int place = 0; place < count; ++place) {
        const auto index = static_cast<std::size_t>(place);
        std::string text = written(catalogue_, signatures[index], {}) +
                           catalogue_.text(std::string_view{": "});
        if (index < frame_.signed_names.size()) text += frame_.signed_names[index];
        const int left = area_.x + area_.width * place / count;
        builder_.text_in({.x = left,
                          .y = signature_y_ + 10,
                          .width = area_.width / count - heading_letters,
                          .height = signature_height - 30},
                         text, {.size = heading_letters});
    }
    std::string printed;
    const auto add = [&printed](const std::string& part) {
        printed += printed.empty() ? part : "    " + part;
    };
    if (!document_.printed_by.empty()) {
        add(catalogue_.text(Message{"Printed by {0}", {document_.printed_by}}));
    }
    if (!document_.printed_at.empty()) {
        add(catalogue_.text(Message{"Printed at {0}", {document_.printed_at}}));
    }
    if (document_.trail_sequence != 0) {
        add(catalogue_.text(Message{"Trail no. {0}", {document_.trail_sequence}}));
    }
    const TextStyle small{.size = foot_letters, .ink = Ink::grey};
    const int share = area_.width * 2 / 3;
    builder_.text_in({.x = area_.x, .y = footer_y_, .width = share - 20, .height = foot_letters},
                     printed, small);
    builder_.text_in({.x = area_.x + share,
                      .y = footer_y_,
                      .width = area_.width - share,
                      .height = foot_letters},
                     page_number_text(), {.size = foot_letters}, Align::right);
}

std::string PageFlow::page_number_text() const {
    const std::int64_t here = section_number_;
    const std::int64_t overall = number_;
    const bool knows = known_ != nullptr && document_.shows_page_count;
    if (!has_sections_) {
        return knows ? catalogue_.text(
                           Message{"Page {0} of {1}", {overall, std::int64_t{known_->last}}})
                     : catalogue_.text(Message{"Page {0}", {overall}});
    }
    if (!knows) return catalogue_.text(Message{"Page {0} (overall {1})", {here, overall}});
    const std::int64_t last = known_->section_last.at(section_);
    return catalogue_.text(Message{"Page {0} of {1} (overall {2})", {here, last, overall}});
}

void PageFlow::draw_watermark() {
    if (document_.watermark.empty()) return;
    const std::string text = written(catalogue_, document_.watermark, {});
    const int room = std::min(paper_.width, paper_.height) * 7 / 10;
    int size = 300;
    while (size > 60 && builder_.measure().width(text, size) > room) size -= 10;
    builder_.turned_text(text, paper_.width / 2, paper_.height / 2, 30,
                         {.size = size, .ink = Ink::pale});
}

}  // namespace zf::reports
