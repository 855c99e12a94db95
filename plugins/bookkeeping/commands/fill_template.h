#pragma once

#include "commands/template_filling.h"

namespace zf::bookkeeping {

// 智能记账: the template's lines for the answers given, to go on with in the entry screen.
struct FillTemplate {
    static constexpr const char* command = "bk.template.fill";
    std::string book;
    std::string template_code;
    Date date;
    std::vector<TemplateAnswer> answers;
};

inline std::vector<Field<FillTemplate>> fill_template_fields() {
    return {
        book_field(&FillTemplate::book),
        field("template", &FillTemplate::template_code, "Template")
            .required()
            .refers_to("bk.template"),
        field("date", &FillTemplate::date, "Date").required(),
        lines("answers", &FillTemplate::answers, "Answers", template_answer_fields()),
    };
}

}  // namespace zf::bookkeeping
