#pragma once

#include "commands/book_context.h"
#include "commands/voucher_line.h"
#include "zhangfang/ledger/store/accounts.h"
#include "zhangfang/ledger/store/vouchers.h"

namespace zf::bookkeeping {

// A voucher as people write it, before accounts and items are looked up.
struct VoucherDraft {
    Date date;
    std::string word;
    std::optional<int> attachments;
    std::string summary;
    std::vector<VoucherLine> lines;
    std::string reference;
    std::string remark;
    std::string template_code;
};

template <class Request>
VoucherDraft draft_of(const Request& request) {
    return {request.date,  request.word,      request.attachments, request.summary,
            request.entry, request.reference, request.remark,      request.template_code};
}

// The entries that lines stand for. Findings, each at its line: ledger.account.unknown,
// bk.voucher.two_sides, bk.voucher.item_without_kind.
Expected<std::vector<Entry>, Problems> entries_from(const std::vector<VoucherLine>& lines,
                                                    const std::string& summary, Reader reader,
                                                    const Book& book, int year);
Expected<Voucher, Problems> voucher_from(const VoucherDraft& draft, Reader reader,
                                         const Book& book);

// Refuses with every finding of a draft.
Problem refusal_of(const Problems& found, CommandContext& context);

// The stored voucher that a request means, of this operator's scope under a permission.
Result<Voucher> voucher_to_change(CommandContext& context, const Book& book,
                                  const std::string& reference, std::string_view permission);

// The same for somebody who only looks.
Result<Voucher> voucher_to_read(const Session& session, Reader reader, const Book& book,
                                const std::string& reference);

// The version that an editor read; 0 takes the stored one.
std::int64_t version_of(std::int64_t read, const Voucher& voucher);

// bk.voucher.nothing_chosen
Problem nothing_chosen();
// Does the operator's grant reach over everybody's vouchers in this book?
bool reaches_all(const CommandContext& context, std::string_view permission, const Book& book);

// "2008-01/记-17"
std::string reference_of(const Voucher& voucher);

// What a command on one voucher answers: its reference, number and version, and the sentence.
void report(Changes& changes, const Voucher& voucher, const char* said);
std::vector<FieldInfo> voucher_result_columns();

}  // namespace zf::bookkeeping
