#include "zhangfang/ledger/store/accounts.h"

#include <charconv>
#include <map>

#include <fmt/format.h>

#include "rows.h"

namespace zf {

using namespace ledger_rows;

namespace {

constexpr std::string_view
    account_columns = "SELECT a.account, a.code, a.name, a.mnemonic, a.parent, a.account_class, "
                      "a.normal_side, a.feature, a.is_journal, a.takes_manual_entries, "
                      "a.is_enabled";

Account account_from(const Row& row) {
    return {.id = {row.integer(0)},
            .code = text_at(row, 1),
            .name = text_at(row, 2),
            .mnemonic = text_at(row, 3),
            .parent = {row.integer_or(4, 0)},
            .account_class = enum_at<AccountClass>(row, 5),
            .normal_side = enum_at<Side>(row, 6),
            .feature = enum_at<AccountFeature>(row, 7),
            .is_journal = flag_at(row, 8),
            .takes_manual_entries = flag_at(row, 9),
            .is_enabled = flag_at(row, 10)};
}

AccountDimension dimension_from(const Row& row) {
    return {text_at(row, 0), enum_at<DimensionUse>(row, 1), flag_at(row, 2)};
}

// What is derived from the rest of the chart, for one account alone.
void complete(Connection& connection, Account& account, int year) {
    connection.run(
        "SELECT k.code, d.use, d.is_required FROM zf_account_dimension AS d JOIN "
        "zf_dimension_kind AS k ON k.id = d.kind WHERE d.account = ? AND d.from_year <= ? AND "
        "d.to_year > ? ORDER BY k.code",
        {account.id.value, year, year},
        [&](const Row& row) { account.dimensions.push_back(dimension_from(row)); });
    connection.run("SELECT account FROM zf_account_year WHERE parent = ? AND from_year <= ? AND "
                   "to_year > ? LIMIT 1",
                   {account.id.value, year, year}, [&](const Row&) { account.is_leaf = false; });
    for (std::int64_t above = account.parent.value; above != 0; ++account.level) {
        const std::int64_t at = above;
        above = 0;
        connection.run("SELECT parent FROM zf_account_year WHERE account = ? AND from_year <= ? "
                       "AND to_year > ?",
                       {at, year, year}, [&](const Row& row) { above = row.integer_or(0, 0); });
    }
}

std::optional<Account> one_account(Connection& connection, std::string_view where, Bounds bounds,
                                   int year) {
    bounds.push_back(year);
    bounds.push_back(year);
    std::optional<Account> account;
    connection.run(
        fmt::format("{} FROM zf_account_year AS a WHERE {} AND a.from_year <= ? AND a.to_year > ?",
                    account_columns, where),
        bounds, [&](const Row& row) { account = account_from(row); });
    if (account) complete(connection, *account, year);
    return account;
}

// Substring search: the letters that LIKE would read as signs stand for themselves.
std::string like_pattern(std::string_view text) {
    std::string pattern = "%";
    for (const char letter : text) {
        if (letter == '%' || letter == '_' || letter == '\\') pattern += '\\';
        pattern += letter;
    }
    return pattern + "%";
}

}  // namespace

AccountStore::AccountStore(Reader reader, Id<Book> book)
    : connection_{reader.connection()},
      book_{book} {}

std::vector<Account> AccountStore::all(int year) const {
    std::vector<Account> accounts;
    std::map<std::int64_t, std::size_t> place;
    connection_.run(
        fmt::format("{} FROM zf_account_year AS a WHERE a.book = ? AND a.from_year <= ? AND "
                    "a.to_year > ? ORDER BY a.code",
                    account_columns),
        {book_.value, year, year}, [&](const Row& row) {
            place[row.integer(0)] = accounts.size();
            accounts.push_back(account_from(row));
        });
    connection_.run("SELECT k.code, d.use, d.is_required, d.account FROM zf_account_dimension AS "
                    "d JOIN zf_dimension_kind AS k ON k.id = d.kind WHERE k.book = ? AND "
                    "d.from_year <= ? AND d.to_year > ? ORDER BY k.code",
                    {book_.value, year, year}, [&](const Row& row) {
                        const auto found = place.find(row.integer(3));
                        if (found != place.end())
                            accounts[found->second].dimensions.push_back(dimension_from(row));
                    });
    derive_tree(accounts);
    return accounts;
}

std::optional<Account> AccountStore::get(Id<Account> id, int year) const {
    return one_account(connection_, "a.account = ? AND a.book = ?", {id.value, book_.value}, year);
}

std::optional<Account> AccountStore::find(std::string_view code, int year) const {
    return one_account(connection_, "a.book = ? AND a.code = ?", {book_.value, code}, year);
}

Result<Account> AccountStore::resolve(std::string_view reference, int year) const {
    std::optional<Account> account = find(reference, year);
    std::int64_t id = 0;
    if (!account && reference.starts_with('#') &&
        std::from_chars(reference.data() + 1, reference.data() + reference.size(), id).ec ==
            std::errc{})
        account = get({id}, year);
    if (!account)
        return Problem{.code = "ledger.account.unknown",
                       .text = {"There is no account {0} in {1}. Choose one with F7.",
                                {std::string{reference}, std::int64_t{year}}},
                       .place = {"account"}};
    return *std::move(account);
}

std::vector<Account> AccountStore::search(std::string_view text, int year, int limit) const {
    std::vector<Account> found;
    const std::string pattern = like_pattern(text);
    connection_.run(
        fmt::format(
            "{} FROM zf_account_year AS a WHERE a.book = ? AND a.from_year <= ? AND a.to_year > "
            "? AND (lower(a.code) LIKE lower(?) ESCAPE '\\' OR lower(a.name) LIKE lower(?) "
            "ESCAPE '\\' OR lower(a.mnemonic) LIKE lower(?) ESCAPE '\\') ORDER BY a.code LIMIT ?",
            account_columns),
        {book_.value, year, year, std::string_view{pattern}.substr(1), pattern,
         std::string_view{pattern}.substr(1), limit},
        [&](const Row& row) { found.push_back(account_from(row)); });
    for (Account& account : found) complete(connection_, account, year);
    return found;
}

bool AccountStore::is_used(Id<Account> id) const {
    bool used = false;
    const auto look = [&](std::string_view sql) {
        if (!used) connection_.run(sql, {id.value}, [&](const Row&) { used = true; });
    };
    look("SELECT voucher FROM zf_entry WHERE account = ? LIMIT 1");
    look("SELECT id FROM zf_opening WHERE account = ? LIMIT 1");
    look("SELECT account FROM zf_day_turnover WHERE account = ? AND lines + pending_lines <> 0 "
         "LIMIT 1");
    return used;
}

std::int64_t AccountStore::version(Id<Account> id) const {
    std::int64_t version = 0;
    connection_.run("SELECT version FROM zf_account WHERE id = ?", {id.value},
                    [&](const Row& row) { version = row.integer(0); });
    return version;
}

std::vector<DimensionKind> AccountStore::dimension_kinds() const {
    std::vector<DimensionKind> kinds;
    connection_.run("SELECT id, code, name FROM zf_dimension_kind WHERE book = ? ORDER BY code",
                    {book_.value}, [&](const Row& row) {
                        kinds.push_back({{row.integer(0)}, text_at(row, 1), text_at(row, 2)});
                    });
    return kinds;
}

std::vector<DimensionItem> AccountStore::dimension_items(std::string_view kind) const {
    std::vector<DimensionItem> items;
    connection_.run(
        "SELECT i.id, k.code, i.code, i.name, i.is_enabled, i.direction FROM zf_dimension_item "
        "AS i JOIN zf_dimension_kind AS k ON k.id = i.kind WHERE k.book = ? AND k.code = ? ORDER "
        "BY i.code",
        {book_.value, kind}, [&](const Row& row) {
            items.push_back({{row.integer(0)},
                             text_at(row, 1),
                             text_at(row, 2),
                             text_at(row, 3),
                             flag_at(row, 4),
                             text_at(row, 5)});
        });
    return items;
}

std::optional<DimensionItem> AccountStore::dimension_item(std::string_view kind,
                                                          std::string_view code) const {
    std::optional<DimensionItem> item;
    connection_.run(
        "SELECT i.id, k.code, i.code, i.name, i.is_enabled, i.direction FROM zf_dimension_item "
        "AS i JOIN zf_dimension_kind AS k ON k.id = i.kind WHERE k.book = ? AND k.code = ? AND "
        "i.code = ?",
        {book_.value, kind, code}, [&](const Row& row) {
            item = DimensionItem{{row.integer(0)}, text_at(row, 1), text_at(row, 2),
                                 text_at(row, 3),  flag_at(row, 4), text_at(row, 5)};
        });
    return item;
}

}  // namespace zf
