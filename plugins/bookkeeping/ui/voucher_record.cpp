#include "ui/voucher_record.h"

#include "zhangfang/base/text.h"
#include "zhangfang/rules/lifecycle.h"

namespace zf::bookkeeping {

std::string text_in(const Record& record, const char* name) {
    return record.get(name).plain_text();
}

bool is_set(const Record& record, const char* name) {
    return text_in(record, name) == "true";
}

Record record_of(const EntrySheet& sheet) {
    Record record;
    const auto set = [&record](const char* name, const std::string& text) {
        if (!text.empty()) record.set(name, Value{text});
    };
    set("word", sheet.word);
    set("date", sheet.date);
    set("attachments", sheet.attachments);
    set("reference", sheet.reference);
    set("template", sheet.template_code);
    List entries;
    for (const EntryLine& line : sheet.lines()) {
        if (line.is_empty()) continue;
        Record entry;
        entry.set("summary", Value{line.summary});
        entry.set("account", Value{line.account});
        if (!line.item.empty()) entry.set("item", Value{line.item});
        if (!line.amount.is_zero())
            entry.set(std::string{name_of(line.side)}, Value{line.amount.text()});
        entries.emplace_back(std::move(entry));
    }
    record.set("entry", Value{std::move(entries)});
    return record;
}

int sheet_line_of(const EntrySheet& sheet, int line) {
    int filled = 0;
    for (std::size_t index = 0; index < sheet.lines().size(); ++index)
        if (!sheet.lines()[index].is_empty() && ++filled == line) return static_cast<int>(index);
    return 0;
}

// "flow=21" is written "21" where it is the only one: nobody types the kind there.
static std::string short_item(const std::string& item) {
    const auto equals = item.find('=');
    if (equals == std::string::npos || item.find(',') != std::string::npos) return item;
    return item.substr(equals + 1);
}

static EntryLine line_of(const Record& entry) {
    EntryLine line{.summary = text_in(entry, "summary"),
                   .account = text_in(entry, "account"),
                   .account_name = text_in(entry, "account_name"),
                   .item = short_item(text_in(entry, "item")),
                   .item_name = text_in(entry, "item_name")};
    const bool is_credit = !text_in(entry, "credit").empty();
    line.side = is_credit ? Side::credit : Side::debit;
    if (const auto amount = Money::parse(text_in(entry, is_credit ? "credit" : "debit")))
        line.amount = *amount;
    return line;
}

void load(EntrySheet& sheet, const Record& record) {
    if (record.has("word")) sheet.word = text_in(record, "word");
    if (record.has("date")) sheet.date = text_in(record, "date");
    sheet.attachments = text_in(record, "attachments");
    sheet.reference = text_in(record, "reference");
    sheet.template_code = text_in(record, "template");
    std::vector<EntryLine> lines;
    if (const List* entries = record.get("entry").if_a<List>())
        for (const Value& each : *entries) lines.push_back(line_of(each.as<Record>()));
    for (EntryLine& line : lines)
        if (const AccountOffer* offer = sheet.account(line.account); offer != nullptr)
            line.account_name = offer->full_name;
    sheet.set_lines(std::move(lines));
}

std::vector<AccountOffer> account_offers(const Record& context) {
    std::vector<AccountOffer> offers;
    const List* rows = context.get("account").if_a<List>();
    if (rows == nullptr) return offers;
    for (const Value& each : *rows) {
        const Record& row = each.as<Record>();
        if (!is_set(row, "enabled") || !is_set(row, "manual")) continue;
        AccountOffer offer{.code = text_in(row, "account"),
                           .name = text_in(row, "name"),
                           .full_name = text_in(row, "full_name"),
                           .mnemonic = text_in(row, "mnemonic"),
                           .normal_side = text_in(row, "side") == "credit" ? Side::credit
                                                                           : Side::debit,
                           .is_leaf = is_set(row, "leaf"),
                           .is_cash = text_in(row, "feature") == "cash"};
        if (const Money* balance = row.get("balance").if_a<Money>()) offer.balance = *balance;
        for (const std::string& kind : split(text_in(row, "dimensions"), ','))
            if (!kind.empty()) offer.kinds.push_back(kind);
        offers.push_back(std::move(offer));
    }
    return offers;
}

std::vector<ItemOffer> item_offers(const Record& context) {
    std::vector<ItemOffer> offers;
    if (const List* rows = context.get("item").if_a<List>())
        for (const Value& each : *rows) {
            const Record& row = each.as<Record>();
            if (is_set(row, "enabled"))
                offers.push_back(
                    {text_in(row, "kind"), text_in(row, "item"), text_in(row, "name")});
        }
    return offers;
}

}  // namespace zf::bookkeeping
