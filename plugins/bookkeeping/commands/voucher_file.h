#pragma once

#include <map>
#include <string>
#include <unordered_map>

#include "commands/table_file.h"
#include "zhangfang/ledger/store/accounts.h"
#include "zhangfang/ledger/store/voucher_actions.h"

namespace zf::bookkeeping {

// Which vouchers of a file are wanted; what is not given does not narrow.
struct VoucherFileRange {
    std::optional<Month> month;
    std::int64_t last_number = 0;
};

// Vouchers as a file brings them, one row a line (§22.1): date, word, number, attachments, summary,
// account_code, debit, credit, dim:<kind>…, reference, remark. Neighbouring rows of one date, word
// and number are one voucher; without a number a voucher ends where it balances.
class VoucherFile {
public:
    // Accounts and measures are those of the book in this transaction or snapshot.
    VoucherFile(TableFile file, Reader reader, const Book& book, const VoucherFileRange& range);

    // Fills the next voucher; false at the end.
    bool next(ImportedVoucher& imported);
    bool names_numbers() const { return names_numbers_; }
    // What is wrong with single rows: codes bk.import.… and ledger.account.unknown at their row.
    const Problems& problems() const { return file_.problems(); }
    int progress_ppm() const { return file_.progress_ppm(); }

    static const std::vector<std::string>& needed_columns();

private:
    struct Columns {
        std::size_t date, word, number, attachments, summary, account, debit, credit, reference,
            remark, reverses, corrects;
        std::vector<std::pair<std::size_t, std::string>> dimensions;
    };
    // What tells the rows of one voucher from those of the next.
    struct Head {
        std::string date_text, word, number_text;
        Date date;
        int number = 0;
    };

    bool go_to_wanted_row();
    bool read_head();
    bool is_wanted() const;
    bool belongs_to(const Head& voucher) const;
    void begin(ImportedVoucher& imported);
    void add_line(ImportedVoucher& imported);
    const Account* find_account();

    TableFile file_;
    Columns columns_;
    AccountStore accounts_;
    Book book_;
    Id<Measure> measure_;
    VoucherFileRange range_;
    std::map<int, std::unordered_map<std::string, Account>> charts_;  // by year
    Head head_;
    bool has_row_ = false;
    bool names_numbers_ = false;
};

}  // namespace zf::bookkeeping
