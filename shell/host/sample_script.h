#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "host/founding.h"

namespace zf::host {

// What the answer of a reading command must hold: each expected row, figure by figure.
struct Expectation {
    std::string table;         // the file, for the sentence that tells a difference
    std::string list;          // the answer's list that is compared; "": its single values
    std::vector<Record> rows;  // in the answer's order
};

// One line of a sample's steps.jsonl.
struct ScriptStep {
    Message says;         // what is being done; empty: a part of the step before
    std::string who;      // login
    std::string command;  // a command or a report
    Record parameters;
    std::vector<std::string> files;  // of a report: what it becomes, below the target folder
    std::optional<Expectation> expected;
};

struct SampleScript {
    NewWorkspace workspace;  // passwords and folder are still to be filled in
    std::vector<ScriptStep> steps;
};

// Reads the script. In parameters {"file": "x.csv"} becomes a path of the sample, {"folder": "x"}
// one of the target, {"rows": "x.csv", "where": {…}} the rows of a table, so that data stand once,
// and {"password_of": "login"} the password that is made for somebody when the sample is.
Result<SampleScript> read_script(const std::filesystem::path& sample,
                                 const std::filesystem::path& target);

}  // namespace zf::host
