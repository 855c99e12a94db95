#include "domain/book_options.h"

namespace zf::bookkeeping {

static Problem fixed(const char* option, const char* why) {
    return {.code = "bk.book.option_fixed", .rule = "6.2", .text = {why, {}}, .place = {option}};
}

Problems problems_of_canteen_options(const BookOptions& options) {
    Problems found;
    if (options.summary_length_min < 4)
        found.push_back(fixed("summary_length_min",
                              "A canteen's summaries have at least 4 characters, so that they say "
                              "what happened. The options were kept; give 4 or more."));
    if (options.cash_deficit != Guard::stop)
        found.push_back(fixed("cash_deficit", "A canteen never pays out more cash than there is. "
                                              "The options were kept; leave this one at stop."));
    if (!options.review_before_posting)
        found.push_back(fixed("review_before_posting",
                              "A canteen's vouchers are reviewed by a second person before they "
                              "are posted. The options were kept."));
    return found;
}

}  // namespace zf::bookkeeping
