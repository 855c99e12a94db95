#include "commands/table_file.h"

#include <algorithm>
#include <charconv>

#include "zhangfang/base/text.h"

namespace zf::bookkeeping {

static Problem column_missing(const std::string& column) {
    return {.code = "bk.import.column_missing",
            .level = Level::fatal,
            .text = {"The file has no column \"{0}\" in its first row. Nothing was imported: name "
                     "the columns as the template file does.",
                     {column}},
            .place = {"file", 1}};
}

Result<TableFile> TableFile::open(const std::string& path, const std::vector<std::string>& needed) {
    auto reader = open_table(path);
    if (!reader) return reader.error();
    TableFile file{*std::move(reader)};
    const Result<bool> has_heading = file.reader_->next(file.row_);
    if (!has_heading) return has_heading.error();
    if (!*has_heading)
        return Problem{.code = "bk.import.empty",
                       .text = {"The file holds no rows. Nothing was imported.", {}},
                       .place = {"file"}};
    for (const std::string& cell : file.row_.cells) file.names_.push_back(trim(cell));
    for (const std::string& name : needed)
        if (file.column(name) == no_column) return column_missing(name);
    return file;
}

bool TableFile::next() {
    for (;;) {
        const Result<bool> read = reader_->next(row_);
        for (const Problem& notice : reader_->notices()) keep(notice);
        if (read) return *read;
        keep(read.error());
        if (read.error().level == Level::fatal) return false;
    }
}

std::size_t TableFile::column(std::string_view name) const {
    const auto found = std::find(names_.begin(), names_.end(), name);
    return found == names_.end() ? no_column : static_cast<std::size_t>(found - names_.begin());
}

std::vector<std::string> TableFile::columns_with(std::string_view prefix) const {
    std::vector<std::string> names;
    for (const std::string& name : names_)
        if (name.starts_with(prefix)) names.push_back(name);
    return names;
}

const std::string& TableFile::name(std::size_t column) const {
    return names_.at(column);
}

const std::string& TableFile::cell(std::size_t column) const {
    static const std::string none;
    return column < row_.cells.size() ? row_.cells[column] : none;
}

void TableFile::find(Problem problem) {
    problem.place.line = static_cast<int>(row_.number);
    keep(std::move(problem));
}

// However much is only noticed, faults still find room.
void TableFile::keep(Problem problem) {
    std::size_t& count = problem.level == Level::notice ? notice_count_ : fault_count_;
    if (count == problems_max) return;
    ++count;
    problems_.push_back(std::move(problem));
}

static bool is_blank(const std::string& text) {
    return text.empty() || trim(text).empty();
}

std::optional<Money> TableFile::money(std::size_t column) {
    if (is_blank(cell(column))) return std::nullopt;
    Result<Money> amount = money_from_file(cell(column));
    if (amount) return *amount;
    Problem problem = amount.error();
    problem.place.field = name(column);
    find(std::move(problem));
    return std::nullopt;
}

std::optional<Date> TableFile::date(std::size_t column) {
    if (is_blank(cell(column))) return std::nullopt;
    Result<Date> date = date_from_file(cell(column));
    if (date) return *date;
    Problem problem = date.error();
    problem.place.field = name(column);
    find(std::move(problem));
    return std::nullopt;
}

std::optional<std::int64_t> TableFile::count(std::size_t column) {
    const std::string text = trim(half_width(cell(column)));
    if (text.empty()) return std::nullopt;
    std::int64_t value = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault == std::errc{} && end == text.data() + text.size()) return value;
    find({.code = "bk.import.not_a_number",
          .text = {"Row {0}: \"{1}\" is no whole number. Nothing was imported: correct the cell.",
                   {row_.number, text}},
          .place = {name(column)}});
    return std::nullopt;
}

}  // namespace zf::bookkeeping
