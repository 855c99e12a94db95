#pragma once

#include <fstream>
#include <optional>
#include <string>

#include "transfer/csv_record.h"
#include "transfer/decoder.h"
#include "zhangfang/transfer/table_reader.h"

namespace zf::transfer {

// A text file of records, read in pieces of 1 MiB.
class CsvReader : public TableReader {
public:
    static Result<std::unique_ptr<TableReader>> open(const std::string& path,
                                                     const TableLimits& limits);

    Result<bool> next(TableRow& row) override;
    const Problems& notices() const override { return notices_; }
    std::vector<std::string> sheet_names() const override { return {}; }
    int progress_ppm() const override;

private:
    CsvReader(std::ifstream file, const TableLimits& limits);
    std::optional<Problem> find_encoding();
    std::optional<Problem> find_separator();
    std::optional<Problem> read_piece();
    Result<bool> next_record(TableRow& row, CsvRecord& record);
    std::optional<Problem> settle(const CsvRecord& record, TableRow& row);

    std::ifstream file_;
    TableLimits limits_;
    std::int64_t size_ = 0;
    std::int64_t taken_ = 0;  // bytes of the file that were read, its mark included
    TextEncoding encoding_ = TextEncoding::utf8;
    std::int64_t mark_length_ = 0;
    std::unique_ptr<Decoder> decoder_;  // of what is not UTF-8
    std::string piece_;
    std::string text_;       // decoded and not yet passed
    std::size_t place_ = 0;  // of the next record in it
    bool is_last_ = false;   // the text ends with the file
    bool has_ended_ = false;
    CsvFormat format_{','};
    std::int64_t line_ = 1;
    std::int64_t rows_ = 0;
    Problems notices_;
};

}  // namespace zf::transfer
