#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "zhangfang/base/date.h"
#include "zhangfang/base/money.h"
#include "zhangfang/ledger/account.h"
#include "zhangfang/model/value.h"
#include "zhangfang/rules/problem.h"

namespace zf::bookkeeping {

// An account as the grid offers it.
struct AccountOffer {
    std::string code, name, mnemonic;
    bool is_leaf = true;
    bool takes_items = false;  // has the dimension 收支项目
};

enum class SheetColumn { summary, account, item, debit, credit };

struct SheetCell {
    int line = 0;
    SheetColumn column = SheetColumn::summary;

    bool operator==(const SheetCell&) const = default;
};

struct SheetLine {
    std::string summary;
    std::string account;  // code
    std::string item;     // code of the 收支项目
    Side side = Side::debit;
    Money amount;

    bool is_empty() const {
        return summary.empty() && account.empty() && item.empty() && amount.is_zero();
    }
    bool operator==(const SheetLine&) const = default;
};

// What the voucher grid knows and does, without a window: every key of the entry screen is a
// function here, so that the habits of the trade are tested as text. It holds no rule of the books:
// the dispatcher is asked when saving.
class VoucherSheet {
public:
    VoucherSheet() : lines_(1) {}

    std::string word = "记";
    std::string date;         // as typed; ISO when complete
    std::string attachments;  // "" until stated
    std::string reference;
    std::string template_code;

    void set_accounts(std::vector<AccountOffer> accounts) { accounts_ = std::move(accounts); }
    const std::vector<AccountOffer>& accounts() const { return accounts_; }
    const std::vector<SheetLine>& lines() const { return lines_; }
    bool is_changed() const { return is_changed_; }
    void forget_changes() { is_changed_ = false; }

    // Typing. A cell takes its text when it is left; a refusal says what is wrong and keeps what
    // stood there.
    std::optional<Message> type_summary(int line, std::string_view text);  // ".." copies the line
                                                                           // above, "//" the first
    std::optional<Message> type_account(int line, std::string_view text);  // code, initials or part
                                                                           // of the name
    std::optional<Message> type_item(int line, std::string_view text);
    // "=" takes what balances; "12.5*8+3" is calculated; a minus before or after makes it red; ""
    // empties.
    std::optional<Message> type_amount(int line, Side side, std::string_view text);
    // "15" is the 15th of the month last used; up and down are steps by a day.
    std::optional<Message> type_date(std::string_view text, Date last_used);
    void step_date(int days);

    // Accounts that fit what was typed: the exact code first, then by code, initials, name.
    std::vector<const AccountOffer*> candidates(std::string_view text) const;
    const AccountOffer* account(std::string_view code) const;

    void flip(int line);     // Space in an amount: to the other side
    void balance(int line);  // Ctrl+F7: the difference on its proper side
    void insert_line(int line);
    void remove_line(int line);
    // Rows copied from a spreadsheet: tab-separated summary, account, debit, credit.
    std::optional<Message> paste(int line, std::string_view text);

    // Enter: 摘要 → 科目 → (收支项目) → 借 → 贷 → next line; nothing after the last line of a
    // balanced voucher: save.
    std::optional<SheetCell> after(SheetCell cell) const;
    SheetCell before(SheetCell cell) const;

    Money debit_total() const;
    Money credit_total() const;
    Money difference() const { return debit_total() - credit_total(); }
    bool is_balanced() const { return difference().is_zero() && filled_lines() >= 2; }
    int filled_lines() const;

    // Undo of the last typed change, and redo.
    bool undo();
    bool redo();

    // Parameters of bk.voucher.enter; the same record is the autosaved draft.
    Record record() const;
    void load(const Record& record);

private:
    void note();  // before each change
    SheetLine& line_at(int line);
    Money difference_without(int line) const;

    std::vector<AccountOffer> accounts_;
    std::vector<SheetLine> lines_;
    std::vector<std::vector<SheetLine>> undo_, redo_;
    bool is_changed_ = false;
};

}  // namespace zf::bookkeeping
