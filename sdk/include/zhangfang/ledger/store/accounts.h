#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "zhangfang/ledger/account.h"
#include "zhangfang/ledger/account_tree.h"
#include "zhangfang/ledger/store/writing.h"

namespace zf {

struct AccountWritten {
    Account account;
    Touched touched;
};

// The chart of a book as it stands in one year, with derived leaf marks.
class ZF_EXPORT AccountStore {
public:
    AccountStore(Reader reader, Id<Book> book);

    std::vector<Account> all(int year) const;  // in code order
    std::optional<Account> get(Id<Account> id, int year) const;
    std::optional<Account> find(std::string_view code, int year) const;
    // A code or "#id". Problem ledger.account.unknown.
    Result<Account> resolve(std::string_view reference, int year) const;
    // Code prefix, name fragment or pinyin initials; at most `limit`, in code order.
    std::vector<Account> search(std::string_view text, int year, int limit) const;
    // Has the account balances or lines, in any year; pending and opening amounts count.
    bool is_used(Id<Account> id) const;
    std::int64_t version(Id<Account> id) const;

    std::vector<DimensionKind> dimension_kinds() const;
    std::vector<DimensionItem> dimension_items(std::string_view kind) const;  // in code order
    std::optional<DimensionItem> dimension_item(std::string_view kind, std::string_view code) const;

private:
    Connection& connection_;
    Id<Book> book_;
};

// Adds an account from `year` on. The parent follows from the code and the book's code levels; a
// child inherits class, side, feature and dimensions, whatever `account` says.
// `moves_data_to_child`: the first child of an account with amounts takes them over (asked first:
// alert ledger.account.data_moves). Problems: ledger.account.code_taken, .code_levels,
// .parent_missing …
ZF_EXPORT Result<AccountWritten> add_account(const Writing& writing, Id<Book> book, int year,
                                             Account account);

// Renames, or changes flags, from `year` on; other years keep theirs. Side, feature and dimensions
// only while the account has no line in the year; disabling only without balance and without lines
// not yet posted. `version` is that read by the editor.
ZF_EXPORT Result<AccountWritten> change_account(const Writing& writing, Id<Book> book, int year,
                                                const Account& account, std::int64_t version);

// Removes accounts that nothing uses, in any year; with `subtree` all below too (成片删除): then
// all or none go, and the problems list each that stays.
struct AccountsRemoved {
    std::vector<Account> accounts;
    Touched touched;
};
ZF_EXPORT Result<AccountsRemoved> remove_accounts(const Writing& writing, Id<Book> book, int year,
                                                  const std::vector<Id<Account>>& accounts,
                                                  bool subtree);
// The same question without the change: each member that stays, with its reason.
ZF_EXPORT Problems problems_of_removal(Reader reader, Id<Book> book, int year,
                                       const std::vector<Id<Account>>& accounts, bool subtree);

struct DimensionWritten {
    std::int64_t id = 0;
    Touched touched;
};
ZF_EXPORT Result<DimensionWritten> add_dimension_kind(const Writing& writing, Id<Book> book,
                                                      const DimensionKind& kind);
// Adds (id 0) or changes name, direction and enabled; a code in use does not change.
ZF_EXPORT Result<DimensionWritten> save_dimension_item(const Writing& writing, Id<Book> book,
                                                       const DimensionItem& item);

}  // namespace zf
