#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/page_builder.h"

namespace zf::reports {

// The frame with which a document begins.
ZF_EXPORT PageFrame frame_of(const Document& document);

// How many pages each section has, and where each bookmark stands: learned by the counting pass.
struct PageNumbers {
    std::vector<int> section_last;     // number printed on the last page of each section
    int last = 0;                      // number printed on the last page of all
    std::vector<PageRange> bookmarks;  // in the document's order
};

// Hands out the space of page after page: draws the frame (title, heading, signatures, footer) and
// sends full pages away.
class PageFlow {
public:
    PageFlow(const Document& document, PageBuilder& builder, const Catalogue& catalogue,
             const PageNumbers* known, const PageSink& sink);

    PageBuilder& builder() { return builder_; }
    const Document& document() const { return document_; }
    const Catalogue& catalogue() const { return catalogue_; }

    // What is left of the page; starts one where there is none.
    Area room();
    // The whole area of a page between heading and footer.
    Area area() const { return area_; }
    void advance(int height);  // the next thing stands this much lower
    void need(int height);     // a new page unless this much is left
    bool has_page() const { return has_page_; }
    bool is_fresh() const { return !has_page_ || y_ == area_.y; }  // nothing on the page yet
    void finish_page();  // nothing happens where there is none
    void restart_numbering(int first_page);
    void set_frame(const PageFrame& frame);  // from the next page on
    bool has_frame() const { return frame_.is_shown; }
    void add_bookmark(const Bookmark& bookmark);
    void finish();  // a document without content has one page

    const PageNumbers& numbers() const { return numbers_; }
    std::int64_t printed_pages() const { return printed_pages_; }
    // The number that stands on the last page of all; 0 before it is known.
    int last_page() const { return known_ == nullptr ? 0 : known_->last; }

private:
    void start_page();
    void measure_frame();
    void draw_frame();
    void draw_heading(int y);
    void draw_foot();
    void draw_watermark();
    std::string page_number_text() const;

    const Document& document_;
    PageBuilder& builder_;
    const Catalogue& catalogue_;
    const PageNumbers* known_;
    const PageSink& sink_;

    PageFrame frame_;
    PaperSize paper_;
    Area area_;
    std::string title_;
    int title_size_ = 0;
    std::vector<std::string> heading_;
    int signature_y_ = 0, footer_y_ = 0;
    bool has_sections_ = false;

    bool has_page_ = false;
    int y_ = 0;
    int number_ = 0, section_number_ = 0;
    std::size_t section_ = 0;
    std::int64_t page_count_ = 0, printed_pages_ = 0;
    std::vector<std::size_t> waiting_bookmarks_;
    PageNumbers numbers_;
};

// Labels and values in columns: "单位：三中队". Answers with the height it takes.
int key_values_height(std::size_t count, int columns, int size);
void draw_key_values(PageBuilder& builder, const Area& area, const std::vector<std::string>& items,
                     int columns, int size);
ZF_EXPORT std::vector<std::string> key_value_texts(const std::vector<KeyValue>& items,
                                                   const Catalogue& catalogue);

}  // namespace zf::reports
