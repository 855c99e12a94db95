#include "commands/work_answer.h"

#include "zhangfang/backup/backup_log.h"
#include "zhangfang/ledger/store/numbering.h"
#include "zhangfang/ledger/store/periods.h"
#include "zhangfang/ledger/store/vouchers.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

void set_work(Record& answer, Reader reader, const Book& book) {
    const VoucherStore vouchers{reader, book.id};
    const PeriodStore periods{reader, book.id};
    const PeriodKey open = periods.first_open();
    using enum VoucherState;
    answer.set("open_month", open.text());
    answer.set("month_state", std::string{name_of(periods.get(open).state)});
    answer.set("held", vouchers.count({.states = {held}}));
    answer.set("unreviewed", vouchers.count({.states = {entered}}));
    answer.set("unposted", vouchers.count({.states = {reviewed}}));
    answer.set("marked_wrong", vouchers.count({.marked_wrong_only = true}));
    std::int64_t missing = 0;
    for (const NumberGap& gap : number_gaps(reader, book.id, open))
        missing += gap.last - gap.first + 1;
    answer.set("gaps", missing);
    const auto backup = BackupLog{reader}.last_verified();
    answer.set("last_backup", backup ? backup->made_at : "");
}

std::vector<FieldInfo> work_columns() {
    const auto count = [](const char* name, const char* label) {
        return column(name, label, ValueType::integer);
    };
    FieldInfo state = column("month_state", "State of the month");
    state.choices = choices_of<PeriodState>();
    return {column("open_month", "Open month"),
            state,
            count("held", "Held"),
            count("unreviewed", "Not reviewed"),
            count("unposted", "Not posted"),
            count("marked_wrong", "Marked as wrong"),
            count("gaps", "Missing numbers"),
            column("last_backup", "Last backup (UTC)")};
}

}  // namespace zf::bookkeeping
