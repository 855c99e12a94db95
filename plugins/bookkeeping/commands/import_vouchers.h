#pragma once

#include <optional>

#include "commands/fields.h"

namespace zf::bookkeeping {

// Vouchers from a file: all of it, or nothing when one row is wrong. A dry run reads and checks
// only.
struct ImportVouchers {
    static constexpr const char* command = "bk.voucher.import";
    std::string book;
    std::string file;
    std::optional<Month> month;
    int last_number = 0;
};

inline std::vector<Field<ImportVouchers>> import_vouchers_fields() {
    return {
        book_field(&ImportVouchers::book),
        field("file", &ImportVouchers::file, "File")
            .required()
            .file()
            .help("CSV or XLSX with the columns date, word, number, attachments, summary, "
                  "account_code, debit, credit, dim:flow."),
        field("month", &ImportVouchers::month, "Month").help("Only the vouchers of this month."),
        field("last_number", &ImportVouchers::last_number, "Last number")
            .range(0, 999'999)
            .help("Only the vouchers up to this number."),
    };
}

}  // namespace zf::bookkeeping
