#pragma once

#include <filesystem>
#include <string>
#include <vector>

// A story told in commands: who typed what, and what came back. The form is explained in README.md.
namespace zf::test {

/// `! code place`: what stood in the way of a command.
struct ExpectedProblem {
    std::string code;
    std::string place;  // "date" or "entries 2"; "" leaves it open
};

struct Step {
    enum class Kind { book, operator_, today, file, copy, command };

    Kind kind = Kind::command;
    int line = 0;                      // in the file, from 1
    std::string written;               // comments before it and itself, without what it expects
    std::string who;                   // of a command or an operator
    std::vector<std::string> words;    // after the name or keyword
    std::vector<std::string> content;  // of a file
    std::vector<std::string> output;   // expected; a lone … stands for any lines
    std::vector<ExpectedProblem> problems;
    bool is_refused = false;  // the problems kept the command from being done
};

struct Scenario {
    std::filesystem::path file;
    std::vector<Step> steps;
};

/// Throws std::runtime_error with file and line for a line that says nothing.
Scenario read_scenario(const std::filesystem::path& file);

/// Cuts a command line as a shell does: blanks part words, ' and " keep them together.
std::vector<std::string> words_of(std::string_view line);

/// Does the text fit a pattern in which … stands for any characters?
bool fits(std::string_view text, std::string_view pattern);

}  // namespace zf::test
