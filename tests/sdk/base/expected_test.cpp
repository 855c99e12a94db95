#include "zhangfang/base/expected.h"

#include <memory>
#include <string>

#include "support/catch.h"

using namespace zf;

TEST_CASE("an outcome is a value or the reason why there is none", "[base][expected]") {
    const Expected<int, std::string> good{5};
    const Expected<int, std::string> bad{"five is right out"};

    CHECK(good.has_value());
    CHECK(*good == 5);
    CHECK_FALSE(bad);
    CHECK(bad.error() == "five is right out");
    CHECK_THROWS_AS(*bad, ProgramFault);
    CHECK_THROWS_AS(good.error(), ProgramFault);
}

TEST_CASE("a value can be taken out of its outcome", "[base][expected]") {
    Expected<std::unique_ptr<int>, std::string> outcome{std::make_unique<int>(7)};

    const std::unique_ptr<int> taken = *std::move(outcome);

    CHECK(*taken == 7);
}
