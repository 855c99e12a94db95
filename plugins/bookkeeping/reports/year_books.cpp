#include "commands/fields.h"
#include "reports/book_opening.h"
#include "reports/ledger_table.h"
#include "reports/reports.h"
#include "zhangfang/command/print_register.h"

namespace zf::bookkeeping {

// What of the year's books is printed; page numbers are those of the whole set all the same.
enum class BooksPart { all, cover, usage, directory, general, detail, journals };

}  // namespace zf::bookkeeping

template <>
struct zf::EnumNames<zf::bookkeeping::BooksPart> {
    using Part = zf::bookkeeping::BooksPart;
    static constexpr std::array names{
        EnumName<Part>{Part::all, "all", "The whole set"},
        EnumName<Part>{Part::cover, "cover", "Cover of the books"},
        EnumName<Part>{Part::usage, "usage", "Opening page of the books"},
        EnumName<Part>{Part::directory, "directory", "Directories of accounts"},
        EnumName<Part>{Part::general, "general", "General ledger"},
        EnumName<Part>{Part::detail, "detail", "Detail ledger"},
        EnumName<Part>{Part::journals, "journals", "Cash and bank journals"},
    };
};

namespace zf::bookkeeping {
namespace {

struct YearBooksQuery {
    std::string book;
    int year = 0;
    BooksPart part = BooksPart::all;
    bool money_grid = false;
    int rows_per_page = 0;
    int volume = 1, volumes = 1;
};

// Lays the set out part after part; what is not asked for is counted only.
class YearBooks {
public:
    YearBooks(const YearBooksQuery& query, Book book, int year, ReadContext& context)
        : query_{query},
          book_{std::move(book)},
          year_{year},
          context_{context},
          names_{names_in(context.snapshot(), book_, year)} {}

    Document build() {
        document_ = paper_of(book_, "bk.year_books", "Books of the year");
        document_.prints_of = "bk.year_books";
        document_.printed = {book_.id.value * 10000 + year_};
        prints_ = print_count(context_.snapshot(), document_.prints_of, document_.printed.front());
        const BooksFace face{
            .year = year_, .volume = query_.volume, .volumes = query_.volumes, .prints = prints_};
        begin_bare(BooksPart::cover, "Cover of the books");
        document_.blocks.emplace_back(draw_books_cover(book_, face));
        begin_bare(BooksPart::usage, "Opening page of the books");
        document_.blocks.emplace_back(draw_opening_page(book_, face, context_.snapshot()));
        add_directory("Directory of the general ledger", "General ledger");
        add_part(BooksPart::general, LedgerKind::general, "General ledger");
        add_directory("Directory of the detail ledger", "Detail ledger");
        add_part(BooksPart::detail, LedgerKind::detail, "Detail ledger");
        add_part(BooksPart::journals, LedgerKind::journal, "Cash and bank journals");
        return std::move(document_);
    }

private:
    bool is_asked(BooksPart part) const {
        return query_.part == BooksPart::all || query_.part == part;
    }

    void bookmark(const char* title) {
        document_.blocks.emplace_back(Bookmark{.title = title, .is_message = true});
    }

    void begin_bare(BooksPart part, const char* title) {
        document_.blocks.emplace_back(PageFrame{.is_shown = false, .is_printed = is_asked(part)});
        bookmark(title);
    }

    std::vector<KeyValue> heading() const {
        return {unit_heading(book_), said({"Year {0}", {std::int64_t{year_}}})};
    }

    void add_directory(const char* title, const char* of) {
        document_.blocks.emplace_back(PageFrame{
            .title = title, .heading = heading(), .is_printed = is_asked(BooksPart::directory)});
        bookmark(title);
        document_.blocks.emplace_back(ContentsBlock{
            .level = 1, .below = of, .code_label = "Account code", .title_label = "Account name"});
    }

    void add_part(BooksPart part, LedgerKind kind, const char* title) {
        const MonthRange year{{year_, 1}, {year_, 13}};
        const LedgerPaper paper{.kind = kind,
                                .months = year,
                                .has_counter_accounts = kind == LedgerKind::journal,
                                .has_money_grid = query_.money_grid,
                                .rows_per_page = query_.rows_per_page};
        const auto accounts = ledger_accounts(kind, year, Include::posted, book_,
                                              context_.snapshot());
        std::vector<Block> pages;
        add_ledgers(pages, paper, book_, accounts, names_, 1, context_);
        for (std::size_t place = 0; place < pages.size(); ++place) {
            if (auto* frame = std::get_if<PageFrame>(&pages[place])) {
                frame->is_printed = is_asked(part);
                if (prints_ > 0) frame->heading.push_back(said({"Reprint {0}", {prints_}}));
            }
            document_.blocks.push_back(std::move(pages[place]));
            if (place == 0) bookmark(title);  // on the first page of the part
        }
    }

    const YearBooksQuery& query_;
    Book book_;
    int year_;
    ReadContext& context_;
    BookNames names_;
    std::int64_t prints_ = 0;
    Document document_;
};

Result<Document> build(const YearBooksQuery& query, ReadContext& context) {
    const Reader reader{context.snapshot()};
    const Result<Book> book = BookStore{reader}.resolve(query.book);
    if (!book) return book.error();
    return YearBooks{query, *book, year_asked(reader, *book, query.year), context}.build();
}

}  // namespace

ReportEntry year_books_report() {
    using Q = YearBooksQuery;
    return entry_of(FormReport<Q>{
        .name = "bk.year_books",
        .title = "Books of the year",
        .help = "Cover, opening page, directories, general ledger, detail ledger and journals of a "
                "year, with page numbers through the whole set.",
        .permission = "bk.print",
        .group = "Ledgers",
        .place_of = place_of_paper,
        .parameters =
            {
                book_field(&Q::book),
                year_field(&Q::year),
                field("part", &Q::part, "Part").defaults_to("all"),
                field("money_grid", &Q::money_grid, "One column a digit"),
                field("rows_per_page", &Q::rows_per_page, "Lines on a page")
                    .range(0, 60)
                    .help("0 takes as many as fit."),
                field("volume", &Q::volume, "Volume").range(1, 99).defaults_to("1"),
                field("volumes", &Q::volumes, "Volumes of the year").range(1, 99).defaults_to("1"),
            },
        .counts_prints = true,
        .build = build,
    });
}

}  // namespace zf::bookkeeping
