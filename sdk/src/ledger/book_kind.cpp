#include "zhangfang/ledger/book_kind.h"

#include <algorithm>

namespace zf {

AccountList::AccountList(std::vector<Account> accounts) : accounts_{std::move(accounts)} {
    std::sort(accounts_.begin(), accounts_.end(),
              [](const Account& left, const Account& right) { return left.id < right.id; });
}

const Account* AccountList::find(Id<Account> id) const {
    // Ids of one book mostly follow one another.
    if (!accounts_.empty() && id >= accounts_.front().id) {
        const auto place = static_cast<std::size_t>(id.value - accounts_.front().id.value);
        if (place < accounts_.size() && accounts_[place].id == id) return &accounts_[place];
    }
    const auto found = std::lower_bound(
        accounts_.begin(), accounts_.end(), id,
        [](const Account& account, Id<Account> wanted) { return account.id < wanted; });
    return found == accounts_.end() || found->id != id ? nullptr : &*found;
}

}  // namespace zf
