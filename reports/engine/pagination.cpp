#include "zhangfang_reports/pagination.h"

#include <algorithm>
#include <string>
#include <utility>

#include "engine/cell_text.h"
#include "engine/grid_layout.h"
#include "engine/page_flow.h"
#include "engine/table_layout.h"

namespace zf::reports {

namespace {

// Lays each block out in its turn.
class BlockLayout {
public:
    BlockLayout(PageFlow& flow, const PageNumbers* known) : flow_{flow}, known_{known} {}

    void operator()(const TableBlock& table) const {
        if (!flow_.is_fresh()) flow_.advance(gap);
        TableLayout{flow_, table}.run();
    }
    void operator()(const GridBlock& grid) const { lay_out(flow_, grid); }
    void operator()(const GridsBlock& grids) const { lay_out(flow_, grids); }
    void operator()(const KeyValuesBlock& block) const {
        constexpr int size = 30;
        const auto texts = key_value_texts(block.items, flow_.catalogue());
        const int height = key_values_height(texts.size(), block.columns, size);
        if (!flow_.is_fresh()) flow_.advance(gap / 2);
        flow_.need(height);
        draw_key_values(flow_.builder(), flow_.room(), texts, block.columns, size);
        flow_.advance(height + gap);
    }
    void operator()(const TextBlock& block) const;
    void operator()(const PageBreak& block) const {
        flow_.finish_page();
        if (block.restarts_numbering) flow_.restart_numbering(block.first_page);
    }
    void operator()(const Bookmark& bookmark) const { flow_.add_bookmark(bookmark); }
    void operator()(const ContentsBlock& block) const;
    void operator()(const PageFrame& frame) const { flow_.set_frame(frame); }

private:
    static constexpr int gap = 20;

    PageFlow& flow_;
    const PageNumbers* known_;
};

void BlockLayout::operator()(const TextBlock& block) const {
    const std::string text = flow_.catalogue().text(block.text);
    std::vector<std::string_view> lines;
    break_lines(flow_.builder().measure(), text, block.size, flow_.area().width, lines);
    const TextStyle style{.size = block.size,
                          .ink = block.emphasis == Emphasis::red     ? Ink::red
                                 : block.emphasis == Emphasis::muted ? Ink::grey
                                                                     : Ink::black,
                          .is_bold = block.emphasis == Emphasis::bold};
    // A heading stands nearer to what it heads than to what stands before it.
    if (block.emphasis == Emphasis::bold && !flow_.is_fresh()) flow_.advance(gap);
    for (const std::string_view line : lines) {
        flow_.need(line_pitch(block.size));
        const Area room = flow_.room();
        flow_.builder().line_of_text(line, room.x, room.y, room.width, style, block.align);
        flow_.advance(line_pitch(block.size));
    }
    flow_.advance(block.size / 4);
}

void BlockLayout::operator()(const ContentsBlock& block) const {
    TableBlock table;
    table.columns = {
        {.name = "code", .label = block.code_label, .width = 300},
        {.name = "title", .label = block.title_label, .width = 900},
        {.name = "from", .label = "From page", .type = ValueType::integer, .width = 200},
        {.name = "to", .label = "To page", .type = ValueType::integer, .width = 200},
    };
    std::vector<ReportRow> rows;
    std::size_t place = 0;
    bool is_below = block.below.empty();
    for (const Block& each : flow_.document().blocks) {
        const auto* bookmark = std::get_if<Bookmark>(&each);
        if (bookmark == nullptr) continue;
        if (bookmark->level < block.level)
            is_below = block.below.empty() || bookmark->title == block.below;
        ReportRow row;
        row.cells.resize(4);
        row.cells[0].value = bookmark->code;
        row.cells[1].value = title_of(*bookmark, flow_.catalogue());
        if (known_ != nullptr && place < known_->bookmarks.size()) {
            row.cells[2].value = known_->bookmarks[place].first_page;
            row.cells[3].value = known_->bookmarks[place].last_page;
        }
        ++place;
        if (bookmark->level == block.level && is_below) rows.push_back(std::move(row));
    }
    table.rows = [&rows] { return cursor_over(rows); };
    (*this)(table);
}

bool asks_for_pages(const Block& block, bool shows_page_count) {
    if (const auto* grid = std::get_if<GridBlock>(&block))
        return std::any_of(grid->texts.begin(), grid->texts.end(),
                           [](const GridText& text) { return text.counts_pages; });
    const auto* frame = std::get_if<PageFrame>(&block);
    const bool has_footer = frame != nullptr && frame->is_shown && frame->is_printed;
    return std::holds_alternative<ContentsBlock>(block) || (has_footer && shows_page_count);
}

bool needs_counting(const Document& document) {
    if (document.page.has_frame && document.shows_page_count) return true;
    return std::any_of(document.blocks.begin(), document.blocks.end(), [&](const Block& block) {
        return asks_for_pages(block, document.shows_page_count);
    });
}

}  // namespace

Pagination paginate(const Document& document, const TextMeasure& measure,
                    const Catalogue& catalogue, const PaginationOptions& options,
                    const PageSink& sink) {
    const auto lay_out_all = [&](PageBuilder& builder, const PageNumbers* known,
                                 const PageSink& to) {
        PageFlow flow{document, builder, catalogue, known, to};
        const BlockLayout layout{flow, known};
        for (const Block& block : document.blocks) std::visit(layout, block);
        flow.finish();
        return std::pair{flow.numbers(), flow.printed_pages()};
    };

    PageNumbers counted;
    const bool counts = needs_counting(document);
    if (counts) {
        PageBuilder counter{measure, options, false};
        counted = lay_out_all(counter, nullptr, {}).first;
    }
    PageBuilder builder{measure, options, true};
    const auto [numbers, page_count] = lay_out_all(builder, counts ? &counted : nullptr, sink);
    return {.page_count = page_count,
            .last_page = numbers.last,
            .bookmarks = numbers.bookmarks,
            .cut_texts = builder.cut_texts()};
}

}  // namespace zf::reports
