#include "zhangfang/base/assert.h"

#include <string>

#include "support/catch.h"

using namespace zf;

TEST_CASE("a broken fact about the program names itself and its place", "[base][assert]") {
    const int debit = 1;
    CHECK_NOTHROW([&] { ZF_ASSERT(debit == 1); }());

    try {
        ZF_ASSERT(debit == 2);
        FAIL("the assertion passed");
    } catch (const ProgramFault& fault) {
        const std::string text = fault.what();
        CHECK(text.find("debit == 2") != std::string::npos);
        CHECK(text.find("assert_test.cpp:") != std::string::npos);
    }
}
