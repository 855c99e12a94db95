#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "zhangfang/base/price.h"
#include "zhangfang/base/quantity.h"
#include "zhangfang/ledger/account.h"
#include "zhangfang/ledger/book.h"
#include "zhangfang/ledger/measure.h"
#include "zhangfang/ledger/period.h"
#include "zhangfang/rules/lifecycle.h"

namespace zf {

// held 暂存 (may be unbalanced, has no number) → entered 已录入 → reviewed 已审核 → posted 已记账;
// voided 作废 keeps its number. Signed by the cashier and marked wrong are flags beside the state.
enum class VoucherState { held, entered, reviewed, posted, voided };
template <>
struct EnumNames<VoucherState> {
    static constexpr std::array names{
        EnumName<VoucherState>{VoucherState::held, "held", "Held"},
        EnumName<VoucherState>{VoucherState::entered, "entered", "Entered"},
        EnumName<VoucherState>{VoucherState::reviewed, "reviewed", "Reviewed"},
        EnumName<VoucherState>{VoucherState::posted, "posted", "Posted"},
        EnumName<VoucherState>{VoucherState::voided, "voided", "Voided"},
    };
};

// How a voucher came to be.
enum class VoucherOrigin {
    manual,
    model,
    automatic,
    carry_forward,
    revaluation,
    import,
    reversal,
    correction,
    year_carry,
    proposal
};
template <>
struct EnumNames<VoucherOrigin> {
    static constexpr std::array names{
        EnumName<VoucherOrigin>{VoucherOrigin::manual, "manual", "Typed"},
        EnumName<VoucherOrigin>{VoucherOrigin::model, "model", "From a template"},
        EnumName<VoucherOrigin>{VoucherOrigin::automatic, "automatic", "Automatic transfer"},
        EnumName<VoucherOrigin>{VoucherOrigin::carry_forward, "carry_forward",
                                "Profit and loss carried over"},
        EnumName<VoucherOrigin>{VoucherOrigin::revaluation, "revaluation", "Currency revaluation"},
        EnumName<VoucherOrigin>{VoucherOrigin::import, "import", "Imported"},
        EnumName<VoucherOrigin>{VoucherOrigin::reversal, "reversal", "Red-letter reversal"},
        EnumName<VoucherOrigin>{VoucherOrigin::correction, "correction", "Correction"},
        EnumName<VoucherOrigin>{VoucherOrigin::year_carry, "year_carry", "Year-end carry"},
        EnumName<VoucherOrigin>{VoucherOrigin::proposal, "proposal", "Proposed by another module"},
    };
};

struct DimensionValue {
    std::string kind;  // code of the DimensionKind
    std::string item;  // code of the DimensionItem

    bool operator==(const DimensionValue&) const = default;
};

// An amount of zero is refused unless the line says why it may be: only a quantity moves, or a
// currency is revalued.
enum class EntryPurpose { ordinary, quantity_only, revaluation };
template <>
struct EnumNames<EntryPurpose> {
    static constexpr std::array names{
        EnumName<EntryPurpose>{EntryPurpose::ordinary, "ordinary", "Ordinary"},
        EnumName<EntryPurpose>{EntryPurpose::quantity_only, "quantity_only", "Quantity only"},
        EnumName<EntryPurpose>{EntryPurpose::revaluation, "revaluation", "Revaluation"},
    };
};

// Rare attributes of a line: memoranda that balances keep, never part of the balancing check.
struct EntryDetail {
    std::string currency;            // of the foreign amount; "" is none
    std::int64_t foreign_minor = 0;  // in minor units of that currency, signed as the amount
    std::int64_t rate_e8 = 0;        // exchange rate × 10⁸
    Quantity quantity;
    std::string unit;
    Price price;
    EntryPurpose purpose = EntryPurpose::ordinary;

    bool operator==(const EntryDetail&) const = default;
};

// One line of a voucher (分录). A red amount is negative on its own side and reduces that side's
// turnover.
struct Entry {
    std::string summary;
    Id<Account> account;
    Side side = Side::debit;
    Amount amount;
    Id<Measure> measure;
    std::vector<DimensionValue> dimensions;  // in order of kind
    std::optional<EntryDetail> detail;

    bool operator==(const Entry&) const = default;
};

struct Voucher {
    Id<Voucher> id;
    Id<Book> book;
    PeriodKey period;
    Date date;
    std::string word = "记";
    int number = 0;                  // 0 while held
    std::optional<int> attachments;  // 附单据张数; nothing: not stated yet
    std::string reference;
    VoucherState state = VoucherState::entered;
    VoucherOrigin origin = VoucherOrigin::manual;
    std::string origin_reference;  // template code, import file …
    std::optional<Id<Voucher>> reverses;
    std::optional<Id<Voucher>> corrects;
    std::string remark;
    std::string marked_wrong;      // the reviewer's note; "" when not marked
    std::int64_t prepared_by = 0;  // operators
    std::int64_t reviewed_by = 0;
    std::int64_t signed_by = 0;  // cashier
    std::int64_t posted_by = 0;
    std::string reviewed_at, posted_at;  // UTC instants; "" before
    int print_count = 0;
    int unposted_count = 0;  // 曾反过账 ×n
    std::vector<Entry> entries;
    std::string content_hash;  // hex; of head and entries without state
    std::int64_t version = 0;
};

// "记-12", with leading zeros up to width.
ZF_EXPORT std::string voucher_label(const std::string& word, int number, int width = 1);

// Σ of one side, in one measure.
ZF_EXPORT Amount total_of(const Voucher& voucher, Side side, Id<Measure> measure);

// Σ debit − Σ credit of each measure in which the voucher does not balance: what Ctrl+F7 fills in.
struct Imbalance {
    Id<Measure> measure;
    Amount debit, credit;

    bool operator==(const Imbalance&) const = default;
};
ZF_EXPORT std::vector<Imbalance> imbalances_of(const Voucher& voucher);

}  // namespace zf
