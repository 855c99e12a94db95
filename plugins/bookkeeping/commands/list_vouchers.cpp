#include "commands/list_vouchers.h"

#include "commands/book_context.h"
#include "commands/commands.h"
#include "commands/voucher_answer.h"
#include "zhangfang/access/operator_store.h"
#include "zhangfang/ledger/store/accounts.h"
#include "zhangfang/model/answer.h"

namespace zf::bookkeeping {

static Problem unknown(const char* code, const char* sentence, const std::string& given,
                       const char* field) {
    return {.code = code, .text = {sentence, {given}}, .place = {field}};
}

static Result<std::vector<VoucherState>> states_of(const ListVouchers& request) {
    std::vector<VoucherState> states;
    for (const std::string& name : request.state) {
        const auto state = enum_from<VoucherState>(name);
        if (!state)
            return unknown("bk.voucher.state_unknown",
                           "There is no state \"{0}\". Known are held, entered, reviewed, posted "
                           "and voided.",
                           name, "state");
        states.push_back(*state);
    }
    return states;
}

static std::optional<Problem> take_bounds(const ListVouchers& request, Reader reader,
                                          const Book& book, VoucherFilter& filter) {
    for (const auto& [text, bound] :
         {std::pair{&request.from, &filter.from}, std::pair{&request.to, &filter.to}}) {
        if (text->empty()) continue;
        const auto period = period_of(reader, book, *text);
        if (!period) return period.error();
        *bound = *period;
    }
    if (!request.prepared_by.empty()) {
        const auto preparer = OperatorStore{reader}.by_login(request.prepared_by);
        if (!preparer)
            return unknown("bk.voucher.operator_unknown",
                           "There is no operator \"{0}\". Give a login name.", request.prepared_by,
                           "prepared_by");
        filter.prepared_by = preparer->id.value;
    }
    if (!request.account.empty()) {
        const auto account = AccountStore{reader, book.id}.resolve(
            request.account, year_or_open(reader, book, filter.from.year));
        if (!account) return account.error();
        filter.account = account->id;
    }
    return std::nullopt;
}

static Result<VoucherFilter> filter_of(const ListVouchers& request, ReadContext& context,
                                       const Book& book) {
    auto states = states_of(request);
    if (!states) return states.error();
    VoucherFilter filter{
        .from_date = request.from_date,
        .to_date = request.to_date,
        .states = *std::move(states),
        .word = request.word,
        .from_number = request.from_number,
        .to_number = request.to_number,
        .prepared_by_any = owners_for(context.session(), "bk.read", book, context.snapshot()),
        .text = request.search,
        .marked_wrong_only = request.marked_wrong};
    if (request.from_amount) filter.from_amount = Amount::of(*request.from_amount);
    if (request.to_amount) filter.to_amount = Amount::of(*request.to_amount);
    if (const auto problem = take_bounds(request, context.snapshot(), book, filter))
        return *problem;
    return filter;
}

static Result<Record> list_vouchers(const ListVouchers& request, ReadContext& context) {
    const Result<Book> book = book_of(context.snapshot(), request.book);
    if (!book) return book.error();
    const auto filter = filter_of(request, context, *book);
    if (!filter) return filter.error();
    const VoucherPage page = VoucherStore{context.snapshot(), book->id}.page(*filter, request.after,
                                                                             request.limit);
    const OperatorNames names = operator_names(context.snapshot());
    List rows;
    for (const VoucherRow& row : page.rows) rows.emplace_back(voucher_row(row, names));
    return Record{{"rows", std::move(rows)}, {"next", page.next}};
}

CommandEntry list_vouchers_command() {
    return entry_of(Query<ListVouchers>{
        .name = ListVouchers::command,
        .title = "Vouchers",
        .help = "Finds vouchers by month, number, state, amount, account or summary.",
        .permission = "bk.read",
        .place_of = place_of_book,
        .parameters = list_vouchers_fields(),
        .answer = {rows_of("Rows", voucher_row_columns()), column("next", "Continue after")},
        .run = list_vouchers,
    });
}

}  // namespace zf::bookkeeping
