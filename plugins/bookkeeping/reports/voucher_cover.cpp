#include "reports/voucher_cover.h"

#include "reports/reports.h"
#include "reports/voucher_query.h"
#include "zhangfang/report/form_grid.h"

namespace zf::bookkeeping {
namespace {

Message day_text(std::optional<Date> date) {
    if (!date) return {"", {}};
    return {"Day {2} of month {1} of {0}",
            {std::int64_t{date->year()}, std::int64_t{date->month_of_year()},
             std::int64_t{date->day_of_month()}}};
}

class CoverDrawing {
public:
    CoverDrawing(const CoverFace& face, int width, int height)
        : face_{face},
          width_{width},
          line_height_{std::min(130, (height - 480) / 6)} {
        grid_.width = width;
        grid_.height = height;
    }

    GridBlock draw() {
        add_label(grid_, {.x = 0, .y = 40, .width = width_, .height = 130}, "Vouchers", 100)
            .emphasis = Emphasis::bold;
        add_rule(grid_, width_ / 2 - 360, 180, width_ / 2 + 360, 180, 4);
        add_rule(grid_, width_ / 2 - 360, 190, width_ / 2 + 360, 190, 4);
        add_sentence(grid_, {.x = 0, .y = 210, .width = width_, .height = 80},
                     months_text(face_.months), 50, Align::centre);
        draw_table();
        draw_signatures();
        return std::move(grid_);
    }

private:
    void draw_table() {
        add_lattice(grid_, left_, top_, {label_width_, width_ - 2 * left_ - label_width_},
                    std::vector<int>(6, line_height_), 4);
        const VoucherTotals& totals = face_.totals;
        add_text(grid_, next_line("Unit name"), face_.unit, 44);
        draw_dates(next_line("Dates"));
        add_text(grid_, next_line("Voucher numbers"), spans_text(totals.words()), 44);
        const std::int64_t vouchers = totals.vouchers(), voided = totals.voided();
        add_sentence(grid_, next_line("Number of vouchers"),
                     voided == 0 ? Message{"{0} vouchers", {vouchers}}
                                 : Message{"{0} vouchers, {1} of them voided", {vouchers, voided}},
                     44);
        add_sentence(grid_, next_line("Number of attachments"),
                     {"{0} attachments", {std::int64_t{totals.attachments()}}}, 44);
        add_sentence(
            grid_, next_line("Volumes"),
            {"Volume {0} of {1}", {std::int64_t{face_.volume}, std::int64_t{face_.volumes}}}, 44);
    }

    void draw_dates(const GridBox& box) {
        const int third = box.width / 3;
        add_sentence(grid_, {.x = box.x, .y = box.y, .width = third, .height = box.height},
                     day_text(face_.totals.first_date()), 44);
        add_label(grid_, {.x = box.x + third, .y = box.y, .width = 120, .height = box.height},
                  "until", 44);
        add_sentence(grid_,
                     {.x = box.x + third + 120, .y = box.y, .width = third, .height = box.height},
                     day_text(face_.totals.last_date()), 44);
    }

    // Writes the label of the next line and answers with the box for its value.
    GridBox next_line(const char* label) {
        const int y = top_ + line_++ * line_height_;
        add_label(grid_, {.x = left_, .y = y, .width = label_width_, .height = line_height_}, label,
                  44);
        return {.x = left_ + label_width_ + 30,
                .y = y,
                .width = width_ - 2 * left_ - label_width_ - 60,
                .height = line_height_};
    }

    void draw_signatures() {
        const int y = top_ + 6 * line_height_ + 30, half = (width_ - 2 * left_) / 2;
        add_sentence(grid_, {.x = left_, .y = y, .width = half, .height = 80},
                     {"Chief accountant: {0}", {face_.chief}}, 44);
        add_sentence(grid_, {.x = left_ + half, .y = y, .width = half, .height = 80},
                     {"Bound by: {0}", {face_.bound_by}}, 44);
    }

    static constexpr int left_ = 60, top_ = 320, label_width_ = 420;

    const CoverFace& face_;
    int width_, line_height_;
    int line_ = 0;
    GridBlock grid_;
};

Result<Document> build(const VoucherQuery& query, ReadContext& context) {
    const Reader reader{context.snapshot()};
    const Result<Book> book = BookStore{reader}.resolve(query.book);
    if (!book) return book.error();
    const Result<MonthRange> months = months_asked(reader, *book, query.month, query.to);
    if (!months) return months.error();
    Document document = paper_of(*book, "bk.voucher_cover", "Cover of vouchers");
    document.page = {.paper = Paper::cover_245x150, .has_frame = false};
    const PaperSize size = size_of(document.page.paper);
    const CoverFace face{.unit = book->name,
                         .months = *months,
                         .totals = totals_of(filter_of(query, *months), *book, reader),
                         .volume = query.volume,
                         .volumes = query.volumes,
                         .chief = book->finance_head,
                         .bound_by = query.bound_by};
    document.blocks.emplace_back(
        draw_cover(face, size.width - document.page.margin_left - document.page.margin_right,
                   size.height - document.page.margin_top - document.page.margin_bottom));
    return document;
}

}  // namespace

GridBlock draw_cover(const CoverFace& face, int width, int height) {
    return CoverDrawing{face, width, height}.draw();
}

ReportEntry voucher_cover_report() {
    auto fields = range_fields();
    for (auto& each : cover_fields()) fields.push_back(std::move(each));
    return entry_of(FormReport<VoucherQuery>{
        .name = "bk.voucher_cover",
        .title = "Cover of vouchers",
        .help = "The cover for bound vouchers, 245 × 150 mm: dates, numbers, papers, volumes.",
        .permission = "bk.print",
        .group = "Vouchers",
        .place_of = place_of_paper,
        .parameters = std::move(fields),
        .build = build,
    });
}

}  // namespace zf::bookkeeping
