#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "zhangfang/model/entity.h"
#include "zhangfang/store/transaction.h"

namespace zf {

// Where the rows of this session lie: column → allowed ids; no entry for a column of the entity's
// scope means that it may not be opened (StoreError permission).
struct Scope {
    std::vector<std::pair<std::string, std::vector<std::int64_t>>> columns;
    bool everywhere = false;  // the sdk's own unscoped entities
    static Scope all() { return {.everywhere = true}; }
    static Scope of(std::string column, std::int64_t id) {
        Scope scope;
        scope.columns.emplace_back(std::move(column), std::vector{id});
        return scope;
    }
};

// Who writes a row, and when (UTC instant): it becomes changed_by and changed_at.
struct Stamp {
    std::int64_t operator_id = 0;
    std::string now;
};

struct StoredRow {
    std::int64_t id = 0;
    std::int64_t version = 0;
    std::string changed_at;
    std::int64_t changed_by = 0;
    Record values;
};

// Problem store.changed_meanwhile, or store.removed_meanwhile, for a row that is no longer as it
// was read: with who changed it, and when.
ZF_EXPORT Problem changed_meanwhile(Reader reader, std::string_view table, std::int64_t id);

struct Page {
    std::vector<StoredRow> rows;
    std::string next;  // key to continue after; "" at the end
};

// get, find, save, remove, page for a flat entity, without SQL at the caller. Works on Records, so
// that generic lists and forms need no type; EntityStore<T> below adds the type.
//
// The table has id, version, changed_at, changed_by, the columns of the scope and one column for
// each stored field (column_of); a searchable text has two more, <name>_pinyin TEXT and
// <name>_sort BYTES, by which lists find and order it. A text that is not there is kept as '', or
// as NULL where it is a choice; other absent values as NULL.
class ZF_EXPORT RecordStore {
public:
    RecordStore(const EntityInfo& entity, Reader reader, Scope scope);

    std::optional<StoredRow> get(std::int64_t id) const;
    std::optional<StoredRow> find(std::string_view field, const Value& value) const;
    // `reference`: natural key or "#id".
    std::optional<StoredRow> resolve(std::string_view reference) const;
    // Rows in key order after `after` (Page::next of the page before), at most `limit`; `search`
    // matches searchable fields (substring, pinyin initials) and the beginning of key texts.
    Page page(std::string_view search, std::string_view after, int limit) const;
    std::int64_t count() const;

    // Inserts (id 0) or updates (version must match, else Problem store.changed_meanwhile with who
    // and when). Uniqueness, of unique fields and of the natural key within the scope, is Problem
    // store.not_unique with the field's place.
    Result<StoredRow> save(const Transaction& transaction, StoredRow row, const Stamp& stamp) const;
    // Problem store.in_use when other rows refer to it.
    Result<bool> remove(const Transaction& transaction, std::int64_t id,
                        std::int64_t version) const;

private:
    EntityInfo entity_;
    Connection& connection_;
    Scope scope_;
};

template <class T>
struct Stored {
    std::int64_t id = 0;
    std::int64_t version = 0;
    T value;
};

template <class T>
class EntityStore {
public:
    EntityStore(const Entity<T>& entity, Reader reader, Scope scope)
        : entity_{entity},
          records_{entity.info(), reader, std::move(scope)} {}

    std::optional<Stored<T>> get(Id<T> id) const { return typed(records_.get(id.value)); }
    std::optional<Stored<T>> find(std::string_view field, const Value& value) const {
        return typed(records_.find(field, value));
    }
    std::optional<Stored<T>> resolve(std::string_view reference) const {
        return typed(records_.resolve(reference));
    }
    std::vector<Stored<T>> all() const {
        std::vector<Stored<T>> result;
        std::string after;
        do {
            Page page = records_.page("", after, 500);
            for (StoredRow& row : page.rows) result.push_back(*typed(std::move(row)));
            after = page.next;
        } while (!after.empty());
        return result;
    }
    Result<Id<T>> save(const Transaction& transaction, const Stored<T>& object,
                       const Stamp& stamp) const {
        auto saved = records_.save(transaction,
                                   {.id = object.id,
                                    .version = object.version,
                                    .values = to_record(entity_.fields, object.value)},
                                   stamp);
        if (!saved) return saved.error();
        return Id<T>{saved->id};
    }
    const RecordStore& records() const { return records_; }

private:
    std::optional<Stored<T>> typed(std::optional<StoredRow> row) const {
        if (!row) return std::nullopt;
        return Stored<T>{row->id, row->version, from_record(entity_.fields, row->values)};
    }
    const Entity<T>& entity_;
    RecordStore records_;
};

}  // namespace zf
