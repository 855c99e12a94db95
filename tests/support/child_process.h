#pragma once

#include <string>
#include <vector>

#include <sys/types.h>

namespace zf::test {

struct ChildResult {
    int code = 0;  // 128 + signal when it was killed
    std::string output;
    std::string errors;
};

/// Runs a program to its end with a text as its input.
ChildResult run_child(const std::vector<std::string>& words, const std::string& input = {});

/// A program at work with pipes to it and from it.
class Child {
public:
    explicit Child(const std::vector<std::string>& words);
    ~Child();
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    void write_line(const std::string& line);
    std::string read_line();  // "" at the end
    void kill(int signal);
    int wait();  // its code

private:
    pid_t process_ = -1;
    int to_ = -1, from_ = -1;
    std::string read_;
};

/// Of the programs that the build made: "zhangfang".
std::string built_program(const std::string& name);

}  // namespace zf::test
