#pragma once

#include <functional>
#include <string>
#include <vector>

#include "domain/chart.h"
#include "domain/voucher_template.h"
#include "zhangfang/ledger/book_kind.h"

namespace zf::bookkeeping {

// A phrase of the summary library as it ships.
struct Phrase {
    std::string code;
    std::string category;
    std::string text;
};

// What the trade adds to a kind of book: how its chart is made of the one it starts from, and what
// a new book finds in its libraries. A further kind is a further value.
struct Kind {
    BookKind book;
    ChartPlan plan;
    std::function<Problems(const BookOptions&)> problems_of_options;  // what it does not allow
    std::vector<VoucherTemplate> templates;
    std::vector<Phrase> phrases;
};

const Kind& canteen();

const std::vector<const Kind*>& all_kinds();
const Kind* find_kind(const std::string& name);  // nullptr: none of this trade

}  // namespace zf::bookkeeping
