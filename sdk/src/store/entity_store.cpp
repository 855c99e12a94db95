#include "zhangfang/store/entity_store.h"

#include <algorithm>

#include "entity_columns.h"
#include "sql_text.h"
#include "zhangfang/base/assert.h"
#include "zhangfang/base/text.h"
#include "zhangfang/model/json.h"
#include "zhangfang/store/search_key.h"

namespace zf {

Problem changed_meanwhile(Reader reader, std::string_view table, std::int64_t id) {
    require_plain_name(table);
    std::string who, when;
    reader.connection().run(
        "SELECT changed.changed_at, who.name FROM " + std::string{table} +
            " AS changed LEFT JOIN zf_operator AS who ON who.id = changed.changed_by"
            " WHERE changed.id = ?",
        {id}, [&](const Row& row) {
            when = row.text(0);
            who = row.text(1);
        });
    if (when.empty())
        return {.code = "store.removed_meanwhile",
                .text = {"This was removed after you had opened it. Nothing was saved. Look at the "
                         "list again.",
                         {}}};
    return {
        .code = "store.changed_meanwhile",
        .text = {
            "{0} changed this at {1}, after you had opened it. Nothing was saved: open it again "
            "and repeat your change.",
            {who, when}}};
}

RecordStore::RecordStore(const EntityInfo& entity, Reader reader, Scope scope)
    : entity_{entity},
      connection_{reader.connection()},
      scope_{std::move(scope)} {
    require_plain_name(entity_.table);
    Arguments checked;
    static_cast<void>(scope_condition(entity_, scope_, checked));
}

namespace {

// The parts of SQL that every question to one entity shares.
class Question {
public:
    Question(const EntityInfo& entity, const Scope& scope, Connection& connection)
        : entity_{entity},
          connection_{connection},
          fields_{stored_fields(entity)} {
        condition_ = scope_condition(entity, scope, arguments_);
    }

    Arguments& arguments() { return arguments_; }
    void where(const std::string& condition) {
        condition_ += and_word;
        condition_ += condition;
    }
    void order_by(std::string order) { order_ = " ORDER BY " + std::move(order); }

    std::vector<StoredRow> rows(int limit) {
        std::string columns;
        for (const FieldInfo& field : fields_) columns += ", " + column_of(field);
        arguments_.add_integer(limit);
        std::vector<StoredRow> found;
        connection_.run("SELECT id, version, changed_at, changed_by" + columns + from_where() +
                            order_ + " LIMIT ?",
                        arguments_.bounds(),
                        [&](const Row& row) { found.push_back(stored_row(row)); });
        return found;
    }
    std::optional<StoredRow> only_row() {
        std::vector<StoredRow> found = rows(1);
        if (found.empty()) return std::nullopt;
        return std::move(found.front());
    }
    std::int64_t count() {
        std::int64_t number = 0;
        connection_.run("SELECT count(*)" + from_where(), arguments_.bounds(),
                        [&](const Row& row) { number = row.integer(0); });
        return number;
    }

private:
    static constexpr std::string_view and_word = " AND ";

    std::string from_where() const {
        return " FROM " + entity_.table +
               (condition_.empty() ? "" : " WHERE " + condition_.substr(and_word.size()));
    }

    StoredRow stored_row(const Row& row) const {
        StoredRow stored{.id = row.integer(0),
                         .version = row.integer(1),
                         .changed_at = std::string{row.text(2)},
                         .changed_by = row.integer(3)};
        int column = 4;
        for (const FieldInfo& field : fields_)
            stored.values.set(field.name, value_in(row, column++, field));
        return stored;
    }

    const EntityInfo& entity_;
    Connection& connection_;
    std::vector<FieldInfo> fields_;
    Arguments arguments_;
    std::string condition_;
    std::string order_;
};

}  // namespace

std::optional<StoredRow> RecordStore::get(std::int64_t id) const {
    Question question{entity_, scope_, connection_};
    question.where("id = ?");
    question.arguments().add_integer(id);
    return question.only_row();
}

std::optional<StoredRow> RecordStore::find(std::string_view field, const Value& value) const {
    const FieldInfo& found = field_named(entity_, field);
    Question question{entity_, scope_, connection_};
    question.where(column_of(found) + " = ?");
    question.arguments().add(found, value);
    return question.only_row();
}

std::optional<StoredRow> RecordStore::resolve(std::string_view reference) const {
    if (reference.starts_with('#')) {
        const Result<Value> id = parse_value({.name = "id", .type = ValueType::integer},
                                             reference.substr(1));
        return id && !id->is_none() ? get(id->as<std::int64_t>()) : std::nullopt;
    }
    const std::vector<std::string> parts = entity_.key.size() == 1
                                               ? std::vector{std::string{reference}}
                                               : split(reference, '/');
    if (parts.size() != entity_.key.size()) return std::nullopt;
    Question question{entity_, scope_, connection_};
    for (std::size_t at = 0; at < parts.size(); ++at) {
        const FieldInfo& field = field_named(entity_, entity_.key[at]);
        const Result<Value> value = parse_value(field, trim(parts[at]));
        if (!value || value->is_none()) return std::nullopt;
        question.where(column_of(field) + " = ?");
        question.arguments().add(field, *value);
    }
    return question.only_row();
}

// A code counts on: 2 stands before 10.
static bool is_code(const FieldInfo& field) {
    return field.type == ValueType::text && !field.is_searchable;
}

// Lists go by the key, a searchable text in it by its Chinese order, a code by its length first,
// and at last by the id.
static std::vector<std::string> order_of(const EntityInfo& entity) {
    std::vector<std::string> columns;
    for (const std::string& name : entity.key) {
        const FieldInfo& field = field_named(entity, name);
        if (field.is_searchable) columns.push_back(sort_column(field));
        if (is_code(field)) columns.push_back("length(" + column_of(field) + ")");
        columns.push_back(column_of(field));
    }
    columns.emplace_back("id");
    return columns;
}

static std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? std::string{} : std::string{separator}) + part;
    return text;
}

// Where a page ended: the key values of its last row, and its id.
static std::string end_of_page(const EntityInfo& entity, const StoredRow& last) {
    List place;
    for (const std::string& name : entity.key)
        place.emplace_back(last.values.get(name).plain_text());
    place.emplace_back(last.id);
    return to_json(Value{std::move(place)});
}

// The values that a page ended with, or nothing when the text is not of that kind.
static std::optional<List> place_in(const EntityInfo& entity, std::string_view after) {
    const auto parsed = parse_json(after);
    const List* const values = parsed ? parsed->if_a<List>() : nullptr;
    if (values == nullptr || values->size() != entity.key.size() + 1) return std::nullopt;
    if (values->back().if_a<std::int64_t>() == nullptr) return std::nullopt;
    List place;
    for (std::size_t at = 0; at < entity.key.size(); ++at) {
        const auto* text = (*values)[at].if_a<std::string>();
        if (text == nullptr) return std::nullopt;
        Result<Value> value = parse_value(field_named(entity, entity.key[at]), *text);
        if (!value) return std::nullopt;
        place.push_back(*std::move(value));
    }
    place.push_back(values->back());
    return place;
}

static void continue_after(Question& question, const EntityInfo& entity, std::string_view after) {
    const std::optional<List> place = place_in(entity, after);
    if (!place) return question.where("1 = 0");
    std::string holders;
    for (std::size_t at = 0; at < entity.key.size(); ++at) {
        const FieldInfo& field = field_named(entity, entity.key[at]);
        if (field.is_searchable) {
            question.arguments().add_bytes(sort_key((*place)[at].plain_text()));
            holders += "?, ";
        }
        if (is_code(field)) {
            const std::string code = (*place)[at].plain_text();
            question.arguments().add_integer(
                static_cast<std::int64_t>(to_code_points(code).size()));
            holders += "?, ";
        }
        question.arguments().add(field, (*place)[at]);
        holders += "?, ";
    }
    question.arguments().add_integer(place->back().as<std::int64_t>());
    question.where("(" + joined(order_of(entity), ", ") + ") > (" + holders + "?)");
}

static void search_for(Question& question, const EntityInfo& entity, std::string_view search) {
    std::vector<std::string> ways;
    for (const FieldInfo& field : stored_fields(entity)) {
        if (field.type != ValueType::text) continue;
        if (field.is_searchable) {
            ways.push_back("lower(" + column_of(field) + R"() LIKE lower(?) ESCAPE '\')");
            question.arguments().add_text(pattern_containing(search));
            const std::string initials = pinyin_initials(search);
            if (initials.empty() || initials.size() != search.size())
                continue;  // more than letters and digits
            ways.push_back(pinyin_column(field) + R"( LIKE ? ESCAPE '\')");
            question.arguments().add_text(pattern_containing(initials));
        } else if (std::find(entity.key.begin(), entity.key.end(), field.name) !=
                   entity.key.end()) {
            ways.push_back("lower(" + column_of(field) + R"() LIKE lower(?) ESCAPE '\')");
            question.arguments().add_text(pattern_beginning(search));
        }
    }
    question.where(ways.empty() ? "1 = 0" : "(" + joined(ways, " OR ") + ")");
}

Page RecordStore::page(std::string_view search, std::string_view after, int limit) const {
    ZF_ASSERT(limit > 0);
    Question question{entity_, scope_, connection_};
    if (const std::string wanted = trim(search); !wanted.empty())
        search_for(question, entity_, wanted);
    if (!after.empty()) continue_after(question, entity_, after);
    question.order_by(joined(order_of(entity_), ", "));
    Page page{.rows = question.rows(limit + 1)};
    if (page.rows.size() > static_cast<std::size_t>(limit)) {
        page.rows.pop_back();
        page.next = end_of_page(entity_, page.rows.back());
    }
    return page;
}

std::int64_t RecordStore::count() const {
    return Question{entity_, scope_, connection_}.count();
}

// Another row that holds the same values in these fields, within the scope.
static bool is_taken(const EntityInfo& entity, const Scope& scope, Connection& connection,
                     const std::vector<std::string>& names, const StoredRow& row) {
    Question question{entity, scope, connection};
    for (const std::string& name : names) {
        const FieldInfo& field = field_named(entity, name);
        if (row.values.get(name).is_none()) return false;
        question.where(column_of(field) + " = ?");
        question.arguments().add(field, row.values.get(name));
    }
    question.where("id <> ?");
    question.arguments().add_integer(row.id);
    return question.count() > 0;
}

static Problem not_unique(const EntityInfo& entity, const std::string& name, const StoredRow& row) {
    const FieldInfo& field = field_named(entity, name);
    return {
        .code = "store.not_unique",
        .text = {"\"{0}\" stands there already as \"{1}\". Nothing was saved: choose another one.",
                 {row.values.get(name).plain_text(), field.label}},
        .place = {field.name}};
}

// Scope columns that are fields too part the keys of different books.
static std::vector<std::string> with_scope_fields(const EntityInfo& entity,
                                                  std::vector<std::string> names) {
    for (const FieldInfo& field : entity.fields) {
        const bool is_scope = std::find(entity.scope.begin(), entity.scope.end(), field.name) !=
                              entity.scope.end();
        if (is_scope && std::find(names.begin(), names.end(), field.name) == names.end())
            names.push_back(field.name);
    }
    return names;
}

static std::optional<Problem> why_not_unique(const EntityInfo& entity, const Scope& scope,
                                             Connection& connection, const StoredRow& row) {
    for (const FieldInfo& field : entity.fields)
        if (field.is_unique &&
            is_taken(entity, scope, connection, with_scope_fields(entity, {field.name}), row))
            return not_unique(entity, field.name, row);
    if (!entity.key.empty() &&
        is_taken(entity, scope, connection, with_scope_fields(entity, entity.key), row))
        return not_unique(entity, entity.key.back(), row);
    return std::nullopt;
}

namespace {

// Columns and values of one row, in the same order.
class RowToWrite {
public:
    void add_integer(std::string column, std::int64_t number) {
        columns_.push_back(std::move(column));
        arguments_.add_integer(number);
    }
    void add_text(std::string column, std::string text) {
        columns_.push_back(std::move(column));
        arguments_.add_text(std::move(text));
    }
    void add_field(const FieldInfo& field, const Value& value) {
        columns_.push_back(column_of(field));
        arguments_.add(field, value);
        if (field.is_searchable) add_search_keys(field, value.plain_text());
    }
    void add_search_keys(const FieldInfo& field, const std::string& text) {
        add_text(pinyin_column(field), pinyin_initials(text));
        columns_.push_back(sort_column(field));
        arguments_.add_bytes(sort_key(text));
    }
    std::string insertion(const std::string& table) const {
        std::string holders = "?";
        for (std::size_t at = 1; at < columns_.size(); ++at) holders += ", ?";
        return "INSERT INTO " + table + " (" + joined(columns_, ", ") + ") VALUES (" + holders +
               ")";
    }
    std::string update(const std::string& table) const {
        return "UPDATE " + table + " SET " + joined(columns_, " = ?, ") + " = ?";
    }
    Arguments& arguments() { return arguments_; }

private:
    std::vector<std::string> columns_;
    Arguments arguments_;
};

}  // namespace

// The rows of a book belong to it for good: a value outside the scope is the program's fault.
static void add_scope_columns(RowToWrite& writing, const EntityInfo& entity, const Scope& scope,
                              const StoredRow& row) {
    for (const std::string& column : entity.scope) {
        const auto given = std::find_if(scope.columns.begin(), scope.columns.end(),
                                        [&](const auto& each) { return each.first == column; });
        const bool is_field = std::any_of(
            entity.fields.begin(), entity.fields.end(),
            [&](const FieldInfo& field) { return field.name == column; });
        if (!is_field) {
            ZF_ASSERT(given != scope.columns.end() && given->second.size() == 1);
            writing.add_integer(column, given->second.front());
        } else if (!scope.everywhere) {
            const auto& allowed = given->second;
            const std::int64_t wanted = row.values.get(column).as<std::int64_t>();
            if (std::find(allowed.begin(), allowed.end(), wanted) == allowed.end())
                throw StoreError{StoreFault::permission,
                                 entity.name + " lies outside the scope by " + column};
        }
    }
}

// Keys made by an older ICU do not compare with new ones: then all rows of the table get new keys
// first.
static void renew_search_keys(const Transaction& transaction, const EntityInfo& entity) {
    std::vector<FieldInfo> searchable;
    for (const FieldInfo& field : stored_fields(entity))
        if (field.is_searchable) searchable.push_back(field);
    if (searchable.empty()) return;
    const std::string version = sort_key_version();
    const auto made_by = text_of(
        transaction, "SELECT made_by FROM zf_search_key WHERE table_name = ?", {entity.table});
    if (made_by == version) return;

    Connection& connection = transaction.connection();
    const Scope everything = Scope::all();
    for (const StoredRow& row :
         Question{entity, everything, connection}.rows(std::numeric_limits<int>::max())) {
        RowToWrite writing;
        for (const FieldInfo& field : searchable)
            writing.add_search_keys(field, row.values.get(field.name).plain_text());
        writing.arguments().add_integer(row.id);
        connection.run(writing.update(entity.table) + " WHERE id = ?",
                       writing.arguments().bounds());
    }
    connection.run("INSERT INTO zf_search_key (table_name, made_by) VALUES (?, ?)"
                   " ON CONFLICT (table_name) DO UPDATE SET made_by = excluded.made_by",
                   {entity.table, version});
}

Result<StoredRow> RecordStore::save(const Transaction& transaction, StoredRow row,
                                    const Stamp& stamp) const {
    if (auto taken = why_not_unique(entity_, scope_, connection_, row)) return *std::move(taken);
    renew_search_keys(transaction, entity_);

    RowToWrite writing;
    writing.add_integer("version", row.version + 1);
    writing.add_text("changed_at", stamp.now);
    writing.add_integer("changed_by", stamp.operator_id);
    add_scope_columns(writing, entity_, scope_, row);
    for (const FieldInfo& field : stored_fields(entity_))
        writing.add_field(field, row.values.get(field.name));

    if (row.id == 0) {
        row.id = insert_returning_id(transaction, writing.insertion(entity_.table),
                                     writing.arguments().bounds());
    } else {
        writing.arguments().add_integer(row.id);
        writing.arguments().add_integer(row.version);
        std::string update = writing.update(entity_.table) + " WHERE id = ? AND version = ?";
        update += scope_condition(entity_, scope_, writing.arguments());
        if (transaction.connection().run(update, writing.arguments().bounds()) == 0)
            return changed_meanwhile(transaction, entity_.table, row.id);
    }
    return *get(row.id);
}

Result<bool> RecordStore::remove(const Transaction& transaction, std::int64_t id,
                                 std::int64_t version) const {
    Arguments arguments;
    arguments.add_integer(id);
    arguments.add_integer(version);
    std::string removal = "DELETE FROM " + entity_.table + " WHERE id = ? AND version = ?";
    removal += scope_condition(entity_, scope_, arguments);
    try {
        if (transaction.connection().run(removal, arguments.bounds()) == 0)
            return changed_meanwhile(transaction, entity_.table, id);
    } catch (const StoreError& fault) {
        if (fault.fault() != StoreFault::foreign_key) throw;
        return Problem{.code = "store.in_use",
                       .text = {"This is in use elsewhere and cannot be removed. Nothing was "
                                "changed. Keep it, or take it out there first.",
                                {}}};
    }
    return true;
}

}  // namespace zf
