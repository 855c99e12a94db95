#pragma once

#include <string>
#include <vector>

#include "cli/program.h"
#include "host/modules.h"
#include "scenarios/scenario.h"
#include "support/temporary_folder.h"
#include "zhangfang/store/connection.h"

namespace zf::test {

/// What one command line did.
struct Answer {
    int code = 0;
    std::vector<std::string> output;
    std::vector<ExpectedProblem> problems;
    std::string errors;  // as it was told
};

/// A scenario being told: a fresh workspace with an administrator, a clock that stands where the
/// story says, and random numbers that are the same each time.
class Story {
public:
    Story(const host::Modules& modules, StoreKind store);
    ~Story();

    /// Throws std::runtime_error when a step ends otherwise than it says.
    void tell(const Scenario& scenario);

    /// Tells it without judging, and answers with the scenario as it would have to be written.
    std::string write(const Scenario& scenario);

private:
    void tell(const Step& step);
    void make_book(const Step& step);
    void make_operator(const Step& step);
    void write_file(const Step& step) const;
    void copy_file(const Step& step) const;
    void check(const Step& step, const Answer& answer) const;

    void administer(const std::vector<std::string>& words);
    void sign_in(const std::string& who);
    Answer run(const std::string& who, const std::vector<std::string>& words);
    Answer run_line(std::vector<std::string> words);
    Environment environment();

    const host::Modules& modules_;
    TemporaryFolder folder_;
    std::string server_;  // URL of the tests' PostgreSQL; "" on SQLite
    std::string schema_;
    std::string address_;
    std::string now_ = "2008-01-01T08:00:00Z";
    int seconds_ = 0;
    std::uint64_t random_ = 0;
    std::string book_;  // of the last `book`
};

}  // namespace zf::test
