#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "host/founding.h"

namespace zf::host {

// One line of a sample's steps.jsonl.
struct ScriptStep {
    std::string who;      // login
    std::string command;  // a command or a report
    Record parameters;
    std::vector<std::string> files;  // of a report: what it becomes, below the target folder
    std::string expected;            // of a reading command: the CSV file its answer must equal
    std::string list;                // which list of the answer; "": its single values, as one row
};

struct SampleScript {
    NewWorkspace workspace;  // passwords and folder are still to be filled in
    std::vector<ScriptStep> steps;
};

// Reads the script. In parameters {"file": "x.csv"} becomes a path of the sample, {"folder": "x"}
// one of the target, {"rows": "x.csv", "where": {…}} the rows of a table, so that data stand once,
// and
// {"password_of": "login"} the password that is made for somebody.
Result<SampleScript> read_script(const std::filesystem::path& sample,
                                 const std::filesystem::path& target);

// The rows of a small table by the names of its first row; numbers stay texts.
Result<std::vector<Record>> read_rows(const std::filesystem::path& file);

}  // namespace zf::host
