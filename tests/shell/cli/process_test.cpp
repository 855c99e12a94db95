#include <algorithm>
#include <csignal>
#include <filesystem>

#include "support/catch.h"
#include "support/child_process.h"
#include "support/temporary_folder.h"

using namespace zf;
using test::ChildResult;
using test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

constexpr auto owner_only = fs::perms::owner_read | fs::perms::owner_write;

// A workspace with its first operator, kept by real processes.
class Unit {
public:
    Unit() {
        folder.write("password", "Correct horse 9\n");
        fs::permissions(folder.file("password"), owner_only);
        created = run({"workspace", "create", folder.file("unit.zfw"), "--login", "admin", "--name",
                       "王主管", "--password-file", folder.file("password")});
    }
    ChildResult run(std::vector<std::string> words, const std::string& input = {}) const {
        words.insert(words.begin(), test::built_program("zhangfang"));
        return test::run_child(words, input);
    }
    // With the workspace named and, when it exists, its session.
    std::vector<std::string> line(std::vector<std::string> words) const {
        words.insert(words.begin(),
                     {"-w", folder.file("unit.zfw"), "--session-file", folder.file("session")});
        return words;
    }
    ChildResult ask(std::vector<std::string> words, const std::string& input = {}) const {
        return run(line(std::move(words)), input);
    }
    ChildResult sign_in() const {
        return ask(
            {"session", "open", "--login", "admin", "--password-file", folder.file("password")});
    }

    TemporaryFolder folder;
    ChildResult created;
};

const std::string
    add_li = R"({"command":"operator.add",)"
             R"("parameters":{"login":"li","name":"李会计","password":{"file":"PASSWORD"}}})";

std::string with_password(std::string line, const Unit& unit) {
    line.replace(line.find("PASSWORD"), 8, unit.folder.file("password"));
    return line;
}

}  // namespace

TEST_CASE("a session is opened once and its token lies in a file that only its owner reads",
          "[cli][process]") {
    const Unit unit;
    REQUIRE(unit.created.code == 0);

    REQUIRE(unit.sign_in().code == 0);

    CHECK(fs::status(unit.folder.file("session")).permissions() == owner_only);
    const ChildResult shown = unit.ask({"session", "show", "--json"});
    CHECK(shown.code == 0);
    CHECK(shown.output.find("王主管") != std::string::npos);
    // The token itself is never printed.
    const std::string token = test::content_of(unit.folder.file("session")).substr(0, 64);
    CHECK(shown.output.find(token) == std::string::npos);

    CHECK(unit.ask({"session", "close"}).code == 0);
    CHECK_FALSE(fs::exists(unit.folder.file("session")));
}

TEST_CASE("a token that others could read is not used", "[cli][process]") {
    const Unit unit;
    REQUIRE(unit.sign_in().code == 0);
    fs::permissions(unit.folder.file("session"), fs::perms::others_read, fs::perm_options::add);

    const ChildResult refused = unit.ask({"session", "show"});

    CHECK(refused.code == 3);
    CHECK(refused.errors.find("[session.file_not_private]") != std::string::npos);
}

TEST_CASE("after a command the file alone is the whole workspace", "[cli][process]") {
    const Unit unit;
    REQUIRE(unit.sign_in().code == 0);
    REQUIRE(unit.ask({"operator", "add", "--login", "li", "--name", "李会计", "--password-file",
                      unit.folder.file("password")})
                .code == 0);

    CHECK_FALSE(fs::exists(unit.folder.file("unit.zfw-wal")));
    fs::copy_file(unit.folder.file("unit.zfw"), unit.folder.file("copy.zfw"));
    const ChildResult listed = unit.run({"-w", unit.folder.file("copy.zfw"), "--session-file",
                                         unit.folder.file("session"), "operator", "list"});
    CHECK(listed.output.find("李会计") != std::string::npos);
}

TEST_CASE("scripts can tell from the exit code how a command ended", "[cli][process]") {
    const Unit unit;
    REQUIRE(unit.sign_in().code == 0);

    CHECK(unit.ask({"operator", "list"}).code == 0);
    CHECK(unit.ask({"operator", "show", "nobody"}).code == 1);
    CHECK(unit.ask({"operator", "lits"}).code == 2);
    CHECK(unit.ask({"operator", "list", "--nothing"}).code == 2);
    CHECK(unit.run({"operator", "list"}).code == 2);  // no workspace
    CHECK(unit.run({"-w", unit.folder.file("unit.zfw"), "--session-file", "/nowhere", "operator",
                    "list"})
              .code == 3);
    CHECK(unit.run({"-w", unit.folder.file("absent.zfw"), "operator", "list"}).code == 4);
}

TEST_CASE("a wrong password signs nobody in and leaves no session", "[cli][process]") {
    const Unit unit;
    unit.folder.write("wrong", "Correct horse 8\n");
    fs::permissions(unit.folder.file("wrong"), owner_only);

    const ChildResult refused = unit.ask(
        {"session", "open", "--login", "admin", "--password-file", unit.folder.file("wrong")});

    CHECK(refused.code == 3);
    CHECK(refused.errors.find("[operator.wrong_password]") != std::string::npos);
    CHECK_FALSE(fs::exists(unit.folder.file("session")));
}

TEST_CASE("a workspace with a weak first password is not made at all", "[cli][process]") {
    const Unit unit;
    unit.folder.write("weak", "123456\n");
    fs::permissions(unit.folder.file("weak"), owner_only);

    const ChildResult refused = unit.run({"workspace", "create", unit.folder.file("other.zfw"),
                                          "--login", "admin", "--name", "Admin", "--password-file",
                                          unit.folder.file("weak")});

    CHECK(refused.code == 1);
    CHECK_FALSE(fs::exists(unit.folder.file("other.zfw")));
}

TEST_CASE("a batch answers each line as soon as it is stored", "[cli][process]") {
    const Unit unit;
    REQUIRE(unit.sign_in().code == 0);
    auto words = unit.line({"batch"});
    words.insert(words.begin(), test::built_program("zhangfang"));
    test::Child batch{words};

    batch.write_line(with_password(add_li, unit));
    const std::string answer = batch.read_line();

    // The program still waits for its next line; killed now, it has lost nothing it answered.
    CHECK(answer.find("\"status\":\"done\"") != std::string::npos);
    batch.kill(SIGKILL);
    CHECK(batch.wait() == 128 + SIGKILL);
    CHECK(unit.ask({"operator", "list"}).output.find("李会计") != std::string::npos);
}

TEST_CASE("a batch goes on after a refusal and ends with its code, or stops there when told to",
          "[cli][process]") {
    const Unit unit;
    REQUIRE(unit.sign_in().code == 0);
    const std::string
        lines = "{\"command\":\"operator.show\",\"parameters\":{\"operator\":\"nobody\"}}\n"
                "not JSON\n"
                "{\"command\":\"operator.list\"}\n";
    const auto count = [](const std::string& text) {
        return std::count(text.begin(), text.end(), '\n');
    };

    const ChildResult all = unit.ask({"batch", "-"}, lines);
    CHECK(all.code == 1);  // the first that was not done
    CHECK(count(all.output) == 3);

    const ChildResult stopped = unit.ask({"batch", "--stop"}, lines);
    CHECK(stopped.code == 1);
    CHECK(count(stopped.output) == 1);
}

TEST_CASE("a secret stands in no line of a batch", "[cli][process]") {
    const Unit unit;
    REQUIRE(unit.sign_in().code == 0);

    const ChildResult refused = unit.ask(
        {"batch"}, R"({"command":"operator.add",)"
                   R"("parameters":{"login":"li","name":"Li","password":"Correct horse 9"}})");

    CHECK(refused.code == 2);
    CHECK(refused.output.find("request.secret_in_line") != std::string::npos);
}

TEST_CASE("what needs confirmation is not done without it", "[cli][process]") {
    const Unit unit;
    REQUIRE(unit.sign_in().code == 0);
    REQUIRE(unit.ask({"batch"}, with_password(add_li, unit)).code == 0);
    const auto reset = [&](std::vector<std::string> further) {
        std::vector<std::string> words{"operator", "reset_password", "li", "--password-file",
                                       unit.folder.file("password")};
        words.insert(words.end(), further.begin(), further.end());
        return unit.ask(words);
    };

    CHECK(reset({}).code == 2);
    CHECK(reset({"--dry-run"}).code == 0);
    CHECK(reset({"--yes"}).code == 0);
}

TEST_CASE("parameters come from a JSON file or the input, and the line itself goes before them",
          "[cli][process]") {
    const Unit unit;
    REQUIRE(unit.sign_in().code == 0);
    const std::string json = R"({"search":"nobody"})";

    CHECK(unit.ask({"operator", "list", "--from", "-"}, json).output.find("admin") ==
          std::string::npos);
    CHECK(unit.ask({"operator", "list", "--from", unit.folder.write("p.json", json)})
              .output.find("admin") == std::string::npos);
    CHECK(unit.ask({"operator", "list", "--from", "-", "--search", "adm"}, json)
              .output.find("admin") != std::string::npos);
    CHECK(unit.ask({"operator", "list", "--from", "-"}, "[1]").code == 2);
    CHECK(unit.ask({"operator", "list", "--from", unit.folder.file("absent")}).code == 2);
}

TEST_CASE("sentences come in the language that the line asks for", "[cli][process]") {
    const Unit unit;

    CHECK(unit.ask({"session", "show", "--language", "en"})
              .errors.starts_with("Nobody is signed in."));
    CHECK_FALSE(unit.ask({"session", "show", "--language", "zh_CN"})
                    .errors.starts_with("Nobody is signed in."));
}

TEST_CASE("every command describes itself to programs", "[cli][process]") {
    const ChildResult described = test::run_child(
        {test::built_program("zhangfang"), "commands", "--json"});

    CHECK(described.code == 0);
    CHECK(described.output.starts_with("["));
    CHECK(described.output.find("\"name\":\"operator.add\"") != std::string::npos);
}
