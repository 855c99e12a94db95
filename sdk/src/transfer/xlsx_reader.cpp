#include "transfer/xlsx_reader.h"

#include <algorithm>
#include <utility>

#include "transfer/table_problems.h"
#include "transfer/workbook_driver.h"

namespace zf::transfer {
namespace {

Problem no_such_sheet(const std::string& sheet, const Workbook& workbook) {
    std::string names;
    for (const WorkbookSheet& each : workbook.sheets)
        names += names.empty() ? each.name : ", " + each.name;
    return file_problem("transfer.no_such_sheet",
                        "The workbook has no sheet {0}. Its sheets are: {1}.", {sheet, names});
}

}  // namespace

Result<std::unique_ptr<TableReader>>
XlsxReader::open(const std::string& path, const TableLimits& limits, const std::string& sheet) {
    Result<ZipFile> zip = ZipFile::open(path, limits);
    if (!zip) return zip.error();
    Result<Workbook> workbook = read_workbook(*zip);
    if (!workbook) return workbook.error();
    const auto& sheets = workbook->sheets;
    const auto found = std::find_if(sheets.begin(), sheets.end(), [&](const WorkbookSheet& each) {
        return sheet.empty() || each.name == sheet;
    });
    if (found == sheets.end()) return no_such_sheet(sheet, *workbook);

    const std::string part_name = found->part;
    std::unique_ptr<XlsxReader> reader{
        new XlsxReader{*std::move(zip), *std::move(workbook), limits}};
    Result<ZipPart> part = reader->zip_.part(part_name);
    if (!part) return part.error();
    reader->xml_.emplace(*std::move(part), part_name, reader->handler_);
    return std::unique_ptr<TableReader>{std::move(reader)};
}

XlsxReader::XlsxReader(ZipFile zip, Workbook workbook, const TableLimits& limits)
    : zip_{std::move(zip)},
      workbook_{std::move(workbook)},
      limits_{limits},
      handler_{workbook_, limits_} {}

std::vector<std::string> XlsxReader::sheet_names() const {
    std::vector<std::string> names;
    for (const WorkbookSheet& each : workbook_.sheets) names.push_back(each.name);
    return names;
}

Result<bool> XlsxReader::next(TableRow& row) {
    notices_.clear();
    if (has_ended_) return false;
    Result<bool> found = read_until_row();
    if (!found || !*found) {
        has_ended_ = true;
        return found;
    }
    SheetRow next = std::move(handler_.rows.front());
    handler_.rows.pop_front();
    if (++rows_ > limits_.rows) {
        has_ended_ = true;
        return too_many_rows(limits_);
    }
    row = std::move(next.row);
    notices_ = std::move(next.notices);
    if (next.problem) return *std::move(next.problem);
    return true;
}

Result<bool> XlsxReader::read_until_row() {
    while (handler_.rows.empty()) {
        Result<bool> goes_on = xml_->read_piece();
        if (goes_on && handler_.damage) return *handler_.damage;
        if (!goes_on || (!*goes_on && handler_.rows.empty())) return goes_on;
    }
    return true;
}

}  // namespace zf::transfer

extern "C" ZF_EXPORT const zf::transfer::WorkbookDriver zf_workbook_driver;
const zf::transfer::WorkbookDriver zf_workbook_driver{&zf::transfer::XlsxReader::open};
