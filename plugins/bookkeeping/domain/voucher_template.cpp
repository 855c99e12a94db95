#include "domain/voucher_template.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "zhangfang/base/month.h"
#include "zhangfang/base/rational.h"
#include "zhangfang/base/text.h"
#include "zhangfang/formula/formula.h"

namespace zf::bookkeeping {

static constexpr std::string_view rest = "rest";

Result<std::vector<TemplateQuestion>> read_questions(std::string_view text) {
    std::vector<TemplateQuestion> questions;
    for (const std::string& part : split(text, ';')) {
        const std::string written = trim(part);
        if (written.empty()) continue;
        const std::size_t equals = written.find('=');
        TemplateQuestion question{.name = trim(written.substr(0, equals))};
        if (equals != std::string::npos) question.formula = trim(written.substr(equals + 1));
        const bool is_name = !question.name.empty() && question.name != rest &&
                             question.name.find_first_of(" ()+-*/,") == std::string::npos;
        if (!is_name)
            return Problem{.code = "bk.template.question",
                           .text = {"\"{0}\" is not a question. Write names separated by "
                                    "semicolons, each with its formula if it has one: persons; "
                                    "days; amount = persons*days.",
                                    {written}},
                           .place = {"questions"}};
        questions.push_back(std::move(question));
    }
    return questions;
}

std::string write_questions(const std::vector<TemplateQuestion>& questions) {
    std::string text;
    for (const TemplateQuestion& question : questions) {
        if (!text.empty()) text += "; ";
        text += question.name;
        if (!question.formula.empty()) text += " = " + question.formula;
    }
    return text;
}

static bool asks(const std::vector<TemplateQuestion>& questions, std::string_view name) {
    return std::any_of(questions.begin(), questions.end(),
                       [&](const TemplateQuestion& question) { return question.name == name; });
}

static void check_formula(const VoucherTemplate& checked, const std::string& text,
                          const Place& place, Problems& found) {
    const Result<Formula> formula = Formula::parse(text);
    if (!formula) {
        Problem problem = formula.error();
        problem.place = place;
        found.push_back(std::move(problem));
        return;
    }
    for (const std::string& name : formula->names()) {
        if (name == rest || asks(checked.questions, name)) continue;
        found.push_back({.code = "bk.template.not_asked",
                         .text = {"The formula {0} uses \"{1}\", which the template does not ask "
                                  "for. Add it to the questions.",
                                  {text, name}},
                         .place = place});
    }
}

Problems problems_of(const VoucherTemplate& filled) {
    Problems found;
    for (const TemplateQuestion& question : filled.questions)
        if (!question.formula.empty())
            check_formula(filled, question.formula, {"questions"}, found);
    if (filled.lines.size() < 2)
        found.push_back({.code = "bk.template.no_lines",
                         .text = {"A template needs a debit and a credit line.", {}},
                         .place = {"lines"}});
    int line = 0, rests = 0;
    for (const TemplateLine& each : filled.lines) {
        check_formula(filled, each.amount, {"lines", ++line}, found);
        if (each.amount != rest || ++rests < 2) continue;
        found.push_back({.code = "bk.template.rest_twice",
                         .text = {"Only one line can take the rest; give line {0} an amount.",
                                  {std::int64_t{line}}},
                         .place = {"lines", line}});
    }
    return found;
}

// Names that stand in some formula; the others are texts for the summary.
static std::set<std::string> numeric_names(const VoucherTemplate& source) {
    std::set<std::string> names;
    const auto take = [&](const std::string& text) {
        if (const Result<Formula> formula = Formula::parse(text))
            names.insert(formula->names().begin(), formula->names().end());
    };
    for (const TemplateQuestion& question : source.questions)
        if (!question.formula.empty()) take(question.formula);
    for (const TemplateLine& line : source.lines) take(line.amount);
    return names;
}

namespace {

// The answers as numbers, each worked out when it is first needed.
class Figures {
public:
    Figures(const VoucherTemplate& source, const Answers& answers,
            const TemplateSurroundings& surroundings)
        : source_{source},
          answers_{answers},
          surroundings_{surroundings} {}

    // Every answer must be a number, also one that no line needs.
    std::optional<Problem> read() {
        const std::set<std::string> numeric = numeric_names(source_);
        for (const TemplateQuestion& question : source_.questions) {
            if (!numeric.contains(question.name)) continue;
            if (auto problem = read(question)) return problem;
        }
        return std::nullopt;
    }
    Result<Money> amount(const std::string& formula) const {
        const Result<Formula> parsed = Formula::parse(formula);
        if (!parsed) return parsed.error();
        return evaluate_money(*parsed, resolver(), Rounding::half_away);
    }

private:
    std::optional<Problem> read(const TemplateQuestion& question) {
        const auto answer = answers_.find(question.name);
        const bool answered = answer != answers_.end() && !trim(answer->second).empty();
        const std::string text = answered ? answer->second : question.formula;
        if (text.empty())
            return Problem{.code = "bk.template.unanswered",
                           .text = {"The template asks for \"{0}\". Give a number or a "
                                    "calculation.",
                                    {question.name}},
                           .place = {"answers"}};
        const Result<Formula> formula = Formula::parse(text);
        const Result<Rational> value = formula ? evaluate(*formula, resolver())
                                               : Result<Rational>{formula.error()};
        if (!value)
            return Problem{.code = "bk.template.answer",
                           .text = {"\"{0}\" is no answer to \"{1}\". Give a number or a "
                                    "calculation such as 12*3*31.",
                                    {text, question.name}},
                           .place = {"answers"}};
        values_[question.name] = *value;
        return std::nullopt;
    }
    FormulaResolver resolver() const {
        return {.name = [this](const std::string& name) -> std::optional<Rational> {
                    const auto found = values_.find(name);
                    if (found == values_.end()) return std::nullopt;
                    return found->second;
                },
                .call = [this](const FormulaCall& call) { return balance(call); }};
    }
    Result<Rational> balance(const FormulaCall& call) const {
        if (call.name != "bal" || call.arguments.size() != 1) return unknown_function(call);
        if (const auto money = surroundings_.balance(call.arguments[0]))
            return Rational::of(*money);
        return unknown_function(call);
    }

    const VoucherTemplate& source_;
    const Answers& answers_;
    const TemplateSurroundings& surroundings_;
    std::map<std::string, Rational> values_;
};

}  // namespace

static std::string chinese(unsigned number) {
    static constexpr std::array<std::string_view, 13> words{
        "零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"};
    return std::string{words.at(number)};
}

static std::string summary_of(const VoucherTemplate& source, const Answers& answers, Date date) {
    const unsigned month = date.month_of_year();
    const unsigned quarter = (month + 2) / 3;
    Answers words{
        {"year", std::to_string(date.year())}, {"month", std::to_string(month)},
        {"month_word", chinese(month)},        {"quarter", std::to_string(quarter)},
        {"quarter_word", chinese(quarter)},    {"day", std::to_string(date.day_of_month())}};
    for (const TemplateQuestion& question : source.questions) {
        const auto answer = answers.find(question.name);
        words[question.name] = answer == answers.end() ? "" : answer->second;
    }
    std::string text = source.summary;
    for (const auto& [name, word] : words) {
        const std::string mark = "{" + name + "}";
        for (std::size_t at = text.find(mark); at != std::string::npos;
             at = text.find(mark, at + word.size()))
            text.replace(at, mark.size(), word);
    }
    return text;
}

// The line that balances the others, as a positive amount on its own side.
static Money rest_of(const std::vector<ProposedLine>& lines, const ProposedLine& balancing) {
    Money sum;
    for (const ProposedLine& line : lines)
        if (&line != &balancing) sum += line.side == balancing.side ? -line.amount : line.amount;
    return sum;
}

static Problem account_missing(const VoucherTemplate& source, const TemplateLine& line) {
    return {.code = "bk.template.account_missing",
            .text = {"The template {0} needs the account {1}, which this book does not keep. Add "
                     "the account, or change the template.",
                     {source.name, line.account}},
            .place = {"template"}};
}

Result<std::vector<ProposedLine>> filled(const VoucherTemplate& source, const Answers& answers,
                                         Date date, const TemplateSurroundings& surroundings) {
    Figures figures{source, answers, surroundings};
    if (const auto problem = figures.read()) return *problem;

    const std::string summary = summary_of(source, answers, date);
    std::vector<ProposedLine> lines;
    std::optional<std::size_t> balancing;
    for (const TemplateLine& line : source.lines) {
        const bool keeps_it = surroundings.has_account(line.account);
        if (!keeps_it && (line.otherwise.empty() || !surroundings.has_account(line.otherwise)))
            return account_missing(source, line);
        ProposedLine proposed{.summary = summary,
                              .account = keeps_it ? line.account : line.otherwise,
                              .side = line.side,
                              .item = keeps_it ? line.item : line.otherwise_item};
        if (line.amount == rest) {
            balancing = lines.size();
        } else {
            const Result<Money> amount = figures.amount(line.amount);
            if (!amount) return amount.error();
            proposed.amount = *amount;
        }
        lines.push_back(std::move(proposed));
    }
    if (balancing) lines[*balancing].amount = rest_of(lines, lines[*balancing]);
    return lines;
}

static std::optional<int> count_from(const std::string& text) {
    int count = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (text.empty() || fault != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return count;
}

std::vector<VoucherTemplate> read_templates(std::string_view csv) {
    std::vector<VoucherTemplate> templates;
    const std::vector<std::string> rows = split(csv, '\n');
    for (std::size_t index = 1; index < rows.size(); ++index) {
        if (rows[index].empty()) continue;
        const std::vector<std::string> cells = split(rows[index], ',');
        ZF_ASSERT(cells.size() == 12);
        if (templates.empty() || templates.back().code != cells[0]) {
            auto questions = read_questions(cells[3]);
            ZF_ASSERT(questions.has_value());
            templates.push_back({.code = cells[0],
                                 .name = cells[1],
                                 .category = cells[2],
                                 .summary = cells[5],
                                 .attachments = count_from(cells[4]),
                                 .questions = *std::move(questions)});
        }
        const auto side = enum_from<Side>(cells[6]);
        ZF_ASSERT(side.has_value());
        templates.back().lines.push_back({.side = *side,
                                          .account = cells[7],
                                          .otherwise = cells[8],
                                          .amount = cells[9],
                                          .item = cells[10],
                                          .otherwise_item = cells[11]});
    }
    return templates;
}

}  // namespace zf::bookkeeping
