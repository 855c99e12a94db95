#include "faults/canteen.h"

#include <fmt/format.h>

#include "host/founding.h"
#include "support/folders.h"
#include "support/own_home.h"
#include "zhangfang/store/transaction.h"

namespace zf::test {

namespace fs = std::filesystem;

const std::string password = "seven brown geese";
const std::string security_code = "goose-77";

namespace {

Environment environment() {
    Environment environment = Environment::system();
    environment.station = "window 2";
    environment.local_log = {};
    return environment;
}

std::unique_ptr<host::OpenWorkspace> opened(const std::string& address) {
    auto workspace = host::OpenWorkspace::open(modules(), address, Access::read_write, {},
                                               environment());
    if (!workspace)
        FAIL(workspace.error().code << ": " << modules().catalogue().text(workspace.error().text));
    return *std::move(workspace);
}

std::vector<std::string> tables_of(Connection& connection) {
    const char* const sql = connection.kind() == StoreKind::sqlite
                                ? "SELECT name FROM sqlite_schema WHERE type = 'table'"
                                : "SELECT tablename FROM pg_tables WHERE schemaname = "
                                  "current_schema()";
    std::vector<std::string> tables;
    connection.run(sql, {}, [&](const Row& row) {
        const std::string name{row.text(0)};
        const bool is_of_trail = name.starts_with("zf_audit") || name.starts_with("sqlite");
        if (!is_of_trail) tables.push_back(name);
    });
    return tables;
}

// A row as text: the columns are named by the table itself.
std::string row_text(Connection& connection, const std::string& table) {
    if (connection.kind() == StoreKind::postgresql) return "CAST(t AS TEXT)";
    std::string text;
    connection.run("PRAGMA table_info(" + table + ")", {}, [&](const Row& row) {
        text += (text.empty() ? "quote(\"" : " || ',' || quote(\"") + std::string{row.text(1)} +
                "\")";
    });
    return text;
}

}  // namespace

const host::Modules& modules() {
    static const OwnHome home;
    static const host::Modules modules{
        {.language = "en", .more_folders = {build_folder() / "lib" / "zhangfang" / "plugins"}}};
    return modules;
}

Record vegetables(int day, const std::string& amount, const std::string& month) {
    return {{"date", Value{fmt::format("{}-{:02}", month, day)}},
            {"attachments", Value{1}},
            {"summary", Value{"购买蔬菜豆制品一批"}},
            {"entry",
             Value{List{Value{Record{{"account", Value{"401"}},
                                     {"debit", Value{amount}},
                                     {"item", Value{"21"}}}},
                        Value{Record{{"account", Value{"101"}}, {"credit", Value{amount}}}}}}}};
}

std::string codes_of(const Outcome& outcome) {
    std::string codes;
    for (const Problem& each : outcome.problems) codes += each.code + " ";
    return codes;
}

std::string sentence_of(const Outcome& outcome) {
    return outcome.problems.empty() ? ""
                                    : modules().catalogue().text(gravest(outcome.problems).text);
}

// On a server there is no file to copy: the book is kept anew.
Canteen::Canteen(State state, StoreKind store) : place_{store} {
    if (store == StoreKind::postgresql) {
        found();
        keep(state);
        return;
    }
    static const TemporaryFolder kept;
    static std::map<State, std::map<Who, std::string>> tokens;
    const std::string file = kept.file(std::to_string(static_cast<int>(state)));
    if (tokens.contains(state)) {
        fs::copy_file(file, address());
    } else {
        found();
        keep(state);
        close();
        open_sqlite(address(), {.archive = true});  // from here on without a journal beside it
        fs::copy_file(address(), file);
        tokens[state] = tokens_;
    }
    tokens_ = tokens.at(state);
    reopen();
}

void Canteen::found() {
    const Record book{{"code", Value{"canteen"}},
                      {"name", Value{"某中队伙食账"}},
                      {"kind", Value{"canteen"}},
                      {"start", Value{"2008-01"}}};
    auto founded = host::found_workspace(modules(),
                                         {.address = address(),
                                          .book = book,
                                          .keeper = {"keeper", "司务长", password},
                                          .reviewer = {"reviewer", "主管", password}},
                                         environment());
    if (!founded) FAIL(founded.error().code);
    open_ = std::move(founded->workspace);
    tokens_[Who::keeper] = founded->token;
    auto token = host::sign_in(*open_, "reviewer", password);
    REQUIRE(token.has_value());
    tokens_[Who::reviewer] = *token;
}

void Canteen::keep(State state) {
    const auto must = [&](const std::string& command, const Record& parameters,
                          Who who = Who::keeper) {
        const Outcome outcome = run(command, parameters, who);
        if (!outcome.is_done()) FAIL(command << ": " << codes_of(outcome));
    };
    const auto opening = [](const char* account, const char* balance) {
        return Value{Record{{"account", Value{account}}, {"balance", Value{balance}}}};
    };
    must("bk.opening.set",
         {{"opening", Value{List{opening("101", "1235.60"), opening("102", "18764.40"),
                                 opening("401", "20000.00")}}}});
    must("bk.book.finish", {{"password", Value{password}}});
    must("operator.set_security_code",
         {{"password", Value{password}}, {"code", Value{security_code}}});
    if (state == State::in_use) return;
    for (const int day : {3, 4, 5}) must("bk.voucher.enter", vegetables(day));
    if (state == State::entered) return;
    must("bk.voucher.review", {{"all", Value{true}}}, Who::reviewer);
    if (state == State::reviewed) return;
    must("bk.month.post", {{"month", Value{"2008-01"}}});
    if (state == State::posted) return;
    const TemporaryFolder backups;
    must("backup.make", {{"folder", Value{backups.path().string()}}});
}

Outcome Canteen::run(const CommandRequest& request, Who who) {
    const auto session = open_->session(token(who));
    if (!session) return {.status = Status::environment, .problems = {session.error()}};
    return open_->dispatcher().run(request, &*session);
}

Outcome Canteen::run(const std::string& command, const Record& parameters, Who who) {
    return run({.command = command,
                .parameters = parameters,
                .acknowledged = {"ledger.closing.no_backup", "bk.voucher.mixed_business"}},
               who);
}

std::int64_t Canteen::differences() {
    const Outcome outcome = run("workspace.verify", {});
    if (!outcome.is_done()) FAIL("verify: " << codes_of(outcome) << sentence_of(outcome));
    return outcome.result.get("faults").as<std::int64_t>();
}

std::map<std::string, std::string> Canteen::content() {
    const auto reader = open_->workspace().connect_reader();
    std::map<std::string, std::string> content;
    for (const std::string& table : tables_of(*reader))
        reader->run("SELECT " + row_text(*reader, table) + " FROM " + table + " AS t ORDER BY 1",
                    {}, [&](const Row& row) { content[table] += std::string{row.text(0)} + "\n"; });
    return content;
}

std::int64_t Canteen::done(const std::string& command) {
    const auto reader = open_->workspace().connect_reader();
    const Snapshot snapshot{*reader};
    return integer_of(snapshot,
                      "SELECT count(*) FROM zf_audit_entry WHERE command = ? AND outcome = 'done'",
                      {command})
        .value_or(0);
}

void Canteen::reopen() {
    close();
    open_ = opened(address());
}

fs::path Canteen::folder() const {
    return fs::path{address()}.parent_path();
}

std::string Canteen::token(Who who) const {
    return tokens_.at(who);
}

}  // namespace zf::test
