#include "commands/template_filling.h"

#include "store/template_store.h"
#include "zhangfang/ledger/store/accounts.h"
#include "zhangfang/ledger/store/balances.h"

namespace zf::bookkeeping {

// Balances count what is entered and not posted yet: a template is filled in while the month runs.
static TemplateSurroundings surroundings_of(Reader reader, const Book& book, Date date) {
    const AccountStore accounts{reader, book.id};
    const int year = date.year();
    return {.has_account =
                [=](const std::string& code) {
                    const auto account = accounts.find(code, year);
                    return account && account->is_enabled;
                },
            .balance = [=, id = book.id](const std::string& code) -> std::optional<Money> {
                const auto account = accounts.find(code, year);
                if (!account) return std::nullopt;
                const Amount balance = BalanceReader{reader}.balance_at(
                    {.book = id, .year = year, .include = Include::pending}, account->id, date);
                return account->normal_side == Side::debit ? balance.money() : (-balance).money();
            }};
}

Problem template_unknown(const std::string& code) {
    return {.code = "bk.template.unknown",
            .text = {"There is no template {0}. Choose one from the list (F7).", {code}},
            .place = {"template"}};
}

Result<FilledTemplate> fill_in(Reader reader, const Book& book, const std::string& code,
                               const std::vector<TemplateAnswer>& answers, Date date) {
    auto stored = TemplateStore{reader, book.id}.find(code);
    if (!stored) return template_unknown(code);
    Answers given;
    for (const TemplateAnswer& answer : answers) given[answer.name] = answer.value;
    const auto proposed = filled(stored->value, given, date, surroundings_of(reader, book, date));
    if (!proposed) return proposed.error();

    FilledTemplate result{.source = std::move(stored->value)};
    for (const ProposedLine& line : *proposed) {
        VoucherLine& written = result.lines.emplace_back();
        written.summary = line.summary;
        written.account = line.account;
        (line.side == Side::debit ? written.debit : written.credit) = line.amount;
        written.item = line.item;
    }
    return result;
}

}  // namespace zf::bookkeeping
