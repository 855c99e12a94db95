#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "zhangfang/ledger/store/writing.h"
#include "zhangfang/ledger/voucher.h"

namespace zf {

// A voucher as lists show it.
struct VoucherRow {
    Voucher voucher;      // without entries
    std::string summary;  // of its first line
    Amount debit;         // Σ debit of its lines, in its first measure
    int lines = 0;
};

// What a list is asked for; what is not set does not narrow.
struct VoucherFilter {
    PeriodKey from, to;  // both included; {} is no bound
    std::optional<Date> from_date, to_date;
    std::vector<VoucherState> states;  // empty: all
    std::string word;
    int from_number = 0, to_number = 0;
    std::int64_t prepared_by = 0;
    std::vector<std::int64_t> prepared_by_any;  // whose-records scope; empty: anybody
    std::int64_t reviewed_by = 0;
    std::optional<VoucherOrigin> origin;
    Id<Account> account;                           // a line on it (a leaf)
    std::optional<Amount> from_amount, to_amount;  // Σ debit
    std::string text;                              // part of a summary
    bool marked_wrong_only = false;
};

struct VoucherPage {
    std::vector<VoucherRow> rows;  // by period, word, number; held ones after all
    std::string next;              // key to continue after; "" at the end
};

struct VoucherVersion {
    int number = 0;
    std::string content;       // canonical JSON
    std::string content_hash;  // hex
    std::string cause;         // "amended", "unposted", "renumbered"
    std::string reason;
    std::string replaced_at;
    std::int64_t replaced_by = 0;
};

// Reads whole vouchers one after another, for printing and proofs; memory does not grow with their
// number.
class ZF_EXPORT VoucherCursor {
public:
    virtual ~VoucherCursor();
    virtual const Voucher* next() = 0;  // nullptr at the end; valid until the next call
};

class ZF_EXPORT VoucherStore {
public:
    VoucherStore(Reader reader, Id<Book> book);

    std::optional<Voucher> get(Id<Voucher> id) const;
    std::optional<Voucher> find(PeriodKey period, std::string_view word, int number) const;
    // "2008-01/记-17" or "#id". Problem ledger.voucher.unknown.
    Result<Voucher> resolve(std::string_view reference) const;
    // The natural key of a voucher: "2008-01/记-17", "#id" while held.
    static std::string reference_of(const Voucher& voucher);

    VoucherPage page(const VoucherFilter& filter, std::string_view after, int limit) const;
    std::int64_t count(const VoucherFilter& filter) const;
    // Vouchers with their entries, by period, word and number; held ones only where the
    // states name nothing else.
    std::unique_ptr<VoucherCursor> cursor(const VoucherFilter& filter) const;

    // The voucher that reverses this one, if any.
    std::optional<Id<Voucher>> reversed_by(Id<Voucher> id) const;
    std::vector<VoucherVersion> versions(Id<Voucher> id) const;  // oldest first
    // What problems_of wants to know about this voucher, as the store stands now. A voucher that is
    // already stored is looked at as if its stored lines were gone.
    EntryContext context_of(const Book& book, const Voucher& voucher) const;
    // Every rule that entering would ask, without the change: for screens while somebody types.
    Problems problems_of_entering(const BookKinds& kinds, const Voucher& voucher) const;

private:
    Connection& connection_;
    Reader reader_;
    Id<Book> book_;
};

}  // namespace zf
