#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "account_rows.h"
#include "rows.h"
#include "zhangfang/base/text.h"
#include "zhangfang/store/search_key.h"

namespace zf {

using namespace ledger_rows;

namespace {

// The whole history of an account, as the trail binds it.
ContentHash history_hash(Connection& connection, Id<Account> account) {
    std::string history;
    const auto add = [&](const Row& row, int columns) {
        for (int column = 0; column < columns; ++column) {
            if (!row.is_null(column)) history += row.text(column);
            history += '\n';
        }
    };
    connection.run(
        "SELECT CAST(from_year AS TEXT), CAST(to_year AS TEXT), code, name, mnemonic, "
        "CAST(parent AS TEXT), account_class, normal_side, feature, CAST(is_journal AS TEXT), "
        "CAST(takes_manual_entries AS TEXT), CAST(is_enabled AS TEXT) FROM zf_account_year WHERE "
        "account = ? ORDER BY from_year",
        {account.value}, [&](const Row& row) { add(row, 12); });
    connection.run(
        "SELECT CAST(kind AS TEXT), CAST(from_year AS TEXT), CAST(to_year AS TEXT), use, "
        "CAST(is_required AS TEXT) FROM zf_account_dimension WHERE account = ? ORDER BY kind, "
        "from_year",
        {account.value}, [&](const Row& row) { add(row, 5); });
    return crypto::sha256(history);
}

std::string kept_hash(Connection& connection, Id<Account> account) {
    std::string kept;
    connection.run("SELECT content_hash FROM zf_account WHERE id = ?", {account.value},
                   [&](const Row& row) { kept = hex(hash_at(row, 0)); });
    return kept;
}

// Notes the new hash and version after the dated rows of an account were written.
TouchedRow seal(const Writing& writing, Id<Account> account, const std::string& before,
                bool is_enabled) {
    Connection& connection = writing.transaction.connection();
    const ContentHash hash = history_hash(connection, account);
    connection.run("UPDATE zf_account SET content_hash = ?, version = version + 1, changed_at = "
                   "?, changed_by = ? WHERE id = ?",
                   {BytesView{hash}, writing.stamp.now, writing.stamp.operator_id, account.value});
    return {"zf_account", account.value, before, hex(hash), is_enabled ? "enabled" : "disabled"};
}

void insert_year_row(Connection& connection, Id<Book> book, const Account& account, int from_year,
                     int to_year) {
    connection.run(
        "INSERT INTO zf_account_year (account, from_year, to_year, book, code, name, mnemonic, "
        "parent, account_class, normal_side, feature, is_journal, takes_manual_entries, "
        "is_enabled) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {account.id.value, from_year, to_year, book.value, account.code, account.name,
         pinyin_initials(account.name), id_or_null(account.parent.value),
         name_of(account.account_class), name_of(account.normal_side), name_of(account.feature),
         flag(account.is_journal), flag(account.takes_manual_entries), flag(account.is_enabled)});
}

void insert_dimension_rows(Connection& connection, Id<Book> book, const Account& account,
                           int from_year, int to_year) {
    for (const AccountDimension& each : account.dimensions)
        connection.run("INSERT INTO zf_account_dimension (account, kind, from_year, to_year, "
                       "use, is_required) SELECT CAST(? AS BIGINT), k.id, CAST(? AS INTEGER), "
                       "CAST(? AS INTEGER), CAST(? AS TEXT), CAST(? AS SMALLINT) FROM "
                       "zf_dimension_kind AS k WHERE k.book = ? AND k.code = ?",
                       {account.id.value, from_year, to_year, name_of(each.use),
                        flag(each.is_required), book.value, each.kind});
}

// From `year` on the account is as given; the years before keep their row.
void write_from_year(Connection& connection, Id<Book> book, const Account& account, int year) {
    int from_year = year, to_year = for_good;
    connection.run("SELECT from_year, to_year FROM zf_account_year WHERE account = ? AND "
                   "from_year <= ? AND to_year > ?",
                   {account.id.value, year, year}, [&](const Row& row) {
                       from_year = small_at(row, 0);
                       to_year = small_at(row, 1);
                   });
    if (from_year == year)
        connection.run("DELETE FROM zf_account_year WHERE account = ? AND from_year = ?",
                       {account.id.value, year});
    else
        connection.run("UPDATE zf_account_year SET to_year = ? WHERE account = ? AND from_year = ?",
                       {year, account.id.value, from_year});
    insert_year_row(connection, book, account, year, to_year);

    connection.run("DELETE FROM zf_account_dimension WHERE account = ? AND from_year >= ?",
                   {account.id.value, year});
    connection.run("UPDATE zf_account_dimension SET to_year = ? WHERE account = ? AND to_year > ?",
                   {year, account.id.value, year});
    insert_dimension_rows(connection, book, account, year, for_good);
}

TouchedRow insert_account(const Writing& writing, Id<Book> book, Account& account, int from_year) {
    Connection& connection = writing.transaction.connection();
    account.id.value = insert_returning_id(
        writing.transaction,
        "INSERT INTO zf_account (book, content_hash, version, changed_at, changed_by) VALUES (?, "
        "?, 0, ?, ?)",
        {book.value, BytesView{ContentHash{}}, writing.stamp.now, writing.stamp.operator_id});
    insert_year_row(connection, book, account, from_year, for_good);
    insert_dimension_rows(connection, book, account, from_year, for_good);
    return seal(writing, account.id, "", account.is_enabled);
}

bool has_lines_in_year(Connection& connection, Id<Account> account, int year) {
    bool found = false;
    connection.run("SELECT voucher FROM zf_entry WHERE account = ? AND day BETWEEN ? AND ? LIMIT 1",
                   {account.value, Date{year, 1, 1}.day_number(), Date{year, 12, 31}.day_number()},
                   [&](const Row&) { found = true; });
    return found;
}

// Neither a balance nor lines that wait for posting, over all years.
bool is_at_rest(Connection& connection, const Book& book, Id<Account> account) {
    bool at_rest = true;
    connection.run(
        "SELECT SUM(debit_minor - credit_minor), SUM(abs(pending_debit_minor) + "
        "abs(pending_credit_minor)) FROM zf_balance WHERE book = ? AND account = ? AND (period "
        "BETWEEN 1 AND ? OR (period = 0 AND year = ?)) GROUP BY measure",
        {book.id.value, account.value, book.keeps_reverse_voucher ? 12 : 13, book.start.year},
        [&](const Row& row) { at_rest = at_rest && row.text(0) == "0" && row.text(1) == "0"; });
    return at_rest;
}

Problem problem_of(std::string code, Message text, std::string field) {
    return {.code = "ledger.account." + std::move(code),
            .text = std::move(text),
            .place = {std::move(field)}};
}

Problems problems_of_name(const Account& account) {
    if (!trim(account.name).empty() && code_point_count(account.name) <= 100) return {};
    return {problem_of("name_bad", {"An account has a name of 1 to 100 characters. Type one."},
                       "name")};
}

Problems problems_of_dimensions(const AccountStore& accounts, const Account& account) {
    Problems found;
    std::set<std::string> known, seen;
    for (const DimensionKind& kind : accounts.dimension_kinds()) known.insert(kind.code);
    for (const AccountDimension& each : account.dimensions)
        if (!known.contains(each.kind) || !seen.insert(each.kind).second)
            found.push_back(problem_of(
                "dimension_bad",
                {"The book keeps no dimension {0}, or it is named twice. Choose from the list.",
                 {each.kind}},
                "dimensions"));
    return found;
}

}  // namespace

Result<Touched> insert_chart(const Writing& writing, const Book& book, const Chart& chart) {
    const auto levels = code_levels_of(book.code_levels);
    ZF_ASSERT(levels);
    std::map<std::string, Id<Account>> by_code;
    std::vector<ChartRow> rows = chart.rows;
    std::sort(rows.begin(), rows.end(),
              [](const ChartRow& left, const ChartRow& right) { return left.code < right.code; });
    Touched touched;
    for (const ChartRow& row : rows) {
        const std::string above = parent_code(row.code, *levels);
        const auto parent = by_code.find(above);
        if (!level_of(row.code, *levels) || (!above.empty() && parent == by_code.end()))
            return problem_of("chart_bad",
                              {"The chart {0} does not fit the code levels {1} at {2}. Choose "
                               "other levels or another chart.",
                               {chart.name, book.code_levels, row.code}},
                              "code_levels");
        Account account{.code = row.code,
                        .name = row.name,
                        .parent = above.empty() ? Id<Account>{} : parent->second,
                        .account_class = row.account_class,
                        .normal_side = row.normal_side,
                        .feature = row.feature,
                        .is_journal = row.is_journal,
                        .dimensions = row.dimensions};
        touched.rows.push_back(insert_account(writing, book.id, account, book.start.year));
        by_code[row.code] = account.id;
    }
    return touched;
}

namespace {

// Where a new account would stand in the chart of a year.
struct NewPlace {
    std::string above;  // code; "" at the top
    std::optional<Account> parent;
    bool takes_over = false;  // the parent's amounts become the child's
};

Problems problems_of_new(const AccountStore& accounts, const Book& book, int year,
                         const Account& account, const NewPlace& place) {
    Problems found = problems_of_name(account);
    if (year < book.start.year)
        found.push_back(problem_of("before_start",
                                   {"This book starts in {0}. Add the account from there on.",
                                    {std::int64_t{book.start.year}}},
                                   "year"));
    if (!level_of(account.code, *code_levels_of(book.code_levels)))
        found.push_back(problem_of("code_levels",
                                   {"The code {0} does not fit the code levels {1} of this book. "
                                    "Correct the number of digits.",
                                    {account.code, book.code_levels}},
                                   "code"));
    else if (!place.above.empty() && !place.parent)
        found.push_back(problem_of(
            "parent_missing",
            {"There is no account {0} above {1}. Add that one first.", {place.above, account.code}},
            "code"));
    if (accounts.find(account.code, year))
        found.push_back(problem_of(
            "code_taken", {"There is an account {0} already. Choose another code.", {account.code}},
            "code"));
    if (!place.parent) {
        const Problems bad = problems_of_dimensions(accounts, account);
        found.insert(found.end(), bad.begin(), bad.end());
    }
    if (place.takes_over)
        found.push_back({.code = "ledger.account.data_moves",
                         .level = Level::alert,
                         .text = {"{0} has balances or lines. All of them become those of {1}, "
                                  "its first account below. Confirm.",
                                  {place.parent->code + " " + place.parent->name,
                                   account.code + " " + account.name}},
                         .place = {"code"}});
    return found;
}

}  // namespace

Result<AccountWritten> add_account(const Writing& writing, Id<Book> id, int year, Account account) {
    const auto book = lock_book(writing, id);
    if (!book) return book.error();
    const AccountStore accounts{writing.transaction, id};
    account.code = trim(half_width(account.code));
    NewPlace place{.above = parent_code(account.code, *code_levels_of(book->code_levels))};
    if (!place.above.empty()) place.parent = accounts.find(place.above, year);
    const std::optional<Account>& parent = place.parent;
    place.takes_over = parent && parent->is_leaf && accounts.is_used(parent->id);
    if (const auto refusal = writing.settle(problems_of_new(accounts, *book, year, account, place)))
        return *refusal;

    if (parent) {
        account.parent = parent->id;
        account.account_class = parent->account_class;
        account.normal_side = parent->normal_side;
        account.feature = parent->feature;
        account.is_journal = parent->is_journal;
        account.dimensions = parent->dimensions;
    }
    Touched touched;
    if (!place.takes_over) {
        touched.rows.push_back(insert_account(writing, id, account, year));
    } else {
        // Lines are never rewritten: the account that has them becomes the child, and a new one
        // stands above it.
        Connection& connection = writing.transaction.connection();
        Account above_it = *parent;
        account.id = parent->id;
        touched.rows.push_back(insert_account(writing, id, above_it, year));
        account.parent = above_it.id;
        const std::string before = kept_hash(connection, account.id);
        write_from_year(connection, id, account, year);
        touched.rows.push_back(seal(writing, account.id, before, account.is_enabled));
    }
    return AccountWritten{*accounts.get(account.id, year), std::move(touched)};
}

Result<AccountWritten> change_account(const Writing& writing, Id<Book> id, int year,
                                      const Account& account, std::int64_t version) {
    const auto book = lock_book(writing, id);
    if (!book) return book.error();
    Connection& connection = writing.transaction.connection();
    const AccountStore accounts{writing.transaction, id};
    const std::optional<Account> before = accounts.get(account.id, year);
    if (!before)
        return problem_of("unknown",
                          {"There is no account {0} in {1}. Choose one with F7.",
                           {account.code, std::int64_t{year}}},
                          "account");
    Problems found = problems_of_name(account);
    if (accounts.version(account.id) != version)
        found.push_back(problem_of(
            "changed_meanwhile",
            {"{0} was changed by somebody else meanwhile. Nothing was saved; read it again.",
             {before->code + " " + before->name}},
            ""));
    if (account.code != before->code || account.parent != before->parent)
        found.push_back(problem_of(
            "code_sealed",
            {"The code {0} stays as it is. Add another account instead.", {before->code}}, "code"));
    const bool changes_nature = account.normal_side != before->normal_side ||
                                account.feature != before->feature ||
                                account.account_class != before->account_class ||
                                account.dimensions != before->dimensions;
    if (changes_nature && (has_lines_in_year(connection, account.id, year) || !before->is_leaf))
        found.push_back(problem_of("in_use_this_year",
                                   {"{0} has lines in {1} or accounts below it: side, class, "
                                    "feature and dimensions stay. Change them from the next year "
                                    "on.",
                                    {before->code + " " + before->name, std::int64_t{year}}},
                                   "normal_side"));
    if (before->is_enabled && !account.is_enabled && !is_at_rest(connection, *book, account.id))
        found.push_back(problem_of("not_at_rest",
                                   {"{0} has a balance or lines not yet posted. Bring it to zero "
                                    "before it goes out of use.",
                                    {before->code + " " + before->name}},
                                   "is_enabled"));
    const Problems bad = problems_of_dimensions(accounts, account);
    found.insert(found.end(), bad.begin(), bad.end());
    if (const auto refusal = writing.settle(found)) return *refusal;

    const std::string hash_before = kept_hash(connection, account.id);
    write_from_year(connection, id, account, year);
    Touched touched;
    touched.rows.push_back(seal(writing, account.id, hash_before, account.is_enabled));
    return AccountWritten{*accounts.get(account.id, year), std::move(touched)};
}

namespace {

// The members of a removal, deepest first.
std::vector<Account> members_of_removal(const AccountStore& accounts, int year,
                                        const std::vector<Id<Account>>& wanted, bool subtree) {
    const std::vector<Account> all = accounts.all(year);
    std::set<std::int64_t> taken;
    for (const Id<Account> id : wanted) taken.insert(id.value);
    std::vector<Account> members;
    for (const Account& account : all) {  // in code order: a parent comes before what lies below it
        if (subtree && taken.contains(account.parent.value)) taken.insert(account.id.value);
        if (taken.contains(account.id.value)) members.push_back(account);
    }
    std::reverse(members.begin(), members.end());
    return members;
}

}  // namespace

Problems problems_of_removal(Reader reader, Id<Book> book, int year,
                             const std::vector<Id<Account>>& wanted, bool subtree) {
    const AccountStore accounts{reader, book};
    const std::vector<Account> members = members_of_removal(accounts, year, wanted, subtree);
    std::set<std::int64_t> going;
    for (const Account& account : members) going.insert(account.id.value);
    Problems found;
    for (const Account& account : members) {
        const std::string title = account.code + " " + account.name;
        if (accounts.is_used(account.id))
            found.push_back(problem_of(
                "in_use",
                {"{0} has balances or lines and stays. Put it out of use instead.", {title}},
                "account"));
        bool has_child = false;
        reader.connection().run(
            "SELECT account FROM zf_account_year WHERE parent = ?", {account.id.value},
            [&](const Row& row) { has_child = has_child || !going.contains(row.integer(0)); });
        if (has_child)
            found.push_back(problem_of(
                "has_children",
                {"{0} has accounts below it. Remove the whole subtree (成片删除), or those first.",
                 {title}},
                "account"));
    }
    return found;
}

Result<AccountsRemoved> remove_accounts(const Writing& writing, Id<Book> id, int year,
                                        const std::vector<Id<Account>>& wanted, bool subtree) {
    const auto book = lock_book(writing, id);
    if (!book) return book.error();
    Connection& connection = writing.transaction.connection();
    if (const auto refusal = writing.settle(
            problems_of_removal(writing.transaction, id, year, wanted, subtree)))
        return *refusal;
    AccountsRemoved removed;
    removed.accounts = members_of_removal({writing.transaction, id}, year, wanted, subtree);
    for (const Account& account : removed.accounts) {
        removed.touched.rows.push_back(
            {"zf_account", account.id.value, kept_hash(connection, account.id), "", "removed"});
        for (const std::string_view sql : {"DELETE FROM zf_account_dimension WHERE account = ?",
                                           "DELETE FROM zf_account_year WHERE account = ?",
                                           "DELETE FROM zf_balance WHERE book = ? AND account = ?",
                                           "DELETE FROM zf_day_turnover WHERE account = ?",
                                           "DELETE FROM zf_account WHERE id = ?"}) {
            if (sql.find("zf_balance") != std::string_view::npos)
                connection.run(sql, {id.value, account.id.value});
            else
                connection.run(sql, {account.id.value});
        }
    }
    std::reverse(removed.accounts.begin(), removed.accounts.end());
    return removed;
}

}  // namespace zf
