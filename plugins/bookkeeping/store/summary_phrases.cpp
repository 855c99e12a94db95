#include "store/summary_phrases.h"

namespace zf::bookkeeping {

const Entity<SummaryPhrase>& summary_phrase_entity() {
    static const Entity<SummaryPhrase> entity{
        .name = "bk.summary",
        .label = "Summary",
        .table = "bk_summary_phrase",
        .fields =
            {field("code", &SummaryPhrase::code, "Code").required().length(20),
             field("category", &SummaryPhrase::category, "Category").length(40),
             field("text", &SummaryPhrase::text, "Summary").required().length(200).searchable()},
        .scope = {"book"},
        .key = {"code"}};
    return entity;
}

EntityStore<SummaryPhrase> summary_phrases(Reader reader, Id<Book> book) {
    return {summary_phrase_entity(), reader, Scope::of("book", book.value)};
}

}  // namespace zf::bookkeeping
