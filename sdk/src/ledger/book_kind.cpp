#include "zhangfang/ledger/book_kind.h"

#include <algorithm>

namespace zf {

AccountList::AccountList(std::vector<Account> accounts) : accounts_{std::move(accounts)} {
    std::sort(accounts_.begin(), accounts_.end(),
              [](const Account& left, const Account& right) { return left.id < right.id; });
}

const Account* AccountList::find(Id<Account> id) const {
    const auto found = std::lower_bound(
        accounts_.begin(), accounts_.end(), id,
        [](const Account& account, Id<Account> wanted) { return account.id < wanted; });
    return found == accounts_.end() || found->id != id ? nullptr : &*found;
}

}  // namespace zf
