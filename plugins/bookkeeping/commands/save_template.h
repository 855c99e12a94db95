#pragma once

#include "commands/template_answer.h"

namespace zf::bookkeeping {

// 存为模式: a new template, or the stored one of this code. `voucher` takes the lines of a voucher,
// whose amounts are then asked for.
struct SaveTemplate {
    static constexpr const char* command = "bk.template.save";
    std::string book;
    std::string code;
    std::string name;
    std::string category;
    std::string word = "记";
    std::string summary;
    std::optional<int> attachments;
    std::string questions;
    std::vector<TemplateLine> line;
    std::string voucher;
    bool with_amounts = false;
    std::int64_t version = 0;
};

inline std::vector<Field<SaveTemplate>> save_template_fields() {
    using S = SaveTemplate;
    return {
        book_field(&S::book),
        field("template", &S::code, "Template").required().length(20),
        field("name", &S::name, "Template name").required().length(60),
        field("category", &S::category, "Category").length(40),
        field("word", &S::word, "Voucher word").defaults_to("记").length(10),
        field("summary", &S::summary, "Summary")
            .length(200)
            .help("It may say {year} {month} {month_word} {quarter} {quarter_word} {day} and the "
                  "names of the questions."),
        field("attachments", &S::attachments, "Attachments").range(0, 9999),
        field("questions", &S::questions, "Questions")
            .length(500)
            .help("Names separated by semicolons, each with its formula if it has one: persons; "
                  "days; amount = persons*days."),
        lines("line", &S::line, "Entries", template_line_fields()),
        field("voucher", &S::voucher, "Voucher")
            .refers_to("bk.voucher")
            .help("Takes the lines of this voucher instead."),
        field("with_amounts", &S::with_amounts, "Keep its amounts"),
        version_field(&S::version),
    };
}

}  // namespace zf::bookkeeping
