#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "host/open_workspace.h"
#include "support/fresh_workspace.h"

namespace zf::test {

/// What the tests' programs load, in English.
const host::Modules& modules();

/// How far January 2008 has come.
enum class State { in_use, entered, reviewed, posted, backed_up };

/// A canteen's workspace as programs open it, with the one who keeps it and the one who reviews.
/// The book is made once for each state; a test gets a copy.
class Canteen {
public:
    enum class Who { keeper, reviewer };

    /// A copy of the book in this state, in a folder of its own.
    explicit Canteen(State state, StoreKind store = StoreKind::sqlite);

    Outcome run(const CommandRequest& request, Who who = Who::keeper);
    Outcome run(const std::string& command, const Record& parameters, Who who = Who::keeper);
    /// What `workspace verify` finds.
    std::int64_t differences();
    /// Every row of every table but the trail's, as one text for each table.
    std::map<std::string, std::string> content();
    /// Entries of the trail that say that this command was done.
    std::int64_t done(const std::string& command);

    /// Ends the program that has it open, and starts another.
    void reopen();
    void close() { open_.reset(); }

    const std::string& address() const { return place_.address(); }
    std::filesystem::path folder() const;
    /// Of the keeper or reviewer, good for every copy.
    std::string token(Who who) const;
    host::OpenWorkspace& open() { return *open_; }

private:
    void found();
    void keep(State state);

    FreshPlace place_;
    std::unique_ptr<host::OpenWorkspace> open_;
    std::map<Who, std::string> tokens_;
};

/// The password and security code of both operators.
extern const std::string password;
extern const std::string security_code;

/// A voucher of the keeper's: vegetables for cash, on a day of the month.
Record vegetables(int day, const std::string& amount = "86.40",
                  const std::string& month = "2008-01");

/// The codes of what stood in the way, for messages of tests.
std::string codes_of(const Outcome& outcome);
/// The sentence that a person reads first.
std::string sentence_of(const Outcome& outcome);

}  // namespace zf::test
