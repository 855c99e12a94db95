#include "commands/closing_answer.h"

#include "commands/finding_answer.h"
#include "domain/closing_backup.h"
#include "zhangfang/backup/backup_log.h"
#include "zhangfang/ledger/store/vouchers.h"
#include "zhangfang/model/answer.h"
#include "zhangfang/model/message_value.h"

namespace zf::bookkeeping {

ClosingCheck backup_check(Reader reader, const Book& book, const std::string& now) {
    const auto newest = BackupLog{reader}.last_verified();
    ClosingCheck check{.code = "bk.period.backup", .title = "A backup of the last 24 hours"};
    if (auto problem = why_backup_missing(book.options, newest ? newest->made_at : "", now))
        check.findings = {*std::move(problem)};
    return check;
}

List check_rows(const std::vector<ClosingCheck>& checks, Reader reader, const Book& book) {
    const VoucherStore vouchers{reader, book.id};
    List rows;
    for (const ClosingCheck& check : checks) {
        List blocking;
        for (const Id<Voucher> id : check.vouchers)
            if (const auto voucher = vouchers.get(id))
                blocking.emplace_back(VoucherStore::reference_of(*voucher));
        rows.emplace_back(
            Record{{"check", message_value({check.title})},
                   {"passed", check.findings.empty()},
                   {"stops", check.level == Level::error || check.level == Level::fatal},
                   {"code", check.code},
                   {"findings", finding_rows(check.findings)},
                   {"vouchers", std::move(blocking)}});
    }
    return rows;
}

std::vector<FieldInfo> check_columns() {
    FieldInfo vouchers = column("vouchers", "Vouchers", ValueType::list);
    vouchers.item = ValueType::text;
    vouchers.refers_to = "bk.voucher";
    return {column("check", "Check", ValueType::record),
            column("passed", "Passed", ValueType::boolean),
            column("stops", "Stops the closing", ValueType::boolean),
            column("code", "Code"),
            findings_column(),
            vouchers};
}

}  // namespace zf::bookkeeping
