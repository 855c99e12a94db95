#include "ui/voucher_sheet.h"

#include <algorithm>
#include <cctype>

#include "zhangfang/base/text.h"
#include "zhangfang/formula/amount_cell.h"

namespace zf::bookkeeping {
namespace {

constexpr std::size_t undo_most = 100;
constexpr std::size_t lines_most = 1000;

std::string lower(std::string_view text) {
    std::string result{text};
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return result;
}

// 。。 and ／／ typed with an input method on count as .. and //.
std::string sign_of(std::string_view text) {
    return half_width(trim(text));
}

}  // namespace

void VoucherSheet::note() {
    undo_.push_back(lines_);
    if (undo_.size() > undo_most) undo_.erase(undo_.begin());
    redo_.clear();
    is_changed_ = true;
}

SheetLine& VoucherSheet::line_at(int line) {
    const auto index = static_cast<std::size_t>(line);
    if (index >= lines_.size()) lines_.resize(index + 1);
    return lines_[index];
}

std::optional<Message> VoucherSheet::type_summary(int line, std::string_view text) {
    std::string summary = trim(text);
    const std::string sign = sign_of(text);
    if (sign == "..") {
        if (line == 0) return Message{"There is no line above to copy. Type the summary.", {}};
        summary = lines_[static_cast<std::size_t>(line) - 1].summary;
    } else if (sign == "//") {
        if (line == 0) return Message{"This is the first line itself. Type the summary.", {}};
        summary = lines_.front().summary;
    }
    note();
    line_at(line).summary = std::move(summary);
    return std::nullopt;
}

const AccountOffer* VoucherSheet::account(std::string_view code) const {
    const auto found = std::find_if(accounts_.begin(), accounts_.end(),
                                    [&](const AccountOffer& each) { return each.code == code; });
    return found == accounts_.end() ? nullptr : &*found;
}

std::vector<const AccountOffer*> VoucherSheet::candidates(std::string_view text) const {
    const std::string typed = lower(half_width(trim(text)));
    std::vector<const AccountOffer*> exact, by_code, by_initials, by_name;
    for (const AccountOffer& each : accounts_) {
        if (each.code == typed)
            exact.push_back(&each);
        else if (each.code.rfind(typed, 0) == 0)
            by_code.push_back(&each);
        else if (lower(each.mnemonic).rfind(typed, 0) == 0)
            by_initials.push_back(&each);
        else if (each.name.find(trim(text)) != std::string::npos)
            by_name.push_back(&each);
    }
    for (const auto* more : {&by_code, &by_initials, &by_name})
        exact.insert(exact.end(), more->begin(), more->end());
    return exact;
}

std::optional<Message> VoucherSheet::type_account(int line, std::string_view text) {
    if (trim(text).empty()) {
        note();
        line_at(line).account.clear();
        return std::nullopt;
    }
    const auto found = candidates(text);
    if (found.empty())
        return Message{"No account fits \"{0}\". The cell keeps what it had. Press F7 to choose.",
                       {trim(text)}};
    // Completion never decides: only a full code, or the one account that fits, is taken without
    // being chosen.
    const bool is_exact = found.front()->code == half_width(trim(text)) ||
                          found.front()->name == trim(text);
    if (!is_exact && found.size() > 1)
        return Message{"{1} accounts fit \"{0}\". The cell keeps what it had. Type more or press "
                       "F7 to choose.",
                       {trim(text), static_cast<std::int64_t>(found.size())}};
    if (!found.front()->is_leaf)
        return Message{
            "Account {0} has sub-accounts. Entries go to one of them. Press F7 to choose.",
            {found.front()->code}};
    note();
    SheetLine& target = line_at(line);
    target.account = found.front()->code;
    if (!found.front()->takes_items) target.item.clear();
    return std::nullopt;
}

std::optional<Message> VoucherSheet::type_item(int line, std::string_view text) {
    note();
    line_at(line).item = half_width(trim(text));
    return std::nullopt;
}

Money VoucherSheet::difference_without(int line) const {
    Money sum = difference();
    const auto index = static_cast<std::size_t>(line);
    if (index >= lines_.size()) return sum;
    const SheetLine& own = lines_[index];
    return own.side == Side::debit ? sum - own.amount : sum + own.amount;
}

std::optional<Message> VoucherSheet::type_amount(int line, Side side, std::string_view text) {
    const std::string typed = half_width(trim(text));
    Money amount;
    if (typed == "=") {
        const Money missing = difference_without(line);
        amount = side == Side::credit ? missing : -missing;
    } else if (!typed.empty()) {
        const auto read = amount_from_cell(typed, Rounding::half_away);
        if (!read) return read.error().text;
        amount = *read;
    }
    note();
    SheetLine& target = line_at(line);
    if (typed.empty() && target.side != side)
        return std::nullopt;  // the other side's amount is not this cell's
    target.side = side;
    target.amount = amount;
    return std::nullopt;
}

std::optional<Message> VoucherSheet::type_date(std::string_view text, Date last_used) {
    const std::string typed = half_width(trim(text));
    const bool is_day = !typed.empty() && typed.size() <= 2 &&
                        std::all_of(typed.begin(), typed.end(),
                                    [](unsigned char letter) { return std::isdigit(letter) != 0; });
    const auto read = is_day ? Date::of(last_used.year(), last_used.month_of_year(),
                                        static_cast<unsigned>(std::stoul(typed)))
                             : Date::parse(typed);
    if (!read) return read.error();
    date = read->iso();
    is_changed_ = true;
    return std::nullopt;
}

void VoucherSheet::step_date(int days) {
    const auto now = Date::parse(date);
    if (!now) return;
    date = now->plus_days(days).iso();
    is_changed_ = true;
}

void VoucherSheet::flip(int line) {
    note();
    SheetLine& target = line_at(line);
    target.side = opposite(target.side);
}

void VoucherSheet::balance(int line) {
    note();
    const Money missing = difference_without(line);
    SheetLine& target = line_at(line);
    target.side = missing.is_negative() ? Side::debit : Side::credit;
    target.amount = missing.is_negative() ? -missing : missing;
}

void VoucherSheet::insert_line(int line) {
    if (lines_.size() >= lines_most) return;
    note();
    const auto index = std::min(static_cast<std::size_t>(line), lines_.size());
    lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(index), SheetLine{});
}

void VoucherSheet::remove_line(int line) {
    if (static_cast<std::size_t>(line) >= lines_.size()) return;
    note();
    lines_.erase(lines_.begin() + line);
    if (lines_.empty()) lines_.emplace_back();
}

std::optional<Message> VoucherSheet::paste(int line, std::string_view text) {
    std::vector<SheetLine> pasted;
    for (const std::string& row : split(text, '\n')) {
        if (trim(row).empty()) continue;
        const auto cells = split(trim(row), '\t');
        VoucherSheet one;
        one.set_accounts(accounts_);
        const auto cell = [&](std::size_t index) {
            return index < cells.size() ? std::string_view{cells[index]} : std::string_view{};
        };
        one.type_summary(0, cell(0));
        if (auto fault = one.type_account(0, cell(1))) return fault;
        if (!trim(cell(2)).empty())
            if (auto fault = one.type_amount(0, Side::debit, cell(2))) return fault;
        if (!trim(cell(3)).empty())
            if (auto fault = one.type_amount(0, Side::credit, cell(3))) return fault;
        pasted.push_back(one.lines().front());
    }
    if (pasted.empty()) return std::nullopt;
    note();
    line_at(line);
    auto place = lines_.begin() + line;
    if (place->is_empty()) place = lines_.erase(place);
    lines_.insert(place, pasted.begin(), pasted.end());
    return std::nullopt;
}

std::optional<SheetCell> VoucherSheet::after(SheetCell cell) const {
    const auto index = static_cast<std::size_t>(cell.line);
    const SheetLine line = index < lines_.size() ? lines_[index] : SheetLine{};
    const AccountOffer* offer = account(line.account);
    switch (cell.column) {
        case SheetColumn::summary:
            // An empty line after a balanced voucher is its end.
            if (line.is_empty() && is_balanced()) return std::nullopt;
            return SheetCell{cell.line, SheetColumn::account};
        case SheetColumn::account:
            if (offer != nullptr && offer->takes_items)
                return SheetCell{cell.line, SheetColumn::item};
            return SheetCell{cell.line, SheetColumn::debit};
        case SheetColumn::item: return SheetCell{cell.line, SheetColumn::debit};
        case SheetColumn::debit:
            if (line.side == Side::debit && !line.amount.is_zero()) break;
            return SheetCell{cell.line, SheetColumn::credit};
        case SheetColumn::credit: break;
    }
    const bool is_last = index + 1 >= lines_.size();
    if (is_last && is_balanced()) return std::nullopt;
    return SheetCell{cell.line + 1, SheetColumn::summary};
}

SheetCell VoucherSheet::before(SheetCell cell) const {
    if (cell.column != SheetColumn::summary)
        return {cell.line, static_cast<SheetColumn>(static_cast<int>(cell.column) - 1)};
    if (cell.line == 0) return cell;
    return {cell.line - 1, SheetColumn::credit};
}

Money VoucherSheet::debit_total() const {
    Money sum;
    for (const SheetLine& line : lines_)
        if (line.side == Side::debit) sum += line.amount;
    return sum;
}

Money VoucherSheet::credit_total() const {
    Money sum;
    for (const SheetLine& line : lines_)
        if (line.side == Side::credit) sum += line.amount;
    return sum;
}

int VoucherSheet::filled_lines() const {
    return static_cast<int>(std::count_if(lines_.begin(), lines_.end(),
                                          [](const SheetLine& line) { return !line.is_empty(); }));
}

bool VoucherSheet::undo() {
    if (undo_.empty()) return false;
    redo_.push_back(lines_);
    lines_ = undo_.back();
    undo_.pop_back();
    return true;
}

bool VoucherSheet::redo() {
    if (redo_.empty()) return false;
    undo_.push_back(lines_);
    lines_ = redo_.back();
    redo_.pop_back();
    return true;
}

Record VoucherSheet::record() const {
    Record record;
    const auto set = [&record](const char* name, const std::string& text) {
        if (!text.empty()) record.set(name, Value{text});
    };
    set("word", word);
    set("date", date);
    set("attachments", attachments);
    set("reference", reference);
    set("template", template_code);
    List entries;
    for (const SheetLine& line : lines_) {
        if (line.is_empty()) continue;
        Record entry;
        entry.set("summary", Value{line.summary});
        entry.set("account", Value{line.account});
        if (!line.item.empty()) entry.set("item", Value{line.item});
        entry.set(std::string{name_of(line.side)}, Value{line.amount.text()});
        entries.emplace_back(std::move(entry));
    }
    record.set("entries", Value{std::move(entries)});
    return record;
}

void VoucherSheet::load(const Record& record) {
    const auto text = [&record](const char* name) { return record.get(name).plain_text(); };
    if (record.has("word")) word = text("word");
    date = text("date");
    attachments = text("attachments");
    reference = text("reference");
    template_code = text("template");
    lines_.clear();
    if (const List* entries = record.get("entries").if_a<List>())
        for (const Value& each : *entries) {
            const Record& entry = each.as<Record>();
            SheetLine line{.summary = entry.get("summary").plain_text(),
                           .account = entry.get("account").plain_text(),
                           .item = entry.get("item").plain_text()};
            const bool is_credit = !entry.get("credit").plain_text().empty();
            line.side = is_credit ? Side::credit : Side::debit;
            const auto amount = Money::parse(
                entry.get(is_credit ? "credit" : "debit").plain_text());
            if (amount) line.amount = *amount;
            lines_.push_back(std::move(line));
        }
    if (lines_.empty()) lines_.emplace_back();
    undo_.clear();
    redo_.clear();
    is_changed_ = false;
}

}  // namespace zf::bookkeeping
