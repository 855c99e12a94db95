#include "cli/output.h"

#include <algorithm>
#include <sstream>

#include "support/catch.h"
#include "zhangfang/model/answer.h"
#include "zhangfang/model/message_value.h"

using namespace zf;
using namespace zf::cli;

namespace {

struct Told {
    int code = 0;
    std::string output, errors;
};

Told tell(const Outcome& outcome, const std::vector<FieldInfo>& answer = {},
          OutputFormat format = OutputFormat::table) {
    std::istringstream in;
    std::ostringstream out, errors;
    Console console{.in = in, .out = out, .errors = errors};
    const int code = write_outcome(outcome, answer, format, Catalogue{"en"}, console);
    return {code, out.str(), errors.str()};
}

const Problem unbalanced{
    .code = "bk.voucher.unbalanced",
    .text = {"Debit {0} and credit {1} differ.", {Money::fen(8640), Money::fen(8040)}},
    .place = {"entries", 2}};

}  // namespace

TEST_CASE("a done command says one sentence, and what was noticed stands at the errors",
          "[cli][output]") {
    Problem notice{
        .code = "bk.voucher.late", .level = Level::notice, .text = {"The date is late.", {}}};
    const Told told = tell(
        {.problems = {notice}, .said = {"Voucher {0} entered", {std::int64_t{17}}}});

    CHECK(told.code == 0);
    CHECK(told.output == "Voucher 17 entered\n");
    CHECK(told.errors == "The date is late. [bk.voucher.late]\n");
}

TEST_CASE("a refusal names place, sentence and code, and how to go on where one may",
          "[cli][output]") {
    CHECK(tell({.status = Status::refused, .problems = {unbalanced}}).code == 1);
    CHECK(tell({.status = Status::refused, .problems = {unbalanced}}).errors ==
          "entries 2: Debit 86.40 and credit 80.40 differ. [bk.voucher.unbalanced]\n");
    CHECK(tell({.status = Status::refused, .problems = {unbalanced}}).output.empty());

    Problem alert{.code = "bk.cash.low", .level = Level::alert, .text = {"Cash is low.", {}}};
    CHECK(tell({.status = Status::refused, .problems = {alert}}).errors ==
          "Cash is low. [bk.cash.low]\n  To go on all the same, add: --acknowledge bk.cash.low\n");
    Problem lifted{.code = "bk.date.early", .text = {"Too early.", {}}, .lifted_by = "bk.lead"};
    CHECK(tell({.status = Status::refused, .problems = {lifted}}).errors ==
          "Too early. [bk.date.early]\n  Who has the right bk.lead may go on with a reason: "
          "--reason\n");
}

TEST_CASE("every end of a command has its exit code", "[cli][output]") {
    CHECK(tell({.status = Status::done}).code == 0);
    CHECK(tell({.status = Status::refused}).code == 1);
    CHECK(tell({.status = Status::bad_usage}).code == 2);
    CHECK(tell({.status = Status::not_permitted}).code == 3);
    CHECK(tell({.status = Status::environment}).code == 4);
    CHECK(tell({.status = Status::cancelled}).code == 5);
}

TEST_CASE("as JSON everything stands in one line at the output", "[cli][output]") {
    const Told told = tell({.status = Status::refused, .problems = {unbalanced}}, {},
                           OutputFormat::json);

    CHECK(told.errors.empty());
    CHECK(told.output.find("\"code\":\"bk.voucher.unbalanced\"") != std::string::npos);
    CHECK(told.output.find("Debit 86.40 and credit 80.40 differ.") != std::string::npos);
    CHECK(std::count(told.output.begin(), told.output.end(), '\n') == 1);
}

TEST_CASE("an answer is laid out by its declaration: single values, then lists, secrets never",
          "[cli][output]") {
    FieldInfo state = column("state", "State");
    state.choices = {{"open", "Open"}};
    FieldInfo token = column("token", "Token");
    token.is_secret = true;
    const std::vector<FieldInfo> answer{
        column("book", "Book"), column("remark", "Remark"), token,
        rows_of("Accounts",
                {column("code", "Code"), state, column("is_cash", "Cash", ValueType::boolean),
                 column("balance", "Balance", ValueType::money)})};
    Outcome outcome;
    outcome.result.set("book", Value{"canteen"});
    outcome.result.set("remark", Value{""});
    outcome.result.set("token", Value{"0123"});
    outcome.result.set("rows", Value{List{Value{Record{{"code", Value{"101"}},
                                                       {"state", Value{"open"}},
                                                       {"is_cash", Value{true}},
                                                       {"balance", Value{Money::fen(123560)}}}}}});

    CHECK(tell(outcome, answer).output == "Book: canteen\n"
                                          "---------------------------\n"
                                          "Code  State  Cash   Balance\n"
                                          "---------------------------\n"
                                          "101   Open   Yes   1,235.60\n"
                                          "---------------------------\n");
}

TEST_CASE("a finding with its arguments is shown as a sentence", "[cli][output]") {
    const std::vector<FieldInfo> answer{
        rows_of("Checks", {column("check", "Check"), column("message", "Finding")})};
    const Message found{"Entry {0} differs by {1}.", {std::int64_t{17}, Money::fen(100)}};
    Outcome outcome;
    outcome.result.set(
        "rows",
        Value{List{Value{Record{{"check", Value{"Chain"}}, {"message", message_value(found)}}}}});

    const std::string output = tell(outcome, answer).output;

    CHECK(output.find("Entry 17 differs by 1.00.") != std::string::npos);
    CHECK(output.find("arguments") == std::string::npos);
}

TEST_CASE("a report as JSON names its cells after their columns", "[cli][output]") {
    Document document{.name = "bk.balances", .title = "Balances"};
    document.heading = {{.label = "Book", .value = Value{"canteen"}}};
    TableBlock table{
        .columns = {{.name = "code", .label = "Code"}, {.name = "closing", .label = "Closing"}}};
    table.rows = [] {
        return cursor_over(
            {{.cells = {{.value = Value{"101"}}, {.value = Value{Money::fen(251260)}}}},
             {.cells = {words("Total"), {.value = Value{Money::fen(251260)}}},
              .kind = RowKind::total}});
    };
    document.blocks.emplace_back(std::move(table));
    std::ostringstream out;

    write_document(document, OutputFormat::json, Catalogue{"en"}, out, {});

    CHECK(out.str() ==
          "{\"report\":\"bk.balances\",\"title\":\"Balances\",\"heading\":{\"Book\":\"canteen\"},"
          "\"tables\":[{\"rows\":[{\"code\":\"101\",\"closing\":\"2512.60\"},"
          "{\"row_kind\":\"total\",\"code\":\"Total\",\"closing\":\"2512.60\"}]}],"
          "\"values\":{},\"sheets\":0}\n");
}
