#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "zhangfang/base/export.h"
#include "zhangfang/base/message.h"
#include "zhangfang/model/value.h"

namespace zf {

// What a report is before it has paper: headings, tables, grids, signatures. Renderers know this
// and nothing else. Positions and sizes are integers of 0.1 mm.

enum class Align { left, centre, right };
enum class Emphasis { none, bold, red, muted };
// Red rules of a closed row, after the accounting rules for closing books: month and year totals
// stand between single red rules, the year total of December has a double one below it.
enum class RowRule { none, single_red, double_red, single_black };

// The command that a cell or row leads to: drill-down.
struct Link {
    std::string command;  // a command or report name
    Record parameters;

    bool operator==(const Link&) const = default;
};

struct Cell {
    Value value;
    std::optional<Link> link = {};
    Emphasis emphasis = Emphasis::none;
    bool is_message = false;               // the text is a message id: "Month total"
    std::vector<Argument> arguments = {};  // of that message
};

// A cell whose text is written in the reader's language: words("Brought forward").
ZF_EXPORT Cell words(std::string id, std::vector<Argument> arguments = {});

// detail rows are summed into totals and carried sums, unless they are voided; all others are only
// shown. A part is contained in another row already (a sub-account below its account).
enum class RowKind { detail, part, opening, subtotal, total, heading, carried };

struct ReportRow {
    std::vector<Cell> cells;  // one per column; missing ones at the end are blank
    RowKind kind = RowKind::detail;
    RowRule rule = RowRule::none;
    std::optional<Link> link = {};
    bool is_voided = false;  // drawn struck through, not summed
    // The names of the groups it stands in, outermost first; see grouping.h.
    std::vector<Cell> groups = {};
};

enum class Total { none, sum };

struct ReportColumn {
    std::string name;
    std::string label;  // English message id
    ValueType type = ValueType::text;
    Align align = Align::left;
    int width = 200;  // 0.1 mm wish; the engine shares the paper out
    Total total = Total::none;
    bool zero_is_blank = true;  // books leave zero blank, totals print 0.00
    std::string group = {};     // label of a heading over neighbouring columns: "Opening balance"
    bool carries = false;       // its page sums stand in 过次页 / 承前页
    std::vector<Argument> label_arguments = {};
    std::vector<Argument> group_arguments = {};
    int decimals = 0;  // least decimals of quantities and prices, so that they stand in line
    bool has_money_grid = false;  // 金额格: one ruled column a digit, 亿 to 分
};

// Rows are pulled one at a time, never held all at once.
class ZF_EXPORT RowCursor {
public:
    virtual ~RowCursor();
    // Fills the row, which comes empty, and answers true; false after the last one.
    virtual bool next(ReportRow& row) = 0;
};
ZF_EXPORT std::unique_ptr<RowCursor> cursor_over(std::vector<ReportRow> rows);
// Pulls from a function with the meaning of RowCursor::next.
ZF_EXPORT std::unique_ptr<RowCursor> cursor_from(std::function<bool(ReportRow&)> next);

// What a page break in the middle of a table carries: nothing; sums since the last restart row
// (month or year totals); the row's last balance as written by the table itself.
struct Carrying {
    bool is_on = false;
    std::string brought_forward = "Brought forward";  // 承前页
    std::string carried_forward = "Carried forward";  // 过次页
    // Given the sums of the carrying columns since the last restart and the last row, makes the
    // cells of both lines. Absent: the label in the widest column of texts before the sums, the
    // sums in theirs, all other cells blank.
    std::function<ReportRow(const std::vector<Value>& sums, const ReportRow& last, bool is_brought)>
        line = {};
    // After this row the sums begin anew (本月合计 for monthly totals).
    std::function<bool(const ReportRow&)> restarts = {};
};

struct TableBlock {
    std::vector<ReportColumn> columns;
    // May be asked again: counting pass, preview after print.
    std::function<std::unique_ptr<RowCursor>()> rows;
    bool has_totals = false;
    std::string totals_label = "Total";
    Carrying carrying = {};
    int rows_per_page = 0;          // 0: as many as fit
    bool crosses_out_rest = false;  // unused lines of the last page get a diagonal
};

// A sheet of official shape: texts, lines and boxes on a grid of 0.1 mm from the block's upper
// left corner. form_grid.h has helpers that draw the usual parts.
struct GridText {
    int x = 0, y = 0, width = 0, height = 0;  // the text wraps, then shrinks, to stay inside
    std::string text;
    int size = 30;  // height of the letters in 0.1 mm
    Align align = Align::left;
    Emphasis emphasis = Emphasis::none;
    bool is_fixed = false;       // part of pre-printed paper: not drawn in overlay printing 套打
    bool is_drawn_only = false;  // means nothing in a spreadsheet: the letters of a money grid
    bool is_stamp = false;       // drawn large and red across its box (作废, 教学)
    bool is_message = false;     // a message id with arguments
    std::vector<Argument> arguments = {};
    bool counts_pages = false;  // the number of the document's last page is one more argument
};
struct GridLine {
    int x1 = 0, y1 = 0, x2 = 0, y2 = 0;
    int width = 3;
    bool is_red = false;
    bool is_dashed = false;
    bool is_fixed = true;
};
struct GridCode {  // QR code
    int x = 0, y = 0, side = 0;
    std::string text;
};
// An amount in its box: as a figure with thousands commas, or digit by digit in the ruled columns
// of a money grid. Files that calculate (XLSX) get the number.
struct GridAmount {
    int x = 0, y = 0, width = 0, height = 0;
    Money amount;
    int size = 30;
    Emphasis emphasis = Emphasis::none;  // negative amounts are red in any case
    bool in_money_grid = false;          // eleven columns, 亿 to 分, across the width
    bool has_currency_sign = false;      // ￥ before the first digit: totals
    bool zero_is_blank = true;
};
struct GridBlock {
    int width = 0, height = 0;
    std::vector<GridText> texts;
    std::vector<GridLine> lines;
    std::vector<GridCode> codes;
    std::optional<Link> link;
    std::vector<GridAmount> amounts = {};
};
// Grids pulled one at a time: a year's vouchers. The engine puts as many on a page as fit; without
// a page frame they share the paper in equal parts, cut between them.
struct GridsBlock {
    int width = 0, height = 0;  // of each
    std::function<std::function<std::optional<GridBlock>()>()> grids;
    bool cut_lines = true;
};

struct KeyValue {
    std::string label;  // English message id
    Value value;
    bool is_message = false;  // the value is a message id
    std::vector<Argument> arguments = {};
};
struct KeyValuesBlock {
    std::vector<KeyValue> items;
    int columns = 3;
};
struct TextBlock {
    Message text;
    Emphasis emphasis = Emphasis::none;
    Align align = Align::left;
    int size = 32;
};
struct PageBreak {
    bool restarts_numbering = false;
    int first_page = 1;  // of the new numbering: books that are printed on continue their numbers
};
// An entry of the table of contents and, in files that have sheets, the name of the next one.
struct Bookmark {
    std::string title;
    int level = 0;
    std::string code = {};  // account code, printed before the title in a ContentsBlock
    bool is_message = false;
    std::vector<Argument> arguments = {};
};
// The table of contents (账户目录): code, title, from page, to page of every bookmark of `level`.
// Pages are those that the footers print; needs a counting pass.
struct ContentsBlock {
    int level = 0;
    std::string below = {};  // only those below the bookmark of this title; "" takes all
    std::string code_label = "Code";
    std::string title_label = "Name";
};
// What stands on every page around the blocks. As a block it begins a new page and holds from there
// on: sets of papers (a month's vouchers, a year's books) change title and heading on their way.
struct PageFrame {
    std::string title;  // English message id, printed large
    std::vector<Argument> title_arguments = {};
    std::vector<KeyValue> heading = {};
    std::vector<std::string> signatures = {};
    std::vector<std::string> signed_names = {};
    bool is_shown = true;  // false: the blocks bring all that stands on the page
    // false: pages are laid out and counted, not printed, so that a part of a set that is printed
    // by itself keeps its page numbers.
    bool is_printed = true;
};

using Block = std::variant<TableBlock, GridBlock, GridsBlock, KeyValuesBlock, TextBlock, PageBreak,
                           Bookmark, ContentsBlock, PageFrame>;

enum class Paper {
    a4_portrait,
    a4_landscape,
    a5_landscape,
    voucher_240x140,
    voucher_240x120,
    voucher_120x210,
    a4_two_up,
    voucher_210x140,
    voucher_210x120,
    continuous_241x140,
    continuous_241x279,
    cover_245x150
};

struct PaperSize {
    int width = 0, height = 0;  // 0.1 mm
};
ZF_EXPORT PaperSize size_of(Paper paper);

struct PageSetup {
    Paper paper = Paper::a4_portrait;
    int margin_left = 150, margin_right = 100, margin_top = 120,
        margin_bottom = 120;  // binding edge left 15 mm
    // Title, heading, signatures and footer on every page; off for sheets that bring their own.
    bool has_frame = true;
    int text_size = 30;  // of table cells, 0.1 mm; made smaller when the columns need it
};

struct Document {
    std::string name;   // of the report: "bk.account_balances"
    std::string title;  // English message id, printed large
    std::vector<Argument> title_arguments;
    std::vector<KeyValue> heading;  // book, unit, period, currency: repeated on every page
    std::vector<Block> blocks;
    std::vector<std::string> signatures;  // "Prepared by" … at the foot with room to sign
    std::vector<std::string> signed_names;
    PageSetup page;
    std::string watermark;               // 教学账套, 含未记账: a message id
    std::string printed_by, printed_at;  // footer; printed_at as "2026-03-15 08:02"
    std::int64_t trail_sequence = 0;     // footer: 日志序号; 0 prints none
    // The documents of which this is a print ("bk.voucher" and the ids): delivered, it raises their
    // print counts.
    std::string prints_of;
    std::vector<std::int64_t> printed;
    bool shows_page_count = true;  // n/m: needs a counting pass
    int first_page = 1;
};

}  // namespace zf
