#pragma once

#include "commands/template_filling.h"

namespace zf::bookkeeping {

// Fills a template in and enters the voucher at once.
struct RunTemplate {
    static constexpr const char* command = "bk.template.run";
    std::string book;
    std::string template_code;
    Date date;
    std::vector<TemplateAnswer> answers;
    std::optional<int> attachments;
    std::string summary;
};

inline std::vector<Field<RunTemplate>> run_template_fields() {
    return {
        book_field(&RunTemplate::book),
        field("template", &RunTemplate::template_code, "Template")
            .required()
            .refers_to("bk.template"),
        field("date", &RunTemplate::date, "Date").required(),
        lines("answers", &RunTemplate::answers, "Answers", template_answer_fields()),
        field("attachments", &RunTemplate::attachments, "Attachments")
            .range(0, 9999)
            .help("Left out, as many as the template says."),
        field("summary", &RunTemplate::summary, "Summary")
            .refers_to("bk.summary")
            .length(200)
            .help("Left out, the template's."),
    };
}

}  // namespace zf::bookkeeping
