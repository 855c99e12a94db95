// `zhangfang`: every command of every module from the command line.
#include <exception>
#include <iostream>

#include "cli/program.h"
#include "zhangfang/command/request.h"
#include "zhangfang/platform/terminal.h"

int main(int count, char** words) {
    using zf::platform::Stream;
    std::ios::sync_with_stdio(false);
    const std::vector<std::string> arguments(words + 1, words + count);
    try {
        // Never taken down: the process ends, and what it declared goes with it.
        static const auto& modules = *new zf::host::Modules{
            {.language = zf::cli::language_of(arguments)}};
        zf::cli::Program program{modules,
                                 zf::Environment::system(),
                                 {.in = std::cin,
                                  .out = std::cout,
                                  .errors = std::cerr,
                                  .asks_at_terminal = zf::platform::is_terminal(Stream::input),
                                  .shows_progress = zf::platform::is_terminal(Stream::errors)}};
        return program.run(arguments);
    } catch (const std::exception& failure) {
        std::cerr << "zhangfang: " << failure.what() << '\n';
        return zf::exit_code(zf::Status::environment);
    }
}
