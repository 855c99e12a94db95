#include "commands/voucher_file.h"

#include "zhangfang/base/text.h"
#include "zhangfang/ledger/store/books.h"

namespace zf::bookkeeping {

const std::vector<std::string>& VoucherFile::needed_columns() {
    static const std::vector<std::string> columns{"date", "summary", "account_code", "debit",
                                                  "credit"};
    return columns;
}

VoucherFile::VoucherFile(TableFile file, Reader reader, const Book& book,
                         const VoucherFileRange& range)
    : file_{std::move(file)},
      accounts_{reader, book.id},
      book_{book},
      measure_{BookStore{reader}.base_measure(book.id).id},
      range_{range} {
    const auto at = [&](const char* name) { return file_.column(name); };
    columns_ = {at("date"),
                at("word"),
                at("number"),
                at("attachments"),
                at("summary"),
                at("account_code"),
                at("debit"),
                at("credit"),
                at("reference"),
                at("remark"),
                at("reverses"),
                at("corrects"),
                {}};
    for (const std::string& name : file_.columns_with("dim:"))
        columns_.dimensions.emplace_back(file_.column(name), name.substr(4));
    has_row_ = go_to_wanted_row();
}

bool VoucherFile::go_to_wanted_row() {
    while (file_.next())
        if (read_head() && is_wanted()) return true;
    return false;
}

// Most rows repeat the head of the row above: only what differs is read anew.
bool VoucherFile::read_head() {
    const std::string& date_text = file_.cell(columns_.date);
    if (date_text != head_.date_text || date_text.empty()) {
        head_.date_text.clear();
        const auto date = file_.date(columns_.date);
        if (!date) {
            if (trim(date_text).empty())
                file_.find({.code = "bk.import.date_missing",
                            .text = {"Row {0} has no date. Nothing was imported: fill it in.",
                                     {file_.row()}},
                            .place = {"date"}});
            return false;
        }
        head_.date = *date;
        head_.date_text = date_text;
    }
    head_.word = file_.cell(columns_.word);
    if (head_.word.empty()) head_.word = "记";
    const std::string& number_text = file_.cell(columns_.number);
    if (number_text != head_.number_text) {
        head_.number = static_cast<int>(file_.count(columns_.number).value_or(0));
        head_.number_text = number_text;
    }
    names_numbers_ = names_numbers_ || head_.number != 0;
    return true;
}

bool VoucherFile::is_wanted() const {
    return (!range_.month || head_.date.month() == *range_.month) &&
           (range_.last_number == 0 || head_.number <= range_.last_number);
}

bool VoucherFile::belongs_to(const Head& voucher) const {
    return head_.date == voucher.date && head_.word == voucher.word &&
           head_.number == voucher.number;
}

void VoucherFile::begin(ImportedVoucher& imported) {
    Voucher& voucher = imported.voucher;
    imported.row = file_.row();
    voucher.id = {};
    voucher.book = book_.id;
    voucher.period = PeriodKey::of(head_.date.month());
    voucher.date = head_.date;
    voucher.word = head_.word;
    voucher.number = head_.number;
    const auto attachments = file_.count(columns_.attachments);
    voucher.attachments.reset();
    if (attachments) voucher.attachments = static_cast<int>(*attachments);
    voucher.reference = file_.cell(columns_.reference);
    voucher.remark = file_.cell(columns_.remark);
    voucher.origin = VoucherOrigin::import;
    voucher.entries.clear();
}

const Account* VoucherFile::find_account() {
    auto& chart = charts_[head_.date.year()];
    if (chart.empty())
        for (Account& account : accounts_.all(head_.date.year()))
            chart.emplace(account.code, account);
    const std::string& code = file_.cell(columns_.account);
    const auto found = chart.find(code);
    if (found != chart.end()) return &found->second;
    const auto unknown = accounts_.resolve(code, head_.date.year());
    if (unknown) return &chart.emplace(code, *unknown).first->second;
    Problem problem = unknown.error();
    problem.place.field = "account_code";
    file_.find(std::move(problem));
    return nullptr;
}

void VoucherFile::add_line(ImportedVoucher& imported) {
    if (!file_.cell(columns_.reverses).empty() || !file_.cell(columns_.corrects).empty())
        file_.find({.code = "bk.import.reversal",
                    .text = {"Row {0} reverses or corrects another voucher. Nothing was imported: "
                             "use the command on that voucher, which keeps the link.",
                             {file_.row()}},
                    .place = {"reverses"}});
    const Account* account = find_account();
    const auto debit = file_.money(columns_.debit);
    const auto credit = file_.money(columns_.credit);
    if (debit && credit && !debit->is_zero() && !credit->is_zero())
        file_.find({.code = "bk.import.two_sides",
                    .text = {"Row {0} has a debit and a credit amount. Nothing was imported: a "
                             "line stands on one side.",
                             {file_.row()}},
                    .place = {"debit"}});
    if (account == nullptr) return;
    const bool is_credit = credit && !(debit && !debit->is_zero());
    Entry& entry = imported.voucher.entries.emplace_back();
    entry.summary = file_.cell(columns_.summary);
    entry.account = account->id;
    entry.side = is_credit ? Side::credit : Side::debit;
    entry.amount = Amount::of(is_credit ? *credit : debit.value_or(Money{}));
    entry.measure = measure_;
    for (const auto& [column, kind] : columns_.dimensions)
        if (const std::string& item = file_.cell(column); !item.empty())
            entry.dimensions.push_back({kind, item});
}

bool VoucherFile::next(ImportedVoucher& imported) {
    if (!has_row_) return false;
    const Head voucher = head_;
    begin(imported);
    do {
        add_line(imported);
        has_row_ = go_to_wanted_row();
        const bool ends_by_balance = voucher.number == 0 && imported.voucher.entries.size() > 1 &&
                                     imbalances_of(imported.voucher).empty();
        if (ends_by_balance) break;
    } while (has_row_ && belongs_to(voucher));
    return true;
}

}  // namespace zf::bookkeeping
