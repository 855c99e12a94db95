#include "transfer/csv_reader.h"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "transfer/csv_record.h"
#include "transfer/table_problems.h"
#include "zhangfang/base/text.h"

namespace zf::transfer {
namespace {

constexpr std::size_t piece_length = 1 << 20;
constexpr std::size_t record_length_max = 16 << 20;  // what one row may take in memory

void read_bytes(std::ifstream& file, std::string& bytes) {
    bytes.resize(piece_length);
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
}

Problem open_quote(std::int64_t line) {
    return file_problem("transfer.open_quote",
                        "The quotation mark that opens a cell in row {0} is never closed. Nothing "
                        "was taken over. Close "
                        "or remove it and read the file again.",
                        {line});
}

Problem row_too_long(std::int64_t line) {
    return file_problem("transfer.row_too_long",
                        "Row {0} is longer than 16 MiB, so this is hardly a table. Nothing was "
                        "taken over. Save the "
                        "table as CSV or XLSX.",
                        {line});
}

Problem stray_quote(std::int64_t line, std::size_t column) {
    return row_problem("transfer.row_quote",
                       "Row {0}, column {1}: text goes on behind the closing quotation mark. "
                       "Nothing was taken over. "
                       "Write quotation marks inside a cell twice.",
                       line, column);
}

}  // namespace

Result<std::unique_ptr<TableReader>> CsvReader::open(const std::string& path,
                                                     const TableLimits& limits) {
    std::ifstream file{std::filesystem::path{path}, std::ios::binary};
    if (!file) return cannot_open(path);
    std::unique_ptr<CsvReader> reader{new CsvReader{std::move(file), limits}};
    if (auto problem = reader->find_encoding()) return *std::move(problem);
    if (auto problem = reader->find_separator()) return *std::move(problem);
    return std::unique_ptr<TableReader>{std::move(reader)};
}

CsvReader::CsvReader(std::ifstream file, const TableLimits& limits)
    : file_{std::move(file)},
      limits_{limits} {}

// Reads the whole file once: what is not UTF-8 may stand on its last line.
std::optional<Problem> CsvReader::find_encoding() {
    EncodingDetector detector;
    std::string first_bytes;
    for (read_bytes(file_, piece_); !piece_.empty(); read_bytes(file_, piece_)) {
        if (size_ == 0) first_bytes = piece_.substr(0, 4);
        size_ += static_cast<std::int64_t>(piece_.size());
        detector.add(piece_);
    }
    encoding_ = detector.encoding();
    mark_length_ = taken_ = static_cast<std::int64_t>(mark_length(first_bytes, encoding_));
    const bool is_utf8 = encoding_ == TextEncoding::utf8 ||
                         encoding_ == TextEncoding::utf8_with_mark;
    if (is_utf8 && detector.fault()) return bad_byte(*detector.fault());
    if (!is_utf8) decoder_ = open_decoder(encoding_);
    file_.clear();
    file_.seekg(mark_length_);
    return std::nullopt;
}

int CsvReader::progress_ppm() const {
    return size_ == 0 ? 1'000'000 : static_cast<int>(taken_ * 1'000'000 / size_);
}

// Excel writes "sep=;" as the first line of some files; otherwise the first record tells.
std::optional<Problem> CsvReader::find_separator() {
    if (auto problem = read_piece()) return problem;
    if (text_.starts_with("sep=") && text_.size() > 5 && (text_[5] == '\r' || text_[5] == '\n')) {
        format_ = CsvFormat{text_[4]};
        place_ = text_.compare(5, 2, "\r\n") == 0 ? 7 : 6;
        ++line_;
    } else {
        format_ = CsvFormat{detect_separator(text_)};
    }
    return std::nullopt;
}

// Appends the next piece of the file to what is left of the last one.
std::optional<Problem> CsvReader::read_piece() {
    read_bytes(file_, piece_);
    taken_ += static_cast<std::int64_t>(piece_.size());
    is_last_ = piece_.size() < piece_length;
    text_.erase(0, std::exchange(place_, 0));
    const std::size_t before = text_.size();
    if (!decoder_) {
        text_ += piece_;
        return std::nullopt;
    }
    if (const auto fault = decoder_->decode(piece_, is_last_, text_))
        return bad_byte(*fault + mark_length_);
    if (text_.find('\0', before) != std::string::npos) return not_text();
    return std::nullopt;
}

Result<bool> CsvReader::next(TableRow& row) {
    notices_.clear();
    if (has_ended_) return false;
    for (;;) {
        CsvRecord record;
        Result<bool> found = next_record(row, record);
        if (!found || !*found) {
            has_ended_ = true;
            return found;
        }
        row.number = std::exchange(line_, line_ + record.lines);
        const bool is_empty = std::all_of(row.cells.begin(), row.cells.end(),
                                          [](const auto& cell) { return cell.empty(); });
        if (is_empty && record.stray_quote == 0) continue;
        if (auto problem = settle(record, row)) {
            has_ended_ = problem->level == Level::fatal;
            return *std::move(problem);
        }
        return true;
    }
}

// Reads on until a whole record stands in text_.
Result<bool> CsvReader::next_record(TableRow& row, CsvRecord& record) {
    while (place_ < text_.size() || !is_last_) {
        record = read_csv_record(std::string_view{text_}.substr(place_), format_, is_last_,
                                 static_cast<std::size_t>(limits_.columns), row.cells);
        if (record.has_open_quote) return open_quote(line_);
        if (record.is_complete) {
            place_ += record.length;
            return true;
        }
        if (text_.size() - place_ > record_length_max) return row_too_long(line_);
        if (auto problem = read_piece()) return *std::move(problem);
    }
    return false;
}

// What is wrong with a whole record, and what was mended in it.
std::optional<Problem> CsvReader::settle(const CsvRecord& record, TableRow& row) {
    if (++rows_ > limits_.rows) return too_many_rows(limits_);
    if (record.stray_quote != 0) return stray_quote(row.number, record.stray_quote - 1);
    if (record.cells > row.cells.size()) return row_too_wide(row.number, limits_);
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        std::string& cell = row.cells[column];
        if (record.has_rare_bytes && take_out_controls(cell))
            notices_.push_back(controls_taken_out(row.number, column));
        const auto length_max = static_cast<std::size_t>(limits_.cell_length);
        if (cell.size() > length_max && code_point_count(cell) > length_max)
            return cell_too_long(row.number, column, limits_);
    }
    return std::nullopt;
}

}  // namespace zf::transfer
