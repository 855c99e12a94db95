#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "zhangfang/base/id.h"
#include "zhangfang/ledger/period.h"
#include "zhangfang/rules/lifecycle.h"

namespace zf {

enum class BookStatus { initialising, active, archived };
template <>
struct EnumNames<BookStatus> {
    static constexpr std::array names{
        EnumName<BookStatus>{BookStatus::initialising, "initialising", "Being set up"},
        EnumName<BookStatus>{BookStatus::active, "active", "In use"},
        EnumName<BookStatus>{BookStatus::archived, "archived", "Archived"}};
};

// How posted vouchers may be corrected. strict: red letter only; traced: un-posting and un-closing
// with right, security code, reason, former contents kept; teaching: free, watermarked. It can be
// raised, never lowered.
enum class ControlLevel { teaching, traced, strict };
template <>
struct EnumNames<ControlLevel> {
    static constexpr std::array names{
        EnumName<ControlLevel>{ControlLevel::teaching, "teaching", "Teaching"},
        EnumName<ControlLevel>{ControlLevel::traced, "traced", "Traced"},
        EnumName<ControlLevel>{ControlLevel::strict, "strict", "Strict"}};
};

enum class BookMethod { debit_credit, receipt_payment };
template <>
struct EnumNames<BookMethod> {
    static constexpr std::array names{
        EnumName<BookMethod>{BookMethod::debit_credit, "debit_credit", "Debit and credit"},
        EnumName<BookMethod>{BookMethod::receipt_payment, "receipt_payment",
                             "Receipt and payment"}};
};

enum class Guard { ignore, warn, stop };
template <>
struct EnumNames<Guard> {
    static constexpr std::array names{EnumName<Guard>{Guard::ignore, "ignore", "Ignore"},
                                      EnumName<Guard>{Guard::warn, "warn", "Warn"},
                                      EnumName<Guard>{Guard::stop, "stop", "Stop"}};
};

// 账套选项: their defaults come from the kind of book.
struct BookOptions {
    bool new_voucher_after_saving = true;  // 凭证保存后立即新增
    bool review_before_posting = true;     // sealed: false only in a general book created so
    bool cashier_signs = false;            // 收付款凭证须出纳签字
    Guard gap_at_posting = Guard::stop;    // 凭证号不连续时
    int summary_length_min = 1;            // 摘要最少字数, code points without spaces
    bool dates_in_order = false;           // 日期不得早于上一张凭证 (逐日)
    bool one_business_a_voucher = false;   // warn when a voucher mixes more than one template kind
    bool attachments_stated = false;       // 附单据张数 must be typed; 0 must be confirmed
    Guard cash_deficit = Guard::stop;
    Guard bank_deficit = Guard::warn;
    bool backup_before_closing = true;  // 结账前必须备份
    int number_width = 1;               // 记-12 or 记-0012
    std::string red_word = "冲销";      // 冲销 or 注销

    bool operator==(const BookOptions&) const = default;
};

struct Book {
    Id<Book> id;
    std::string code;  // short, unique in the workspace: --book CODE
    std::string name;  // unit or company: printed
    std::string kind;  // name of a BookKind: "canteen"
    BookMethod method = BookMethod::debit_credit;
    std::string standard;  // "inst-1997"
    std::string base_currency = "CNY";
    std::string code_levels = "3-2-2-2";
    ControlLevel control_level = ControlLevel::traced;
    PeriodKey start;           // first period kept here
    std::string finance_head;  // 財務主管
    std::string industry;
    BookStatus status = BookStatus::initialising;
    BookOptions options;
    // Period 13 holds the reverse voucher of the year end: openings of the next year come from
    // 0–12.
    bool keeps_reverse_voucher = false;
    std::int64_t version = 0;
};

}  // namespace zf
