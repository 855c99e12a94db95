#include "cli/command_line.h"

#include <filesystem>

#include "support/catch.h"

using namespace zf;
using namespace zf::cli;

namespace {

// A command that has a parameter of every kind that options treat differently.
const CommandInfo enter_voucher = [] {
    CommandInfo info;
    info.name = "bk.voucher.enter";
    const auto add = [&](std::string name, ValueType type, bool is_required = false) -> FieldInfo& {
        FieldInfo field;
        field.name = std::move(name);
        field.label = field.name;
        field.type = type;
        field.is_required = is_required;
        info.parameters.push_back(std::move(field));
        return info.parameters.back();
    };
    add("book", ValueType::text, true);
    add("date", ValueType::date, true);
    add("due_date", ValueType::date);
    add("is_urgent", ValueType::boolean);
    add("entries", ValueType::list).item = ValueType::record;
    add("password", ValueType::text, true).is_secret = true;
    add("attachment", ValueType::text).is_file = true;
    add("reason", ValueType::text);
    return info;
}();

NamedVerb voucher_enter(std::vector<std::string> further = {}) {
    return {.verb = {.name = enter_voucher.name,
                     .parameters = &enter_voucher.parameters,
                     .command = &enter_voucher},
            .further = std::move(further)};
}

ParsedLine parse(const std::vector<std::string>& options, std::vector<std::string> further = {}) {
    return parse_line(voucher_enter(std::move(further)), {.options = options});
}

}  // namespace

TEST_CASE("the words of a name end at the first option behind them", "[cli][command_line]") {
    const auto split = [](std::vector<std::string> arguments) { return split_line(arguments); };
    using Words = std::vector<std::string>;

    CHECK(split({"bk", "voucher", "list"}).words == Words{"bk", "voucher", "list"});
    CHECK(split({"-w", "unit.zfw", "bk", "list", "--book", "1"}).words == Words{"bk", "list"});
    CHECK(split({"-w", "unit.zfw", "bk", "list", "--book", "1"}).leading ==
          Words{"-w", "unit.zfw"});
    CHECK(split({"-w", "unit.zfw", "bk", "list", "--book", "1"}).options == Words{"--book", "1"});
    CHECK(split({"--json", "bk", "list"}).words == Words{"bk", "list"});  // a switch takes no word
    CHECK(split({"--language=en", "bk"}).words == Words{"bk"});
    CHECK(split({"bk", "-w", "unit.zfw", "list"}).words == Words{"bk"});
    CHECK(split({"batch", "-"}).words == Words{"batch", "-"});
    CHECK(split({"--language", "zh_CN", "bk"}).language == "zh_CN");
    CHECK(split({"bk", "--language=en"}).language == "en");
    CHECK(split({"bk", "-h"}).asks_help);
    CHECK(split({"--version"}).asks_version);
}

TEST_CASE("options become parameters by their declaration", "[cli][command_line]") {
    const ParsedLine line = parse({"--book", "canteen", "--date=2008-01-03", "--due-date",
                                   "2008-02-01", "--entry", "account=401 debit=86.40", "--entry",
                                   "account=101 credit=86.40", "--is-urgent", "--password-file",
                                   "secret", "--attachment", "slip.pdf"});

    REQUIRE(line.problems.empty());
    CHECK(line.parameters.get("book") == Value{"canteen"});
    CHECK(line.parameters.get("date") == Value{"2008-01-03"});  // typed by the dispatcher
    CHECK(line.parameters.get("due_date") == Value{"2008-02-01"});
    CHECK(line.parameters.get("entries") ==
          Value{List{Value{"account=401 debit=86.40"}, Value{"account=101 credit=86.40"}}});
    CHECK(line.parameters.get("is_urgent") == Value{true});
    CHECK(line.parameters.get("attachment") ==
          Value{(std::filesystem::current_path() / "slip.pdf").string()});
    CHECK_FALSE(line.parameters.has("password"));
    CHECK(line.secret_files.at("password") == "secret");
}

TEST_CASE("an option before the name is the program's, behind it the command's own",
          "[cli][command_line]") {
    const ParsedLine line = parse_line(
        voucher_enter(),
        split_line({"--reason", "asked for", "--password-file", "chief", "--json", "bk", "voucher",
                    "enter", "--reason", "typed twice", "--password-file", "clerk"}));

    REQUIRE(line.problems.empty());
    CHECK(line.common.reason == "asked for");
    CHECK(line.common.password_file == "chief");
    CHECK(line.common.format == OutputFormat::json);
    CHECK(line.parameters.get("reason") == Value{"typed twice"});
    CHECK(line.secret_files.at("password") == "clerk");
}

TEST_CASE("underscores, plurals and switched-off switches are understood too",
          "[cli][command_line]") {
    CHECK(parse({"--due_date", "2008-02-01"}).parameters.get("due_date") == Value{"2008-02-01"});
    CHECK(parse({"--entries", "account=401"}).parameters.get("entries") ==
          Value{List{Value{"account=401"}}});
    CHECK(parse({"--is-urgent", "no"}).parameters.get("is_urgent") == Value{false});
    CHECK(parse({"--book", "-1"}).parameters.get("book") == Value{"-1"});  // a value may begin with
                                                                           // a hyphen
}

TEST_CASE("words behind the name stand for required parameters in their order",
          "[cli][command_line]") {
    const ParsedLine line = parse({}, {"canteen", "2008-01-03"});
    CHECK(line.parameters.get("book") == Value{"canteen"});
    CHECK(line.parameters.get("date") == Value{"2008-01-03"});

    CHECK(parse({"--book", "canteen"}, {"2008-01-03"}).parameters.get("date") ==
          Value{"2008-01-03"});
    CHECK(parse({"--dry-run", "canteen"}).parameters.get("book") == Value{"canteen"});
    // The password is required too, but never a word of the line.
    CHECK(parse({}, {"canteen", "2008-01-03", "123456"}).problems.at(0).code ==
          "request.unknown_option");
}

TEST_CASE(
    "options of every command are read, but a parameter of the same name is the command's own",
    "[cli][command_line]") {
    const ParsedLine line = parse({"-w", "unit.zfw", "--json", "--dry-run", "--yes",
                                   "--acknowledge", "a.b", "--acknowledge", "c.d", "--reason",
                                   "late", "--login", "li"});

    REQUIRE(line.problems.empty());
    CHECK(line.common.workspace == "unit.zfw");
    CHECK(line.common.format == OutputFormat::json);
    CHECK(line.common.dry_run);
    CHECK(line.common.is_confirmed);
    CHECK(line.common.acknowledged == std::vector<std::string>{"a.b", "c.d"});
    CHECK(line.common.login == "li");
    CHECK(line.parameters.get("reason") == Value{"late"});
    CHECK(line.common.reason.empty());
}

TEST_CASE("what an option cannot be is said", "[cli][command_line]") {
    CHECK(parse({"--nothing"}).problems.at(0).code == "request.unknown_option");
    CHECK(parse({"--book"}).problems.at(0).code == "request.bad_option");
    CHECK(parse({"--book", "1", "--book", "2"}).problems.at(0).code == "request.bad_option");
    CHECK(parse({"--format", "xml"}).problems.at(0).code == "request.unknown_format");
    CHECK(parse({"--password", "123456"}).problems.at(0).code == "request.unknown_option");
}
