#pragma once

#include <memory>
#include <optional>

#include "transfer/sheet_handler.h"

namespace zf::transfer {

// One sheet of an XLSX file, unpacked and read piece by piece.
class XlsxReader : public TableReader {
public:
    static Result<std::unique_ptr<TableReader>>
    open(const std::string& path, const TableLimits& limits, const std::string& sheet);

    Result<bool> next(TableRow& row) override;
    const Problems& notices() const override { return notices_; }
    std::vector<std::string> sheet_names() const override;
    int progress_ppm() const override { return xml_->progress_ppm(); }

private:
    XlsxReader(ZipFile zip, Workbook workbook, const TableLimits& limits);
    Result<bool> read_until_row();

    ZipFile zip_;
    Workbook workbook_;
    TableLimits limits_;
    SheetHandler handler_;
    std::optional<XmlReader> xml_;
    std::int64_t rows_ = 0;
    bool has_ended_ = false;
    Problems notices_;
};

}  // namespace zf::transfer
