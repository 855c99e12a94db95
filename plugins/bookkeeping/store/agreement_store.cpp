#include "store/agreement_store.h"

namespace zf::bookkeeping {

static constexpr std::string_view select_newest =
    "SELECT id, year, first_period, last_period, stands, content, changed_at, changed_by "
    "FROM bk_agreement WHERE book = ? ORDER BY id DESC LIMIT ?";
static constexpr std::string_view insert_agreement =
    "INSERT INTO bk_agreement (book, year, first_period, last_period, stands, content, version, "
    "changed_at, changed_by) VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?)";

AgreementStore::AgreementStore(Reader reader, Id<Book> book)
    : connection_{reader.connection()},
      book_{book} {}

std::vector<KeptAgreement> AgreementStore::newest(int limit) const {
    std::vector<KeptAgreement> kept;
    connection_.run(select_newest, {book_.value, limit}, [&](const Row& row) {
        const int year = static_cast<int>(row.integer(1));
        kept.push_back({.id = row.integer(0),
                        .months = {{year, static_cast<int>(row.integer(2))},
                                   {year, static_cast<int>(row.integer(3))}},
                        .stands = row.integer(4) == 1,
                        .content = std::string{row.text(5)},
                        .made_at = std::string{row.text(6)},
                        .made_by = row.integer(7)});
    });
    return kept;
}

std::int64_t AgreementStore::add(const Transaction& transaction, const KeptAgreement& made) const {
    return insert_returning_id(transaction, insert_agreement,
                               {book_.value, made.months.from.year, made.months.from.no,
                                made.months.to.no, made.stands ? 1 : 0, made.content, made.made_at,
                                made.made_by});
}

}  // namespace zf::bookkeeping
