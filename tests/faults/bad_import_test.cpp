#include <algorithm>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "faults/canteen.h"
#include "support/catch.h"
#include "support/workbook.h"
#include "zhangfang/base/text.h"
#include "zhangfang/transfer/text_encoding.h"

using namespace zf;
using test::Canteen;
using test::State;

namespace {

const std::string
    heading = "date,word,number,attachments,summary,account_code,debit,credit,dim:flow\n";

// One voucher of two lines.
std::string voucher(int number, const std::string& debit, const std::string& credit,
                    const std::string& summary = "购买猪肉牛肉鸡蛋一批") {
    return fmt::format("2008-01-10,记,{0},1,{1},401,{2},,21\n2008-01-10,记,{0},1,{1},101,,{3},\n",
                       number, summary, debit, credit);
}

Outcome import_of(Canteen& canteen, const std::string& bytes, const std::string& name = "v.csv") {
    const std::string file = (canteen.folder() / name).string();
    std::ofstream{file, std::ios::binary} << bytes;
    return canteen.run("bk.voucher.import", {{"file", Value{file}}});
}

std::string as(TextEncoding encoding, const std::string& text) {
    return from_utf8(text, encoding).value();
}

}  // namespace

TEST_CASE("vouchers come in the same from every encoding that offices use", "[faults][import]") {
    const TextEncoding encoding = GENERATE(TextEncoding::utf8, TextEncoding::utf8_with_mark,
                                           TextEncoding::gb18030);
    Canteen canteen{State::in_use};

    const Outcome imported = import_of(canteen, as(encoding, heading + voucher(1, "8.40", "8.40")));

    INFO(test::codes_of(imported) << test::sentence_of(imported));
    REQUIRE(imported.is_done());
    const Outcome shown = canteen.run("bk.voucher.show", {{"voucher", Value{"2008-01/记-1"}}});
    REQUIRE(shown.is_done());
    CHECK(shown.result.get("debit").plain_text() == "8.40");
    auto content = canteen.content();
    CHECK((content["zf_entry"] + content["zf_voucher"]).find("购买猪肉牛肉鸡蛋一批") !=
          std::string::npos);
    CHECK(canteen.differences() == 0);
}

TEST_CASE("thousands may be parted by commas, three at a time", "[faults][import]") {
    Canteen canteen{State::in_use};

    const Outcome imported = import_of(canteen,
                                       heading + voucher(1, "\"1,234.50\"", "\"1,234.50\""));
    const Outcome refused = import_of(canteen, heading + voucher(2, "\"1,23.00\"", "1.23"));

    INFO(test::codes_of(imported));
    REQUIRE(imported.is_done());
    // 1,234.50 yuan, and not 1 or 1,234.
    CHECK(imported.result.get("debit").plain_text() == "1234.50");
    CHECK(refused.problems.front().code == "transfer.bad_amount");
    CHECK(canteen.done("bk.voucher.import") == 1);
}

TEST_CASE("an amount that would have to be guessed is refused at its row, and nothing comes in",
          "[faults][import]") {
    const std::string amount = GENERATE("86.405", "86.400", "٨٦.٤٠", "8.4O", "1e3", "NaN");
    Canteen canteen{State::in_use};
    const auto before = canteen.content();
    INFO(amount);

    const Outcome refused = import_of(canteen, heading + voucher(1, "8.40", "8.40") +
                                                   voucher(2, amount, "86.40"));

    // The heading is row 1, the first voucher rows 2 and 3.
    CHECK(refused.status == Status::refused);
    const auto bad = std::find_if(
        refused.problems.begin(), refused.problems.end(),
        [](const Problem& each) { return each.code == "transfer.bad_amount"; });
    REQUIRE(bad != refused.problems.end());
    CHECK(bad->place == Place{"debit", 4});
    CHECK(test::modules().catalogue().text(bad->text).find(amount) != std::string::npos);
    CHECK(canteen.content() == before);
}

TEST_CASE("one bad row among a thousand is named, and nothing comes in", "[faults][P19]") {
    Canteen canteen{State::in_use};
    const auto before = canteen.content();
    std::string rows = heading;
    for (int number = 1; number <= 500; ++number)
        rows += voucher(number, number == 250 ? "0.1x" : "0.10", "0.10");

    const Outcome refused = import_of(canteen, rows);

    // Voucher 250 begins in row 1 + 2 × 249 + 1 = 500 of the file.
    CHECK(refused.status == Status::refused);
    REQUIRE(refused.problems.size() >= 1);
    CHECK(refused.problems.front().code == "transfer.bad_amount");
    CHECK(refused.problems.front().place == Place{"debit", 500});
    CHECK(canteen.content() == before);
    CHECK(canteen.done("bk.voucher.import") == 0);

    rows.replace(rows.find("0.1x"), 4, "0.10");
    const Outcome mended = import_of(canteen, rows);
    INFO(test::codes_of(mended));
    CHECK(mended.is_done());
    CHECK(mended.result.get("vouchers") == Value{500});
    CHECK(canteen.differences() == 0);
}

TEST_CASE("one bad row among a thousand of a spreadsheet is named, and nothing comes in",
          "[faults][P19]") {
    Canteen canteen{State::in_use};
    const auto before = canteen.content();
    std::vector<std::vector<std::string>> rows{split(heading, ',')};
    rows.front().back().pop_back();  // its line end
    for (int number = 1; number <= 500; ++number) {
        const std::string text = std::to_string(number);
        rows.push_back({"2008-01-10", "记", text, "1", "购买猪肉牛肉鸡蛋一批", "401",
                        number == 250 ? "0.1x" : "0.10", "", "21"});
        rows.push_back({"2008-01-10", "记", text, "1", "购买猪肉牛肉鸡蛋一批", "101", "", "0.10"});
    }
    const std::string file = (canteen.folder() / "v.xlsx").string();
    test::write_workbook(file, rows);

    const Outcome refused = canteen.run("bk.voucher.import", {{"file", Value{file}}});

    // As in the text file: row 1 + 2 × 249 + 1 = 500.
    CHECK(refused.status == Status::refused);
    REQUIRE(refused.problems.size() >= 1);
    CHECK(refused.problems.front().code == "transfer.bad_amount");
    CHECK(refused.problems.front().place == Place{"debit", 500});
    CHECK(canteen.content() == before);
    CHECK(canteen.done("bk.voucher.import") == 0);

    rows[499][6] = "0.10";
    test::write_workbook(file, rows);
    const Outcome mended = canteen.run("bk.voucher.import", {{"file", Value{file}}});
    INFO(test::codes_of(mended));
    CHECK(mended.is_done());
    CHECK(mended.result.get("vouchers") == Value{500});
    CHECK(canteen.differences() == 0);
}

TEST_CASE("a cell of ten thousand characters is too long for a summary, and is told so",
          "[faults][import]") {
    Canteen canteen{State::in_use};
    const auto before = canteen.content();
    std::string summary;
    for (int i = 0; i < 10'000; ++i) summary += "菜";

    const Outcome refused = import_of(canteen, heading + voucher(1, "8.40", "8.40", summary));

    CHECK(refused.status == Status::refused);
    REQUIRE_FALSE(refused.problems.empty());
    INFO(test::codes_of(refused) << test::sentence_of(refused).substr(0, 200));
    CHECK(test::sentence_of(refused).size() < 1'000);  // a sentence, and not the cell again
    CHECK(canteen.content() == before);
}

TEST_CASE("a file of formulas, commands and odd names is text and nothing else",
          "[faults][import][T10]") {
    Canteen canteen{State::in_use};
    const std::string summary = "'; DROP TABLE zf_voucher; --";

    const Outcome imported = import_of(canteen, heading + voucher(1, "8.40", "8.40", summary));

    INFO(test::codes_of(imported));
    CHECK(imported.is_done());
    CHECK(canteen.done("bk.voucher.import") == 1);
    CHECK(canteen.differences() == 0);
}
