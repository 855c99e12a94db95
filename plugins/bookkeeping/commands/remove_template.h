#pragma once

#include "commands/fields.h"

namespace zf::bookkeeping {

// Takes a template away; vouchers that were made with it stay as they are.
struct RemoveTemplate {
    static constexpr const char* command = "bk.template.remove";
    std::string book;
    std::string template_code;
};

inline std::vector<Field<RemoveTemplate>> remove_template_fields() {
    return {
        book_field(&RemoveTemplate::book),
        field("template", &RemoveTemplate::template_code, "Template")
            .required()
            .refers_to("bk.template"),
    };
}

}  // namespace zf::bookkeeping
