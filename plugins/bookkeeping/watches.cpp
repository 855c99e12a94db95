#include "watches.h"

#include "commands/book_context.h"
#include "zhangfang/backup/backup_log.h"
#include "zhangfang/ledger/store/numbering.h"
#include "zhangfang/ledger/store/periods.h"
#include "zhangfang/ledger/store/verify.h"
#include "zhangfang/ledger/store/vouchers.h"

namespace zf::bookkeeping {

using BookQuestion = std::function<std::vector<Message>(const Book&, ReadContext&)>;

// Asks the question of every book that this operator may look into.
static std::function<std::vector<Message>(ReadContext&)> of_each_book(BookQuestion question) {
    return [question = std::move(question)](ReadContext& context) {
        std::vector<Message> rows;
        for (const Book& book : BookStore{context.snapshot()}.all()) {
            if (context.has_session() && !context.session().may("bk.read", place_of(book)))
                continue;
            std::vector<Message> found = question(book, context);
            rows.insert(rows.end(), found.begin(), found.end());
        }
        return rows;
    };
}

static std::vector<Message> broken_invariants(const Book& book, ReadContext& context) {
    std::vector<Message> rows;
    const auto tick = [&](std::int64_t done, std::int64_t total) {
        context.progress().step(done, total);
    };
    for (LedgerFinding& finding : verify_book(context.snapshot(), book.id, tick))
        rows.push_back(std::move(finding.text));
    return rows;
}

static std::vector<Message> waiting(const Book& book, ReadContext& context,
                                    const VoucherFilter& filter, const char* sentence) {
    const std::int64_t count = VoucherStore{context.snapshot(), book.id}.count(filter);
    if (count == 0) return {};
    return {{sentence, {book.name, count}}};
}

static std::vector<Message> gaps(const Book& book, ReadContext& context) {
    std::vector<Message> rows;
    const PeriodKey open = PeriodStore{context.snapshot(), book.id}.first_open();
    for (const NumberGap& gap : number_gaps(context.snapshot(), book.id, open))
        rows.push_back({"{0}: in {1} the numbers {2} to {3} are missing.",
                        {book.name, open.text(), voucher_label(gap.word, gap.first),
                         voucher_label(gap.word, gap.last)}});
    return rows;
}

static constexpr std::int32_t backup_days_max = 31;

static std::vector<Message> backup_overdue(ReadContext& context) {
    const BookStore books{context.snapshot()};
    const std::vector<Book> all = books.all();
    const bool has_vouchers = std::any_of(
        all.begin(), all.end(), [&](const Book& book) { return books.has_vouchers(book.id); });
    if (!has_vouchers) return {};
    const auto backup = BackupLog{context.snapshot()}.last_verified();
    if (!backup) return {{"No backup was ever made of this workspace.", {}}};
    const auto made = Date::parse(backup->made_at.substr(0, 10));
    if (!made || days_between(*made, context.today()) <= backup_days_max) return {};
    return {{"The last verified backup is of {0}.", {*made}}};
}

void describe_watches(Registry& registry) {
    using enum VoucherState;
    registry.add(Watch{.name = "bk.books_add_up",
                       .title = "The books add up",
                       .permission = "bk.read",
                       .rows = of_each_book(broken_invariants),
                       .is_invariant = true});
    registry.add(Watch{.name = "bk.unreviewed",
                       .title = "Vouchers wait for review",
                       .permission = "bk.read",
                       .rows = of_each_book([](const Book& book, ReadContext& context) {
                           return waiting(book, context, {.states = {entered}},
                                          "{0}: {1} vouchers wait for review.");
                       }),
                       .opens = "bk.voucher_review"});
    registry.add(Watch{.name = "bk.marked_wrong",
                       .title = "Vouchers are marked as wrong",
                       .permission = "bk.enter",
                       .rows = of_each_book([](const Book& book, ReadContext& context) {
                           return waiting(book, context, {.marked_wrong_only = true},
                                          "{0}: {1} vouchers are marked as wrong.");
                       }),
                       .opens = "bk.voucher"});
    registry.add(Watch{.name = "bk.unposted",
                       .title = "Vouchers wait for posting",
                       .permission = "bk.read",
                       .rows = of_each_book([](const Book& book, ReadContext& context) {
                           return waiting(book, context, {.states = {reviewed}},
                                          "{0}: {1} vouchers wait for posting.");
                       }),
                       .opens = "bk.period"});
    registry.add(Watch{.name = "bk.gaps",
                       .title = "Voucher numbers are missing",
                       .permission = "bk.read",
                       .rows = of_each_book(gaps),
                       .opens = "bk.gaps"});
    registry.add(Watch{.name = "bk.backup_overdue",
                       .title = "A backup is overdue",
                       .permission = "zf.backup",
                       .rows = backup_overdue,
                       .opens = "zf.backup"});
}

}  // namespace zf::bookkeeping
