#include "commands/list_periods.h"

#include "commands/book_context.h"
#include "commands/commands.h"
#include "zhangfang/ledger/store/periods.h"
#include "zhangfang/ledger/store/vouchers.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static Result<Record> list_periods(const ListPeriods& request, ReadContext& context) {
    const Result<Book> book = book_of(context.snapshot(), request.book);
    if (!book) return book.error();
    const PeriodStore periods{context.snapshot(), book->id};
    const VoucherStore vouchers{context.snapshot(), book->id};
    const auto names = operator_names(context.snapshot());
    const auto count = [&](PeriodKey period, std::vector<VoucherState> states) {
        return vouchers.count({.from = period, .to = period, .states = std::move(states)});
    };
    using enum VoucherState;
    List rows;
    for (const Period& period :
         periods.of_year(year_or_open(context.snapshot(), *book, request.year))) {
        const auto name = names.find(period.closed_by);
        rows.emplace_back(Record{{"month", period.key.text()},
                                 {"state", std::string{name_of(period.state)}},
                                 {"unreviewed", count(period.key, {entered})},
                                 {"unposted", count(period.key, {reviewed})},
                                 {"posted", count(period.key, {posted})},
                                 {"closed_at", period.closed_at},
                                 {"closed_by", name == names.end() ? "" : name->second},
                                 {"close_hash", period.close_hash}});
    }
    List years;
    for (const int year : periods.years()) years.emplace_back(year);
    return Record{{"rows", std::move(rows)},
                  {"first_open", periods.first_open().text()},
                  {"years", std::move(years)}};
}

CommandEntry list_periods_command() {
    FieldInfo state = column("state", "State");
    state.choices = choices_of<PeriodState>();
    FieldInfo years = column("years", "Years", ValueType::list);
    years.item = ValueType::integer;
    return entry_of(Query<ListPeriods>{
        .name = ListPeriods::command,
        .title = "Months",
        .help = "Shows which months of a year are open, frozen or closed.",
        .permission = "bk.read",
        .place_of = place_of_book,
        .parameters = list_periods_fields(),
        .answer = {rows_of("Months",
                           {column("month", "Month"), state,
                            column("unreviewed", "Not reviewed", ValueType::integer),
                            column("unposted", "Not posted", ValueType::integer),
                            column("posted", "Posted", ValueType::integer),
                            column("closed_at", "Closed at"), column("closed_by", "Closed by"),
                            column("close_hash", "Closing digest")}),
                   column("first_open", "First open month"), years},
        .run = list_periods,
    });
}

}  // namespace zf::bookkeeping
