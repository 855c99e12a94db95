#include "zhangfang/command/store_problem.h"

#include <set>
#include <utility>

#include "support/catch.h"

using namespace zf;

TEST_CASE("every fault of the store has its own sentence", "[store_problem]") {
    std::set<std::string> codes, texts;
    // permission and other are the last ones; interrupted is what cancelling looks like.
    for (int each = 0; each <= static_cast<int>(StoreFault::other); ++each) {
        const Problem problem = problem_of(StoreError{static_cast<StoreFault>(each), "detail"},
                                           "unit.zfw");
        CHECK(problem.level == Level::fatal);
        codes.insert(problem.code);
        texts.insert(problem.text.id);
    }
    CHECK(codes.size() == static_cast<std::size_t>(StoreFault::other) + 1);
    CHECK(texts.size() == codes.size());
    CHECK(codes.contains("command.cancelled"));
}

TEST_CASE("what the store cannot do is named by its code", "[store_problem]") {
    const std::pair<StoreFault, const char*> expected[] = {
        {StoreFault::busy, "store.busy"},
        {StoreFault::retry, "store.retry"},
        {StoreFault::unique, "store.unique"},
        {StoreFault::foreign_key, "store.foreign_key"},
        {StoreFault::not_null, "store.not_null"},
        {StoreFault::check, "store.check"},
        {StoreFault::immutable, "store.immutable"},
        {StoreFault::full, "store.full"},
        {StoreFault::input_output, "store.input_output"},
        {StoreFault::corrupt, "store.corrupt"},
        {StoreFault::read_only, "store.read_only"},
        {StoreFault::newer, "store.newer"},
        {StoreFault::older, "store.older"},
        {StoreFault::remote_file_system, "store.remote_file_system"},
        {StoreFault::lost_connection, "store.lost_connection"},
        {StoreFault::permission, "store.permission"},
        {StoreFault::other, "store.other"},
    };
    for (const auto& [fault, code] : expected)
        CHECK(problem_of(StoreError{fault, "detail"}, "unit.zfw").code == code);
}

TEST_CASE("rows of another seat refuse, all else is the environment", "[store_problem]") {
    CHECK(status_of(StoreFault::unique) == Status::refused);
    CHECK(status_of(StoreFault::immutable) == Status::refused);
    CHECK(status_of(StoreFault::full) == Status::environment);
    CHECK(status_of(StoreFault::busy) == Status::environment);
    CHECK(status_of(StoreFault::interrupted) == Status::cancelled);
}
