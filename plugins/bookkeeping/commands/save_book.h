#pragma once

#include <optional>

#include "commands/fields.h"
#include "zhangfang/ledger/book.h"

namespace zf::bookkeeping {

// 修改账套. What is left out stays as it is.
struct SaveBook {
    static constexpr const char* command = "bk.book.save";
    std::string book;
    std::optional<std::string> name, finance_head, industry, code_levels;
    std::optional<ControlLevel> control_level;
    std::int64_t version = 0;
};

inline std::vector<Field<SaveBook>> save_book_fields() {
    return {
        book_field(&SaveBook::book),
        field("name", &SaveBook::name, "Unit name").length(1, 100),
        field("finance_head", &SaveBook::finance_head, "Finance head").length(40),
        field("industry", &SaveBook::industry, "Industry").length(40),
        field("control_level", &SaveBook::control_level, "Control level")
            .choices(choices_of<ControlLevel>())
            .help("It can be raised, never lowered."),
        field("code_levels", &SaveBook::code_levels, "Code levels")
            .pattern("[1-9](-[1-9])*")
            .help("They can be lengthened, never shortened."),
        version_field(&SaveBook::version),
    };
}

}  // namespace zf::bookkeeping
