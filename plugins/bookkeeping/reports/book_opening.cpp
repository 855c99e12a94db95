#include "reports/book_opening.h"

#include "zhangfang/access/operator_store.h"
#include "zhangfang/base/version.h"
#include "zhangfang/report/form_grid.h"

namespace zf::bookkeeping {
namespace {

constexpr int sheet_width = 1850, sheet_height = 2700;
constexpr int letters = 34;

Message control_text(ControlLevel level) {
    switch (level) {
        case ControlLevel::strict:
            return {"Strict: posted vouchers are corrected by red letter only.", {}};
        case ControlLevel::traced:
            return {"Traced: posting and closing may be taken back with right, security code and "
                    "reason; former contents are kept.",
                    {}};
        case ControlLevel::teaching:
            return {"Teaching: free; these are no books in the sense of the law.", {}};
    }
    return {};
}

// Operators who may both grant rights and enter vouchers here: allowed in a canteen, and printed.
std::string in_one_hand(const Book& book, Reader reader) {
    const std::string place = "book:" + std::to_string(book.id.value);
    std::string names;
    const OperatorStore operators{reader};
    for (const Operator& each : operators.all()) {
        const Session rights{"", each, operators.grants_of(each.id)};
        if (!each.is_enabled || !rights.may("zf.operators") || !rights.may("bk.enter", place))
            continue;
        names += (names.empty() ? "" : "、") + each.name;
    }
    return names;
}

class OpeningPage {
public:
    OpeningPage(const Book& book, const BooksFace& face, Reader reader)
        : book_{book},
          face_{face},
          reader_{reader} {
        grid_.width = sheet_width;
        grid_.height = sheet_height;
    }

    GridBlock draw() {
        add_label(grid_, {.x = 0, .y = 0, .width = sheet_width, .height = 110},
                  "Opening page of the books", 66)
            .emphasis = Emphasis::bold;
        draw_facts();
        draw_persons();
        draw_handovers();
        draw_seals();
        return std::move(grid_);
    }

private:
    // A label with the value beside it; answers with the box of the value.
    GridBox fact(int x, int width, const char* label) {
        const int label_width = 300;
        add_lattice(grid_, x, y_, {label_width, width - label_width}, {line_});
        add_label(grid_, {.x = x, .y = y_, .width = label_width, .height = line_}, label, letters);
        return {
            .x = x + label_width + 16, .y = y_, .width = width - label_width - 32, .height = line_};
    }

    void draw_facts() {
        constexpr int half = sheet_width / 2;
        add_text(grid_, fact(0, sheet_width, "Unit name"), book_.name, letters);
        y_ += line_;
        add_sentence(grid_, fact(0, half, "Name of the books"),
                     {"Books of {0}", {std::int64_t{face_.year}}}, letters);
        add_sentence(
            grid_, fact(half, half, "Volumes"),
            {"Volume {0} of {1}", {std::int64_t{face_.volume}, std::int64_t{face_.volumes}}},
            letters);
        y_ += line_;
        const PeriodKey first{face_.year, face_.year == book_.start.year ? book_.start.no : 1};
        const Date day = first.first_day();
        add_sentence(grid_, fact(0, half, "In use from"),
                     {"Day {2} of month {1} of {0}",
                      {std::int64_t{day.year()}, std::int64_t{day.month_of_year()},
                       std::int64_t{day.day_of_month()}}},
                     letters);
        add_sentence(grid_, fact(half, half, "Pages of the books"), {"{0} pages", {}}, letters)
            .counts_pages = true;
        y_ += line_;
        add_sentence(grid_, fact(0, sheet_width, "Corrections"), control_text(book_.control_level),
                     letters);
        y_ += line_;
        add_sentence(grid_, fact(0, half, "Program"), {"Zhangfang {0}", {program_version}},
                     letters);
        add_sentence(grid_, fact(half, half, "Review"),
                     {book_.options.review_before_posting
                          ? "Vouchers are reviewed before they are posted"
                          : "Vouchers are posted without review",
                      {}},
                     letters);
        y_ += line_;
        const std::string one_hand = in_one_hand(book_, reader_);
        if (!one_hand.empty()) {
            add_sentence(grid_, fact(0, sheet_width, "Rights in one hand"),
                         {"{0} grants rights and enters vouchers", {one_hand}}, letters);
            y_ += line_;
        }
        y_ += 40;
    }

    // Ruled lines with labels above each column; answers with the top of the first line.
    int ruled(const std::vector<const char*>& labels, const std::vector<int>& widths, int lines) {
        std::vector<int> heights(static_cast<std::size_t>(lines) + 1, line_);
        add_lattice(grid_, 0, y_, widths, heights);
        int x = 0;
        for (std::size_t column = 0; column < labels.size(); ++column) {
            add_label(grid_, {.x = x, .y = y_, .width = widths[column], .height = line_},
                      labels[column], letters);
            x += widths[column];
        }
        const int first = y_ + line_;
        y_ += (lines + 1) * line_ + 40;
        return first;
    }

    void draw_persons() {
        add_label(grid_, {.x = 0, .y = y_, .width = sheet_width, .height = 60},
                  "Who answers for the books", 40, Align::left);
        y_ += 66;
        const int top = ruled({"Role", "Position", "Person", "Seal"}, {350, 450, 550, 500}, 2);
        add_label(grid_, {.x = 0, .y = top, .width = 350, .height = line_}, "Person in charge",
                  letters);
        add_text(grid_, {.x = 816, .y = top, .width = 518, .height = line_}, book_.finance_head,
                 letters);
        add_label(grid_, {.x = 0, .y = top + line_, .width = 350, .height = line_},
                  "Keeper of the books", letters);
    }

    void draw_handovers() {
        add_label(grid_, {.x = 0, .y = y_, .width = sheet_width, .height = 60},
                  "Handing over of the books", 40, Align::left);
        y_ += 66;
        ruled({"Position", "Person", "Taken over on", "Handed over on", "Supervised by", "Seal"},
              {270, 320, 330, 330, 330, 270}, 6);
    }

    void draw_seals() {
        constexpr int half = sheet_width / 2;
        const int height = sheet_height - y_ - 20;
        add_lattice(grid_, 0, y_, {half, half}, {height});
        add_label(grid_, {.x = 16, .y = y_ + 10, .width = half - 32, .height = 50},
                  "Seal of the unit", letters, Align::left);
        add_label(grid_, {.x = half + 16, .y = y_ + 10, .width = half - 32, .height = 50},
                  "Duty stamps", letters, Align::left);
    }

    static constexpr int line_ = 96;

    const Book& book_;
    const BooksFace& face_;
    Reader reader_;
    int y_ = 150;
    GridBlock grid_;
};

}  // namespace

GridBlock draw_books_cover(const Book& book, const BooksFace& face) {
    GridBlock grid{.width = sheet_width, .height = sheet_height};
    add_box(grid, {.x = 0, .y = 0, .width = sheet_width, .height = sheet_height - 20}, 8);
    add_box(grid, {.x = 24, .y = 24, .width = sheet_width - 48, .height = sheet_height - 68}, 3);
    add_label(grid, {.x = 0, .y = 620, .width = sheet_width, .height = 200}, "Account books", 160)
        .emphasis = Emphasis::bold;
    add_sentence(grid, {.x = 0, .y = 880, .width = sheet_width, .height = 120},
                 {"Year {0}", {std::int64_t{face.year}}}, 90, Align::centre);
    add_text(grid, {.x = 100, .y = 1700, .width = sheet_width - 200, .height = 130}, book.name, 80,
             Align::centre);
    add_sentence(grid, {.x = 0, .y = 1880, .width = sheet_width, .height = 100},
                 {"Volume {0} of {1}", {std::int64_t{face.volume}, std::int64_t{face.volumes}}}, 60,
                 Align::centre);
    if (face.prints > 0)
        add_sentence(grid, {.x = 1200, .y = 60, .width = 580, .height = 60},
                     {"Reprint {0}", {face.prints}}, 40, Align::right);
    return grid;
}

GridBlock draw_opening_page(const Book& book, const BooksFace& face, Reader reader) {
    return OpeningPage{book, face, reader}.draw();
}

}  // namespace zf::bookkeeping
