#include "cli/verb.h"

#include <sstream>

#include "cli/completion.h"
#include "cli/help.h"
#include "cli/manual.h"
#include "support/catch.h"

using namespace zf;
using namespace zf::cli;
using Words = std::vector<std::string>;

namespace {

Registry registry_of(const std::vector<std::string>& names) {
    Registry registry;
    for (const std::string& name : names) {
        CommandEntry entry;
        entry.info = {.name = name, .title = "Title of " + name};
        entry.info.parameters = {FieldInfo{
            .name = "state", .label = "State", .type = ValueType::text, .is_required = true}};
        entry.info.parameters[0].choices = {{"open", "Open"}, {"closed", "Closed"}};
        registry.add_command(std::move(entry));
    }
    return registry;
}

const Registry registry = registry_of(
    {"bk.voucher.review", "bk.voucher.show", "bk.account_balances", "operator.list"});
const std::vector<BuiltIn> built_ins{{.name = "batch", .title = "Batch"},
                                     {.name = "workspace.create", .title = "Create"}};
const Vocabulary vocabulary{registry, built_ins};

std::string name_in(const Words& words) {
    const auto found = vocabulary.find(words);
    return found ? found->verb.name : "";
}

}  // namespace

TEST_CASE("a command is named by its parts with blanks, dots, hyphens or underscores",
          "[cli][verb]") {
    CHECK(name_in({"bk", "voucher", "review"}) == "bk.voucher.review");
    CHECK(name_in({"bk.voucher.review"}) == "bk.voucher.review");
    CHECK(name_in({"bk", "account-balances"}) == "bk.account_balances");
    CHECK(name_in({"bk", "account_balances"}) == "bk.account_balances");
    CHECK(name_in({"batch"}) == "batch");
    CHECK(name_in({"bk", "voucher"}).empty());
    CHECK(name_in({}).empty());
    CHECK(vocabulary.find({"bk", "voucher", "show", "2008-01/记-17"})->further ==
          Words{"2008-01/记-17"});
}

TEST_CASE("a mistyped command is answered with the one it may mean", "[cli][verb]") {
    CHECK(vocabulary.nearest({"bk", "voucher", "reveiw", "17"}) == "bk.voucher.review");
    CHECK(vocabulary.nearest({"operater", "list"}) == "operator.list");
    CHECK_FALSE(vocabulary.nearest({"period", "close"}));
}

TEST_CASE("help lists a group of commands and explains one", "[cli][help]") {
    std::ostringstream group, one;
    write_help({"bk", "voucher"}, vocabulary, Catalogue{"en"}, group);
    write_help(vocabulary.find({"bk", "voucher", "show"})->verb, Catalogue{"en"}, one);

    CHECK(group.str() == "  bk voucher review  Title of bk.voucher.review\n"
                         "  bk voucher show    Title of bk.voucher.show\n");
    CHECK(one.str().starts_with(
        "Title of bk.voucher.show\n\n"
        "zhangfang [-w WORKSPACE] bk voucher show --state open|closed [OPTION]…\n\n"
        "Parameters:\n"
        "  --state open|closed  State (required)\n"));
}

TEST_CASE("the shell is told what may come next", "[cli][completion]") {
    const auto next = [](const Words& words) { return completions(words, vocabulary); };

    CHECK(next({""}) == Words{"batch", "bk", "operator", "workspace"});
    CHECK(next({"b"}) == Words{"batch", "bk"});
    CHECK(next({"-w", "unit.zfw", "bk", ""}) == Words{"account_balances", "voucher"});
    CHECK(next({"bk", "voucher", "s"}) == Words{"show"});
    CHECK(next({"bk", "voucher", "show", "--st"}) == Words{"--state", "--store-password-file"});
    CHECK(next({"bk", "voucher", "show", "--state", ""}) == Words{"closed", "open"});
    CHECK(next({"bk", "voucher", "show", "--state", "c"}) == Words{"closed"});
    CHECK(next({"nothing", ""}).empty());
    CHECK_FALSE(completion_script("bash").empty());
    CHECK_FALSE(completion_script("zsh").empty());
    CHECK_FALSE(completion_script("fish").empty());
    CHECK(completion_script("tcsh").empty());
}

TEST_CASE(
    "the manual names every command and exit code, and lets no text give orders to the formatter",
    "[cli][manual]") {
    Registry declared = registry_of({"bk.odd"});
    std::vector<BuiltIn> verbs{{.name = "odd", .title = ".TH \\fBnot a command"}};
    std::ostringstream page;
    write_manual(Vocabulary{declared, verbs}, Catalogue{"en"},
                 Environment{.program_version = "1.0.0"}, page);

    CHECK(page.str().starts_with(".TH ZHANGFANG 1 \"\" \"zhangfang 1.0.0\"\n"));
    CHECK(page.str().find("\n.SS bk odd\n") != std::string::npos);
    CHECK(page.str().find("\n\\&.TH \\efBnot a command\n") != std::string::npos);
    for (const char* code : {"0", "1", "2", "3", "4", "5"})
        CHECK(page.str().find(std::string{"\n.B "} + code + "\n") != std::string::npos);
}
