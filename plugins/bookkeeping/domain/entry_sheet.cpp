#include "domain/entry_sheet.h"

#include <algorithm>
#include <cctype>

#include "zhangfang/base/text.h"
#include "zhangfang/formula/amount_cell.h"

namespace zf::bookkeeping {
namespace {

constexpr std::size_t undo_most = 100;
constexpr std::size_t lines_most = 1000;
constexpr std::size_t children_named_most = 6;

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

// "flow=21" is item 21 of the kind flow; "21" says no kind.
struct ItemPart {
    std::string kind, code;
};

std::vector<ItemPart> parts_of(std::string_view item) {
    std::vector<ItemPart> parts;
    for (const std::string& part : split(item, ',')) {
        const std::string text = trim(part);
        if (text.empty()) continue;
        const auto equals = text.find('=');
        if (equals == std::string::npos)
            parts.push_back({{}, text});
        else
            parts.push_back({trim(text.substr(0, equals)), trim(text.substr(equals + 1))});
    }
    return parts;
}

Message too_many_fit(std::string_view typed, std::size_t count) {
    return {"{1} accounts fit \"{0}\". The cell keeps what it had. Type more or press F7 to "
            "choose.",
            {trim(typed), static_cast<std::int64_t>(count)}};
}

}  // namespace

void EntrySheet::set_accounts(std::vector<AccountOffer> accounts) {
    accounts_ = std::move(accounts);
    for (EntryLine& line : lines_)
        if (const AccountOffer* offer = account(line.account); offer != nullptr)
            line.account_name = offer->full_name.empty() ? offer->name : offer->full_name;
}

void EntrySheet::note() {
    undo_.push_back(lines_);
    if (undo_.size() > undo_most) undo_.erase(undo_.begin());
    redo_.clear();
    is_changed_ = true;
}

EntryLine& EntrySheet::line_at(int line) {
    const auto index = static_cast<std::size_t>(line);
    if (index >= lines_.size()) lines_.resize(index + 1);
    return lines_[index];
}

const EntryLine& EntrySheet::line(int index) const {
    static const EntryLine empty;
    const auto place = static_cast<std::size_t>(index);
    return place < lines_.size() ? lines_[place] : empty;
}

void EntrySheet::set_lines(std::vector<EntryLine> lines) {
    lines_ = std::move(lines);
    if (lines_.empty()) lines_.emplace_back();
    undo_.clear();
    redo_.clear();
    is_changed_ = false;
}

std::optional<Message> EntrySheet::type_summary(int line, std::string_view text) {
    std::string summary = trim(text);
    const std::string sign = sign_of(text);
    if (sign == "..") {
        if (line == 0) return Message{"There is no line above to copy. Type the summary.", {}};
        summary = this->line(line - 1).summary;
    } else if (sign == "//") {
        if (line == 0) return Message{"This is the first line itself. Type the summary.", {}};
        summary = lines_.front().summary;
    }
    if (summary == this->line(line).summary) return std::nullopt;
    note();
    line_at(line).summary = std::move(summary);
    return std::nullopt;
}

const AccountOffer* EntrySheet::account(std::string_view code) const {
    const auto found = std::find_if(accounts_.begin(), accounts_.end(),
                                    [&](const AccountOffer& each) { return each.code == code; });
    return found == accounts_.end() ? nullptr : &*found;
}

const ItemOffer* EntrySheet::item(std::string_view kind, std::string_view code) const {
    const auto found = std::find_if(items_.begin(), items_.end(), [&](const ItemOffer& each) {
        return each.code == code && (kind.empty() || each.kind == kind);
    });
    return found == items_.end() ? nullptr : &*found;
}

std::vector<const AccountOffer*> EntrySheet::account_candidates(std::string_view text) const {
    const std::string typed = lower(half_width(trim(text)));
    std::vector<const AccountOffer*> exact, by_code, by_initials, by_name;
    for (const AccountOffer& each : accounts_) {
        if (each.code == typed)
            exact.push_back(&each);
        else if (each.code.starts_with(typed))
            by_code.push_back(&each);
        else if (lower(each.mnemonic).starts_with(typed))
            by_initials.push_back(&each);
        else if (each.full_name.find(trim(text)) != std::string::npos ||
                 each.name.find(trim(text)) != std::string::npos)
            by_name.push_back(&each);
    }
    for (const auto* more : {&by_code, &by_initials, &by_name})
        exact.insert(exact.end(), more->begin(), more->end());
    return exact;
}

std::optional<Message> EntrySheet::type_account(int line, std::string_view text) {
    if (trim(text).empty()) {
        if (this->line(line).account.empty()) return std::nullopt;
        note();
        EntryLine& target = line_at(line);
        target.account.clear();
        target.account_name.clear();
        target.item.clear();
        return std::nullopt;
    }
    const auto found = account_candidates(text);
    if (found.empty())
        return Message{"No account fits \"{0}\". The cell keeps what it had. Press F7 to choose.",
                       {trim(text)}};
    // Completion never decides: only a full code or name, or the one account that fits, is taken
    // without being chosen.
    const AccountOffer& first = *found.front();
    const bool is_exact = first.code == half_width(trim(text)) || first.name == trim(text);
    if (!is_exact && found.size() > 1) return too_many_fit(text, found.size());
    if (!first.is_leaf) {
        std::string below;
        std::size_t count = 0;
        for (const AccountOffer& each : accounts_)
            if (each.code != first.code && each.code.starts_with(first.code) &&
                ++count <= children_named_most)
                below += (below.empty() ? "" : ", ") + each.code + " " + each.name;
        return Message{"Account {0} has sub-accounts, and entries go to one of them: {1}. The cell "
                       "keeps what it had. Press F7 to choose.",
                       {first.code, below}};
    }
    note();
    EntryLine& target = line_at(line);
    if (target.account != first.code) target.item.clear();
    target.account = first.code;
    target.account_name = first.full_name.empty() ? first.name : first.full_name;
    return std::nullopt;
}

std::vector<const ItemOffer*> EntrySheet::item_candidates(int line, std::string_view text) const {
    const std::string typed = half_width(trim(text));
    const AccountOffer* offer = account(this->line(line).account);
    std::vector<const ItemOffer*> exact, by_code, by_name;
    for (const ItemOffer& each : items_) {
        if (offer == nullptr ||
            std::find(offer->kinds.begin(), offer->kinds.end(), each.kind) == offer->kinds.end())
            continue;
        if (each.code == typed)
            exact.push_back(&each);
        else if (each.code.starts_with(typed))
            by_code.push_back(&each);
        else if (each.name.find(trim(text)) != std::string::npos)
            by_name.push_back(&each);
    }
    for (const auto* more : {&by_code, &by_name})
        exact.insert(exact.end(), more->begin(), more->end());
    return exact;
}

std::optional<Message> EntrySheet::type_item(int line, std::string_view text) {
    const AccountOffer* offer = account(this->line(line).account);
    const bool has_several = offer != nullptr && offer->kinds.size() > 1;
    std::string item;
    for (const ItemPart& part : parts_of(half_width(trim(text)))) {
        const ItemOffer* found = this->item(part.kind, part.code);
        const bool is_kept = found != nullptr && offer != nullptr &&
                             std::find(offer->kinds.begin(), offer->kinds.end(), found->kind) !=
                                 offer->kinds.end();
        if (!is_kept) {
            const auto fitting = item_candidates(line, part.code);
            const bool is_one = fitting.size() == 1 ||
                                (!fitting.empty() && (fitting.front()->name == part.code ||
                                                      fitting.front()->code == part.code));
            if (!is_one)
                return Message{"\"{0}\" is no item of this account. The cell keeps what it had. "
                               "Press F7 to choose.",
                               {part.code}};
            found = fitting.front();
        }
        item += (item.empty() ? "" : ",") + (has_several ? found->kind + "=" : std::string{}) +
                found->code;
    }
    if (item == this->line(line).item) return std::nullopt;
    note();
    line_at(line).item = std::move(item);
    return std::nullopt;
}

std::string EntrySheet::item_text(const EntryLine& line) const {
    if (items_.empty() && !line.item_name.empty()) return line.item + " " + line.item_name;
    std::string text;
    for (const ItemPart& part : parts_of(line.item)) {
        const ItemOffer* found = item(part.kind, part.code);
        text += (text.empty() ? "" : ", ") + part.code;
        if (found != nullptr) text += " " + found->name;
    }
    return text;
}

Money EntrySheet::difference_without(int line) const {
    const EntryLine& own = this->line(line);
    return own.side == Side::debit ? difference() - own.amount : difference() + own.amount;
}

std::optional<Message> EntrySheet::type_amount(int line, Side side, std::string_view text) {
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
    const EntryLine& now = this->line(line);
    // Emptying a cell leaves the amount of the other side alone.
    if (typed.empty() && (now.side != side || now.amount.is_zero())) return std::nullopt;
    if (now.side == side && now.amount == amount) return std::nullopt;
    note();
    EntryLine& target = line_at(line);
    target.side = side;
    target.amount = amount;
    return std::nullopt;
}

std::optional<Message> EntrySheet::take_date(Date taken) {
    if (open_days_ && (taken < open_days_->first || taken > open_days_->second))
        return Message{"{0} is not open to entry: {1} to {2} is. The date stays as it was.",
                       {taken, open_days_->first, open_days_->second}};
    if (date == taken.iso()) return std::nullopt;
    date = taken.iso();
    is_changed_ = true;
    return std::nullopt;
}

std::optional<Message> EntrySheet::type_date(std::string_view text, Date last_used) {
    const std::string typed = half_width(trim(text));
    const bool is_day = !typed.empty() && typed.size() <= 2 &&
                        std::all_of(typed.begin(), typed.end(),
                                    [](unsigned char letter) { return std::isdigit(letter) != 0; });
    std::string whole = typed;
    if (is_day) whole = last_used.iso().substr(0, 8) + (typed.size() == 1 ? "0" : "") + typed;
    const auto read = Date::parse(whole);
    if (!read) return read.error();
    return take_date(*read);
}

std::optional<Message> EntrySheet::step_date(int days) {
    const auto now = Date::parse(date);
    if (!now) return now.error();
    return take_date(now->plus_days(days));
}

void EntrySheet::flip(int line) {
    if (this->line(line).amount.is_zero()) return;
    note();
    EntryLine& target = line_at(line);
    target.side = opposite(target.side);
}

void EntrySheet::balance(int line) {
    const Money missing = difference_without(line);
    if (missing.is_zero()) return;
    note();
    EntryLine& target = line_at(line);
    target.side = missing.is_negative() ? Side::debit : Side::credit;
    target.amount = missing.is_negative() ? -missing : missing;
}

void EntrySheet::insert_line(int line) {
    if (lines_.size() >= lines_most) return;
    note();
    const auto index = std::min(static_cast<std::size_t>(line), lines_.size());
    lines_.insert(lines_.begin() + static_cast<std::ptrdiff_t>(index), EntryLine{});
}

void EntrySheet::remove_line(int line) {
    if (static_cast<std::size_t>(line) >= lines_.size()) return;
    note();
    lines_.erase(lines_.begin() + line);
    if (lines_.empty()) lines_.emplace_back();
}

std::string EntrySheet::copied(int first, int last) const {
    std::string text;
    for (int index = first; index <= last; ++index) {
        const EntryLine& each = line(index);
        const std::string amount = each.amount.text();
        text += each.summary + "\t" + each.account + "\t" +
                (each.side == Side::debit ? amount + "\t\t" : "\t" + amount + "\t") + each.item +
                "\n";
    }
    return text;
}

std::optional<Message> EntrySheet::paste(int line, std::string_view text) {
    std::vector<EntryLine> pasted;
    for (const std::string& row : split(text, '\n')) {
        if (trim(row).empty()) continue;
        const auto cells = split(row, '\t');
        EntrySheet one;
        one.accounts_ = accounts_;
        one.items_ = items_;
        const auto cell = [&](std::size_t index) {
            return index < cells.size() ? trim(cells[index]) : std::string{};
        };
        one.type_summary(0, cell(0));
        if (auto fault = one.type_account(0, cell(1))) return fault;
        for (const Side side : {Side::debit, Side::credit}) {
            const std::string amount = cell(side == Side::debit ? 2 : 3);
            if (amount.empty()) continue;
            if (auto fault = one.type_amount(0, side, amount)) return fault;
        }
        if (auto fault = one.type_item(0, cell(4))) return fault;
        pasted.push_back(one.lines().front());
    }
    if (pasted.empty()) return std::nullopt;
    if (lines_.size() + pasted.size() > lines_most)
        return Message{"A voucher has at most {0} lines. Nothing was pasted.",
                       {static_cast<std::int64_t>(lines_most)}};
    note();
    line_at(line);
    auto place = lines_.begin() + line;
    if (place->is_empty()) place = lines_.erase(place);
    lines_.insert(place, pasted.begin(), pasted.end());
    return std::nullopt;
}

std::optional<SheetCell> EntrySheet::after(SheetCell cell) const {
    const EntryLine& line = this->line(cell.line);
    const AccountOffer* offer = account(line.account);
    switch (cell.column) {
        case SheetColumn::summary:
            // An empty line after a balanced voucher is its end.
            if (line.is_empty() && is_balanced()) return std::nullopt;
            return SheetCell{cell.line, SheetColumn::account};
        case SheetColumn::account:
            if (offer != nullptr && !offer->kinds.empty())
                return SheetCell{cell.line, SheetColumn::item};
            return SheetCell{cell.line, SheetColumn::debit};
        case SheetColumn::item: return SheetCell{cell.line, SheetColumn::debit};
        case SheetColumn::debit:
            if (line.side == Side::debit && !line.amount.is_zero()) break;
            return SheetCell{cell.line, SheetColumn::credit};
        case SheetColumn::credit: break;
    }
    const bool is_last = static_cast<std::size_t>(cell.line) + 1 >= lines_.size();
    if (is_last && is_balanced()) return std::nullopt;
    return SheetCell{cell.line + 1, SheetColumn::summary};
}

SheetCell EntrySheet::before(SheetCell cell) const {
    if (cell.column == SheetColumn::summary)
        return cell.line == 0 ? cell : SheetCell{cell.line - 1, SheetColumn::credit};
    auto column = static_cast<SheetColumn>(static_cast<int>(cell.column) - 1);
    if (column == SheetColumn::item) {
        const AccountOffer* offer = account(line(cell.line).account);
        if (offer == nullptr || offer->kinds.empty()) column = SheetColumn::account;
    }
    return {cell.line, column};
}

Money EntrySheet::total(Side side) const {
    Money sum;
    for (const EntryLine& line : lines_)
        if (line.side == side) sum = sum + line.amount;
    return sum;
}

int EntrySheet::filled_lines() const {
    return static_cast<int>(std::count_if(lines_.begin(), lines_.end(),
                                          [](const EntryLine& line) { return !line.is_empty(); }));
}

Money EntrySheet::effect_on(const AccountOffer& offer) const {
    Money sum;
    for (const EntryLine& line : lines_)
        if (line.account == offer.code)
            sum = line.side == offer.normal_side ? sum + line.amount : sum - line.amount;
    return sum;
}

bool EntrySheet::undo() {
    if (undo_.empty()) return false;
    redo_.push_back(std::move(lines_));
    lines_ = std::move(undo_.back());
    undo_.pop_back();
    return true;
}

bool EntrySheet::redo() {
    if (redo_.empty()) return false;
    undo_.push_back(std::move(lines_));
    lines_ = std::move(redo_.back());
    redo_.pop_back();
    return true;
}

}  // namespace zf::bookkeeping
