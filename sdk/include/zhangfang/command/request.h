#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "zhangfang/model/value.h"
#include "zhangfang/rules/problem.h"

namespace zf {

// What every road hands to the dispatcher: a dialog, a CLI verb, a scheduled job, a test.
struct CommandRequest {
    std::string command;
    Record parameters;
    std::string request_id;  // 32 hex digits; made when the form opens. "" lets the dispatcher make
                             // one
    std::vector<std::string> acknowledged;  // codes of alerts the operator has read and accepts
    std::string reason;                     // for commands and findings that ask for one
    bool dry_run = false;
    bool overwrite = false;  // a delivered file may replace one of the same name
};

enum class Status { done, refused, bad_usage, not_permitted, environment, cancelled };

// Exit codes of the CLI: 0 done · 1 refused by a rule · 2 bad usage · 3 not permitted · 4
// environment · 5 cancelled.
constexpr int exit_code(Status status) {
    return static_cast<int>(status);
}

struct ChangedRows {
    std::string entity;
    std::vector<std::int64_t> ids;  // empty: many; refresh whole lists
};

struct Outcome {
    Status status = Status::done;
    Problems problems;                 // what stood in the way, or the notices of a done command
    Message said;                      // "Voucher {0} entered"
    Record result;                     // numbers given, counts; of a reading command: the answer
    std::int64_t sequence = 0;         // of the trail entry; 0 for reads and dry runs
    std::vector<ChangedRows> changed;  // for open views
    bool repeated = false;             // the request id was seen before; this is its first outcome

    bool is_done() const { return status == Status::done; }
};

}  // namespace zf
