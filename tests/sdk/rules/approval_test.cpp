#include "zhangfang/rules/approval.h"

#include "support/catch.h"

using namespace zf;

TEST_CASE("who has a part in a document does not sign it", "[rules][approval]") {
    const ApprovalRoute review{.document = "bk.voucher",
                               .steps = {{"Review", "bk.review"}},
                               .apart_from = {"prepared_by", "paid_by"}};
    const std::vector<Part> parts{{"prepared_by", 7}, {"paid_by", 0}, {"printed_by", 8}};

    CHECK(role_that_forbids(review, parts, 7) == "prepared_by");
    CHECK_FALSE(role_that_forbids(review, parts, 8));  // printing is no part in the matter
    CHECK_FALSE(role_that_forbids(review, parts, 9));
    CHECK_FALSE(role_that_forbids(review, {}, 7));
    CHECK_THROWS_AS(role_that_forbids(review, parts, 0), ProgramFault);
}

TEST_CASE("a person with two parts is told the first that forbids", "[rules][approval]") {
    const ApprovalRoute route{.document = "zf.payment_order",
                              .apart_from = {"prepared_by", "paid_by"}};

    CHECK(role_that_forbids(route, {{"paid_by", 7}, {"prepared_by", 7}}, 7) == "prepared_by");
}
