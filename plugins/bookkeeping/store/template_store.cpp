#include "store/template_store.h"

namespace zf::bookkeeping {

static constexpr std::string_view select_templates =
    "SELECT id, version, code, name, category, word, summary, attachments, questions "
    "FROM bk_template WHERE book = ?";
static constexpr std::string_view
    select_lines = "SELECT side, account, otherwise, amount, item, otherwise_item "
                   "FROM bk_template_line WHERE template = ? ORDER BY line";
static constexpr std::string_view insert_template =
    "INSERT INTO bk_template (book, code, name, category, word, summary, attachments, questions, "
    "version, changed_at, changed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)";
static constexpr std::string_view update_template =
    "UPDATE bk_template SET code = ?, name = ?, category = ?, word = ?, summary = ?, "
    "attachments = ?, questions = ?, version = version + 1, changed_at = ?, changed_by = ? "
    "WHERE id = ?";
static constexpr std::string_view insert_line =
    "INSERT INTO bk_template_line (template, line, side, account, otherwise, amount, item, "
    "otherwise_item) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
static constexpr std::string_view delete_lines = "DELETE FROM bk_template_line WHERE template = ?";
static constexpr std::string_view delete_template = "DELETE FROM bk_template WHERE id = ?";

TemplateStore::TemplateStore(Reader reader, Id<Book> book)
    : connection_{reader.connection()},
      book_{book} {}

static Stored<VoucherTemplate> template_of(const Row& row) {
    auto questions = read_questions(row.text(8));
    ZF_ASSERT(questions.has_value());  // They were read before they were stored.
    Stored<VoucherTemplate> stored{.id = row.integer(0), .version = row.integer(1)};
    stored.value = {.code = std::string{row.text(2)},
                    .name = std::string{row.text(3)},
                    .category = std::string{row.text(4)},
                    .word = std::string{row.text(5)},
                    .summary = std::string{row.text(6)},
                    .questions = *std::move(questions)};
    if (!row.is_null(7)) stored.value.attachments = static_cast<int>(row.integer(7));
    return stored;
}

std::vector<TemplateLine> TemplateStore::lines_of(std::int64_t id) const {
    std::vector<TemplateLine> lines;
    connection_.run(select_lines, {id}, [&](const Row& row) {
        const auto side = enum_from<Side>(row.text(0));
        ZF_ASSERT(side.has_value());
        lines.push_back({.side = *side,
                         .account = std::string{row.text(1)},
                         .otherwise = std::string{row.text(2)},
                         .amount = std::string{row.text(3)},
                         .item = std::string{row.text(4)},
                         .otherwise_item = std::string{row.text(5)}});
    });
    return lines;
}

std::vector<Stored<VoucherTemplate>> TemplateStore::all() const {
    std::vector<Stored<VoucherTemplate>> templates;
    connection_.run(std::string{select_templates} + " ORDER BY code", {book_.value},
                    [&](const Row& row) { templates.push_back(template_of(row)); });
    for (Stored<VoucherTemplate>& each : templates) each.value.lines = lines_of(each.id);
    return templates;
}

std::optional<Stored<VoucherTemplate>> TemplateStore::find(std::string_view code) const {
    std::optional<Stored<VoucherTemplate>> found;
    connection_.run(std::string{select_templates} + " AND code = ?", {book_.value, code},
                    [&](const Row& row) { found = template_of(row); });
    if (found) found->value.lines = lines_of(found->id);
    return found;
}

Stored<VoucherTemplate> TemplateStore::save(const Transaction& transaction,
                                            const Stored<VoucherTemplate>& changed,
                                            const Stamp& stamp) const {
    const VoucherTemplate& value = changed.value;
    const Bound attachments = value.attachments ? Bound{*value.attachments} : Bound{nullptr};
    const std::string questions = write_questions(value.questions);
    Connection& connection = transaction.connection();
    Stored<VoucherTemplate> saved = changed;
    if (changed.id == 0) {
        saved.id = insert_returning_id(transaction, insert_template,
                                       {book_.value, value.code, value.name, value.category,
                                        value.word, value.summary, attachments, questions,
                                        stamp.now, stamp.operator_id});
    } else {
        connection.run(update_template,
                       {value.code, value.name, value.category, value.word, value.summary,
                        attachments, questions, stamp.now, stamp.operator_id, changed.id});
        connection.run(delete_lines, {changed.id});
    }
    ++saved.version;
    int line = 0;
    for (const TemplateLine& each : value.lines)
        connection.run(insert_line, {saved.id, ++line, name_of(each.side), each.account,
                                     each.otherwise, each.amount, each.item, each.otherwise_item});
    return saved;
}

void TemplateStore::remove(const Transaction& transaction, std::int64_t id) const {
    Connection& connection = transaction.connection();
    connection.run(delete_lines, {id});
    connection.run(delete_template, {id});
}

}  // namespace zf::bookkeeping
