#include "zhangfang/ledger/voucher_rules.h"

#include <algorithm>

#include "cash_guard.h"
#include "shown.h"
#include "zhangfang/base/text.h"

namespace zf {

namespace {

// 9,999,999,999,999.99: the most that one line may hold.
constexpr std::int64_t amount_max = 999'999'999'999'999;

bool is_generated(VoucherOrigin origin) {
    switch (origin) {
        case VoucherOrigin::automatic:
        case VoucherOrigin::carry_forward:
        case VoucherOrigin::revaluation:
        case VoucherOrigin::reversal:
        case VoucherOrigin::correction:
        case VoucherOrigin::year_carry:
        case VoucherOrigin::proposal: return true;
        default: return false;
    }
}

// Period 13 takes the carry and what belongs to the year end, nothing else.
bool belongs_to_year_end(VoucherOrigin origin) {
    return origin == VoucherOrigin::year_carry || origin == VoucherOrigin::carry_forward ||
           origin == VoucherOrigin::reversal || origin == VoucherOrigin::correction;
}

class Findings {
public:
    Findings(const Voucher& voucher, const EntryContext& context)
        : voucher_{voucher},
          context_{context} {}

    Problems take() {
        look_at_head();
        look_at_period();
        look_at_date_order();
        look_at_attachments();
        int line = 0;
        for (const Entry& entry : voucher_.entries) look_at_entry(entry, ++line);
        look_at_balance();
        look_at_cash();
        return std::move(found_);
    }

private:
    void add(std::string code, Message text, Place place, Level level = Level::error) {
        found_.push_back({.code = "ledger.voucher." + std::move(code),
                          .level = level,
                          .text = std::move(text),
                          .place = std::move(place)});
    }

    void look_at_head() {
        if (voucher_.word.empty())
            add("word_missing", {"The voucher has no word. Choose one, such as 记.", {}}, {"word"});
        if (voucher_.entries.size() < 2)
            add("too_few_lines",
                {"A voucher needs at least two lines and this one has {0}. Add what it was paid "
                 "from or for.",
                 {static_cast<std::int64_t>(voucher_.entries.size())}},
                {"entries"});
        if (!context_.same_as.empty())
            add("same_as_existing",
                {"{0} has the same date, accounts, amounts and summaries. Enter this one only if "
                 "it happened twice.",
                 {context_.same_as}},
                {"entries"}, Level::alert);
    }

    void look_at_period() {
        const PeriodKey period = voucher_.period;
        if (voucher_.date < period.first_day() || voucher_.date > period.last_day()) {
            add("date_outside_period",
                {"The date {0} does not lie in the period {1}. Correct the date or the period.",
                 {voucher_.date, period.text()}},
                {"date"});
            return;
        }
        if (period.no == 13) return look_at_year_end();
        if (period < context_.first_open) {
            add("period_closed",
                {"The period {0} is closed or lies before this book. Date the voucher in {1} or "
                 "later.",
                 {period.text(), context_.first_open.text()}},
                {"date"});
        } else if (period > context_.last_open) {
            add("period_too_far",
                {"The period {0} is too far ahead: entry is open from {1} to {2}. Correct the "
                 "date.",
                 {period.text(), context_.first_open.text(), context_.last_open.text()}},
                {"date"});
        } else if (!is_generated(voucher_.origin) &&
                   std::find(context_.frozen.begin(), context_.frozen.end(), period) !=
                       context_.frozen.end()) {
            add("period_frozen",
                {"The period {0} is cut off (扎账). Date the voucher in a later one, or have the "
                 "cut-off lifted.",
                 {period.text()}},
                {"date"});
        }
    }

    void look_at_year_end() {
        if (!context_.year_end_is_open)
            add("year_end_not_open",
                {"The year end of {0} takes vouchers only between the closing of December and that "
                 "of the year. "
                 "Close December first.",
                 {std::int64_t{voucher_.period.year}}},
                {"period"});
        else if (!belongs_to_year_end(voucher_.origin))
            add("year_end_only",
                {"The year end of {0} takes only the carry and transfers of the year end. Date "
                 "this voucher in a month.",
                 {std::int64_t{voucher_.period.year}}},
                {"period"});
    }

    void look_at_date_order() {
        if (!context_.book.options.dates_in_order) return;
        if (context_.last_date && voucher_.date < *context_.last_date)
            add("date_before_previous",
                {"The date {0} lies before {1}, the date of the previous voucher. Vouchers are "
                 "entered day by day: "
                 "choose {1} or later.",
                 {voucher_.date, *context_.last_date}},
                {"date"});
        if (context_.next_date && voucher_.date > *context_.next_date)
            add("date_after_next",
                {"The date {0} lies after {1}, the date of the next voucher. Vouchers stand day by "
                 "day: choose {1} "
                 "or earlier.",
                 {voucher_.date, *context_.next_date}},
                {"date"});
    }

    void look_at_attachments() {
        if (voucher_.attachments && *voucher_.attachments < 0)
            add("attachments_negative",
                {"The number of attachments is {0}. Type 0 or more.",
                 {std::int64_t{*voucher_.attachments}}},
                {"attachments"});
        if (!context_.book.options.attachments_stated) return;
        if (!voucher_.attachments)
            add("attachments_missing",
                {"The number of attached documents is not stated. Count them; type 0 when there is "
                 "none.",
                 {}},
                {"attachments"});
        else if (*voucher_.attachments == 0 && !is_generated(voucher_.origin))
            add("attachments_none",
                {"This voucher has no attached document. Confirm that there is none.", {}},
                {"attachments"}, Level::alert);
    }

    void look_at_entry(const Entry& entry, int line) {
        look_at_summary(entry, line);
        look_at_amount(entry, line);
        if (!entry.account) {
            add("account_missing",
                {"Line {0} has no account. Choose one with F7.", {std::int64_t{line}}},
                {"account", line});
            return;
        }
        const Account* const account = context_.account(entry.account);
        if (account == nullptr) {
            add("account_unknown",
                {"Line {0}: there is no such account in {1}. Choose one with F7.",
                 {std::int64_t{line}, std::int64_t{voucher_.period.year}}},
                {"account", line});
            return;
        }
        look_at_account(*account, line);
        look_at_dimensions(entry, *account, line);
    }

    void look_at_summary(const Entry& entry, int line) {
        const auto length = static_cast<std::int64_t>(visible_code_point_count(entry.summary));
        const std::int64_t length_min = std::max(1, context_.book.options.summary_length_min);
        if (length == 0)
            add("summary_missing",
                {"Line {0} has no summary. Type one; .. repeats that of the line above.",
                 {std::int64_t{line}}},
                {"summary", line});
        else if (length < length_min)
            add("summary_short",
                {"The summary of line {0} has {1} characters and needs at least {2}. Say what was "
                 "done, with whom, for what.",
                 {std::int64_t{line}, length, length_min}},
                {"summary", line});
    }

    void look_at_amount(const Entry& entry, int line) {
        const bool is_known = std::any_of(
            context_.measures.begin(), context_.measures.end(),
            [&](const Measure& each) { return each.id == entry.measure; });
        if (!is_known)
            add("measure_unknown",
                {"Line {0} is in a measure that this book does not keep. Choose another.",
                 {std::int64_t{line}}},
                {"measure", line});
        if (entry.amount.is_zero() &&
            (!entry.detail || entry.detail->purpose == EntryPurpose::ordinary))
            add("zero_amount",
                {"Line {0} has no amount. Type one, or take the line away.", {std::int64_t{line}}},
                {"amount", line});
        if (entry.amount.minor() > amount_max || entry.amount.minor() < -amount_max)
            add("amount_too_large",
                {"The amount {1} of line {0} is larger than a line can hold. Correct it or divide "
                 "it.",
                 {std::int64_t{line}, shown(entry.amount, entry.measure, context_.measures)}},
                {"amount", line});
    }

    void look_at_account(const Account& account, int line) {
        const std::string title = account.code + " " + account.name;
        if (!account.is_leaf)
            add("account_not_leaf",
                {"Line {0}: {1} is divided into accounts below it. Choose one of those.",
                 {std::int64_t{line}, title}},
                {"account", line});
        if (!account.is_enabled)
            add("account_disabled",
                {"Line {0}: {1} is no longer in use. Choose another account.",
                 {std::int64_t{line}, title}},
                {"account", line});
        if (!account.takes_manual_entries && !is_generated(voucher_.origin))
            add("account_not_manual",
                {"Line {0}: {1} takes only vouchers that the program makes. Choose another "
                 "account.",
                 {std::int64_t{line}, title}},
                {"account", line});
    }

    void look_at_dimensions(const Entry& entry, const Account& account, int line) {
        for (const AccountDimension& wanted : account.dimensions) {
            const auto count = std::count_if(
                entry.dimensions.begin(), entry.dimensions.end(),
                [&](const DimensionValue& value) { return value.kind == wanted.kind; });
            const bool is_left_out = voucher_.origin == VoucherOrigin::year_carry &&
                                     wanted.use == DimensionUse::analysis;
            if (count == 0 && wanted.is_required && !is_left_out)
                add("dimension_missing",
                    {"Line {0}: {1} is kept by {2}. Choose an item.",
                     {std::int64_t{line}, account.code + " " + account.name, wanted.kind}},
                    {"dimensions", line});
            if (count > 1)
                add("dimension_twice",
                    {"Line {0} names {1} twice. Keep one.", {std::int64_t{line}, wanted.kind}},
                    {"dimensions", line});
        }
        for (const DimensionValue& value : entry.dimensions) look_at_item(value, account, line);
    }

    void look_at_item(const DimensionValue& value, const Account& account, int line) {
        const bool is_bound = std::any_of(
            account.dimensions.begin(), account.dimensions.end(),
            [&](const AccountDimension& each) { return each.kind == value.kind; });
        if (!is_bound) {
            add("dimension_unknown",
                {"Line {0}: {1} is not kept by {2}. Take the item away.",
                 {std::int64_t{line}, account.code + " " + account.name, value.kind}},
                {"dimensions", line});
            return;
        }
        const auto item = std::find_if(
            context_.items.begin(), context_.items.end(), [&](const DimensionItem& each) {
                return each.kind == value.kind && each.code == value.item;
            });
        if (item == context_.items.end())
            add("item_unknown",
                {"Line {0}: there is no item {1} of {2}. Choose one from the list.",
                 {std::int64_t{line}, value.item, value.kind}},
                {"dimensions", line});
        else if (!item->is_enabled)
            add("item_disabled",
                {"Line {0}: {1} is no longer in use. Choose another item.",
                 {std::int64_t{line}, item->code + " " + item->name}},
                {"dimensions", line});
    }

    void look_at_balance() {
        for (const Imbalance& sum : imbalances_of(voucher_)) {
            const Amount difference = sum.debit > sum.credit ? sum.debit - sum.credit
                                                             : sum.credit - sum.debit;
            const auto show = [&](Amount amount) {
                return shown(amount, sum.measure, context_.measures);
            };
            const bool is_base = !context_.measures.empty() &&
                                 context_.measures.front().id == sum.measure;
            if (is_base)
                add("unbalanced",
                    {"Debit {0} and credit {1} differ by {2}. Correct an amount or add a line.",
                     {show(sum.debit), show(sum.credit), show(difference)}},
                    {"entries"});
            else
                add("unbalanced",
                    {"In {3}, debit {0} and credit {1} differ by {2}. Correct an amount or add a "
                     "line.",
                     {show(sum.debit), show(sum.credit), show(difference),
                      name_of_measure(sum.measure)}},
                    {"entries"});
        }
    }

    std::string name_of_measure(Id<Measure> measure) const {
        for (const Measure& each : context_.measures)
            if (each.id == measure) return each.name;
        return {};
    }

    void look_at_cash() {
        for (const EntryContext::Deficit& deficit : context_.deficits) {
            const Account* const account = context_.account(deficit.account);
            if (account == nullptr) continue;
            if (const auto problem = problem_of(deficit, *account, context_.book.options))
                found_.push_back(*problem);
        }
    }

    const Voucher& voucher_;
    const EntryContext& context_;
    Problems found_;
};

}  // namespace

Problems problems_of(const Voucher& voucher, const EntryContext& context) {
    return Findings{voucher, context}.take();
}

std::optional<Problem> why_not_reviewed(const Voucher& voucher, std::int64_t reviewer,
                                        bool needs_signature) {
    const std::string label = voucher_label(voucher.word, voucher.number);
    if (voucher.prepared_by == reviewer)
        return Problem{.code = "bk.voucher.own_review",
                       .text = {"{0} was prepared by yourself. Nobody reviews his own voucher; "
                                "another operator must do it.",
                                {label}},
                       .place = {"voucher"}};
    if (!voucher.marked_wrong.empty())
        return Problem{
            .code = "ledger.voucher.marked_wrong",
            .text = {"{0} is marked as wrong: {1}. Have it corrected, or take the mark away.",
                     {label, voucher.marked_wrong}}};
    if (needs_signature && voucher.signed_by == 0)
        return Problem{
            .code = "ledger.voucher.unsigned",
            .text = {
                "{0} moves cash or bank and the cashier has not signed it. Have it signed first.",
                {label}}};
    return std::nullopt;
}

bool touches_cash(const Voucher& voucher, const AccountList& accounts) {
    return std::any_of(voucher.entries.begin(), voucher.entries.end(), [&](const Entry& entry) {
        const Account* const account = accounts.find(entry.account);
        return account != nullptr && (account->feature == AccountFeature::cash ||
                                      account->feature == AccountFeature::bank);
    });
}

}  // namespace zf
