#pragma once

#include "commands/book_context.h"
#include "commands/voucher_line.h"
#include "domain/voucher_template.h"

namespace zf::bookkeeping {

// One answer to a template's question; it may be a calculation: "12*3*31".
struct TemplateAnswer {
    std::string name;
    std::string value;
};

inline std::vector<Field<TemplateAnswer>> template_answer_fields() {
    return {
        field("name", &TemplateAnswer::name, "Question").required(),
        field("value", &TemplateAnswer::value, "Answer").length(500),
    };
}

// A template filled in for a date.
struct FilledTemplate {
    VoucherTemplate source;
    std::vector<VoucherLine> lines;
};

Problem template_unknown(const std::string& code);

// Finds the template and fills it in. Problems: bk.template.unknown and those of filled().
Result<FilledTemplate> fill_in(Reader reader, const Book& book, const std::string& code,
                               const std::vector<TemplateAnswer>& answers, Date date);

}  // namespace zf::bookkeeping
