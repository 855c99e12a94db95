#include "zhangfang/ledger/store/vouchers.h"

#include <charconv>

#include <fmt/format.h>

#include "voucher_rows.h"
#include "zhangfang/base/text.h"
#include "zhangfang/ledger/store/books.h"
#include "zhangfang/ledger/voucher_rules.h"

namespace zf {

using namespace ledger_rows;

VoucherCursor::~VoucherCursor() = default;

VoucherStore::VoucherStore(Reader reader, Id<Book> book)
    : connection_{reader.connection()},
      reader_{reader},
      book_{book} {}

namespace {

std::optional<Voucher> one_voucher(Connection& connection, Id<Book> book, std::string_view where,
                                   const Bounds& bounds) {
    std::optional<Voucher> voucher;
    std::string summary;
    connection.run(fmt::format("{} FROM zf_voucher_whole AS v WHERE {}", head_columns, where),
                   bounds, [&](const Row& row) {
                       voucher = head_at(row);
                       summary = summary_at(row);
                   });
    if (voucher) {
        TupleReader tuples{connection, book};
        read_entries(connection, *voucher, summary, tuples);
    }
    return voucher;
}

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

}  // namespace

std::optional<Voucher> VoucherStore::get(Id<Voucher> id) const {
    return one_voucher(connection_, book_, "v.id = ? AND v.book = ?", {id.value, book_.value});
}

std::optional<Voucher> VoucherStore::find(PeriodKey period, std::string_view word,
                                          int number) const {
    return one_voucher(connection_, book_,
                       "v.book = ? AND v.year = ? AND v.period = ? AND v.word = ? AND v.number = ?",
                       {book_.value, period.year, period.no, word, number});
}

Result<Voucher> VoucherStore::resolve(std::string_view reference) const {
    std::optional<Voucher> voucher;
    const std::string plain = trim(reference);
    const auto slash = plain.find('/');
    const auto dash = plain.rfind('-');
    if (plain.starts_with('#')) {
        if (const auto id = whole_number(std::string_view{plain}.substr(1))) voucher = get({*id});
    } else if (slash != std::string::npos && dash != std::string::npos && dash > slash) {
        const auto period = PeriodKey::parse(plain.substr(0, slash));
        const auto number = whole_number(std::string_view{plain}.substr(dash + 1));
        if (period && number)
            voucher = find(*period, plain.substr(slash + 1, dash - slash - 1),
                           static_cast<int>(*number));
    }
    if (!voucher)
        return Problem{.code = "ledger.voucher.unknown",
                       .text = {"There is no voucher {0}. Name it by period, word and number, "
                                "such as 2008-01/记-17.",
                                {std::string{reference}}},
                       .place = {"voucher"}};
    return *std::move(voucher);
}

std::string VoucherStore::reference_of(const Voucher& voucher) {
    if (voucher.number == 0) return fmt::format("#{}", voucher.id.value);
    return voucher.period.text() + "/" + voucher_label(voucher.word, voucher.number);
}

std::optional<Id<Voucher>> VoucherStore::reversed_by(Id<Voucher> id) const {
    std::optional<Id<Voucher>> found;
    connection_.run("SELECT id FROM zf_voucher_whole WHERE reverses = ? AND state <> 'voided'",
                    {id.value}, [&](const Row& row) { found = Id<Voucher>{row.integer(0)}; });
    return found;
}

std::vector<VoucherVersion> VoucherStore::versions(Id<Voucher> id) const {
    std::vector<VoucherVersion> versions;
    connection_.run("SELECT number, content, content_hash, cause, reason, replaced_at, "
                    "replaced_by FROM zf_voucher_version WHERE voucher = ? ORDER BY number",
                    {id.value}, [&](const Row& row) {
                        versions.push_back({small_at(row, 0), text_at(row, 1), hex(hash_at(row, 2)),
                                            text_at(row, 3), text_at(row, 4), text_at(row, 5),
                                            row.integer(6)});
                    });
    return versions;
}

Problems VoucherStore::problems_of_entering(const BookKinds& kinds, const Voucher& voucher) const {
    const std::optional<Book> book = BookStore{reader_}.get(book_);
    ZF_ASSERT(book);
    const EntryContext context = context_of(*book, voucher);
    Problems found = problems_of(voucher, context);
    const BookKind* const kind = kinds.find(book->kind);
    if (kind != nullptr && kind->problems_of) {
        const Problems of_kind = kind->problems_of(voucher, context);
        found.insert(found.end(), of_kind.begin(), of_kind.end());
    }
    return found;
}

}  // namespace zf
