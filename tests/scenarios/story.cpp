#include "scenarios/story.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include <fmt/format.h>

#include "support/folders.h"
#include "support/workbook.h"
#include "zhangfang/base/text.h"
#include "zhangfang/crypto/crypto.h"
#include "zhangfang/model/json.h"
#include "zhangfang/transfer/text_encoding.h"

namespace zf::test {
namespace {

const std::string administrator = "admin";
const std::string password = "a scenario's password";
constexpr auto owner_only = std::filesystem::perms::owner_read |
                            std::filesystem::perms::owner_write;

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream{text};
    for (std::string line; std::getline(stream, line);) {
        if (line.ends_with('\r')) line.pop_back();  // a table as CSV
        lines.push_back(line);
    }
    while (!lines.empty() && lines.back().empty()) lines.pop_back();
    return lines;
}

// "voucher 2: The account … [bk.account.missing]" is code bk.account.missing at place "voucher 2".
std::optional<ExpectedProblem> problem_in(const std::string& line) {
    const std::size_t bracket = line.rfind(" [");
    if (bracket == std::string::npos || !line.ends_with(']')) return std::nullopt;
    ExpectedProblem problem{.code = line.substr(bracket + 2, line.size() - bracket - 3)};
    const std::size_t colon = line.find(": ");
    const std::string before = colon == std::string::npos ? "" : line.substr(0, colon);
    const bool
        is_place = before.find_first_not_of(
                       "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_.0123456789 ") ==
                       std::string::npos &&
                   std::count(before.begin(), before.end(), ' ') <= 1;
    if (is_place) problem.place = before;
    return problem;
}

// The problems that an outcome names, when the line is one as JSON.
std::vector<ExpectedProblem> problems_in_json(const std::string& line) {
    std::vector<ExpectedProblem> problems;
    const auto parsed = parse_json(line);
    const auto* outcome = parsed ? parsed->if_a<Record>() : nullptr;
    const auto* list = outcome == nullptr ? nullptr : outcome->get("problems").if_a<List>();
    if (list == nullptr) return problems;
    for (const Value& each : *list) {
        const Record& problem = each.as<Record>();
        std::string place = problem.has("field") ? problem.get("field").plain_text() : "";
        if (problem.has("line")) place += " " + problem.get("line").plain_text();
        problems.push_back({problem.get("code").plain_text(), place});
    }
    return problems;
}

bool has_lines(const std::vector<std::string>& lines, std::size_t place,
               const std::vector<std::string>& expected, std::size_t at) {
    if (at == expected.size()) return place == lines.size();
    if (expected[at] == "…") {
        for (std::size_t after = place; after <= lines.size(); ++after)
            if (has_lines(lines, after, expected, at + 1)) return true;
        return false;
    }
    return place < lines.size() && fits(lines[place], expected[at]) &&
           has_lines(lines, place + 1, expected, at + 1);
}

bool has_problems(const std::vector<ExpectedProblem>& found,
                  const std::vector<ExpectedProblem>& expected) {
    if (found.size() != expected.size()) return false;
    for (std::size_t i = 0; i < found.size(); ++i) {
        if (found[i].code != expected[i].code) return false;
        if (!expected[i].place.empty() && found[i].place != expected[i].place) return false;
    }
    return true;
}

std::string told(const Answer& answer) {
    std::string text = fmt::format("  it ended with {} and said:\n", answer.code);
    for (const std::string& line : answer.output) text += "    " + line + "\n";
    return text + "  and as errors:\n" + answer.errors;
}

std::vector<std::vector<std::string>> cells_of(const std::vector<std::string>& lines) {
    std::vector<std::vector<std::string>> rows;
    for (const std::string& line : lines) rows.push_back(split(line, ','));
    return rows;
}

// enter → bk.enter; zf.backup and preset=quartermaster stay as they are.
std::string full_right(const std::string& right) {
    return right.find('.') == std::string::npos ? "bk." + right : right;
}

}  // namespace

Story::Story(const host::Modules& modules, StoreKind store)
    : modules_{modules},
      address_{folder_.file("workspace.zfw")} {
    if (store == StoreKind::postgresql) {
        const char* url = std::getenv("ZF_TEST_POSTGRESQL");
        if (url == nullptr) throw std::runtime_error{"ZF_TEST_POSTGRESQL names no server"};
        server_ = std::string{url} +
                  (std::string_view{url}.find('?') == std::string_view::npos ? "?" : "&") +
                  "schema=";
        schema_ = "story_" + crypto::random_hex(8);
        address_ = server_ + schema_;
    }
    const std::string file = folder_.write("password", password);
    std::filesystem::permissions(file, owner_only);
    std::filesystem::create_directory(folder_.path() / "files");
    std::filesystem::current_path(folder_.path() / "files");
    const Answer created = run_line({"workspace", "create", address_, "--login", administrator,
                                     "--name", "Administrator", "--password-file", file});
    if (created.code != 0)
        throw std::runtime_error{"the workspace cannot be created\n" + told(created)};
    sign_in(administrator);
}

Story::~Story() {
    if (schema_.empty()) return;
    try {
        open_postgresql(server_ + "public", {}, false)
            ->script("DROP SCHEMA IF EXISTS " + schema_ + " CASCADE");
    } catch (const StoreError&) {
        // The cluster is thrown away with all its schemas.
    }
}

void Story::tell(const Scenario& scenario) {
    for (const Step& step : scenario.steps) {
        try {
            tell(step);
        } catch (const std::runtime_error& error) {
            throw std::runtime_error{
                fmt::format("{}:{}: {}", scenario.file.string(), step.line, error.what())};
        }
    }
}

void Story::tell(const Step& step) {
    switch (step.kind) {
        case Step::Kind::book: make_book(step); return;
        case Step::Kind::operator_: make_operator(step); return;
        case Step::Kind::today: now_ = step.words.at(0) + "T08:00:00Z"; return;
        case Step::Kind::file: write_file(step); return;
        case Step::Kind::copy: copy_file(step); return;
        case Step::Kind::command: check(step, run(step.who, step.words)); return;
    }
}

std::string Story::write(const Scenario& scenario) {
    std::string text;
    for (const Step& step : scenario.steps) {
        text += step.written + "\n";
        for (const std::string& line : step.content) text += "| " + line + "\n";
        if (step.kind != Step::Kind::command) {
            tell(step);
            continue;
        }
        const Answer answer = run(step.who, step.words);
        for (const std::string& line : answer.output) text += line + "\n";
        for (const ExpectedProblem& each : answer.problems)
            text += (answer.code == 0 ? "~ " : "! ") + each.code + (each.place.empty() ? "" : " ") +
                    each.place + "\n";
        text += "\n";
    }
    return text;
}

// book KIND MONTH [CODE] [OPTION]…
void Story::make_book(const Step& step) {
    std::vector<std::string> further(step.words.begin() + 2, step.words.end());
    book_ = "book";
    if (!further.empty() && !further.front().starts_with('-')) {
        book_ = further.front();
        further.erase(further.begin());
    }
    std::vector<std::string> words{
        "bk",  "book",   "create",         "--code",  book_,           "--name",
        book_, "--kind", step.words.at(0), "--start", step.words.at(1)};
    words.insert(words.end(), further.begin(), further.end());
    administer(words);
}

// operator LOGIN RIGHT… or operator LOGIN preset=NAME; the rights hold in the last book.
void Story::make_operator(const Step& step) {
    const std::string& login = step.words.at(0);
    const Answer known = run(administrator, {"operator", "show", login});
    if (known.code != 0)
        administer({"operator", "add", "--login", login, "--name", login, "--password-file",
                    folder_.file("password")});
    std::vector<std::string> words{"operator", "grant", "--operator", login};
    if (!book_.empty()) words.insert(words.end(), {"--book", book_});
    for (std::size_t i = 1; i < step.words.size(); ++i) {
        const std::string& right = step.words[i];
        if (right.starts_with("preset="))
            words.insert(words.end(), {"--preset", right.substr(7)});
        else
            words.insert(words.end(), {"--grant", "permission=" + full_right(right)});
    }
    words.insert(words.end(), {"--acknowledge", "operator.rights_conflict"});
    if (step.words.size() > 1) administer(words);
    sign_in(login);
}

// file NAME [gb18030|marked] [private], then lines that begin with "| ".
void Story::write_file(const Step& step) const {
    const auto is = [&](const char* word) {
        return std::find(step.words.begin() + 1, step.words.end(), word) != step.words.end();
    };
    if (is("workbook")) return write_workbook(step.words.at(0), cells_of(step.content));
    std::string text;
    for (const std::string& line : step.content) text += line + "\n";
    const auto encoding = is("gb18030")  ? TextEncoding::gb18030
                          : is("marked") ? TextEncoding::utf8_with_mark
                                         : TextEncoding::utf8;
    const auto bytes = from_utf8(text, encoding);
    if (!bytes) throw std::runtime_error{"the file cannot be written in this encoding"};
    std::ofstream{step.words.at(0), std::ios::binary} << *bytes;
    if (is("private")) std::filesystem::permissions(step.words.at(0), owner_only);
}

// copy NAME [workbook]: a file of tests/errors/files, or of a sample
// (canteen/vouchers/2008-01.csv).
void Story::copy_file(const Step& step) const {
    const std::filesystem::path name = step.words.at(0);
    const std::filesystem::path own = source_folder() / "tests/errors/files" / name;
    const std::filesystem::path samples = source_folder() / "plugins/bookkeeping/data/samples";
    const std::filesystem::path from = std::filesystem::exists(own) ? own : samples / name;
    if (step.words.back() == "workbook") {
        std::vector<std::string> lines;
        std::ifstream stream{from};
        for (std::string line; std::getline(stream, line);) lines.push_back(line);
        write_workbook(name.filename().replace_extension(".xlsx"), cells_of(lines));
        return;
    }
    std::filesystem::copy_file(from, name.filename());
}

void Story::check(const Step& step, const Answer& answer) const {
    if ((answer.code != 0) != step.is_refused)
        throw std::runtime_error{(step.is_refused ? "it was done\n" : "it was not done\n") +
                                 told(answer)};
    if (!has_problems(answer.problems, step.problems))
        throw std::runtime_error{"other problems\n" + told(answer)};
    if (!has_lines(answer.output, 0, step.output, 0))
        throw std::runtime_error{"another answer\n" + told(answer)};
}

void Story::administer(const std::vector<std::string>& words) {
    const Answer answer = run(administrator, words);
    if (answer.code != 0)
        throw std::runtime_error{"the administrator cannot prepare the story\n" + told(answer)};
}

void Story::sign_in(const std::string& who) {
    const Answer answer = run(
        who, {"session", "open", "--login", who, "--password-file", folder_.file("password")});
    if (answer.code != 0) throw std::runtime_error{who + " cannot sign in\n" + told(answer)};
}

Answer Story::run(const std::string& who, const std::vector<std::string>& words) {
    if (who == "nobody") return run_line(words);
    std::vector<std::string> line{"-w", address_, "--session-file",
                                  folder_.file("session of " + who)};
    line.insert(line.end(), words.begin(), words.end());
    return run_line(std::move(line));
}

Answer Story::run_line(std::vector<std::string> words) {
    std::istringstream in;
    std::ostringstream out, errors;
    cli::Program program{modules_, environment(), {.in = in, .out = out, .errors = errors}};
    Answer answer{.code = program.run(words)};
    answer.output = lines_of(out.str());
    answer.errors = errors.str();
    for (const std::string& line : answer.output)
        for (ExpectedProblem& problem : problems_in_json(line))
            answer.problems.push_back(std::move(problem));
    for (const std::string& line : lines_of(answer.errors))
        if (auto problem = problem_in(line)) answer.problems.push_back(*std::move(problem));
    return answer;
}

Environment Story::environment() {
    Environment environment = Environment::system();
    environment.language = modules_.catalogue().language();
    environment.station = "scenario";
    environment.local_log = {};
    environment.now = [this] {
        const int second = seconds_++ % 3600;
        return now_.substr(0, 14) + fmt::format("{:02}:{:02}Z", second / 60, second % 60);
    };
    environment.today = [this] { return *Date::parse(now_.substr(0, 10)); };
    environment.random_hex = [this](std::size_t bytes) {
        std::string hex;
        while (hex.size() < bytes * 2)
            hex += fmt::format("{:016x}", ++random_ * 0x9E3779B97F4A7C15U);
        return hex.substr(0, bytes * 2);
    };
    return environment;
}

}  // namespace zf::test
