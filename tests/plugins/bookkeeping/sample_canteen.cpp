#include "sample_canteen.h"

#include <fstream>
#include <map>
#include <sstream>

#include <fmt/format.h>

#include "domain/kind.h"
#include "generated/bookkeeping_migrations.h"
#include "reports/reports.h"
#include "store/canteen_month_store.h"
#include "support/folders.h"
#include "zhangfang/ledger/store/accounts.h"
#include "zhangfang/ledger/store/openings.h"
#include "zhangfang/ledger/store/periods.h"
#include "zhangfang/ledger/store/vouchers.h"
#include "zhangfang/transfer/table_reader.h"
#include "zhangfang_reports/pagination.h"
#include "zhangfang_reports/render.h"
#include "zhangfang_reports/text.h"

namespace zf::test {
namespace {

using bookkeeping::CanteenMonthStore;

Registry declared() {
    Registry registry{"bk"};
    registry.add(Permission{.name = "bk.read", .title = "Read", .is_per_book = true});
    registry.add(Permission{.name = "bk.print", .title = "Print", .is_per_book = true});
    for (ReportEntry& each : bookkeeping::all_reports()) registry.add_report(std::move(each));
    registry.add(bookkeeping::canteen().book);
    return registry;
}

std::filesystem::path sample_file(const std::string& name) {
    return source_folder() / "plugins/bookkeeping/data/samples/canteen" / name;
}

// Every row of a sample file with its cells by the names of the heading.
std::vector<std::map<std::string, std::string>> rows_of(const std::string& name) {
    auto table = open_table(sample_file(name).string());
    REQUIRE(table.has_value());
    std::vector<std::string> heading;
    std::vector<std::map<std::string, std::string>> rows;
    TableRow row;
    while (true) {
        const auto more = (*table)->next(row);
        REQUIRE(more.has_value());
        if (!*more) return rows;
        if (heading.empty()) {
            heading = row.cells;
            continue;
        }
        auto& cells = rows.emplace_back();
        for (std::size_t place = 0; place < heading.size(); ++place)
            cells[heading[place]] = place < row.cells.size() ? row.cells[place] : "";
    }
}

Amount yuan(const std::string& text) {
    return text.empty() ? Amount{} : Amount::of(Money::parse(text).value());
}

}  // namespace

const Catalogue& chinese_texts() {
    static const Catalogue catalogue = load_catalogue("zh_CN", build_folder() / "share" /
                                                                   "zhangfang" / "locale");
    return catalogue;
}

std::string golden(const std::string& name) {
    std::ifstream file{source_folder() / "tests/golden" / name};
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

SampleCanteen::SampleCanteen(StoreKind store)
    : registry_{declared()},
      bench_{store, registry_.commands(), {bookkeeping_migrations()}, registry_.book_kinds()},
      acknowledged_{"bk.voucher.mixed_business", "ledger.voucher.no_attachments",
                    "ledger.closing.no_backup"},
      quartermaster_{
          bench_.operator_with("司务长", {{"bk.read", "book:1"}, {"bk.print", "book:1"}})},
      officer_{bench_.operator_with("指导员", {{"bk.read", "book:1"}})} {
    make_book();
}

void SampleCanteen::make_book() {
    const bookkeeping::Kind& kind = bookkeeping::canteen();
    book = done(quartermaster_, [&](const Writing& writing) {
               return create_book(writing, {.code = "canteen",
                                            .name = "三中队",
                                            .kind = "canteen",
                                            .start = {2008, 1},
                                            .finance_head = "张指导员"});
           }).book;
    const auto plan = bookkeeping::planned(kind.book.chart, kind.plan, {"402"});
    std::vector<Id<Account>> unneeded;
    for (const ChartRow& row : plan.deleted) unneeded.push_back(account(row.code));
    done(quartermaster_, [&](const Writing& writing) {
        return remove_accounts(writing, book.id, 2008, unneeded, true);
    });
    for (const ChartRow& row : plan.rows) {
        if (row.code == "101" || row.code == "102") continue;
        done(quartermaster_, [&](const Writing& writing) {
            return add_account(writing, book.id, 2008,
                               {.code = row.code,
                                .name = row.name,
                                .account_class = row.account_class,
                                .normal_side = row.normal_side,
                                .dimensions = row.dimensions});
        });
    }
    count_persons();
}

void SampleCanteen::count_persons() {
    std::map<std::string, bookkeeping::CanteenHeadcounts> months;
    for (auto& row : rows_of("headcounts.csv")) {
        auto& month = months[row["month"]];
        month.period = PeriodKey::parse(row["month"]).value();
        month.rows.push_back({row["category"], std::stoi(row["persons"]), std::stoi(row["days"])});
    }
    for (const auto& [name, month] : months) {
        Transaction transaction{bench_.fresh().writer()};
        CanteenMonthStore{transaction, book.id}.save(transaction, {.value = month},
                                                     {1, "2008-01-31T08:00:00Z"});
        transaction.commit();
    }
}

Id<Account> SampleCanteen::account(const std::string& code) {
    const Transaction transaction{bench_.fresh().writer()};
    return AccountStore{transaction, book.id}.resolve(code, 2008).value().id;
}

Voucher SampleCanteen::voucher(const std::string& reference) {
    const Transaction transaction{bench_.fresh().writer()};
    return VoucherStore{transaction, book.id}.resolve(reference).value();
}

void SampleCanteen::enter(const std::string& file) {
    std::map<std::string, Voucher> vouchers;
    std::vector<std::string> order;
    for (auto& row : rows_of(file)) {
        const std::string& number = row["number"];
        if (!vouchers.contains(number)) order.push_back(number);
        Voucher& voucher = vouchers[number];
        voucher.book = book.id;
        voucher.date = Date::parse(row["date"]).value();
        voucher.period = PeriodKey::of(voucher.date.month());
        voucher.attachments = std::stoi(row["attachments"]);
        const bool is_debit = !row["debit"].empty();
        Entry entry{.summary = row["summary"],
                    .account = account(row["account_code"]),
                    .side = is_debit ? Side::debit : Side::credit,
                    .amount = yuan(is_debit ? row["debit"] : row["credit"])};
        if (!row["dim:flow"].empty()) entry.dimensions = {{"flow", row["dim:flow"]}};
        voucher.entries.push_back(std::move(entry));
    }
    for (const std::string& number : order)
        done(quartermaster_,
             [&](const Writing& writing) { return enter_voucher(writing, vouchers[number]); });
}

void SampleCanteen::review_and_post(PeriodKey period) {
    done(officer_,
         [&](const Writing& writing) { return review_all(writing, book.id, period, period); });
    done(quartermaster_,
         [&](const Writing& writing) { return post_period(writing, book.id, period); });
}

void SampleCanteen::keep_january() {
    std::vector<Opening> openings;
    for (auto& row : rows_of("opening.csv"))
        openings.push_back({.account = account(row["account_code"]),
                            .balance = yuan(row["debit"]) - yuan(row["credit"])});
    done(quartermaster_,
         [&](const Writing& writing) { return set_openings(writing, book.id, openings, true); });
    done(quartermaster_,
         [&](const Writing& writing) { return finish_initialisation(writing, book.id); });
    enter("vouchers/2008-01.csv");
    review_and_post({2008, 1});
    const Voucher wrong = voucher("2008-01/记-6");
    std::vector<Entry> right = wrong.entries;
    for (Entry& entry : right) {
        entry.summary.clear();
        entry.amount = yuan("8374.80");
    }
    done(quartermaster_, [&](const Writing& writing) {
        return reverse_voucher(writing, book.id, wrong.id, Date{2008, 1, 31}, right);
    });
    review_and_post({2008, 1});
}

void SampleCanteen::close_month(int month) {
    done(quartermaster_, [&](const Writing& writing) {
        return close_period(writing, book.id, {2008, month}, 0);
    });
}

void SampleCanteen::keep_month(int month) {
    close_month(month - 1);
    enter(fmt::format("vouchers/2008-{:02}.csv", month));
    review_and_post({2008, month});
}

void SampleCanteen::keep_year() {
    keep_january();
    for (int month = 2; month <= 12; ++month) keep_month(month);
    close_month(12);
    done(quartermaster_,
         [&](const Writing& writing) { return enter_year_carry(writing, book.id, 2008); });
    review_and_post({2008, 13});
}

Outcome SampleCanteen::with_document(const std::string& name, const Record& parameters,
                                     const std::function<void(const Document&)>& use) {
    return bench_.dispatcher().read(
        {.command = name, .parameters = parameters}, quartermaster_, Progress::none(),
        [&](const Record& taken, ReadContext& context) -> std::optional<Problem> {
            const auto document = registry_.reports().at(name).build(taken, context);
            if (!document) return document.error();
            use(*document);
            return std::nullopt;
        });
}

std::string SampleCanteen::report(const std::string& name, const Record& parameters) {
    std::ostringstream text;
    const Outcome outcome = with_document(name, parameters, [&](const Document& document) {
        reports::write_text(document, chinese_texts(), text);
    });
    if (!outcome.is_done()) FAIL(outcome.problems.front().code);
    return text.str();
}

std::vector<reports::Page> SampleCanteen::pages(const std::string& name, const Record& parameters) {
    std::vector<reports::Page> pages;
    const Outcome outcome = with_document(name, parameters, [&](const Document& document) {
        reports::paginate(document, reports::TextMeasure::monospaced(), chinese_texts(),
                          {.collects_links = true},
                          [&](const reports::Page& page) { pages.push_back(page); });
    });
    if (!outcome.is_done()) FAIL(outcome.problems.front().code);
    return pages;
}

void SampleCanteen::write_report(const std::string& name, const Record& parameters,
                                 const std::string& file) {
    const Outcome outcome = with_document(name, parameters, [&](const Document& document) {
        const auto written = reports::render(document, *reports::format_of(file), file,
                                             chinese_texts());
        if (!written) FAIL(written.error().code << " " << written.error().text.id);
    });
    if (!outcome.is_done()) FAIL(outcome.problems.front().code);
}

std::string SampleCanteen::refusal(const std::string& name, const Record& parameters) {
    const Outcome outcome = with_document(name, parameters, [](const Document&) {});
    return outcome.problems.empty() ? "" : outcome.problems.front().code;
}

}  // namespace zf::test
