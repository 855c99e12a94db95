#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "zhangfang/base/date.h"
#include "zhangfang/base/money.h"
#include "zhangfang/ledger/account.h"
#include "zhangfang/rules/problem.h"

namespace zf::bookkeeping {

// What a template asks before it can be filled in. A name in a line's amount that is asked stands
// for the answer; an answer may be a calculation ("12*3*31"). `formula` is what an empty answer
// stands for: "persons * standard * days".
struct TemplateQuestion {
    std::string name;
    std::string formula;

    bool operator==(const TemplateQuestion&) const = default;
};

struct TemplateLine {
    Side side = Side::debit;
    std::string account;         // code
    std::string otherwise;       // code where the book does not keep `account`; "" for none
    std::string amount;          // a formula over the questions, bal(account), and once `rest`
    std::string item;            // code of a flow item on `account`; "" for none
    std::string otherwise_item;  // the same on `otherwise`

    bool operator==(const TemplateLine&) const = default;
};

// 模式凭证: a voucher to fill in. Its summary may say {year} {month} {month_word} {quarter}
// {quarter_word} {day} and the names of its questions.
struct VoucherTemplate {
    std::string code;
    std::string name;
    std::string category;
    std::string word = "记";
    std::string summary;
    std::optional<int> attachments;
    std::vector<TemplateQuestion> questions;
    std::vector<TemplateLine> lines;

    bool operator==(const VoucherTemplate&) const = default;
};

// A line that a template proposes; the account is named by its code.
struct ProposedLine {
    std::string summary;
    std::string account;
    Side side = Side::debit;
    Money amount;
    std::string item;

    bool operator==(const ProposedLine&) const = default;
};

// What a template asks of the book it is filled in for.
struct TemplateSurroundings {
    std::function<bool(const std::string& code)> has_account;
    std::function<std::optional<Money>(const std::string& code)> balance;  // on the normal side
};

using Answers = std::map<std::string, std::string>;

// The questions of templates as the file and the screen write them: "persons; days; amount =
// persons*days". Problem bk.template.question.
Result<std::vector<TemplateQuestion>> read_questions(std::string_view text);
std::string write_questions(const std::vector<TemplateQuestion>& questions);

// Problems: bk.template.formula (a line's amount cannot be read), .not_asked (it uses a name that
// nobody asks for), .rest_twice, .no_lines.
Problems problems_of(const VoucherTemplate& filled);

// Fills in the template for a date. Problems: bk.template.unanswered, .answer, .account_missing,
// and those of formulas.
Result<std::vector<ProposedLine>> filled(const VoucherTemplate& source, const Answers& answers,
                                         Date date, const TemplateSurroundings& surroundings);

// Reads templates as they ship. The file is part of the program.
std::vector<VoucherTemplate> read_templates(std::string_view csv);

}  // namespace zf::bookkeeping
