#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>

#include "transfer/workbook.h"
#include "transfer/xml_reader.h"

namespace zf::transfer {

// A row as the sheet holds it; at most one fault is kept, the first.
struct SheetRow {
    TableRow row;
    std::optional<Problem> problem;
    Problems notices;
};

// Turns the elements of a sheet into rows, which wait until they are taken.
class SheetHandler : public XmlHandler {
public:
    SheetHandler(const Workbook& workbook, const TableLimits& limits);

    void start(std::string_view name, const XmlAttributes& attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view text) override;

    std::deque<SheetRow> rows;
    std::optional<Problem> damage;  // the part contradicts itself

private:
    void start_row(const XmlAttributes& attributes);
    void start_cell(const XmlAttributes& attributes);
    void end_cell();
    void end_row();
    void settle_number();
    void settle_shared_text();
    void note(Problem notice) { row_.notices.push_back(std::move(notice)); }
    void refuse(Problem problem);

    const Workbook& workbook_;
    TableLimits limits_;
    SheetRow row_;
    std::int64_t number_ = 0;  // of the row
    std::size_t column_ = 0;
    std::size_t next_column_ = 0;
    std::string type_;  // of the cell: s, inlineStr, str, b, e, n
    std::size_t style_ = 0;
    std::string content_;
    bool is_in_content_ = false;
    bool is_in_cell_ = false;
    int in_reading_ = 0;
    bool has_formula_ = false;
    bool has_told_of_formula_ = false;
};

}  // namespace zf::transfer
