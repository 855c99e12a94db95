#pragma once

#include "zhangfang/base/export.h"
#include "zhangfang/base/message.h"
#include "zhangfang/model/value.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace zf {

// What a report is before it has paper: headings, tables, grids, signatures. Renderers know this and nothing else.
// Positions and sizes are integers of 0.1 mm.

enum class Align { left, centre, right };
enum class Emphasis { none, bold, red, muted };
// Rules drawn above a row: month and year totals have a red rule, December's year total a double red one.
enum class RowRule { none, single_red, double_red, single_black };

// The command that a cell or row leads to: drill-down.
struct Link {
    std::string command;  // a command or report name
    Record parameters;
};

struct Cell {
    Value value;
    std::optional<Link> link;
    Emphasis emphasis = Emphasis::none;
};

enum class RowKind { detail, opening, subtotal, total, heading };

struct ReportRow {
    std::vector<Cell> cells;  // one per column
    RowKind kind = RowKind::detail;
    RowRule rule = RowRule::none;
    std::optional<Link> link;
    bool is_voided = false;   // drawn struck through
};

enum class Total { none, sum };

struct ReportColumn {
    std::string name;
    std::string label;                      // English message id
    ValueType type = ValueType::text;
    Align align = Align::left;
    int width = 200;                        // 0.1 mm wish; the engine shares the paper out
    Total total = Total::none;
    bool zero_is_blank = true;              // books leave zero blank, totals print 0.00
    std::string group;                      // label of a heading over neighbouring columns: "Opening balance"
    bool carries = false;                   // its page sums stand in 过次页 / 承前页
};

// Rows are pulled one at a time, never held all at once.
class ZF_EXPORT RowCursor {
public:
    virtual ~RowCursor();
    virtual bool next(ReportRow& row) = 0;
};
ZF_EXPORT std::unique_ptr<RowCursor> cursor_over(std::vector<ReportRow> rows);

// What a page break in the middle of a table carries: nothing; sums since the last restart row (month or year totals);
// the row's last balance as written by the table itself.
struct Carrying {
    bool is_on = false;
    std::string brought_forward = "Brought forward";  // 承前页
    std::string carried_forward = "Carried forward";  // 过次页
    // Given the sums of the carrying columns since the last restart and the last row, makes the cells of both lines.
    std::function<ReportRow(const std::vector<Value>& sums, const ReportRow& last, bool is_brought)> line;
    // After this row the sums begin anew (本月合计 for monthly totals).
    std::function<bool(const ReportRow&)> restarts;
};

struct TableBlock {
    std::vector<ReportColumn> columns;
    std::function<std::unique_ptr<RowCursor>()> rows;  // may be asked again: counting pass, preview after print
    bool has_totals = false;
    std::string totals_label = "Total";
    Carrying carrying;
    int rows_per_page = 0;          // 0: as many as fit
    bool crosses_out_rest = false;  // unused lines of the last page get a diagonal
};

// A sheet of official shape: texts, lines and boxes on a grid of 0.1 mm from the block's upper left corner.
struct GridText {
    int x = 0, y = 0, width = 0, height = 0;
    std::string text;
    int size = 30;  // height of the letters in 0.1 mm
    Align align = Align::left;
    Emphasis emphasis = Emphasis::none;
    bool is_fixed = false;  // part of pre-printed paper: not drawn in overlay printing 套打
    bool is_stamp = false;  // drawn across (作废, 教学)
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
struct GridBlock {
    int width = 0, height = 0;
    std::vector<GridText> texts;
    std::vector<GridLine> lines;
    std::vector<GridCode> codes;
    std::optional<Link> link;
};
// Grids pulled one at a time: a year's vouchers. The engine puts as many on a page as fit.
struct GridsBlock {
    int width = 0, height = 0;  // of each
    std::function<std::function<std::optional<GridBlock>()>()> grids;
    bool cut_lines = true;
};

struct KeyValue {
    std::string label;  // English message id
    Value value;
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
};
struct Bookmark {
    std::string title;
};

using Block = std::variant<TableBlock, GridBlock, GridsBlock, KeyValuesBlock, TextBlock, PageBreak, Bookmark>;

enum class Paper { a4_portrait, a4_landscape, a5_landscape, voucher_240x140, voucher_240x120, voucher_120x210, a4_two_up };

struct PageSetup {
    Paper paper = Paper::a4_portrait;
    int margin_left = 150, margin_right = 100, margin_top = 120, margin_bottom = 120;  // binding edge left 15 mm
};

struct Document {
    std::string name;                    // of the report: "bk.account_balances"
    std::string title;                   // English message id, printed large
    Record title_arguments;
    std::vector<KeyValue> heading;       // book, unit, period, currency: repeated on every page
    std::vector<Block> blocks;
    std::vector<std::string> signatures; // "Prepared by" … printed at the foot with room to sign
    std::vector<std::string> signed_names;
    PageSetup page;
    std::string watermark;               // 教学账套, 含未记账
    std::string printed_by, printed_at;  // footer
    std::int64_t trail_sequence = 0;     // footer: 日志序号; 0 prints none
    bool shows_page_count = true;        // n/m: needs a counting pass
};

}  // namespace zf
