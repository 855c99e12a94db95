#pragma once

#include <cstddef>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace zf {

// Prepared statements by their text; the one not used for longest makes room. A statement in use is
// out of the cache, so the same text may run again inside its own row function.
template <class Statement>
class StatementCache {
public:
    explicit StatementCache(std::size_t capacity) : capacity_{capacity} {}

    std::optional<Statement> take(std::string_view sql) {
        const auto found = by_text_.find(sql);
        if (found == by_text_.end()) return std::nullopt;
        const auto place = found->second;
        std::optional<Statement> statement{std::move(place->second)};
        by_text_.erase(found);
        latest_first_.erase(place);
        return statement;
    }

    // Answers the statement that had to go: the one not used for longest, or this one when its text
    // is there already.
    std::optional<Statement> give_back(std::string_view sql, Statement statement) {
        if (by_text_.contains(sql)) return statement;
        latest_first_.emplace_front(std::string{sql}, std::move(statement));
        by_text_.emplace(latest_first_.front().first, latest_first_.begin());
        if (latest_first_.size() <= capacity_) return std::nullopt;
        std::optional<Statement> oldest{std::move(latest_first_.back().second)};
        by_text_.erase(latest_first_.back().first);
        latest_first_.pop_back();
        return oldest;
    }

    void clear() {
        by_text_.clear();
        latest_first_.clear();
    }

private:
    using Entries = std::list<std::pair<std::string, Statement>>;

    std::size_t capacity_;
    Entries latest_first_;
    std::unordered_map<std::string_view, typename Entries::iterator> by_text_;  // views into the
                                                                                // entries
};

}  // namespace zf
