#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "zhangfang/ledger/numbering.h"
#include "zhangfang/ledger/store/writing.h"

namespace zf {

// One mechanism for numbers: the highest given so far of each named series, in the row that the
// transaction locks.
class ZF_EXPORT Series {
public:
    // `name`: "voucher/2008-01/记". Period 13 continues December's.
    Series(const Transaction& transaction, Id<Book> book, std::string name);
    int next() const;               // max + 1, noted at once
    void note(int number) const;    // a number given otherwise: the highest wins
    void reset(int highest) const;  // after a renumbering
    static std::string voucher_series(PeriodKey period, std::string_view word);

private:
    const Transaction& transaction_;
    Id<Book> book_;
    std::string name_;
};

// What the next voucher of the word would be numbered, as the store stands now: for screens only,
// since another seat may take it.
ZF_EXPORT int next_number(Reader reader, Id<Book> book, PeriodKey period, std::string_view word);

// 断号: numbers missing below the highest, of one period (13 counts with 12).
ZF_EXPORT std::vector<NumberGap> number_gaps(Reader reader, Id<Book> book, PeriodKey period);

// What a renumbering would look at: every numbered voucher of the month and word, in number order.
ZF_EXPORT std::vector<NumberedVoucher> numbered_vouchers(Reader reader, Id<Book> book,
                                                         PeriodKey period, std::string_view word);

struct Renumbered {
    std::vector<NumberChange> changes;
    std::vector<NumberedVoucher> typed_references;  // summaries that quote a number and were typed
                                                    // by a person
    Touched touched;
};
// Gives the numbers of the plan; summaries that the program generated follow. Refused in a closed
// period and for posted vouchers of a strict book.
ZF_EXPORT Result<Renumbered> renumber(const Writing& writing, Id<Book> book, PeriodKey period,
                                      std::string_view word, const RenumberPlan& plan);

}  // namespace zf
