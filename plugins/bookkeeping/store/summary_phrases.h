#pragma once

#include <string>

#include "zhangfang/ledger/book.h"
#include "zhangfang/store/entity_store.h"

namespace zf::bookkeeping {

// 摘要库: a phrase that the summary box offers.
struct SummaryPhrase {
    std::string code;
    std::string category;
    std::string text;
};

const Entity<SummaryPhrase>& summary_phrase_entity();

EntityStore<SummaryPhrase> summary_phrases(Reader reader, Id<Book> book);

}  // namespace zf::bookkeeping
