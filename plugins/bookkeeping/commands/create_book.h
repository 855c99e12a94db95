#pragma once

#include <optional>

#include "commands/fields.h"
#include "zhangfang/ledger/book.h"

namespace zf::bookkeeping {

// 新建账套. What is left out comes from the kind of book.
struct CreateBook {
    static constexpr const char* command = "bk.book.create";
    std::string code;
    std::string name;
    std::string kind = "canteen";
    Month start;
    std::string finance_head;
    std::string industry;
    std::optional<ControlLevel> control_level;
    std::string code_levels;
    // 402 军粮差价补贴, only where the unit keeps it.
    std::vector<std::string> extra_account;
    // The kind's whole chart, to be cleared by hand as the manual shows.
    bool whole_chart = false;
};

inline std::vector<Field<CreateBook>> create_book_fields() {
    return {
        field("code", &CreateBook::code, "File name")
            .required()
            .length(40)
            .pattern("[^/\\\\:*?\"<>| ]+")
            .help("Short and unique in the workspace; commands name the book by it."),
        field("name", &CreateBook::name, "Unit name").required().length(100),
        field("kind", &CreateBook::kind, "Kind of book")
            .choices(kinds_of_book())
            .defaults_to("canteen"),
        field("start", &CreateBook::start, "First month kept").required(),
        field("finance_head", &CreateBook::finance_head, "Finance head").length(40),
        field("industry", &CreateBook::industry, "Industry").length(40),
        field("control_level", &CreateBook::control_level, "Control level")
            .choices(choices_of<ControlLevel>())
            .help("It can be raised later, never lowered."),
        field("code_levels", &CreateBook::code_levels, "Code levels")
            .pattern("[1-9](-[1-9])*")
            .help("Lengths of the account codes by level, such as 3-2-2-2."),
        field("extra_account", &CreateBook::extra_account, "Optional accounts")
            .help("Codes of accounts that a kind offers, such as 402 of a canteen."),
        field("whole_chart", &CreateBook::whole_chart, "Keep the whole chart")
            .help("The accounts that this kind does not need are then deleted by hand."),
    };
}

}  // namespace zf::bookkeeping
