#include "reports/support/sample_documents.h"

#include <algorithm>
#include <memory>

#include "support/folders.h"
#include "zhangfang/report/form_grid.h"

namespace zf::test {

const Catalogue& chinese() {
    static const Catalogue catalogue = load_catalogue("zh_CN", build_folder() / "share" /
                                                                   "zhangfang" / "locale");
    return catalogue;
}

std::vector<reports::Page> pages_of(const Document& document,
                                    const reports::PaginationOptions& options) {
    static const reports::TextMeasure measure = reports::TextMeasure::monospaced();
    std::vector<reports::Page> pages;
    reports::paginate(document, measure, chinese(), options,
                      [&pages](const reports::Page& page) { pages.push_back(page); });
    return pages;
}

std::string texts_of(const reports::Page& page) {
    std::string all;
    for (const reports::PageText& text : page.texts) {
        all += page.text_of(text);
        all += '\n';
    }
    return all;
}

bool has_text(const reports::Page& page, std::string_view text) {
    return std::any_of(page.texts.begin(), page.texts.end(),
                       [&](const reports::PageText& each) { return page.text_of(each) == text; });
}

static ReportRow ledger_row(std::string month, std::string day, std::string number, Cell summary,
                            Money debit, Money credit, Money balance) {
    ReportRow row;
    row.cells.resize(8);
    row.cells[0].value = std::move(month);
    row.cells[1].value = std::move(day);
    row.cells[2].value = std::move(number);
    row.cells[3] = std::move(summary);
    row.cells[4].value = debit;
    row.cells[5].value = credit;
    row.cells[6].value = balance.is_zero() ? "平" : "贷";
    row.cells[7].value = balance;
    return row;
}

static Cell plain(std::string text) {
    Cell cell;
    cell.value = std::move(text);
    return cell;
}

static std::vector<ReportRow> ledger_rows(int days) {
    std::vector<ReportRow> rows;
    Money balance = Money::yuan(10000);
    Money paid;
    rows.push_back(ledger_row("01", "01", "", plain("上年结转"), {}, {}, balance));
    rows.back().kind = RowKind::opening;
    for (int day = 1; day <= days; ++day) {
        const Money amount = Money::fen(1234);
        balance -= amount;
        paid += amount;
        rows.push_back(ledger_row("01", std::to_string(day % 31 + 1), "记-" + std::to_string(day),
                                  plain("购买蔬菜一批（第" + std::to_string(day) + "日）"), amount,
                                  {}, balance));
        rows.back().link = Link{"bk.voucher.show", {{"voucher", "2008-01/记-1"}}};
    }
    rows.push_back(ledger_row("01", "31", "", plain("本月合计"), paid, {}, balance));
    rows.back().kind = RowKind::subtotal;
    rows.back().rule = RowRule::single_red;
    rows.push_back(ledger_row("01", "31", "", plain("本年累计"), paid, {}, balance));
    rows.back().kind = RowKind::subtotal;
    rows.back().rule = RowRule::double_red;
    return rows;
}

Document detail_ledger(int days) {
    TableBlock table;
    table.columns = {
        {.name = "month", .label = "月", .align = Align::centre, .width = 70, .group = "2008年"},
        {.name = "day", .label = "日", .align = Align::centre, .width = 70, .group = "2008年"},
        {.name = "number", .label = "凭证字号", .width = 160},
        {.name = "summary", .label = "摘要", .width = 560},
        {.name = "debit", .label = "借方", .type = ValueType::money, .width = 260, .carries = true},
        {.name = "credit",
         .label = "贷方",
         .type = ValueType::money,
         .width = 260,
         .carries = true},
        {.name = "side", .label = "借或贷", .align = Align::centre, .width = 90},
        {.name = "balance", .label = "余额", .type = ValueType::money, .width = 260},
    };
    table.rows = [days] { return cursor_over(ledger_rows(days)); };
    table.carrying.is_on = true;
    table.carrying.line = [](const std::vector<Value>& sums, const ReportRow& last,
                             bool is_brought) {
        ReportRow row = ledger_row(
            "", "", "", words(is_brought ? "Brought forward" : "Carried forward"),
            sums[0].as<Money>(), sums[1].as<Money>(), last.cells[7].value.as<Money>());
        return row;
    };
    table.crosses_out_rest = true;

    Document document{.name = "bk.detail_ledger", .title = "明细账"};
    document.heading = {{.label = "", .value = "科目：401 伙食费"},
                        {.label = "", .value = "2008年1月"},
                        {.label = "", .value = "单位：元"}};
    document.blocks.emplace_back(Bookmark{.title = "伙食费", .code = "401"});
    document.blocks.emplace_back(std::move(table));
    document.signatures = {"会计主管", "复核", "记账"};
    document.printed_by = "司务长";
    document.printed_at = "2008-02-01 08:30";
    document.trail_sequence = 128;
    return document;
}

GridBlock voucher_sheet(int number, Money amount) {
    GridBlock sheet{.width = 1900, .height = 1150};
    add_label(sheet, {.x = 500, .y = 0, .width = 900, .height = 90}, "记 账 凭 证", 60);
    add_rule(sheet, 700, 92, 1200, 92);
    add_text(sheet, {.x = 500, .y = 100, .width = 900, .height = 50}, "2008年01月31日", 32,
             Align::centre);
    add_text(sheet, {.x = 1400, .y = 100, .width = 500, .height = 50},
             "记字第 " + std::to_string(number) + " 号", 32, Align::right);
    const std::vector<int> widths{600, 560, 370, 370};
    const std::vector<int> heights{110, 100, 100, 100, 100, 100, 100};
    add_lattice(sheet, 0, 160, widths, heights);
    const char* const labels[] = {"摘 要", "会 计 科 目", "借 方 金 额", "贷 方 金 额"};
    int x = 0;
    for (std::size_t column = 0; column < widths.size(); ++column) {
        const bool is_money = column >= 2;
        add_label(sheet, {.x = x, .y = 160, .width = widths[column], .height = is_money ? 60 : 110},
                  labels[column]);
        if (is_money) {
            add_rule(sheet, x, 220, x + widths[column], 220);
            add_money_letters(sheet, {.x = x, .y = 220, .width = widths[column], .height = 50});
            add_money_columns(sheet, {.x = x, .y = 220, .width = widths[column], .height = 650});
        }
        x += widths[column];
    }
    const auto line = [&](int row, std::string summary, std::string account, int column,
                          bool has_sign) {
        const int y = 270 + row * 100;
        add_text(sheet, {.x = 10, .y = y, .width = 580, .height = 100}, std::move(summary));
        add_text(sheet, {.x = 610, .y = y, .width = 540, .height = 100}, std::move(account));
        GridAmount& figure = add_amount(
            sheet, {.x = column == 0 ? 1160 : 1530, .y = y, .width = 370, .height = 100}, amount);
        figure.in_money_grid = true;
        figure.has_currency_sign = has_sign;
    };
    line(0, "购买蔬菜司务长经手，附发票三张", "401 伙食费", 0, false);
    line(1, "购买蔬菜司务长经手，附发票三张", "101 库存现金", 1, false);
    cross_out(sheet, {.x = 0, .y = 470, .width = 1160, .height = 300});
    line(5, "附单据 3 张", "合计", 0, true);
    line(5, "", "", 1, true);
    const char* const signers[] = {"财务主管", "记账", "审核", "出纳", "制单"};
    for (int place = 0; place < 5; ++place) {
        add_label(sheet, {.x = place * 380, .y = 900, .width = 370, .height = 60}, signers[place],
                  30, Align::left);
    }
    return sheet;
}

Document voucher_book(int count, Paper paper) {
    Document document{.name = "bk.vouchers", .title = "记账凭证"};
    document.page.paper = paper;
    document.page.has_frame = false;
    document.page.margin_left = 100;
    document.page.margin_top = 100;
    document.page.margin_bottom = 100;
    GridsBlock sheets{.width = 1900, .height = 1150};
    sheets.grids = [count] {
        auto number = std::make_shared<int>(0);
        return [number, count]() -> std::optional<GridBlock> {
            if (*number == count) return std::nullopt;
            ++*number;
            return voucher_sheet(*number, Money::fen(123456 + *number));
        };
    };
    document.blocks.emplace_back(std::move(sheets));
    return document;
}

}  // namespace zf::test
