#include <map>
#include <set>

#include "../cash_guard.h"
#include "bulk_indexes.h"
#include "period_rows.h"
#include "sums.h"
#include "voucher_bulk.h"
#include "voucher_rows.h"
#include "zhangfang/ledger/store/accounts.h"
#include "zhangfang/ledger/store/books.h"
#include "zhangfang/ledger/store/numbering.h"
#include "zhangfang/ledger/store/voucher_actions.h"
#include "zhangfang/ledger/voucher_rules.h"

namespace zf {

using namespace ledger_rows;

namespace {

// Numbers of one word and month: those in the store and those of the file.
struct Numbers {
    std::vector<bool> taken{true};  // by number; 0 is never given
    int highest = 0;
    std::optional<Date> last_date;  // of the highest
};

class Import {
public:
    Import(const Writing& writing, const Book& book, const ImportOptions& options)
        : writing_{writing},
          connection_{writing.transaction.connection()},
          book_{book},
          options_{options},
          kind_{*writing.kinds.find(book.kind)},
          accounts_{writing.transaction, book.id},
          tuples_{connection_, book.id},
          bulk_{writing} {
        for (const DimensionKind& each : accounts_.dimension_kinds())
            for (DimensionItem& item : accounts_.dimension_items(each.code))
                items_.push_back(std::move(item));
        const PeriodStore periods{writing.transaction, book.id};
        first_open_ = periods.first_open();
        last_open_ = periods.last_enterable();
        for (PeriodKey key = first_open_; key <= last_open_; key = key.next())
            if (periods.get(key).state == PeriodState::frozen) frozen_.push_back(key);
        measures_ = BookStore{writing.transaction}.measures(book.id);
    }

    Result<Imported> run(const std::function<bool(ImportedVoucher&)>& next, const Tick& tick) {
        BulkIndexes indexes{connection_};
        indexes.drop_while_empty();
        while (true) {
            ImportedVoucher& slot = bulk_.slot();
            clear_head(slot.voucher);
            if (!next(slot)) break;
            look_at(slot);
            if (is_refused_)
                continue;  // nothing will be written: only the findings are still wanted
            take(slot.voucher);
            if (tick && imported_.vouchers % 1000 == 0) tick(imported_.vouchers, 0);
        }
        look_at_cash();
        if (imported_.vouchers == 0 && !is_refused_)
            found_.push_back({.code = "ledger.import.empty",
                              .text = {"There is no voucher to import. Nothing was imported: look "
                                       "into the file, and at the month asked for."}});
        if (const auto refusal = writing_.settle(found_)) return *refusal;
        finish();
        indexes.restore();
        return std::move(imported_);
    }

private:
    // What the caller does not say is as in a new voucher; lines keep their memory.
    static void clear_head(Voucher& voucher) {
        std::vector<Entry> entries = std::move(voucher.entries);
        voucher = Voucher{};
        voucher.entries = std::move(entries);
    }

    EntryContext& context_of(int year) {
        const auto known = contexts_.find(year);
        if (known != contexts_.end()) return known->second;
        EntryContext context{.book = book_,
                             .accounts = AccountList{accounts_.all(year)},
                             .items = items_,
                             .measures = measures_,
                             .first_open = first_open_,
                             .last_open = last_open_,
                             .frozen = frozen_};
        return contexts_.emplace(year, std::move(context)).first->second;
    }

    Numbers& numbers_of(const Voucher& voucher) {
        if (last_numbers_ != nullptr && voucher.period == last_period_ &&
            voucher.word == last_word_)
            return *last_numbers_;
        const auto [found, is_new] = numbers_.try_emplace({voucher.period, voucher.word});
        Numbers& numbers = found->second;
        if (is_new)
            for (const NumberedVoucher& each :
                 numbered_vouchers(writing_.transaction, book_.id, voucher.period, voucher.word)) {
                note(numbers, each.number);
                if (each.number == numbers.highest) numbers.last_date = each.date;
            }
        last_period_ = voucher.period;
        last_word_ = voucher.word;
        return *(last_numbers_ = &numbers);
    }

    static void note(Numbers& numbers, int number) {
        const auto at = static_cast<std::size_t>(number);
        if (at >= numbers.taken.size())
            numbers.taken.resize(std::max(at + 1, numbers.taken.size() * 2), false);
        numbers.taken[at] = true;
        numbers.highest = std::max(numbers.highest, number);
    }

    void add_found(Problem problem, std::int64_t row) {
        problem.place.line = static_cast<int>(row);
        // Alerts may be acknowledged and errors lifted: what waits for that is imported so far.
        if (problem.level == Level::fatal ||
            (problem.level == Level::error && problem.lifted_by.empty()))
            is_refused_ = true;
        // By code, so that many of one kind hide none of another.
        if (int& count = found_of_code_[problem.code]; count < options_.problems_max) {
            ++count;
            found_.push_back(std::move(problem));
        }
    }

    void look_at(ImportedVoucher& imported) {
        Voucher& voucher = imported.voucher;
        voucher.book = book_.id;
        voucher.state = VoucherState::entered;
        voucher.origin = VoucherOrigin::import;
        voucher.origin_reference = options_.origin_reference;
        voucher.prepared_by = writing_.stamp.operator_id;
        if (voucher.period.year == 0) voucher.period = PeriodKey::of(voucher.date.month());
        for (Entry& entry : voucher.entries)
            if (!entry.measure) entry.measure = measures_.front().id;

        EntryContext& context = context_of(voucher.period.year);
        Numbers& numbers = numbers_of(voucher);
        constexpr int number_max = 9'999'999;
        const bool is_taken = voucher.number > 0 &&
                              static_cast<std::size_t>(voucher.number) < numbers.taken.size() &&
                              numbers.taken[static_cast<std::size_t>(voucher.number)];
        if (voucher.number < 0 || voucher.number > number_max || is_taken) {
            add_found(
                {.code = "ledger.voucher.number_taken",
                 .text = {"There is a {0} in {1} already. Choose another number, or leave it to "
                          "the program.",
                          {voucher_label(voucher.word, voucher.number), voucher.period.text()}},
                 .place = {"number"}},
                imported.row);
            return;
        }
        context.last_date = voucher.number == 0 || voucher.number > numbers.highest
                                ? numbers.last_date
                                : std::nullopt;
        for (Problem& problem : problems_of(voucher, context))
            add_found(std::move(problem), imported.row);
        if (kind_.problems_of)
            for (Problem& problem : kind_.problems_of(voucher, context))
                add_found(std::move(problem), imported.row);

        if (voucher.number == 0) voucher.number = numbers.highest + 1;
        if (voucher.number > numbers.highest) numbers.last_date = voucher.date;
        note(numbers, voucher.number);
    }

    void take(Voucher& voucher) {
        ++imported_.vouchers;
        imported_.lines += static_cast<std::int64_t>(voucher.entries.size());
        tuple_ids_.clear();
        for (Entry& entry : voucher.entries) {
            if (entry.dimensions.size() > 1)
                std::sort(entry.dimensions.begin(), entry.dimensions.end(),
                          [](const DimensionValue& left, const DimensionValue& right) {
                              return left.kind < right.kind;
                          });
            tuple_ids_.push_back(entry.dimensions.empty()
                                     ? 0
                                     : tuples_.take(writing_.transaction, entry.dimensions));
            if (entry.side == Side::debit) add_debit(entry);
        }
        sum_.add(voucher, tuple_ids_);
        bulk_.take(tuple_ids_);
    }

    void add_debit(const Entry& entry) {
        for (auto& [measure, debit] : imported_.debit)
            if (measure == entry.measure) {
                debit += entry.amount;
                return;
            }
        imported_.debit.emplace_back(entry.measure, entry.amount);
    }

    // By day, after the whole set: the order of the file does not matter.
    void look_at_cash() {
        if (contexts_.empty() || is_refused_) return;
        deltas_ = sum_.take();
        const AccountList& accounts = contexts_.begin()->second.accounts;
        std::map<std::pair<std::int64_t, std::int64_t>, std::vector<DayChange>> changes;
        for (const DayDelta& day : deltas_.days) {
            const Account* const account = accounts.find({day.key.account});
            if (account == nullptr) continue;
            if (account->feature == AccountFeature::cash ||
                account->feature == AccountFeature::bank)
                changes[{day.key.account, day.key.measure}].push_back(
                    {day.key.day, day.debit - day.credit, false});
        }
        for (const auto& [key, of_account] : changes) {
            const auto deficit = deficit_after(connection_, book_, {key.first}, {key.second},
                                               of_account);
            if (!deficit) continue;
            if (const auto problem = problem_of(*deficit, *accounts.find({key.first}),
                                                book_.options))
                found_.push_back(*problem);
        }
    }

    void finish() {
        imported_.touched.chunks = bulk_.finish();
        apply(connection_, book_.id, deltas_, SumKind::pending, 1);
        for (const auto& [key, numbers] : numbers_)
            Series{writing_.transaction, book_.id, Series::voucher_series(key.first, key.second)}
                .note(numbers.highest);
        std::set<PeriodKey> periods;
        for (const BalanceDelta& each : deltas_.balances)
            periods.insert({each.key.year, each.key.period});
        for (const PeriodKey& period : periods) touch_period(writing_, book_.id, period);
    }

    const Writing& writing_;
    Connection& connection_;
    const Book& book_;
    const ImportOptions& options_;
    const BookKind& kind_;
    AccountStore accounts_;
    TupleReader tuples_;
    VoucherBulk bulk_;
    std::vector<DimensionItem> items_;
    std::vector<Measure> measures_;
    PeriodKey first_open_, last_open_;
    std::vector<PeriodKey> frozen_;
    std::map<int, EntryContext> contexts_;  // by year
    std::map<std::pair<PeriodKey, std::string>, Numbers> numbers_;
    Numbers* last_numbers_ = nullptr;
    PeriodKey last_period_;
    std::string last_word_;
    std::vector<std::int64_t> tuple_ids_;
    DeltaSum sum_;
    Deltas deltas_;
    Problems found_;
    std::map<std::string, int> found_of_code_;
    bool is_refused_ = false;  // whatever is acknowledged
    Imported imported_;
};

}  // namespace

Result<Imported> import_vouchers(const Writing& writing, Id<Book> id,
                                 const std::function<bool(ImportedVoucher&)>& next,
                                 const ImportOptions& options, const Tick& tick) {
    const auto book = lock_book(writing, id);
    if (!book) return book.error();
    return Import{writing, *book, options}.run(next, tick);
}

}  // namespace zf
