#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "zhangfang/base/date.h"
#include "zhangfang/base/message.h"
#include "zhangfang/base/money.h"
#include "zhangfang/ledger/account.h"

namespace zf::bookkeeping {

// An account as the entry screen offers it.
struct AccountOffer {
    std::string code, name, full_name, mnemonic;
    Side normal_side = Side::debit;
    Money balance;  // on its normal side, with everything entered so far
    bool is_leaf = true;
    bool is_cash = false;
    std::vector<std::string> kinds;  // of the dimensions it is kept by

    bool operator==(const AccountOffer&) const = default;
};

struct ItemOffer {
    std::string kind, code, name;

    bool operator==(const ItemOffer&) const = default;
};

enum class SheetColumn { summary, account, item, debit, credit };

struct SheetCell {
    int line = 0;
    SheetColumn column = SheetColumn::summary;

    bool operator==(const SheetCell&) const = default;
};

// A line while it is typed. `item` is a code, or "kind=code,kind=code" on an account of several
// dimensions.
struct EntryLine {
    std::string summary;
    std::string account;       // code
    std::string account_name;  // what stands behind the code
    std::string item;
    std::string item_name;
    Side side = Side::debit;
    Money amount;

    bool is_empty() const {
        return summary.empty() && account.empty() && item.empty() && amount.is_zero();
    }
    bool operator==(const EntryLine&) const = default;
};

// What the entry screen knows and does, without a window: every key of the trade is a function
// here. It holds no rule of the books: the command is asked when saving.
class EntrySheet {
public:
    EntrySheet() : lines_(1) {}

    std::string word = "记";
    std::string date;         // ISO
    std::string attachments;  // "" until stated
    std::string reference;
    std::string template_code;

    // Lines that were there before get the names of their accounts.
    void set_accounts(std::vector<AccountOffer> accounts);
    void set_items(std::vector<ItemOffer> items) { items_ = std::move(items); }
    const std::vector<AccountOffer>& accounts() const { return accounts_; }
    const std::vector<ItemOffer>& items() const { return items_; }
    // The days that are open to entry; typed dates outside are refused.
    void set_open_days(Date first, Date last) { open_days_ = {first, last}; }

    const std::vector<EntryLine>& lines() const { return lines_; }
    const EntryLine& line(int index) const;  // an empty one behind the last
    void set_lines(std::vector<EntryLine> lines);
    bool is_changed() const { return is_changed_; }
    void note_change() { is_changed_ = true; }  // of what stands above the lines
    void forget_changes() { is_changed_ = false; }

    // Typing. A cell takes its text when it is left; a refusal says what is wrong and keeps what
    // stood there.
    std::optional<Message> type_summary(int line, std::string_view text);  // ".." copies the line
                                                                           // above, "//" the first
    std::optional<Message> type_account(int line, std::string_view text);  // code, initials or part
                                                                           // of the name
    std::optional<Message> type_item(int line, std::string_view text);     // code or part of the
                                                                           // name
    // "=" takes what balances; "12.5*8+3" is calculated; a minus before or after makes it red; ""
    // empties.
    std::optional<Message> type_amount(int line, Side side, std::string_view text);
    // "15" is the 15th of the month last used; up and down are steps by a day.
    std::optional<Message> type_date(std::string_view text, Date last_used);
    std::optional<Message> step_date(int days);

    // Accounts that fit what was typed: the exact code first, then by code, initials, name.
    std::vector<const AccountOffer*> account_candidates(std::string_view text) const;
    // Items of the dimensions that this line's account is kept by.
    std::vector<const ItemOffer*> item_candidates(int line, std::string_view text) const;
    const AccountOffer* account(std::string_view code) const;
    // "21 副食支出"; the names of several stand one after another.
    std::string item_text(const EntryLine& line) const;

    void flip(int line);     // Space in an amount: to the other side
    void balance(int line);  // Ctrl+F7: the difference on its proper side
    void insert_line(int line);
    void remove_line(int line);
    // Rows copied to and from a spreadsheet: summary, account, debit, credit, item between tabs.
    std::string copied(int first, int last) const;
    std::optional<Message> paste(int line, std::string_view text);

    // Enter: 摘要 → 科目 → (核算项目) → 借 → 贷 → next line; nothing after the last line of a
    // balanced voucher: save.
    std::optional<SheetCell> after(SheetCell cell) const;
    SheetCell before(SheetCell cell) const;

    Money total(Side side) const;
    Money difference() const { return total(Side::debit) - total(Side::credit); }
    bool is_balanced() const { return difference().is_zero() && filled_lines() >= 2; }
    int filled_lines() const;
    // What this voucher does to an account, on the account's normal side.
    Money effect_on(const AccountOffer& offer) const;

    // Undo of the last typed change, and redo.
    bool undo();
    bool redo();

private:
    void note();  // before each change
    EntryLine& line_at(int line);
    Money difference_without(int line) const;
    std::optional<Message> take_date(Date taken);
    const ItemOffer* item(std::string_view kind, std::string_view code) const;

    std::vector<AccountOffer> accounts_;
    std::vector<ItemOffer> items_;
    std::optional<std::pair<Date, Date>> open_days_;
    std::vector<EntryLine> lines_;
    std::vector<std::vector<EntryLine>> undo_, redo_;
    bool is_changed_ = false;
};

}  // namespace zf::bookkeeping
