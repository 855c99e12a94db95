#include "zhangfang/rules/lifecycle.h"

#include <array>

#include "support/catch.h"

namespace {

enum class OrderState { draft, submitted, approved, paid, voided };

}  // namespace

template <>
struct zf::EnumNames<OrderState> {
    static constexpr std::array names{
        EnumName<OrderState>{OrderState::draft, "draft", "Draft"},
        EnumName<OrderState>{OrderState::submitted, "submitted", "Submitted"},
        EnumName<OrderState>{OrderState::approved, "approved", "Approved"},
        EnumName<OrderState>{OrderState::paid, "paid", "Paid"},
        EnumName<OrderState>{OrderState::voided, "voided", "Voided"},
    };
};

using namespace zf;

static const Lifecycle<OrderState> order_lifecycle{
    .entity = "zf.payment_order",
    .start = OrderState::draft,
    .moves = {{"zf.payment.submit", OrderState::draft, OrderState::submitted},
              {"zf.payment.approve", OrderState::submitted, OrderState::approved},
              {"zf.payment.pay", OrderState::approved, OrderState::paid},
              {"zf.payment.return", OrderState::submitted, OrderState::draft, Asks::reason},
              {"zf.payment.return", OrderState::approved, OrderState::draft, Asks::reason},
              {"zf.payment.void", OrderState::draft, OrderState::voided, Asks::reason},
              {"zf.payment.void", OrderState::submitted, OrderState::voided, Asks::reason},
              {"zf.payment.void", OrderState::approved, OrderState::voided, Asks::reason}}};

TEST_CASE("a command moves a thing along its lifecycle and no other way", "[rules][lifecycle]") {
    CHECK(order_lifecycle.after(OrderState::draft, "zf.payment.submit") == OrderState::submitted);
    CHECK(order_lifecycle.after(OrderState::approved, "zf.payment.return") == OrderState::draft);
    CHECK_FALSE(order_lifecycle.after(OrderState::draft, "zf.payment.pay"));
    CHECK_FALSE(order_lifecycle.after(OrderState::paid, "zf.payment.void"));
    CHECK(order_lifecycle.allows(OrderState::draft, OrderState::submitted));
    CHECK_FALSE(order_lifecycle.allows(OrderState::draft, OrderState::paid));
    CHECK_FALSE(order_lifecycle.allows(OrderState::paid, OrderState::draft));
}

TEST_CASE("a refused command names the state it found and those it needs", "[rules][lifecycle]") {
    struct Case {
        std::string command;
        Message text;
    };
    const auto [command, text] = GENERATE(values<Case>({
        {"zf.payment.submit",
         {"The state is \"{0}\"; the command needs \"{1}\". Nothing was changed.",
          {std::string{"Paid"}, std::string{"Draft"}}}},
        {"zf.payment.return",
         {"The state is \"{0}\"; the command needs \"{1}\" or \"{2}\". Nothing was changed.",
          {std::string{"Paid"}, std::string{"Submitted"}, std::string{"Approved"}}}},
        {"zf.payment.void",
         {"The state is \"{0}\"; the command needs \"{1}\", \"{2}\" or \"{3}\". Nothing was "
          "changed.",
          {std::string{"Paid"}, std::string{"Draft"}, std::string{"Submitted"},
           std::string{"Approved"}}}},
        {"zf.payment.frame",
         {"The state is \"{0}\", and the command does not start from there. Nothing was changed.",
          {std::string{"Paid"}}}},
    }));
    CAPTURE(command);

    const auto refusal = order_lifecycle.why_not(OrderState::paid, command);

    REQUIRE(refusal);
    CHECK(refusal->code == "zf.payment_order.state");
    CHECK(refusal->level == Level::error);
    CHECK(refusal->text == text);
    CHECK_FALSE(order_lifecycle.why_not(OrderState::draft, "zf.payment.submit"));
}

TEST_CASE("a list too long for a sentence is left out of it", "[rules][lifecycle]") {
    CHECK(
        wrong_state("Paid", {"A", "B", "C", "D"}) ==
        Message{
            "The state is \"{0}\", and the command does not start from there. Nothing was changed.",
            {std::string{"Paid"}}});
}

TEST_CASE("a state has one name on every road and a label for people", "[rules][lifecycle]") {
    CHECK(name_of(OrderState::paid) == "paid");
    CHECK(label_of(OrderState::paid) == "Paid");
    CHECK(enum_from<OrderState>("voided") == OrderState::voided);
    CHECK_FALSE(enum_from<OrderState>("Voided"));
    CHECK_FALSE(enum_from<OrderState>(""));
    CHECK_THROWS_AS(name_of(static_cast<OrderState>(77)), ProgramFault);
}
