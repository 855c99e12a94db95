#include "reports/voucher_paper.h"

#include <algorithm>
#include <deque>

#include "domain/account_names.h"
#include "zhangfang/national/capital_amount.h"
#include "zhangfang/report/form_grid.h"

namespace zf::bookkeeping {
namespace {

constexpr int attachments_width = 70;  // to the right of the table
constexpr int title_height = 96, head_height = 64, foot_height = 70;
constexpr int label_height = 52, letters_height = 40;
constexpr int line_height_max = 105;

struct SheetSize {
    int width = 0, height = 0;
};

SheetSize sheet_size(VoucherPaper paper) {
    const PageSetup page = page_of(paper);
    const PaperSize size = size_of(page.paper);
    const int count = paper == VoucherPaper::a4_two_up     ? 2
                      : paper == VoucherPaper::a4_three_up ? 3
                                                           : 1;
    return {.width = size.width - page.margin_left - page.margin_right,
            .height = size.height / count - page.margin_top - page.margin_bottom};
}

// Where everything stands on one sheet.
class SheetDrawing {
public:
    SheetDrawing(const SheetStyle& style, const VoucherFace& face, const VoucherSheet& sheet)
        : style_{style},
          face_{face},
          sheet_{sheet},
          size_{sheet_size(style.paper)} {
        table_ = {
            .x = 0, .y = title_height + head_height, .width = size_.width - attachments_width};
        const int money = style.has_money_grid ? std::min(370, table_.width / 5) : table_.width / 6;
        summary_width_ = (table_.width - 2 * money) * 46 / 100;
        account_width_ = table_.width - 2 * money - summary_width_;
        money_width_ = money;
        heading_height_ = label_height + (style.has_money_grid ? letters_height : 0);
        const int room = size_.height - table_.y - heading_height_ - foot_height;
        line_height_ = std::min(line_height_max, room / (style.lines + 1));
        table_.height = heading_height_ + (style.lines + 1) * line_height_;
    }

    GridBlock draw() {
        grid_.width = size_.width;
        grid_.height = size_.height;
        grid_.link = face_.link;
        draw_title();
        draw_head();
        draw_table();
        draw_lines();
        draw_total();
        draw_attachments();
        draw_signatures();
        draw_stamps();
        return std::move(grid_);
    }

private:
    int account_x() const { return summary_width_; }
    int debit_x() const { return summary_width_ + account_width_; }
    int credit_x() const { return debit_x() + money_width_; }
    int line_y(int line) const { return table_.y + heading_height_ + line * line_height_; }
    int total_y() const { return line_y(style_.lines); }

    void draw_title() {
        const int half = 300, middle = table_.width / 2;
        add_label(grid_, {.x = middle - half, .width = 2 * half, .height = 76}, "Voucher form", 62)
            .emphasis = Emphasis::bold;
        add_rule(grid_, middle - half + 40, 80, middle + half - 40, 80, 3);
        add_rule(grid_, middle - half + 40, 87, middle + half - 40, 87, 3);
    }

    void draw_head() {
        const int y = title_height, third = table_.width / 3;
        add_sentence(grid_, {.x = 0, .y = y, .width = third, .height = 56},
                     {"Unit: {0}", {face_.unit}}, 32);
        add_sentence(grid_, {.x = third, .y = y, .width = third, .height = 56},
                     {"Day {2} of month {1} of {0}",
                      {std::int64_t{face_.date.year()}, std::int64_t{face_.date.month_of_year()},
                       std::int64_t{face_.date.day_of_month()}}},
                     34, Align::centre);
        const std::int64_t number = face_.number;
        const Message plain{"{0} no. {1}", {face_.word, number}};
        const Message part{
            "{0} no. {1} ({2}/{3})",
            {face_.word, number, std::int64_t{sheet_.number}, std::int64_t{sheet_.count}}};
        add_sentence(grid_, {.x = 2 * third, .y = y, .width = third, .height = 56},
                     sheet_.count == 1 ? plain : part, 34, Align::right);
    }

    void draw_table() {
        std::vector<int> heights{heading_height_};
        heights.insert(heights.end(), static_cast<std::size_t>(style_.lines), line_height_);
        add_lattice(grid_, table_.x, table_.y,
                    {summary_width_, account_width_, money_width_, money_width_}, heights);
        // The total's words run across summary and account.
        add_lattice(grid_, table_.x, total_y(),
                    {summary_width_ + account_width_, money_width_, money_width_}, {line_height_});
        add_label(grid_,
                  {.x = 0, .y = table_.y, .width = summary_width_, .height = heading_height_},
                  "Summary", 34);
        add_label(
            grid_,
            {.x = account_x(), .y = table_.y, .width = account_width_, .height = heading_height_},
            "Ledger account", 34);
        for (const bool is_debit : {true, false}) {
            const GridBox label{.x = is_debit ? debit_x() : credit_x(),
                                .y = table_.y,
                                .width = money_width_,
                                .height = label_height};
            add_label(grid_, label, is_debit ? "Debit amount" : "Credit amount", 34);
            if (!style_.has_money_grid) continue;
            add_rule(grid_, label.x, label.bottom(), label.right(), label.bottom());
            const GridBox letters{
                .x = label.x, .y = label.bottom(), .width = label.width, .height = letters_height};
            add_money_letters(grid_, letters);
            add_money_columns(grid_, {.x = label.x,
                                      .y = label.bottom(),
                                      .width = label.width,
                                      .height = table_.height - label_height});
        }
    }

    void draw_amount(int x, int y, Money amount, bool is_total) {
        GridAmount& drawn = add_amount(
            grid_, {.x = x, .y = y, .width = money_width_, .height = line_height_}, amount, 32);
        drawn.in_money_grid = style_.has_money_grid;
        drawn.has_currency_sign = is_total;
        if (is_total) drawn.emphasis = Emphasis::bold;
    }

    void draw_line(int line, const SheetLine& written) {
        const int y = line_y(line);
        add_text(grid_,
                 {.x = 8, .y = y + 4, .width = summary_width_ - 16, .height = line_height_ - 8},
                 written.summary, 32);
        add_text(grid_,
                 {.x = account_x() + 8,
                  .y = y + 4,
                  .width = account_width_ - 16,
                  .height = line_height_ - 8},
                 written.account, 32);
        draw_amount(debit_x(), y, written.debit, false);
        draw_amount(credit_x(), y, written.credit, false);
    }

    void draw_lines() {
        int line = 0;
        if (sheet_.brings_forward) {
            add_label(
                grid_,
                {.x = 8, .y = line_y(0), .width = summary_width_ - 16, .height = line_height_},
                "Brought forward", 32, Align::left)
                .is_fixed = false;
            draw_amount(debit_x(), line_y(0), sheet_.brought_debit, false);
            draw_amount(credit_x(), line_y(0), sheet_.brought_credit, false);
            line = 1;
        }
        for (const SheetLine& written : sheet_.lines) draw_line(line++, written);
        if (line < style_.lines)
            cross_out(grid_, {.x = 0,
                              .y = line_y(line),
                              .width = table_.width,
                              .height = total_y() - line_y(line)});
    }

    // 合计 with the amount in capitals; sheets before the last one carry their sums forward.
    void draw_total() {
        const GridBox label{
            .x = 8, .y = total_y(), .width = debit_x() - 16, .height = line_height_};
        if (sheet_.is_last())
            add_sentence(grid_, label,
                         {"Total in words: {0}", {"人民币" + capital_amount(sheet_.debit)}}, 34)
                .emphasis = Emphasis::bold;
        else
            add_sentence(grid_, label, {"Carried forward", {}}, 34);
        draw_amount(debit_x(), total_y(), sheet_.debit, sheet_.is_last());
        draw_amount(credit_x(), total_y(), sheet_.credit, sheet_.is_last());
    }

    // 附单据 n 张, downwards beside the table.
    void draw_attachments() {
        const int left = table_.right() + 8, width = attachments_width - 12;
        const int third = (table_.height - 40) / 3;
        add_label(grid_, {.x = left, .y = table_.y + 20, .width = width, .height = third},
                  "Attached papers", 34);
        const std::string count = face_.attachments ? std::to_string(*face_.attachments)
                                                    : std::string{};
        add_text(grid_, {.x = left, .y = table_.y + 20 + third, .width = width, .height = third},
                 count, 34, Align::centre);
        add_label(grid_,
                  {.x = left, .y = table_.y + 20 + 2 * third, .width = width, .height = third},
                  "sheets", 34);
    }

    void draw_signatures() {
        const std::array<Message, 5> signers{Message{"Finance head: {0}", {face_.finance_head}},
                                             Message{"Posted by: {0}", {face_.posted_by}},
                                             Message{"Reviewed by: {0}", {face_.reviewed_by}},
                                             Message{"Cashier: {0}", {face_.signed_by}},
                                             Message{"Prepared by: {0}", {face_.prepared_by}}};
        const int width = table_.width / static_cast<int>(signers.size());
        int x = 0;
        for (const Message& signer : signers) {
            add_sentence(grid_,
                         {.x = x, .y = table_.bottom() + 10, .width = width - 10, .height = 50},
                         signer, 30);
            x += width;
        }
    }

    void draw_stamps() {
        if (face_.is_voided)
            add_stamp(grid_, table_, "Voided", 200);
        else if (face_.is_teaching)
            add_stamp(grid_, table_, "Teaching book", 140);
        if (face_.prints > 0)
            add_sentence(grid_, {.x = table_.width - 400, .y = 30, .width = 400, .height = 40},
                         {"Reprint {0}", {face_.prints}}, 26, Align::right);
    }

    const SheetStyle& style_;
    const VoucherFace& face_;
    const VoucherSheet& sheet_;
    SheetSize size_;
    GridBox table_;
    int summary_width_ = 0, account_width_ = 0, money_width_ = 0;
    int heading_height_ = 0, line_height_ = 0;
    GridBlock grid_;
};

std::vector<SheetLine> lines_of(const Voucher& voucher, const BookNames& names) {
    std::vector<SheetLine> lines;
    for (const Entry& entry : voucher.entries) {
        const bool is_debit = entry.side == Side::debit;
        lines.push_back({.summary = entry.summary,
                         .account = account_text(entry, names.accounts, names.items),
                         .debit = is_debit ? entry.amount.money() : Money{},
                         .credit = is_debit ? Money{} : entry.amount.money()});
    }
    return lines;
}

VoucherFace face_of(const Voucher& voucher, const Book& book, const BookNames& names,
                    std::int64_t prints) {
    return {.unit = book.name,
            .date = voucher.date,
            .word = voucher.word,
            .number = voucher.number,
            .attachments = voucher.attachments,
            .is_voided = voucher.state == VoucherState::voided,
            .is_teaching = book.control_level == ControlLevel::teaching,
            .prints = prints,
            .finance_head = book.finance_head,
            .posted_by = names.operator_name(voucher.posted_by),
            .reviewed_by = names.operator_name(voucher.reviewed_by),
            .signed_by = names.operator_name(voucher.signed_by),
            .prepared_by = names.operator_name(voucher.prepared_by),
            .link = voucher_link(book, voucher.period, voucher.word, voucher.number)};
}

// Draws the sheets of one voucher after another; holds one voucher at a time.
class Sheets {
public:
    Sheets(SheetStyle style, Book book, BookNames names, std::unique_ptr<VoucherCursor> vouchers,
           std::function<std::int64_t(Id<Voucher>)> prints_of)
        : style_{style},
          book_{std::move(book)},
          names_{std::move(names)},
          vouchers_{std::move(vouchers)},
          prints_of_{std::move(prints_of)} {}

    std::optional<GridBlock> next() {
        while (waiting_.empty()) {
            const Voucher* voucher = vouchers_->next();
            if (voucher == nullptr) return std::nullopt;
            face_ = face_of(*voucher, book_, names_, prints_of_(voucher->id));
            for (VoucherSheet& sheet : sheets_of(lines_of(*voucher, names_), style_.lines))
                waiting_.push_back(std::move(sheet));
        }
        GridBlock drawn = draw_voucher(style_, face_, waiting_.front());
        waiting_.pop_front();
        return drawn;
    }

private:
    SheetStyle style_;
    Book book_;
    BookNames names_;
    std::unique_ptr<VoucherCursor> vouchers_;
    std::function<std::int64_t(Id<Voucher>)> prints_of_;
    VoucherFace face_;
    std::deque<VoucherSheet> waiting_;
};

}  // namespace

PageSetup page_of(VoucherPaper paper) {
    PageSetup page{.margin_top = 110, .margin_bottom = 90, .has_frame = false};
    switch (paper) {
        case VoucherPaper::a4_two_up: page.paper = Paper::a4_two_up; break;
        case VoucherPaper::a4_three_up:
            page.paper = Paper::a4_portrait;
            page.margin_top = 60;
            page.margin_bottom = 40;
            break;
        case VoucherPaper::a5: page.paper = Paper::a5_landscape; break;
        case VoucherPaper::form_240x140: page.paper = Paper::voucher_240x140; break;
        case VoucherPaper::form_240x120: page.paper = Paper::voucher_240x120; break;
        case VoucherPaper::form_210x140: page.paper = Paper::voucher_210x140; break;
        case VoucherPaper::form_210x120: page.paper = Paper::voucher_210x120; break;
    }
    return page;
}

GridBlock draw_voucher(const SheetStyle& style, const VoucherFace& face,
                       const VoucherSheet& sheet) {
    return SheetDrawing{style, face, sheet}.draw();
}

GridsBlock voucher_sheets(const SheetStyle& style, const Book& book, const BookNames& names,
                          std::function<std::unique_ptr<VoucherCursor>()> vouchers,
                          std::function<std::int64_t(Id<Voucher>)> prints_of) {
    const SheetSize size = sheet_size(style.paper);
    GridsBlock block{.width = size.width, .height = size.height};
    block.grids = [style, book, names, vouchers = std::move(vouchers),
                   prints_of = std::move(prints_of)] {
        auto sheets = std::make_shared<Sheets>(style, book, names, vouchers(), prints_of);
        return [sheets] { return sheets->next(); };
    };
    return block;
}

}  // namespace zf::bookkeeping
