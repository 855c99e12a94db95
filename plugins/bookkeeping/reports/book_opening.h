#pragma once

#include "reports/book_paper.h"

namespace zf::bookkeeping {

struct BooksFace {
    int year = 0;
    int volume = 1, volumes = 1;
    std::int64_t prints = 0;  // made before
};

// 封面: the unit, the year, which volume.
GridBlock draw_books_cover(const Book& book, const BooksFace& face);

// 账本启用一览表: what the books are, who answers for them, who took them over, how they may be
// corrected. What is not known is left to the pen.
GridBlock draw_opening_page(const Book& book, const BooksFace& face, Reader reader);

}  // namespace zf::bookkeeping
