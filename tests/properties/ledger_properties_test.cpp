#include <random>

#include "ledger_model.h"
#include "support/fresh_workspace.h"
#include "zhangfang/ledger/store/accounts.h"
#include "zhangfang/ledger/store/balances.h"
#include "zhangfang/ledger/store/numbering.h"
#include "zhangfang/ledger/store/openings.h"
#include "zhangfang/ledger/store/verify.h"

using namespace zf;
using namespace zf::test;

namespace {

const std::vector<std::string> codes{"101", "102", "401", "402"};

// No cash account: the guard of the cash box has tests of its own.
BookKind random_kind(bool keeps_reverse_voucher) {
    BookKind kind{.name = "random",
                  .label = "Random",
                  .code_levels = "3-2",
                  .keeps_reverse_voucher = keeps_reverse_voucher};
    for (const std::string& code : codes)
        kind.chart.rows.push_back({.code = code,
                                   .name = "科目" + code,
                                   .account_class = AccountClass::asset,
                                   .normal_side = Side::debit});
    kind.chart.rows[2].dimensions = {{"flow", DimensionUse::analysis, false}};
    kind.dimension_kinds = {{.code = "flow", .name = "收支项目"}};
    kind.dimension_items = {{.kind = "flow", .code = "a", .name = "甲"},
                            {.kind = "flow", .code = "b", .name = "乙"}};
    return kind;
}

// Does one random thing after another to a book and to the model, and compares what both say.
class Walk {
    static constexpr PeriodKey start{2008, 10};

    int pick(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }

    template <class Action>
    auto write(std::int64_t operator_id, Action action) {
        Transaction transaction{workspace_.writer()};
        auto result = action(Writing{transaction,
                                     kinds_,
                                     {operator_id, "2008-10-31T08:00:00Z"},
                                     settle_with({"ledger.voucher.same_as_existing"})});
        if (result) transaction.commit();
        return result;
    }
    template <class Question>
    auto read(Question question) {
        const Transaction transaction{workspace_.writer()};
        return question(Reader{transaction});
    }
    template <class T>
    static T must(Result<T> result) {
        if (!result) FAIL(result.error().code);
        return *std::move(result);
    }
    // Both agree on whether it may be done.
    template <class T>
    static bool agree(const Result<T>& result, bool expected, const std::string& what) {
        INFO(what << (result ? "" : ": " + result.error().code));
        REQUIRE(result.has_value() == expected);
        return expected;
    }

public:
    Walk(StoreKind store, unsigned seed)
        : workspace_{store},
          random_{seed},
          model_{start, seed % 2 == 0} {
        kinds_.add(random_kind(seed % 2 == 0));
        book_ = must(write(1, [&](const Writing& writing) {
                    return create_book(
                        writing, {.code = "r", .name = "随机", .kind = "random", .start = start});
                })).book.id;
        std::vector<Opening> openings;
        for (const std::string& code : codes) {
            accounts_[code] = read([&](Reader reader) {
                return AccountStore{reader, book_}.find(code, start.year)->id;
            });
            model_.openings[code] = code == "101" ? 5000 : code == "401" ? -5000 : 0;
            openings.push_back(
                {.account = accounts_[code], .balance = Amount::minor(model_.openings[code])});
        }
        must(write(1, [&](const Writing& writing) {
            return set_openings(writing, book_, openings, true);
        }));
        must(write(1,
                   [&](const Writing& writing) { return finish_initialisation(writing, book_); }));
    }

    void step() {
        static constexpr std::pair<int, void (Walk::*)()> steps[] = {
            {26, &Walk::enter},         {3, &Walk::hold},       {3, &Walk::enter_held},
            {8, &Walk::amend},          {5, &Walk::void_one},   {3, &Walk::restore},
            {6, &Walk::review},         {6, &Walk::review_set}, {3, &Walk::withdraw},
            {9, &Walk::post},           {3, &Walk::unpost},     {5, &Walk::reverse},
            {5, &Walk::renumber_month}, {2, &Walk::freeze},     {2, &Walk::unfreeze},
            {8, &Walk::close},          {2, &Walk::unclose},    {2, &Walk::open},
            {2, &Walk::carry},          {2, &Walk::discard},    {1, &Walk::rebuild},
            {3, &Walk::prove}};
        int total = 0;
        for (const auto& each : steps) total += each.first;
        int chosen = pick(total);
        for (const auto& [weight, action] : steps) {
            if (chosen < weight) {
                (this->*action)();
                return;
            }
            chosen -= weight;
        }
    }

    // The store's figures are those of the model.
    void compare() {
        const PeriodKey period = some_period();
        for (const bool with_pending : {false, true}) {
            const auto rows = read([&](Reader reader) {
                return BalanceReader{reader}.trial_balance(
                    {.book = book_,
                     .year = period.year,
                     .from = period.no,
                     .to = period.no,
                     .include = with_pending ? Include::pending : Include::posted});
            });
            for (const AccountBalance& row : rows) {
                const std::string& code = row.account.code;
                INFO(code << " " << period.text() << (with_pending ? " with pending" : " posted"));
                REQUIRE(row.debit.minor() ==
                        model_.turnover(code, period, Side::debit, with_pending));
                REQUIRE(row.credit.minor() ==
                        model_.turnover(code, period, Side::credit, with_pending));
                REQUIRE(row.closing.minor() == model_.closing(code, period, with_pending));
            }
        }
    }

    void verify() {
        const auto found = read([&](Reader reader) { return verify_book(reader, book_); });
        for (const LedgerFinding& finding : found)
            FAIL_CHECK(finding.invariant << " " << finding.text.id);
        for (const auto& [id, expected] : model_.vouchers) {
            const auto voucher = stored(id);
            REQUIRE(voucher);
            REQUIRE(voucher->state == expected.state);
            REQUIRE(voucher->number == expected.number);
            REQUIRE(voucher->period == expected.period);
        }
    }

private:
    std::optional<Voucher> stored(std::int64_t id) {
        return read([&](Reader reader) { return VoucherStore{reader, book_}.get({id}); });
    }
    std::int64_t some_operator() { return 1 + pick(3); }
    // From the month before the first open one to fourteen after it: both limits are crossed.
    PeriodKey some_period() {
        PeriodKey period = model_.first_open();
        if (pick(6) == 0 && period > start) period = period.previous();
        for (int months = pick(10) < 7 ? pick(2) : pick(15); months > 0; --months)
            period = period.next();
        if (period.no == 12 && pick(4) == 0) period.no = 13;
        return period;
    }
    // Some year end too: after December it is where things happen.
    PeriodKey period_to_move() {
        const PeriodKey first = model_.first_open();
        if (first.no == 1 && pick(3) == 0) return {first.year - 1, 13};
        return pick(4) == 0 ? some_period() : first;
    }
    Date some_day(PeriodKey period) {
        return period.first_day().plus_days(
            pick(days_between(period.first_day(), period.last_day()) + 1));
    }
    std::int64_t some_voucher() {
        if (model_.vouchers.empty()) return 0;
        auto chosen = model_.vouchers.begin();
        std::advance(chosen, pick(static_cast<int>(model_.vouchers.size())));
        return chosen->first;
    }

    // Two to four lines that balance, but for one time in twelve.
    std::vector<ModelEntry> some_entries() {
        std::vector<ModelEntry> entries;
        std::int64_t net = 0;
        for (int lines = 1 + pick(3); lines > 0; --lines) {
            const std::int64_t amount = (1 + pick(100'000)) * (pick(10) == 0 ? -1 : 1);
            const Side side = pick(2) == 0 ? Side::debit : Side::credit;
            entries.push_back({codes[static_cast<std::size_t>(pick(4))], side, amount});
            net += side == Side::debit ? amount : -amount;
        }
        if (net == 0) net = 1;
        if (pick(12) == 0) net += 1;
        if (net != 0)
            entries.push_back({codes[static_cast<std::size_t>(pick(4))], Side::credit, net});
        if (entries.size() < 2) entries.push_back({"101", Side::debit, 1});
        return entries;
    }

    Voucher to_voucher(const ModelVoucher& from, std::int64_t id) {
        Voucher voucher{
            .id = {id}, .book = book_, .period = from.period, .date = from.date, .attachments = 1};
        if (id != 0) voucher.version = stored(id)->version;
        for (const ModelEntry& entry : from.entries) {
            Entry line{.summary = "随机业务",
                       .account = accounts_[entry.account],
                       .side = entry.side,
                       .amount = Amount::minor(entry.amount)};
            if (entry.account == "401" && entry.amount % 3 != 0)
                line.dimensions = {{"flow", entry.amount % 3 == 1 ? "a" : "b"}};
            voucher.entries.push_back(std::move(line));
        }
        return voucher;
    }
    ModelVoucher some_content() {
        PeriodKey period = some_period();
        ModelVoucher content{.period = period, .date = some_day(period), .entries = some_entries()};
        return content;
    }

    void enter() {
        ModelVoucher content = some_content();
        content.prepared_by = some_operator();
        const Voucher voucher = to_voucher(content, 0);
        const auto result = write(content.prepared_by, [&](const Writing& writing) {
            return enter_voucher(writing, voucher);
        });
        if (!agree(result,
                   model_.takes(content.period, content.origin) &&
                       model_.is_balanced(content.entries),
                   "enter"))
            return;
        content.number = model_.highest_number(LedgerModel::series_of(content.period)) + 1;
        REQUIRE(result->voucher.number == content.number);
        model_.vouchers[result->voucher.id.value] = content;
    }

    void hold() {
        ModelVoucher content = some_content();
        content.prepared_by = some_operator();
        content.state = VoucherState::held;
        const Voucher voucher = to_voucher(content, 0);
        const auto result = write(content.prepared_by, [&](const Writing& writing) {
            return hold_voucher(writing, voucher);
        });
        // Accounts exist from the book's start on.
        if (agree(result, true, "hold")) model_.vouchers[result->voucher.id.value] = content;
    }

    void enter_held() {
        const std::int64_t id = some_voucher();
        if (id == 0) return;
        ModelVoucher& model = model_.vouchers[id];
        const Voucher voucher = to_voucher(model, id);
        const std::int64_t preparer = some_operator();
        const auto result = write(
            preparer, [&](const Writing& writing) { return enter_voucher(writing, voucher); });
        const bool may = model.state == VoucherState::held &&
                         model_.takes(model.period, model.origin) &&
                         model_.is_balanced(model.entries);
        if (!agree(result, may, "enter held")) return;
        model.number = model_.highest_number(LedgerModel::series_of(model.period)) + 1;
        model.state = VoucherState::entered;
        model.prepared_by = preparer;
    }

    void amend() {
        const std::int64_t id = some_voucher();
        if (id == 0) return;
        ModelVoucher& model = model_.vouchers[id];
        ModelVoucher content = some_content();
        if (pick(4) != 0) {
            content.period = model.period;
            content.date = some_day(content.period);
        }
        const Voucher voucher = to_voucher(content, id);
        const std::int64_t preparer = some_operator();
        const auto result = write(
            preparer, [&](const Writing& writing) { return amend_voucher(writing, voucher); });
        const PeriodKey from = LedgerModel::series_of(model.period),
                        to = LedgerModel::series_of(content.period);
        const bool may = model.state == VoucherState::entered &&
                         model_.takes(content.period, model.origin) &&
                         model_.is_balanced(content.entries) &&
                         !model_.closed.contains(model.period) &&
                         (from == to || model.number == model_.highest_number(from));
        if (!agree(result, may, "amend")) return;
        if (from != to) {
            model.number = 0;
            model.number = model_.highest_number(to) + 1;
        }
        model.period = content.period;
        model.date = content.date;
        model.entries = content.entries;
        model.prepared_by = preparer;
    }

    // A move of one voucher from one state to another.
    template <class Action>
    bool move(std::int64_t id, std::int64_t operator_id, VoucherState from, bool may,
              const std::string& what, Action action) {
        const std::int64_t version = stored(id)->version;
        const auto result = write(operator_id, [&](const Writing& writing) {
            return action(writing, Id<Voucher>{id}, version);
        });
        return agree(result, model_.vouchers[id].state == from && may, what);
    }

    void void_one() {
        const std::int64_t id = some_voucher();
        if (id == 0) return;
        if (move(id, some_operator(), VoucherState::entered,
                 !model_.closed.contains(model_.vouchers[id].period), "void",
                 [&](const Writing& writing, Id<Voucher> voucher, std::int64_t version) {
                     return void_voucher(writing, book_, voucher, version);
                 }))
            model_.vouchers[id].state = VoucherState::voided;
    }

    void restore() {
        const std::int64_t id = some_voucher();
        if (id == 0) return;
        const ModelVoucher& model = model_.vouchers[id];
        if (model.reverses != 0 && model_.is_reversed(model.reverses))
            return;  // another reversal took its place
        if (move(id, some_operator(), VoucherState::voided,
                 model_.takes(model.period, model.origin), "restore",
                 [&](const Writing& writing, Id<Voucher> voucher, std::int64_t version) {
                     return restore_voided_voucher(writing, book_, voucher, version);
                 }))
            model_.vouchers[id].state = VoucherState::entered;
    }

    void review() {
        const std::int64_t id = some_voucher(), reviewer = some_operator();
        if (id == 0) return;
        ModelVoucher& model = model_.vouchers[id];
        if (!move(id, reviewer, VoucherState::entered, model.prepared_by != reviewer, "review",
                  [&](const Writing& writing, Id<Voucher> voucher, std::int64_t version) {
                      return review_voucher(writing, book_, voucher, version);
                  }))
            return;
        model.state = VoucherState::reviewed;
        model.reviewed_by = reviewer;
    }

    void review_set() {
        const std::int64_t reviewer = some_operator();
        const PeriodKey from = period_to_move(),
                        to = pick(2) == 0 ? from : std::max(from, some_period());
        const auto result = write(
            reviewer, [&](const Writing& writing) { return review_all(writing, book_, from, to); });
        if (!agree(result, true, "review all")) return;
        std::int64_t reviewed = 0, refused = 0;
        for (auto& [id, voucher] : model_.vouchers) {
            if (voucher.state != VoucherState::entered || voucher.period < from ||
                voucher.period > to)
                continue;
            ++(voucher.prepared_by == reviewer ? refused : reviewed);
            if (voucher.prepared_by == reviewer) continue;
            voucher.state = VoucherState::reviewed;
            voucher.reviewed_by = reviewer;
        }
        REQUIRE(result->reviewed == reviewed);
        REQUIRE(result->refused == refused);
    }

    void withdraw() {
        const std::int64_t id = some_voucher(), reviewer = some_operator();
        if (id == 0) return;
        ModelVoucher& model = model_.vouchers[id];
        if (move(id, reviewer, VoucherState::reviewed, model.reviewed_by == reviewer, "withdraw",
                 [&](const Writing& writing, Id<Voucher> voucher, std::int64_t version) {
                     return withdraw_review(writing, book_, voucher, version, false);
                 }))
            model.state = VoucherState::entered;
    }

    void post() {
        const PeriodKey period = period_to_move();
        const auto result = write(
            1, [&](const Writing& writing) { return post_period(writing, book_, period); });
        if (!agree(result, model_.may_post(period), "post " + period.text())) return;
        const std::set<std::int64_t> posted = model_.to_post(period);
        REQUIRE(result->vouchers == static_cast<std::int64_t>(posted.size()));
        for (const std::int64_t id : posted) model_.vouchers[id].state = VoucherState::posted;
    }

    void unpost() {
        const PeriodKey period = period_to_move();
        const auto result = write(1, [&](const Writing& writing) {
            return unpost_period(writing, book_, period, {}, "改错");
        });
        if (!agree(result, model_.may_unpost(period), "unpost " + period.text())) return;
        for (auto& [id, voucher] : model_.vouchers)
            if (voucher.period == period && voucher.state == VoucherState::posted)
                voucher.state = VoucherState::reviewed;
    }

    void reverse() {
        const std::int64_t id = some_voucher(), preparer = some_operator();
        if (id == 0) return;
        const PeriodKey period = some_period();
        const Date date = some_day(period);
        const auto result = write(preparer, [&](const Writing& writing) {
            return reverse_voucher(writing, book_, {id}, date, std::nullopt);
        });
        const ModelVoucher& model = model_.vouchers[id];
        const PeriodKey own = PeriodKey::of(date.month());
        const bool may = model.state == VoucherState::posted && !model_.is_reversed(id) &&
                         date >= model.date && date.year() == model.date.year() &&
                         model_.takes(own, VoucherOrigin::reversal);
        if (!agree(result, may, "reverse")) return;
        ModelVoucher red = model;
        for (ModelEntry& entry : red.entries) entry.amount = -entry.amount;
        red.period = own;
        red.date = date;
        red.state = VoucherState::entered;
        red.origin = VoucherOrigin::reversal;
        red.prepared_by = preparer;
        red.reverses = id;
        red.number = model_.highest_number(LedgerModel::series_of(own)) + 1;
        model_.vouchers[result->reversal.id.value] = red;
    }

    void renumber_month() {
        const PeriodKey period = period_to_move();
        const auto vouchers = read(
            [&](Reader reader) { return numbered_vouchers(reader, book_, period, "记"); });
        const RenumberPlan plan = renumber_plan(vouchers, pick(2) == 0 ? RenumberMode::by_date
                                                                       : RenumberMode::close_gaps);
        bool may = !model_.closed.contains(period);
        for (const NumberChange& change : plan.changes)
            may = may && model_.vouchers[change.id.value].state != VoucherState::posted;
        const auto result = write(1, [&](const Writing& writing) {
            return renumber(writing, book_, period, "记", plan);
        });
        if (!agree(result, may, "renumber " + period.text())) return;
        for (const NumberChange& change : plan.changes)
            model_.vouchers[change.id.value].number = change.to;
    }

    void freeze() {
        const PeriodKey period = some_period();
        const bool may = period.no <= 12 && !model_.closed.contains(period) &&
                         !model_.frozen.contains(period);
        if (agree(write(1,
                        [&](const Writing& writing) {
                            return freeze_period(writing, book_, period);
                        }),
                  may, "freeze"))
            model_.frozen.insert(period);
    }
    void unfreeze() {
        const PeriodKey period = model_.frozen.empty() ? some_period() : *model_.frozen.begin();
        if (agree(write(1,
                        [&](const Writing& writing) {
                            return unfreeze_period(writing, book_, period);
                        }),
                  model_.frozen.contains(period), "unfreeze"))
            model_.frozen.erase(period);
    }

    void prove() {
        const PeriodKey period = period_to_move();
        const auto result = write(
            1, [&](const Writing& writing) { return prove_period(writing, book_, period, 7); });
        if (agree(result, true, "prove")) REQUIRE(result->stands == model_.may_close(period));
    }

    void close() {
        const PeriodKey period = period_to_move();
        const auto result = write(
            1, [&](const Writing& writing) { return close_period(writing, book_, period, 7); });
        // The year is sealed with every account at zero; less is only an alert in the proof.
        const bool must_be_zero = period.no == 13 && keeps_reverse_voucher();
        bool may = model_.may_close(period);
        for (const std::string& code : codes)
            may = may && (!must_be_zero || model_.closing(code, period, false) == 0);
        if (!agree(result, may, "close " + period.text())) return;
        model_.closed.insert(period);
        model_.frozen.erase(period);
    }

    void unclose() {
        const PeriodKey period = model_.closed.empty() ? start
                                 : pick(4) == 0        ? *model_.closed.begin()
                                                       : *model_.closed.rbegin();
        const auto result = write(
            1, [&](const Writing& writing) { return unclose_period(writing, book_, period); });
        if (agree(result, model_.may_unclose(period), "unclose " + period.text()))
            model_.closed.erase(period);
    }

    void open() {
        const int year = start.year + 1 + pick(2);
        const bool carry = pick(2) == 0;
        const auto result = write(
            1, [&](const Writing& writing) { return open_year(writing, book_, year, carry); });
        if (agree(result, model_.may_open_year(year, carry), "open year"))
            model_.years[year] = carry;
    }

    void carry() {
        const int year = start.year + pick(2);
        const PeriodKey period{year, 13};
        bool exists = false, is_zero = true;
        for (const auto& [id, voucher] : model_.vouchers)
            exists = exists ||
                     (voucher.period == period && voucher.origin == VoucherOrigin::year_carry &&
                      voucher.state != VoucherState::voided);
        for (const std::string& code : codes)
            is_zero = is_zero && model_.closing(code, period, true) == 0;
        const std::int64_t preparer = some_operator();
        const auto result = write(preparer, [&](const Writing& writing) {
            return enter_year_carry(writing, book_, year);
        });
        const bool may = keeps_reverse_voucher() && !exists && !is_zero &&
                         model_.takes(period, VoucherOrigin::year_carry);
        if (!agree(result, may, "year carry")) return;
        ModelVoucher voucher{.period = period,
                             .date = period.last_day(),
                             .number = model_.highest_number({year, 12}) + 1,
                             .origin = VoucherOrigin::year_carry,
                             .prepared_by = preparer};
        for (const std::string& code : codes) {
            const std::int64_t balance = model_.closing(code, period, true);
            if (balance != 0)
                voucher.entries.push_back(
                    {code, balance > 0 ? Side::credit : Side::debit, std::abs(balance)});
        }
        model_.vouchers[result->voucher.id.value] = voucher;
    }

    void discard() {
        const std::int64_t id = some_voucher();
        if (id == 0) return;
        const std::int64_t version = stored(id)->version;
        const auto result = write(1, [&](const Writing& writing) {
            return discard_held_voucher(writing, book_, {id}, version);
        });
        if (agree(result, model_.vouchers[id].state == VoucherState::held, "discard"))
            model_.vouchers.erase(id);
    }

    void rebuild() {
        const auto result = write(
            1, [&](const Writing& writing) { return rebuild_balances(writing, book_); });
        if (agree(result, true, "rebuild")) REQUIRE(result->differences.empty());
    }

    bool keeps_reverse_voucher() const { return kinds_.find("random")->keeps_reverse_voucher; }

    FreshWorkspace workspace_;
    BookKinds kinds_;
    Id<Book> book_;
    std::map<std::string, Id<Account>> accounts_;
    std::mt19937 random_;
    LedgerModel model_;
};

void walk(StoreKind store, unsigned seed, int steps) {
    INFO("seed " << seed);
    Walk book{store, seed};
    for (int at = 1; at <= steps; ++at) {
        INFO("step " << at);
        book.step();
        book.compare();
        if (at % 20 == 0) book.verify();
    }
}

}  // namespace

TEST_CASE("Random work on SQLite leaves the books as the model has them", "[properties]") {
    for (unsigned seed = 1; seed <= 6; ++seed) walk(StoreKind::sqlite, seed, 240);
}

TEST_CASE("Random work on PostgreSQL leaves the books as the model has them", "[properties]") {
    const std::vector<StoreKind> stores = stores_under_test();
    if (std::find(stores.begin(), stores.end(), StoreKind::postgresql) == stores.end()) return;
    for (unsigned seed = 1; seed <= 2; ++seed) walk(StoreKind::postgresql, seed, 160);
}
