#include "zhangfang/ledger/store/numbering.h"

#include <map>

#include "period_rows.h"
#include "voucher_changes.h"
#include "voucher_rows.h"
#include "zhangfang/ledger/reversal.h"
#include "zhangfang/ledger/store/books.h"

namespace zf {

using namespace ledger_rows;

Series::Series(const Transaction& transaction, Id<Book> book, std::string name)
    : transaction_{transaction},
      book_{book},
      name_{std::move(name)} {}

int Series::next() const {
    int number = 0;
    transaction_.connection().run("INSERT INTO zf_series (book, name, last) VALUES (?, ?, 1) ON "
                                  "CONFLICT (book, name) DO UPDATE "
                                  "SET last = zf_series.last + 1 RETURNING last",
                                  {book_.value, name_},
                                  [&](const Row& row) { number = small_at(row, 0); });
    return number;
}

void Series::note(int number) const {
    transaction_.connection().run("INSERT INTO zf_series (book, name, last) VALUES (?, ?, ?) ON "
                                  "CONFLICT (book, name) DO UPDATE "
                                  "SET last = CASE WHEN zf_series.last < excluded.last THEN "
                                  "excluded.last ELSE zf_series.last END",
                                  {book_.value, name_, number});
}

void Series::reset(int highest) const {
    transaction_.connection().run("INSERT INTO zf_series (book, name, last) VALUES (?, ?, ?) ON "
                                  "CONFLICT (book, name) DO UPDATE "
                                  "SET last = excluded.last",
                                  {book_.value, name_, highest});
}

std::string Series::voucher_series(PeriodKey period, std::string_view word) {
    const PeriodKey numbered{period.year, period.no == 13 ? 12 : period.no};
    return "voucher/" + numbered.text() + "/" + std::string{word};
}

int next_number(Reader reader, Id<Book> book, PeriodKey period, std::string_view word) {
    const auto last = integer_of(reader, "SELECT last FROM zf_series WHERE book = ? AND name = ?",
                                 {book.value, Series::voucher_series(period, word)});
    return static_cast<int>(last.value_or(0)) + 1;
}

std::vector<NumberGap> number_gaps(Reader reader, Id<Book> book, PeriodKey period) {
    std::map<std::string, std::vector<int>> numbers;
    const auto read = [&](int no) {
        reader.connection().run("SELECT word, number FROM zf_voucher WHERE book = ? AND year = ? "
                                "AND period = ? AND number IS NOT "
                                "NULL ORDER BY word, number",
                                {book.value, period.year, no}, [&](const Row& row) {
                                    numbers[text_at(row, 0)].push_back(small_at(row, 1));
                                });
    };
    read(period.no == 13 ? 12 : period.no);
    if (period.no >= 12) read(13);  // continues December's numbers
    std::vector<NumberGap> gaps;
    for (const auto& [word, of_word] : numbers) {
        const std::vector<NumberGap> found = gaps_in(period, word, of_word);
        gaps.insert(gaps.end(), found.begin(), found.end());
    }
    return gaps;
}

std::vector<NumberedVoucher> numbered_vouchers(Reader reader, Id<Book> book, PeriodKey period,
                                               std::string_view word) {
    std::vector<NumberedVoucher> vouchers;
    for (const int no : {period.no == 13 ? 12 : period.no, 13}) {
        if (no == 13 && period.no < 12) continue;
        reader.connection().run("SELECT id, number, day, state, summary, print_count FROM "
                                "zf_voucher_whole WHERE book = ? AND year = ? AND "
                                "period = ? AND word = ? AND number IS NOT NULL ORDER BY number",
                                {book.value, period.year, no, word}, [&](const Row& row) {
                                    vouchers.push_back({.id = {row.integer(0)},
                                                        .number = small_at(row, 1),
                                                        .date = date_at(row, 2),
                                                        .state = enum_at<VoucherState>(row, 3),
                                                        .summary = text_at(row, 4),
                                                        .print_count = small_at(row, 5)});
                                });
    }
    return vouchers;
}

namespace {

Problems problems_of_renumbering(const Writing& writing, const Book& book, PeriodKey period,
                                 std::string_view word, const RenumberPlan& plan) {
    Problems found;
    if (const auto problem = why_not_moved(writing, book, period)) found.push_back(*problem);
    std::map<std::int64_t, NumberedVoucher> known;
    for (NumberedVoucher& each : numbered_vouchers(writing.transaction, book.id, period, word))
        known[each.id.value] = std::move(each);
    for (const NumberChange& change : plan.changes) {
        const auto each = known.find(change.id.value);
        if (each == known.end() || each->second.number != change.from) {
            found.push_back({.code = "ledger.renumber.unknown",
                             .text = {"One of the vouchers is not in this month under this word. "
                                      "Nothing was changed; read the list "
                                      "again."}});
            continue;
        }
        if (each->second.state == VoucherState::posted)
            found.push_back({.code = "ledger.renumber.posted",
                             .text = {"{0} is posted and keeps its number. Unpost the month first, "
                                      "where the book allows it.",
                                      {voucher_label(std::string{word}, change.from)}}});
        if (each->second.print_count > 0)
            found.push_back(
                {.code = "ledger.renumber.printed",
                 .level = Level::alert,
                 .text = {"{0} was printed with its old number. Print it again after renumbering.",
                          {voucher_label(std::string{word}, change.from)}}});
    }
    return found;
}

// Summaries that cite a voucher by number follow it, where the program wrote them.
void follow_citations(const Writing& writing, const Book& book, const Voucher& before,
                      const Voucher& after, Renumbered& renumbered) {
    const VoucherStore vouchers{writing.transaction, book.id};
    std::vector<std::int64_t> citing;
    writing.transaction.connection().run("SELECT id FROM zf_voucher_whole WHERE (reverses = ? OR "
                                         "corrects = ?) AND state <> 'posted'",
                                         {after.id.value, after.id.value},
                                         [&](const Row& row) { citing.push_back(row.integer(0)); });
    for (const std::int64_t id : citing) {
        Voucher answer = *vouchers.get({id});
        const Voucher stored = answer;
        const bool is_red = answer.reverses == after.id;
        const auto cite = [&](const Voucher& cited) {
            return is_red
                       ? reversal_summary(cited, book.options.red_word, book.options.number_width)
                       : correction_summary(cited, book.options.number_width);
        };
        for (Entry& entry : answer.entries)
            if (entry.summary == cite(before)) entry.summary = cite(after);
        if (answer.entries == stored.entries) continue;
        keep_version(writing, stored, "renumbered", "");
        TupleReader tuples{writing.transaction.connection(), book.id};
        const std::vector<std::int64_t> tuple_ids = take_tuples(writing, tuples, answer);
        update_voucher(writing, answer, &tuple_ids);
        renumbered.touched.rows.push_back(touched_row(answer, stored.content_hash));
    }
}

}  // namespace

Result<Renumbered> renumber(const Writing& writing, Id<Book> id, PeriodKey period,
                            std::string_view word, const RenumberPlan& plan) {
    const auto book = lock_book(writing, id);
    if (!book) return book.error();
    if (const auto refusal = writing.settle(
            problems_of_renumbering(writing, *book, period, word, plan)))
        return *refusal;

    Connection& connection = writing.transaction.connection();
    const VoucherStore vouchers{writing.transaction, id};
    Renumbered renumbered{.changes = plan.changes};
    // First out of each other's way, then to the new numbers.
    std::vector<Voucher> before;
    for (const NumberChange& change : plan.changes) {
        before.push_back(*vouchers.get(change.id));
        connection.run("UPDATE zf_voucher SET number = ? WHERE id = ?",
                       {-change.from, change.id.value});
    }
    std::size_t at = 0;
    for (const NumberChange& change : plan.changes) {
        const Voucher& stored = before[at++];
        Voucher voucher = stored;
        voucher.number = change.to;
        keep_version(writing, stored, "renumbered", "");
        const ContentHash hash = content_hash(voucher);
        voucher.content_hash = hex(hash);
        connection.run("UPDATE zf_voucher SET number = ?, content_hash = ? WHERE id = ?",
                       {change.to, BytesView{hash}, change.id.value});
        connection.run("UPDATE zf_voucher_state SET version = version + 1, changed_at = ?, "
                       "changed_by = ? WHERE voucher = ?",
                       {now_of(writing), writing.stamp.operator_id, change.id.value});
        renumbered.touched.rows.push_back(touched_row(voucher, stored.content_hash));
    }
    at = 0;
    for (const NumberChange& change : plan.changes) {
        Voucher after = before[at];
        after.number = change.to;
        follow_citations(writing, *book, before[at++], after, renumbered);
    }
    int highest = 0;
    for (const NumberedVoucher& each : numbered_vouchers(writing.transaction, id, period, word))
        highest = std::max(highest, each.number);
    Series{writing.transaction, id, Series::voucher_series(period, word)}.reset(highest);
    touch_period(writing, id, period);
    // A sentence that somebody typed may quote an old number: a person must look at it.
    connection.run(
        "SELECT id, number, day, state, summary, print_count FROM zf_voucher_whole WHERE "
        "book = ? AND year = ? AND summary "
        "LIKE ? AND reverses IS NULL AND corrects IS NULL ORDER BY id",
        {id.value, period.year, "%" + std::string{word} + "-%"}, [&](const Row& row) {
            renumbered.typed_references.push_back({.id = {row.integer(0)},
                                                   .number = static_cast<int>(row.integer_or(1, 0)),
                                                   .date = date_at(row, 2),
                                                   .state = enum_at<VoucherState>(row, 3),
                                                   .summary = text_at(row, 4),
                                                   .print_count = small_at(row, 5)});
        });
    return renumbered;
}

}  // namespace zf
