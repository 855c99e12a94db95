#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "zhangfang/transfer/table_reader.h"

namespace zf::bookkeeping {

// A CSV or XLSX file whose first row names its columns; cells are asked for by their column. What
// is wrong with single rows, and what the reader noticed, is collected, so that a person reads all
// of it at once.
class TableFile {
public:
    // Problems: those of the reader, bk.import.column_missing, bk.import.empty.
    static Result<TableFile> open(const std::string& path, const std::vector<std::string>& needed);

    // Goes to the next row that can be read; false at the end, or at a fault that ends the file.
    bool next();
    std::int64_t row() const { return row_.number; }
    // Where a column stands in the rows; `no_column` when the file lacks it.
    std::size_t column(std::string_view name) const;
    std::vector<std::string> columns_with(std::string_view prefix) const;
    const std::string& name(std::size_t column) const;

    // "" where the file has no such column or the row ends before it.
    const std::string& cell(std::size_t column) const;
    // Cells as values; one that is none is noted at its row and answers nothing. Empty cells too.
    std::optional<Money> money(std::size_t column);
    std::optional<Date> date(std::size_t column);
    std::optional<std::int64_t> count(std::size_t column);

    void find(Problem problem);  // notes a finding about this row
    const Problems& problems() const { return problems_; }
    int progress_ppm() const { return reader_->progress_ppm(); }

    static constexpr std::size_t problems_max = 1000;
    static constexpr std::size_t no_column = static_cast<std::size_t>(-1);

private:
    explicit TableFile(std::unique_ptr<TableReader> reader) : reader_{std::move(reader)} {}

    void keep(Problem problem);

    std::unique_ptr<TableReader> reader_;
    std::vector<std::string> names_;
    TableRow row_;
    Problems problems_;
    std::size_t notice_count_ = 0, fault_count_ = 0;
};

}  // namespace zf::bookkeeping
