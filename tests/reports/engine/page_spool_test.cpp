#include "zhangfang_reports/page_spool.h"

#include "reports/support/sample_documents.h"
#include "support/catch.h"
#include "zhangfang_reports/text.h"

using namespace zf;
using namespace zf::test;
using namespace zf::reports;

TEST_CASE("spooled pages come back as they went in, in any order", "[reports][page_spool]") {
    const auto pages = pages_of(detail_ledger(45), {.collects_links = true});
    PageSpool spool;
    for (const Page& page : pages) spool.add(page);

    REQUIRE(pages.size() == 2);
    CHECK(spool.count() == 2);
    Page back;
    for (const std::int64_t place : {std::int64_t{1}, std::int64_t{0}}) {
        const Page& page = pages[static_cast<std::size_t>(place)];
        REQUIRE(spool.read(place, back));
        CHECK(page_as_text(back) == page_as_text(page));
        CHECK(back.number == page.number);
        CHECK(back.bookmarks.size() == page.bookmarks.size());
        REQUIRE(back.links.size() == page.links.size());
        for (std::size_t link = 0; link < page.links.size(); ++link) {
            CHECK(back.links[link].link == page.links[link].link);
            CHECK(back.links[link].y == page.links[link].y);
        }
    }
}

TEST_CASE("a page that is not there is not read", "[reports][page_spool]") {
    PageSpool spool;
    Page page;

    CHECK_FALSE(spool.read(0, page));
    spool.add(pages_of(detail_ledger(1))[0]);
    CHECK(spool.read(0, page));
    CHECK_FALSE(spool.read(1, page));
    CHECK_FALSE(spool.read(-1, page));
}
