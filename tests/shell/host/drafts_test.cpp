#include "host/drafts.h"

#include <fstream>

#include "support/catch.h"
#include "support/temporary_folder.h"
#include "zhangfang/platform/platform.h"

using namespace zf;
using namespace zf::host;

TEST_CASE("a draft comes back as it was kept, and nobody else can read its figures") {
    const test::TemporaryFolder folder;
    const std::filesystem::path lies = folder.path() / "drafts";
    const Drafts drafts{lies, folder.path() / "state" / "draft-key"};
    CHECK(drafts.read("1-voucher").empty());

    drafts.keep("1-voucher", "买菜 1234.56");
    drafts.keep("1-voucher", "买菜 1234.57");

    CHECK(drafts.read("1-voucher") == "买菜 1234.57");
    CHECK(drafts.read("2-voucher").empty());
    const auto file = lies / "1-voucher.draft";
    CHECK(platform::is_private_file(file));
    CHECK(platform::is_private_file(folder.path() / "state" / "draft-key"));
    CHECK(test::content_of(file).find("1234") == std::string::npos);
    CHECK(test::content_of(file).find("买菜") == std::string::npos);

    drafts.drop("1-voucher");
    CHECK(drafts.read("1-voucher").empty());
    drafts.drop("1-voucher");
}

TEST_CASE("a draft that was changed or sealed with another key is none") {
    const test::TemporaryFolder folder;
    const std::filesystem::path lies = folder.path() / "drafts";
    const Drafts drafts{lies, folder.path() / "draft-key"};
    drafts.keep("voucher", "买菜 1234.56");
    SECTION("one byte differs") {
        std::string bytes = test::content_of(lies / "voucher.draft");
        bytes.back() = static_cast<char>(bytes.back() ^ 1);
        std::ofstream{lies / "voucher.draft", std::ios::binary} << bytes;
        CHECK(drafts.read("voucher").empty());
    }
    SECTION("it is cut off") {
        std::ofstream{lies / "voucher.draft", std::ios::binary} << "short";
        CHECK(drafts.read("voucher").empty());
    }
    SECTION("the key is another") {
        const Drafts others{lies, folder.path() / "other-key"};
        others.keep("else", "");
        CHECK(others.read("voucher").empty());
    }
    SECTION("the key is gone") {
        std::filesystem::remove(folder.path() / "draft-key");
        CHECK(drafts.read("voucher").empty());
    }
}
