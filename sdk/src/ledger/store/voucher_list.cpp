#include <algorithm>
#include <charconv>
#include <list>

#include <fmt/format.h>

#include "voucher_rows.h"
#include "zhangfang/base/text.h"
#include "zhangfang/ledger/store/vouchers.h"

namespace zf {

using namespace ledger_rows;

namespace {

// What a filter says, as a condition on zf_voucher_whole AS v with its arguments; the texts live as
// long as it does.
class Condition {
public:
    Condition(Id<Book> book, const VoucherFilter& filter) {
        add("v.book = ?", book.value);
        periods(filter);
        if (filter.from_date) add("v.day >= ?", std::int64_t{filter.from_date->day_number()});
        if (filter.to_date) add("v.day <= ?", std::int64_t{filter.to_date->day_number()});
        one_of("v.state", filter.states);
        if (!filter.word.empty()) add("v.word = ?", keep(filter.word));
        if (filter.from_number > 0) add("v.number >= ?", filter.from_number);
        if (filter.to_number > 0) add("v.number <= ?", filter.to_number);
        if (filter.prepared_by != 0) add("v.prepared_by = ?", filter.prepared_by);
        persons(filter.prepared_by_any);
        if (filter.reviewed_by != 0) add("v.reviewed_by = ?", filter.reviewed_by);
        if (filter.origin) add("v.origin = ?", name_of(*filter.origin));
        if (filter.marked_wrong_only) sql_ += " AND v.marked_wrong IS NOT NULL";
        if (filter.account)
            add("EXISTS (SELECT 1 FROM zf_entry AS f WHERE f.voucher = v.id AND f.account = ?)",
                filter.account.value);
        text(filter.text);
        if (filter.from_amount) add(std::string{debit_sum} + " >= ?", filter.from_amount->minor());
        if (filter.to_amount) add(std::string{debit_sum} + " <= ?", filter.to_amount->minor());
    }

    void add(const std::string& condition, Bound bound) { add_all(condition, {bound}); }
    void add_all(const std::string& condition, const Bounds& bounds) {
        sql_ += (sql_.empty() ? "" : " AND ") + condition;
        bounds_.insert(bounds_.end(), bounds.begin(), bounds.end());
    }
    const std::string& sql() const { return sql_; }
    const Bounds& bounds() const { return bounds_; }
    Bound keep(std::string text) { return Bound{texts_.emplace_back(std::move(text))}; }

    // In the first measure of the voucher.
    static constexpr std::string_view
        debit_sum = "(SELECT CAST(COALESCE(SUM(s.amount_minor), 0) AS BIGINT) FROM zf_entry AS s "
                    "WHERE s.voucher = v.id AND s.side = 0 AND s.measure = (SELECT m.measure "
                    "FROM zf_entry AS m WHERE m.voucher = v.id ORDER BY m.line LIMIT 1))";

private:
    void periods(const VoucherFilter& filter) {
        if (filter.from.year != 0 && filter.from.year == filter.to.year) {
            add("v.year = ?", filter.from.year);
            if (filter.from.no == filter.to.no) return add("v.period = ?", filter.from.no);
            add("v.period >= ?", filter.from.no);
            return add("v.period <= ?", filter.to.no);
        }
        if (filter.from.year != 0) add("v.year * 100 + v.period >= ?", period_number(filter.from));
        if (filter.to.year != 0) add("v.year * 100 + v.period <= ?", period_number(filter.to));
    }
    void one_of(const std::string& column, const std::vector<VoucherState>& states) {
        if (states.empty()) return;
        std::string holders;
        for (const VoucherState state : states) {
            holders += holders.empty() ? "?" : ", ?";
            bounds_.emplace_back(name_of(state));
        }
        sql_ += " AND " + column + " IN (" + holders + ")";
    }
    void persons(const std::vector<std::int64_t>& operators) {
        if (operators.empty()) return;
        std::string holders;
        for (const std::int64_t each : operators) {
            holders += holders.empty() ? "?" : ", ?";
            bounds_.emplace_back(each);
        }
        sql_ += " AND v.prepared_by IN (" + holders + ")";
    }
    void text(const std::string& wanted) {
        if (wanted.empty()) return;
        std::string pattern = "%";
        for (const char letter : wanted) {
            if (letter == '%' || letter == '_' || letter == '\\') pattern += '\\';
            pattern += letter;
        }
        const Bound bound = keep(pattern + "%");
        sql_ += " AND (v.summary LIKE ? ESCAPE '\\' OR EXISTS (SELECT 1 FROM zf_entry AS t WHERE "
                "t.voucher = v.id AND t.summary LIKE ? ESCAPE '\\'))";
        bounds_.push_back(bound);
        bounds_.push_back(bound);
    }

    std::string sql_;
    Bounds bounds_;
    std::list<std::string> texts_;
};

constexpr std::string_view
    number_order = " AND v.number IS NOT NULL ORDER BY v.year, v.period, v.word, v.number, v.id";
// Held vouchers have no number: they stand after the others.
constexpr std::string_view held_order = " AND v.number IS NULL ORDER BY v.year, v.period, v.id";

// Where a page goes on: the last voucher of the one before.
struct Key {
    bool is_held = false;
    int year = 0, period = 0;
    std::string word;
    std::int64_t number = 0, id = 0;
};

std::string text_of_key(const Voucher& voucher) {
    return fmt::format("{}|{}|{}|{}|{}|{}", voucher.number == 0 ? 1 : 0, voucher.period.year,
                       voucher.period.no, voucher.number, voucher.id.value, voucher.word);
}

Key key_of(std::string_view text) {
    const std::vector<std::string> parts = split(text, '|');
    ZF_ASSERT(parts.size() == 6);
    std::int64_t numbers[5] = {};
    for (std::size_t at = 0; at < 5; ++at) {
        const char* const last = parts[at].data() + parts[at].size();
        const auto [end, fault] = std::from_chars(parts[at].data(), last, numbers[at]);
        ZF_ASSERT(fault == std::errc{} && end == last);
    }
    return Key{numbers[0] == 1,
               static_cast<int>(numbers[1]),
               static_cast<int>(numbers[2]),
               parts[5],
               numbers[3],
               numbers[4]};
}

// Columns that the filter fixes are left out: with them the stores would walk to the place from the
// beginning of the year or month instead of finding it.
void add_after(Condition& condition, const VoucherFilter& filter, const Key& key) {
    const bool one_year = filter.from.year != 0 && filter.from.year == filter.to.year;
    const bool one_period = one_year && filter.from.no == filter.to.no;
    std::string columns = "v.word, v.number", holders = "?, ?";
    Bounds bounds{condition.keep(key.word), key.number};
    const auto put_before = [&](std::string_view column, int value) {
        columns = fmt::format("{}, {}", column, columns);
        holders += ", ?";
        bounds.insert(bounds.begin(), value);
    };
    if (!one_period) put_before("v.period", key.period);
    if (!one_year) put_before("v.year", key.year);
    condition.add_all(fmt::format("({}) > ({}) AND v.number > 0", columns, holders), bounds);
}

bool asks_for(const VoucherFilter& filter, bool held) {
    if (filter.states.empty()) return true;
    return std::any_of(filter.states.begin(), filter.states.end(),
                       [&](VoucherState state) { return (state == VoucherState::held) == held; });
}

class StreamedVouchers final : public VoucherCursor {
public:
    StreamedVouchers(Connection& connection, Id<Book> book, std::unique_ptr<Stream> stream,
                     bool has_details)
        : connection_{connection},
          tuples_{connection, book},
          stream_{std::move(stream)},
          has_details_{has_details} {
        row_ = stream_->next();
    }

    const Voucher* next() override {
        if (row_ == nullptr) return nullptr;
        voucher_ = head_at(*row_);
        const std::string summary = summary_at(*row_);
        for (; row_ != nullptr && row_->integer(0) == voucher_.id.value; row_ = stream_->next())
            if (!row_->is_null(head_width))  // a held voucher may have no lines
                voucher_.entries.push_back(entry_at(*row_, head_width, summary, tuples_));
        if (has_details_) read_details(connection_, voucher_);
        return &voucher_;
    }

private:
    Connection& connection_;
    TupleReader tuples_;
    std::unique_ptr<Stream> stream_;
    bool has_details_;
    const Row* row_ = nullptr;
    Voucher voucher_;
};

// Reads the rows of one of the two parts of a list; answers whether more follow.
bool read_rows(Connection& connection, const Condition& condition, std::string_view order,
               std::size_t limit, VoucherPage& page) {
    bool has_more = false;
    connection.run(
        fmt::format("{}, {}, (SELECT CAST(COUNT(*) AS BIGINT) FROM zf_entry AS c "
                    "WHERE c.voucher = v.id) FROM zf_voucher_whole AS v WHERE {}{} LIMIT {}",
                    head_columns, Condition::debit_sum, condition.sql(), order,
                    limit - page.rows.size() + 1),
        condition.bounds(), [&](const Row& row) {
            has_more = page.rows.size() == limit;
            if (has_more) return;
            page.rows.push_back({.voucher = head_at(row),
                                 .summary = summary_at(row),
                                 .debit = amount_at(row, head_width),
                                 .lines = small_at(row, head_width + 1)});
        });
    return has_more;
}

}  // namespace

VoucherPage VoucherStore::page(const VoucherFilter& filter, std::string_view after,
                               int limit) const {
    ZF_ASSERT(limit > 0);
    const std::optional<Key> key = after.empty() ? std::nullopt : std::optional{key_of(after)};
    const auto rows_max = static_cast<std::size_t>(limit);
    VoucherPage page;
    bool has_more = false;
    if (asks_for(filter, false) && !(key && key->is_held)) {
        Condition condition{book_, filter};
        if (key) add_after(condition, filter, *key);
        has_more = read_rows(connection_, condition, number_order, rows_max, page);
    }
    if (!has_more && asks_for(filter, true)) {
        Condition condition{book_, filter};
        if (key && key->is_held)
            condition.add_all("(v.year, v.period, v.id) > (?, ?, ?) AND v.number IS NULL",
                              {key->year, key->period, key->id});
        has_more = read_rows(connection_, condition, held_order, rows_max, page);
    }
    if (has_more) page.next = text_of_key(page.rows.back().voucher);
    return page;
}

std::int64_t VoucherStore::count(const VoucherFilter& filter) const {
    const Condition condition{book_, filter};
    std::int64_t count = 0;
    connection_.run("SELECT COUNT(*) FROM zf_voucher_whole AS v WHERE " + condition.sql(),
                    condition.bounds(), [&](const Row& row) { count = row.integer(0); });
    return count;
}

std::unique_ptr<VoucherCursor> VoucherStore::cursor(const VoucherFilter& filter) const {
    const Condition condition{book_, filter};
    const bool held_only = !filter.states.empty() && !asks_for(filter, false);
    bool has_details = false;
    connection_.run("SELECT voucher FROM zf_entry_detail LIMIT 1", {},
                    [&](const Row&) { has_details = true; });
    return std::make_unique<StreamedVouchers>(
        connection_, book_,
        connection_.stream(fmt::format("{}, {} zf_voucher_whole AS v LEFT JOIN zf_entry AS e ON "
                                       "e.voucher = v.id WHERE {}{}, e.line",
                                       head_columns, entry_columns, condition.sql(),
                                       held_only ? held_order : number_order),
                           condition.bounds()),
        has_details);
}

}  // namespace zf
