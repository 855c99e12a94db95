#pragma once

#include <string>
#include <vector>

#include "cli/console.h"
#include "host/modules.h"
#include "zhangfang/command/environment.h"

namespace zf::cli {

// `zhangfang` without its process: any number of lines over one set of modules.
class Program {
public:
    Program(const host::Modules& modules, Environment environment, Console console)
        : modules_{modules},
          environment_{std::move(environment)},
          console_{console} {}

    // Runs one line, without the program's own name; answers the exit code.
    int run(const std::vector<std::string>& arguments);

private:
    const host::Modules& modules_;
    Environment environment_;
    Console console_;
};

// The language a line asks for; "" when it leaves it to the system.
std::string language_of(const std::vector<std::string>& arguments);

}  // namespace zf::cli
