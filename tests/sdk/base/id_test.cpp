#include "zhangfang/base/id.h"

#include <type_traits>
#include <unordered_set>

#include "support/catch.h"

using namespace zf;

struct Hen;
struct Duck;

TEST_CASE("ids of different kinds do not mix", "[base][id]") {
    static_assert(!std::is_convertible_v<Id<Hen>, Id<Duck>>);
    static_assert(!std::is_convertible_v<Id<Hen>, std::int64_t>);

    CHECK_FALSE(Id<Hen>{});  // not stored yet
    CHECK(Id<Hen>{3});
    CHECK(Id<Hen>{3} < Id<Hen>{4});
    CHECK(std::unordered_set<Id<Hen>>{{3}, {4}, {3}}.size() == 2);
}
