#pragma once

#include <istream>
#include <ostream>

namespace zf::cli {

// Where a command line reads and writes: the terminal, pipes, or a test's strings.
struct Console {
    std::istream& in;
    std::ostream& out;
    std::ostream& errors;
    bool asks_at_terminal = false;  // a person sits at the input: passwords and confirmations
    bool shows_progress = false;    // a person looks at the errors stream
};

}  // namespace zf::cli
