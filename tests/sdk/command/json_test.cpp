#include "zhangfang/command/json.h"

#include "sdk/command/notes.h"

using namespace zf;

TEST_CASE("a batch line becomes a request", "[command][json]") {
    const auto line = parse_batch_line(
        R"({"command":"bk.voucher.review","parameters":{"voucher":"2008-01/记-17"},)"
        R"("request_id":"00",)"
        R"("acknowledged":["bk.cash.negative"],"reason":"late","dry_run":true,)"
        R"("overwrite":true,"session":"abc"})");

    REQUIRE(line.has_value());
    CHECK(line->request.command == "bk.voucher.review");
    CHECK(line->request.parameters.get("voucher") == Value{"2008-01/记-17"});
    CHECK(line->request.request_id == "00");
    CHECK(line->request.acknowledged == std::vector<std::string>{"bk.cash.negative"});
    CHECK(line->request.reason == "late");
    CHECK(line->request.dry_run);
    CHECK(line->request.overwrite);
    CHECK(line->session == "abc");
}

TEST_CASE("what a request says comes back from its line", "[command][json]") {
    const CommandRequest request{
        .command = "bk.voucher.enter",
        .parameters = {{"date", Date{2008, 1, 2}}, {"amount", Money::fen(8640)}},
        .request_id = "17",
        .acknowledged = {"a.b"},
        .reason = "so",
        .dry_run = true};

    const auto line = parse_batch_line(to_json(request));

    REQUIRE(line.has_value());
    CHECK(line->request.parameters.get("date") == Value{"2008-01-02"});
    CHECK(line->request.parameters.get("amount") == Value{"86.40"});
    CHECK(line->request.request_id == "17");
    CHECK(line->request.acknowledged == request.acknowledged);
    CHECK(line->request.dry_run);
    CHECK(!line->request.overwrite);
}

TEST_CASE("a batch line that cannot be meant is refused with every fault", "[command][json]") {
    struct Case {
        const char* line;
        std::vector<std::string> codes;
    };
    const auto wrong = GENERATE(values<Case>({
        {"[]", {"request.malformed"}},
        {"{}", {"request.malformed"}},  // no command
        {R"({"command":7,"dry_run":"yes"})", {"request.malformed", "request.malformed"}},
        {R"({"command":"a.b","parametres":{}})", {"request.malformed"}},  // misspelt
        {R"({"command":"a.b","acknowledged":["x",1]})", {"request.malformed"}},
        {R"({"command":"a.b")", {"request.bad_json"}},
    }));

    const auto line = parse_batch_line(wrong.line);

    REQUIRE(!line.has_value());
    std::vector<std::string> codes;
    for (const Problem& each : line.error()) codes.push_back(each.code);
    CHECK(codes == wrong.codes);
}

TEST_CASE("an outcome is written with sentences for people and codes for programs",
          "[command][json]") {
    const Outcome outcome{
        .status = Status::refused,
        .problems = {{.code = "bk.voucher.unbalanced",
                      .rule = "C12",
                      .text = {"Debit and credit differ by {0}.", {Money::fen(600)}},
                      .place = {"entries", 2}}},
        .sequence = 17,
        .changed = {{"bk.voucher", {3}}}};

    CHECK(to_json(outcome, Catalogue{"en"}) ==
          R"({"status":"refused","sequence":17,"problems":[{"code":"bk.voucher.unbalanced",)"
          R"("level":"error",)"
          R"("text":"Debit and credit differ by 6.00.","arguments":["6.00"],"rule":"C12",)"
          R"("field":"entries","line":2}],)"
          R"("changed":[{"entity":"bk.voucher","ids":[3]}]})");
}

TEST_CASE("a command describes itself to other programs", "[command][json]") {
    const Record described = describe(entry_of(test::add_note()).info);

    CHECK(described.get("name") == Value{"note.add"});
    CHECK(described.get("permission") == Value{"note.write"});
    CHECK(described.get("effect") == Value{"writes"});
    CHECK(described.get("needs") == Value{"session"});
    const List& parameters = described.get("parameters").as<List>();
    REQUIRE(parameters.size() == 4);
    CHECK(parameters[0].as<Record>().get("default") == Value{"1"});
    CHECK(parameters[1].as<Record>().get("required") == Value{true});
    CHECK(parameters[1].as<Record>().get("length_max") == Value{20});
    CHECK(parameters[2].as<Record>().get("secret") == Value{true});
    CHECK(parameters[3].as<Record>().get("type") == Value{"money"});
}
