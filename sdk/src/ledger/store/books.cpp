#include "zhangfang/ledger/store/books.h"

#include <charconv>

#include <fmt/format.h>

#include "account_rows.h"
#include "book_options.h"
#include "rows.h"
#include "zhangfang/base/text.h"
#include "zhangfang/ledger/account_tree.h"
#include "zhangfang/model/json.h"

namespace zf {

using namespace ledger_rows;

namespace {

constexpr std::string_view
    book_columns = "SELECT id, code, name, kind, method, standard, base_currency, code_levels, "
                   "control_level, start_year, start_period, finance_head, industry, status, "
                   "options, keeps_reverse_voucher, version";

Book book_from(const Row& row) {
    return {.id = {row.integer(0)},
            .code = text_at(row, 1),
            .name = text_at(row, 2),
            .kind = text_at(row, 3),
            .method = enum_at<BookMethod>(row, 4),
            .standard = text_at(row, 5),
            .base_currency = text_at(row, 6),
            .code_levels = text_at(row, 7),
            .control_level = enum_at<ControlLevel>(row, 8),
            .start = {small_at(row, 9), small_at(row, 10)},
            .finance_head = text_at(row, 11),
            .industry = text_at(row, 12),
            .status = enum_at<BookStatus>(row, 13),
            .options = options_from(row.text(14)),
            .keeps_reverse_voucher = flag_at(row, 15),
            .version = row.integer(16)};
}

ContentHash hash_of(const Book& book) {
    return crypto::sha256(to_json(Record{{"base_currency", book.base_currency},
                                         {"code", book.code},
                                         {"code_levels", book.code_levels},
                                         {"control_level", name_of(book.control_level)},
                                         {"finance_head", book.finance_head},
                                         {"industry", book.industry},
                                         {"keeps_reverse_voucher", book.keeps_reverse_voucher},
                                         {"kind", book.kind},
                                         {"method", name_of(book.method)},
                                         {"name", book.name},
                                         {"options", record_of(book.options)},
                                         {"standard", book.standard},
                                         {"start", book.start.text()}}));
}

std::optional<Book> one_book(Connection& connection, std::string_view where, const Bounds& bounds) {
    std::optional<Book> book;
    connection.run(fmt::format("{} FROM zf_book WHERE {}", book_columns, where), bounds,
                   [&](const Row& row) { book = book_from(row); });
    return book;
}

Problem unknown_book(std::string_view reference) {
    return {.code = "ledger.book.unknown",
            .text = {"There is no book {0}. Choose one of the list of books.",
                     {std::string{reference}}}};
}

// Writes what may change of a book and answers what the trail binds.
BookWritten write_book(const Writing& writing, const Book& before, Book book) {
    const ContentHash hash = hash_of(book);
    book.version = before.version + 1;
    writing.transaction.connection().run(
        "UPDATE zf_book SET name = ?, control_level = ?, code_levels = ?, finance_head = ?, "
        "industry = ?, status = ?, options = ?, content_hash = ?, version = ?, changed_at = ?, "
        "changed_by = ? WHERE id = ?",
        {book.name, name_of(book.control_level), book.code_levels, book.finance_head, book.industry,
         name_of(book.status), to_json(record_of(book.options)), BytesView{hash}, book.version,
         writing.stamp.now, writing.stamp.operator_id, book.id.value});
    Touched touched;
    touched.rows.push_back({"zf_book", book.id.value, hex(hash_of(before)), hex(hash),
                            std::string{name_of(book.status)}});
    return {std::move(book), std::move(touched)};
}

bool lengthens(const std::string& before, const std::string& after) {
    return after.size() >= before.size() && after.compare(0, before.size(), before) == 0 &&
           code_levels_of(after);
}

Problems problems_of_new(const BookStore& books, const NewBook& request, const BookKind& kind) {
    Problems found = problems_of_options(request.options.value_or(kind.options));
    const auto add = [&](std::string code, Message text, std::string field) {
        found.push_back(
            {.code = std::move(code), .text = std::move(text), .place = {std::move(field)}});
    };
    if (trim(request.code).empty() || code_point_count(request.code) > 40)
        add("ledger.book.code_bad",
            {"The code of a book has 1 to 40 characters. Type a short one, such as mess."}, "code");
    else if (books.find(request.code))
        add("ledger.book.code_taken",
            {"There is a book {0} already. Choose another code.", {request.code}}, "code");
    if (trim(request.name).empty())
        add("ledger.book.name_missing",
            {"The book has no name. Type the name of the unit; it is printed."}, "name");
    if (request.start.no < 1 || request.start.no > 12 || request.start.year < 1900 ||
        request.start.year > 9000)
        add("ledger.book.start_not_a_month",
            {"A book starts in a month between 1900-01 and 9000-12, not in {0}. Choose the first "
             "month kept here.",
             {request.start.text()}},
            "start");
    if (!request.code_levels.empty() && !code_levels_of(request.code_levels))
        add("ledger.book.code_levels",
            {"{0} says no code levels. Write the digits of each level, such as 4-2-2-2.",
             {request.code_levels}},
            "code_levels");
    if (request.options && !request.options->review_before_posting && !kind.may_waive_review)
        add("ledger.book.review_not_waivable",
            {"Vouchers of this kind of book are always reviewed before posting. Leave the option "
             "on."},
            "review_before_posting");
    return found;
}

void insert_measures(const Transaction& transaction, Id<Book> book, const NewBook& request,
                     const BookKind& kind) {
    std::vector<Measure> measures{{.code = request.base_currency, .name = request.base_currency}};
    measures.insert(measures.end(), kind.measures.begin(), kind.measures.end());
    measures.insert(measures.end(), request.measures.begin(), request.measures.end());
    for (const Measure& each : measures)
        insert_returning_id(transaction,
                            "INSERT INTO zf_measure (book, code, name, decimals, shown_decimals) "
                            "VALUES (?, ?, ?, ?, ?)",
                            {book.value, each.code, each.name, each.decimals, each.shown_decimals});
}

}  // namespace

BookStore::BookStore(Reader reader) : connection_{reader.connection()} {}

std::optional<Book> BookStore::get(Id<Book> id) const {
    return one_book(connection_, "id = ?", {id.value});
}

std::optional<Book> BookStore::find(std::string_view code) const {
    return one_book(connection_, "code = ?", {code});
}

std::vector<Book> BookStore::all() const {
    std::vector<Book> books;
    connection_.run(fmt::format("{} FROM zf_book ORDER BY code", book_columns), {},
                    [&](const Row& row) { books.push_back(book_from(row)); });
    return books;
}

Result<Book> BookStore::resolve(std::string_view reference) const {
    if (reference.empty()) {
        std::vector<Book> books = all();
        if (books.empty())
            return Problem{.code = "ledger.book.none",
                           .text = {"There is no book yet. Make one first."}};
        if (books.size() > 1)
            return Problem{.code = "ledger.book.several",
                           .text = {"There are {0} books here. Say which one, by its code.",
                                    {static_cast<std::int64_t>(books.size())}},
                           .place = {"book"}};
        return std::move(books.front());
    }
    std::optional<Book> book = find(reference);
    std::int64_t id = 0;
    if (!book && reference.front() == '#' &&
        std::from_chars(reference.data() + 1, reference.data() + reference.size(), id).ec ==
            std::errc{})
        book = get({id});
    if (!book) return unknown_book(reference);
    return *std::move(book);
}

std::vector<Measure> BookStore::measures(Id<Book> book) const {
    std::vector<Measure> measures;
    connection_.run("SELECT id, code, name, decimals, shown_decimals FROM zf_measure WHERE book "
                    "= ? ORDER BY id",
                    {book.value}, [&](const Row& row) {
                        measures.push_back({.id = {row.integer(0)},
                                            .code = text_at(row, 1),
                                            .name = text_at(row, 2),
                                            .decimals = small_at(row, 3),
                                            .shown_decimals = small_at(row, 4)});
                    });
    return measures;
}

Measure BookStore::base_measure(Id<Book> book) const {
    std::vector<Measure> all = measures(book);
    ZF_ASSERT(!all.empty());
    return std::move(all.front());
}

bool BookStore::has_vouchers(Id<Book> book) const {
    bool found = false;
    connection_.run("SELECT id FROM zf_voucher WHERE book = ? LIMIT 1", {book.value},
                    [&](const Row&) { found = true; });
    return found;
}

Result<Book> lock_book(const Writing& writing, Id<Book> id) {
    Connection& connection = writing.transaction.connection();
    connection.run(fmt::format("SELECT id FROM zf_book WHERE id = ?{}", connection.for_update()),
                   {id.value});
    std::optional<Book> book = BookStore{writing.transaction}.get(id);
    if (!book) return unknown_book(fmt::format("#{}", id.value));
    if (book->status == BookStatus::archived)
        return Problem{
            .code = "ledger.book.archived",
            .text = {"The book {0} is archived: it can be read, not changed. Bring it back first.",
                     {book->name}}};
    if (writing.kinds.find(book->kind) == nullptr)
        return Problem{.code = "ledger.book.kind_not_loaded",
                       .text = {"The module that keeps books of the kind {0} is not loaded, so "
                                "{1} can only be read. Switch the module on.",
                                {book->kind, book->name}}};
    return *std::move(book);
}

Result<BookWritten> create_book(const Writing& writing, const NewBook& request) {
    const BookStore books{writing.transaction};
    const BookKind* const kind = writing.kinds.find(request.kind);
    if (kind == nullptr)
        return Problem{
            .code = "ledger.book.kind_unknown",
            .text = {"There is no kind of book {0}. Choose one of the list.", {request.kind}},
            .place = {"kind"}};
    if (const auto refusal = writing.settle(problems_of_new(books, request, *kind)))
        return *refusal;

    Book book{.code = request.code,
              .name = trim(request.name),
              .kind = kind->name,
              .method = kind->method,
              .standard = request.standard.empty() ? kind->chart.name : request.standard,
              .base_currency = request.base_currency,
              .code_levels = request.code_levels.empty() ? kind->code_levels : request.code_levels,
              .control_level = request.control_level.value_or(kind->control_level),
              .start = request.start,
              .finance_head = request.finance_head,
              .industry = request.industry,
              .options = request.options.value_or(kind->options),
              .keeps_reverse_voucher = kind->keeps_reverse_voucher,
              .version = 1};
    const ContentHash hash = hash_of(book);
    book.id.value = insert_returning_id(
        writing.transaction,
        "INSERT INTO zf_book (code, name, kind, method, standard, base_currency, code_levels, "
        "control_level, start_year, start_period, finance_head, industry, status, options, "
        "keeps_reverse_voucher, content_hash, version, changed_at, changed_by) VALUES (?, ?, ?, "
        "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {book.code, book.name, book.kind, name_of(book.method), book.standard, book.base_currency,
         book.code_levels, name_of(book.control_level), book.start.year, book.start.no,
         book.finance_head, book.industry, name_of(book.status), to_json(record_of(book.options)),
         flag(book.keeps_reverse_voucher), BytesView{hash}, 1, writing.stamp.now,
         writing.stamp.operator_id});
    Touched touched;
    touched.rows.push_back(
        {"zf_book", book.id.value, "", hex(hash), std::string{name_of(book.status)}});
    insert_measures(writing.transaction, book.id, request, *kind);
    touched.add(insert_dimensions(writing, book.id, *kind));
    if (request.loads_chart) {
        auto loaded = insert_chart(writing, book, kind->chart);
        if (!loaded) return loaded.error();
        touched.add(*std::move(loaded));
    }
    return BookWritten{std::move(book), std::move(touched)};
}

Result<BookWritten> change_book(const Writing& writing, const Book& book) {
    const auto locked = lock_book(writing, book.id);
    if (!locked) return locked.error();
    const Book& before = *locked;
    Problems found = problems_of_options(book.options);
    const auto add = [&](std::string code, Message text, std::string field) {
        found.push_back(
            {.code = std::move(code), .text = std::move(text), .place = {std::move(field)}});
    };
    if (book.version != before.version)
        add("ledger.book.changed_meanwhile",
            {"The book {0} was changed by somebody else meanwhile. Nothing was saved; read it "
             "again.",
             {before.name}},
            "");
    if (trim(book.name).empty())
        add("ledger.book.name_missing",
            {"The book has no name. Type the name of the unit; it is printed."}, "name");
    if (book.kind != before.kind || book.method != before.method ||
        book.base_currency != before.base_currency || book.code != before.code ||
        book.start != before.start || book.standard != before.standard)
        add("ledger.book.sealed",
            {"Code, kind, method, base currency, chart and start of a book are fixed at its "
             "creation. Make a new book instead."},
            "kind");
    if (book.options.review_before_posting != before.options.review_before_posting &&
        (book.options.review_before_posting
             ? false
             : !writing.kinds.find(before.kind)->may_waive_review ||
                   BookStore{writing.transaction}.has_vouchers(book.id)))
        add("ledger.book.review_sealed",
            {"Review before posting can be waived only when a book is created. Leave the option "
             "on."},
            "review_before_posting");
    if (book.control_level < before.control_level)
        add("ledger.book.level_lowered",
            {"The control level is \"{0}\" and can only rise. Leave it or raise it.",
             {std::string{label_of(before.control_level)}}},
            "control_level");
    if (book.code_levels != before.code_levels && !lengthens(before.code_levels, book.code_levels))
        add("ledger.book.code_levels_sealed",
            {"The code levels are {0} and can only be lengthened. Add levels at the end.",
             {before.code_levels}},
            "code_levels");
    if (const auto refusal = writing.settle(found)) return *refusal;

    Book changed = before;
    changed.name = trim(book.name);
    changed.finance_head = book.finance_head;
    changed.industry = book.industry;
    changed.options = book.options;
    changed.control_level = book.control_level;
    changed.code_levels = book.code_levels;
    return write_book(writing, before, std::move(changed));
}

Result<BookWritten> set_book_archived(const Writing& writing, Id<Book> id, bool archived) {
    Connection& connection = writing.transaction.connection();
    connection.run(fmt::format("SELECT id FROM zf_book WHERE id = ?{}", connection.for_update()),
                   {id.value});
    const std::optional<Book> before = BookStore{writing.transaction}.get(id);
    if (!before) return unknown_book(fmt::format("#{}", id.value));
    const bool may = archived ? before->status == BookStatus::active
                              : before->status == BookStatus::archived;
    if (!may)
        return Problem{.code = "ledger.book.state",
                       .text = {"The state of the book {0} is \"{1}\". Only a book in use is "
                                "archived, and only an archived one is brought back.",
                                {before->name, std::string{label_of(before->status)}}}};
    Book book = *before;
    book.status = archived ? BookStatus::archived : BookStatus::active;
    return write_book(writing, *before, std::move(book));
}

BookWritten set_book_status(const Writing& writing, const Book& before, BookStatus status) {
    Book book = before;
    book.status = status;
    return write_book(writing, before, std::move(book));
}

}  // namespace zf
