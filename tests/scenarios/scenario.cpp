#include "scenarios/scenario.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>
#include <utility>

namespace zf::test {
namespace {

constexpr std::string_view any = "…";

[[noreturn]] void fail(const std::filesystem::path& file, int line, const std::string& what) {
    throw std::runtime_error{file.string() + ":" + std::to_string(line) + ": " + what};
}

class ScenarioReader {
public:
    explicit ScenarioReader(const std::filesystem::path& file) : stream_{file} {
        scenario_.file = file;
        if (!stream_) fail(file, 0, "cannot be read");
    }

    Scenario read() {
        while (next()) {
            if (line_.starts_with('#')) comments_ += line_ + "\n";
            if (line_.empty() || line_.starts_with('#')) continue;
            if (const auto prompt = line_.find("> "); is_prompt(prompt)) {
                read_command(prompt);
            } else {
                read_keyword();
            }
        }
        return std::move(scenario_);
    }

private:
    bool next() {
        if (!std::getline(stream_, line_)) return false;
        ++number_;
        return true;
    }
    bool is_prompt(std::size_t prompt) const {
        return prompt != std::string::npos && prompt > 0 && line_.find(' ') > prompt;
    }
    void read_command(std::size_t prompt) {
        Step step{.line = number_,
                  .written = std::exchange(comments_, {}) + line_,
                  .who = line_.substr(0, prompt),
                  .words = words_of(line_.substr(prompt + 2))};
        while (next() && !line_.empty()) {
            if (line_.starts_with("! ") || line_.starts_with("~ ")) {
                const auto words = words_of(line_.substr(2));
                std::string place;
                for (std::size_t i = 1; i < words.size(); ++i)
                    place += (i == 1 ? "" : " ") + words[i];
                step.problems.push_back({words.at(0), place});
                step.is_refused = step.is_refused || line_[0] == '!';
            } else {
                step.output.push_back(line_);
            }
        }
        scenario_.steps.push_back(std::move(step));
    }
    void read_keyword() {
        Step step{.line = number_,
                  .written = std::exchange(comments_, {}) + line_,
                  .words = words_of(line_)};
        const std::string keyword = step.words.at(0);
        step.words.erase(step.words.begin());
        if (keyword == "book")
            step.kind = Step::Kind::book;
        else if (keyword == "operator")
            step.kind = Step::Kind::operator_;
        else if (keyword == "today")
            step.kind = Step::Kind::today;
        else if (keyword == "file")
            step.kind = Step::Kind::file;
        else if (keyword == "copy")
            step.kind = Step::Kind::copy;
        else
            fail(scenario_.file, number_, "\"" + keyword + "\" is no keyword");
        if (step.words.empty()) fail(scenario_.file, number_, keyword + " of what?");
        if (step.kind == Step::Kind::file)
            while (stream_.peek() == '|' && next())
                step.content.push_back(line_.substr(std::min<std::size_t>(line_.size(), 2)));
        scenario_.steps.push_back(std::move(step));
    }

    std::ifstream stream_;
    std::string line_;
    std::string comments_;  // that stand before the next step
    int number_ = 0;
    Scenario scenario_;
};

}  // namespace

Scenario read_scenario(const std::filesystem::path& file) {
    return ScenarioReader{file}.read();
}

std::vector<std::string> words_of(std::string_view line) {
    std::vector<std::string> words;
    char quote = 0;
    bool is_in_word = false;
    for (const char each : line) {
        if (quote != 0) {
            if (each == quote)
                quote = 0;
            else
                words.back() += each;
            continue;
        }
        if (each == ' ') {
            is_in_word = false;
            continue;
        }
        if (!is_in_word) words.emplace_back();
        is_in_word = true;
        if (each == '"' || each == '\'')
            quote = each;
        else
            words.back() += each;
    }
    return words;
}

bool fits(std::string_view text, std::string_view pattern) {
    const std::size_t mark = pattern.find(any);
    if (mark == std::string_view::npos) return text == pattern;
    if (!text.starts_with(pattern.substr(0, mark))) return false;
    const std::string_view rest = pattern.substr(mark + any.size());
    for (std::size_t place = mark; place <= text.size(); ++place)
        if (fits(text.substr(place), rest)) return true;
    return false;
}

}  // namespace zf::test
