#include <array>

#include "support/catch.h"
#include "zhangfang/model/field.h"

using namespace zf;

enum class Side { debit, credit };

template <>
struct zf::EnumNames<Side> {
    static constexpr std::array names{EnumName<Side>{Side::debit, "debit", "Debit"},
                                      EnumName<Side>{Side::credit, "credit", "Credit"}};
};

namespace {

struct EntryLine {
    std::string account;
    Money amount;
    Side side = Side::debit;
};

struct EnterRequest {
    Date date;
    std::string summary;
    int attachments = 0;
    std::optional<Month> period;
    std::vector<EntryLine> entries;
    std::vector<std::string> tags;
    bool is_checked = false;
};

const std::vector<Field<EnterRequest>>& request_fields() {
    static const std::vector<Field<EnterRequest>> fields{
        field("date", &EnterRequest::date, "Date").required(),
        field("summary", &EnterRequest::summary, "Summary").length(4, 20),
        field("attachments", &EnterRequest::attachments, "Attachments").defaults_to("1"),
        field("period", &EnterRequest::period, "Period"),
        lines("entries", &EnterRequest::entries, "Entries",
              {field("account", &EntryLine::account, "Account").required(),
               field("amount", &EntryLine::amount, "Amount").required(),
               field("side", &EntryLine::side, "Side")})
            .required(),
        field("tags", &EnterRequest::tags, "Tags"),
        field("is_checked", &EnterRequest::is_checked, "Checked").computed(),
    };
    return fields;
}

std::vector<FieldInfo> infos() {
    std::vector<FieldInfo> result;
    for (const auto& each : request_fields()) result.push_back(each.info);
    return result;
}

std::vector<std::string> codes_and_places(const Problems& problems) {
    std::vector<std::string> found;
    for (const Problem& each : problems)
        found.push_back(each.code + " " + each.place.field + " " + std::to_string(each.place.line));
    return found;
}

}  // namespace

TEST_CASE("texts from a command line become the request struct", "[model][take_parameters]") {
    const Record given{
        {"date", "2008-01-05"},
        {"summary", "购买大米"},
        {"period", "2008-01"},
        {"entries", List{"account=401 amount=86.40", "account=101 amount=86.40 side=credit"}},
        {"tags", "grain"}};
    Record taken;

    const Problems problems = take_parameters(infos(), given, taken);

    REQUIRE(problems.empty());
    const auto request = from_record(request_fields(), taken);
    CHECK(request.date == Date{2008, 1, 5});
    CHECK(request.attachments == 1);
    CHECK(request.period == Month{2008, 1});
    REQUIRE(request.entries.size() == 2);
    CHECK(request.entries[0].amount == Money::fen(8640));
    CHECK(request.entries[0].side == Side::debit);
    CHECK(request.entries[1].account == "101");
    CHECK(request.entries[1].side == Side::credit);
    CHECK(request.tags == std::vector<std::string>{"grain"});
}

TEST_CASE("a typed request goes through unchanged", "[model][take_parameters]") {
    EnterRequest request{.date = Date{2008, 1, 5}, .summary = "购买大米", .attachments = 3};
    request.entries = {{"401", Money::fen(1), Side::debit}, {"101", Money::fen(1), Side::credit}};
    Record typed = to_record(request_fields(), request);
    typed.remove("is_checked");
    Record taken;

    REQUIRE(take_parameters(infos(), typed, taken).empty());

    CHECK(to_record(request_fields(), from_record(request_fields(), taken)).get("entries") ==
          typed.get("entries"));
    CHECK(taken.get("attachments") == Value{3});
}

TEST_CASE("all faults of a request come together, each with its place",
          "[model][take_parameters]") {
    const Record given{
        {"colour", "red"},
        {"is_checked", true},
        {"summary", "买米"},
        {"attachments", "many"},
        {"entries", List{Record{{"account", "401"}, {"amount", 86}},
                         Record{{"amount", "1.005"}, {"side", "left"}, {"weight", "1"}}, Value{}}},
        {"tags", List{"a", ""}}};
    Record taken;

    const Problems problems = take_parameters(infos(), given, taken);

    CHECK(codes_and_places(problems) == std::vector<std::string>{
                                            "request.unknown_parameter colour 0",
                                            "request.unknown_parameter is_checked 0",
                                            "request.missing_parameter date 0",
                                            "request.too_short summary 0",
                                            "request.not_a_number attachments 0",
                                            "request.not_a_money amount 1",
                                            "request.unknown_parameter weight 2",
                                            "request.missing_parameter account 2",
                                            "request.not_a_money amount 2",
                                            "request.not_a_choice side 2",
                                            "request.missing_parameter entries 3",
                                            "request.missing_parameter tags 2",
                                        });
}

TEST_CASE("an int parameter keeps within an int", "[model][take_parameters]") {
    Record taken;
    const Record entries{{"account", "401"}, {"amount", "1"}};
    const auto codes = [&](std::int64_t attachments) {
        return codes_and_places(take_parameters(
            infos(),
            {{"date", "2008-01-05"}, {"entries", List{entries}}, {"attachments", attachments}},
            taken));
    };

    CHECK(codes(2147483647).empty());
    CHECK(codes(2147483648) == std::vector<std::string>{"request.out_of_range attachments 0"});
}

TEST_CASE("an empty list is missing where lines are required", "[model][take_parameters]") {
    Record taken;

    const Problems problems = take_parameters(infos(),
                                              {{"date", "2008-01-05"}, {"entries", List{}}}, taken);

    CHECK(codes_and_places(problems) ==
          std::vector<std::string>{"request.missing_parameter entries 0"});
}

TEST_CASE("a wrong kind is refused in the words of the kind that is wanted",
          "[model][take_parameters]") {
    Record taken;
    const auto codes = [&](const char* name, Value value) {
        Record given{{"date", "2008-01-05"},
                     {"entries", List{Record{{"account", "401"}, {"amount", "1"}}}}};
        given.set(name, std::move(value));
        return codes_and_places(take_parameters(infos(), given, taken));
    };

    CHECK(codes("date", 20080105) == std::vector<std::string>{"request.not_a_date date 0"});
    CHECK(codes("summary", 5) == std::vector<std::string>{"request.not_a_text summary 0"});
    CHECK(codes("entries", Record{}) == std::vector<std::string>{"request.not_a_list entries 0"});
    CHECK(codes("attachments", true) ==
          std::vector<std::string>{"request.not_a_number attachments 0"});
    CHECK(codes("entries", List{1}) == std::vector<std::string>{"request.not_a_record entries 1"});
}
