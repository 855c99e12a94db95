#include "cli/answer_document.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "zhangfang/model/message_value.h"

namespace zf::cli {
namespace {

// Columns in which the program speaks itself; all others hold what people typed, and that is never
// translated.
bool is_own_word(const FieldInfo& field) {
    return field.name == "title" || field.name == "description" || field.name == "check" ||
           field.name == "state";
}

std::string cell_text(const FieldInfo& field, const Value& value, const Catalogue& catalogue);

// What an item of a list within a cell says: its sentence when it has one, else all of it.
std::string item_text(const FieldInfo& list, const Value& item, const Catalogue& catalogue) {
    const auto* record = item.if_a<Record>();
    if (record == nullptr || list.lines.empty()) return cell_text(list, item, catalogue);
    std::string text;
    for (const FieldInfo& field : list.lines) {
        const Value& value = record->get(field.name);
        if (const auto sentence = message_in(value)) return catalogue.text(*sentence);
        const std::string part = cell_text(field, value, catalogue);
        if (!part.empty()) text += (text.empty() ? "" : " ") + part;
    }
    return text;
}

// A sentence in its language, a choice by its label, yes and no as words.
Value shown(const FieldInfo& field, const Value& value, const Catalogue& catalogue) {
    if (const auto sentence = message_in(value)) return Value{catalogue.text(*sentence)};
    if (const bool* flag = value.if_a<bool>()) return Value{catalogue.text(*flag ? "Yes" : "No")};
    if (const auto* items = value.if_a<List>()) {
        std::string text;
        for (const Value& item : *items)
            text += (text.empty() ? "" : "; ") + item_text(field, item, catalogue);
        return Value{std::move(text)};
    }
    const auto* text = value.if_a<std::string>();
    if (text == nullptr) return value;
    for (const Choice& choice : field.choices)
        if (choice.code == *text) return Value{catalogue.text(choice.label)};
    return is_own_word(field) ? Value{catalogue.text(*text)} : value;
}

std::string cell_text(const FieldInfo& field, const Value& value, const Catalogue& catalogue) {
    return shown(field, value, catalogue).plain_text();
}

ReportColumn column_of_answer(const FieldInfo& field) {
    return {.name = field.name, .label = field.label, .type = field.type, .zero_is_blank = false};
}

ReportRow row_of_answer(const std::vector<FieldInfo>& columns, const Value& item,
                        const Catalogue& catalogue) {
    ReportRow row;
    const auto* record = item.if_a<Record>();
    for (const FieldInfo& column : columns) {
        const Value& value = record == nullptr ? item : record->get(column.name);
        row.cells.push_back({.value = shown(column, value, catalogue)});
    }
    return row;
}

TableBlock table_of(const FieldInfo& list, const List& items, const Catalogue& catalogue) {
    // A list of plain values is a table of one column.
    std::vector<FieldInfo> columns;
    std::copy_if(list.lines.begin(), list.lines.end(), std::back_inserter(columns),
                 [](const FieldInfo& field) { return !field.is_secret; });
    if (columns.empty()) {
        columns.push_back(list);
        columns.back().type = list.item;
    }
    TableBlock table;
    for (const FieldInfo& column : columns) table.columns.push_back(column_of_answer(column));
    table.rows = [columns, &items, &catalogue] {
        return cursor_from(
            [columns, &items, &catalogue, place = std::size_t{0}](ReportRow& row) mutable {
                if (place == items.size()) return false;
                row = row_of_answer(columns, items[place++], catalogue);
                return true;
            });
    };
    return table;
}

}  // namespace

Document document_of(const Record& result, const std::vector<FieldInfo>& answer,
                     const Catalogue& catalogue) {
    Document document;
    KeyValuesBlock singles;
    std::vector<const FieldInfo*> lists;
    for (const FieldInfo& field : answer) {
        if (field.is_secret || !result.has(field.name)) continue;
        const Value& value = result.get(field.name);
        if (value.if_a<List>() != nullptr) {
            lists.push_back(&field);
        } else if (!value.is_none() && value != Value{""}) {
            singles.items.push_back(
                {.label = field.label, .value = shown(field, value, catalogue)});
        }
    }
    if (!singles.items.empty()) document.blocks.emplace_back(std::move(singles));
    for (const FieldInfo* list : lists) {
        const auto& items = *result.get(list->name).if_a<List>();
        // Several lists are told apart by their titles, and an empty one says nothing.
        if (lists.size() > 1 && items.empty()) continue;
        if (lists.size() > 1 || list->name != "rows")
            document.blocks.emplace_back(TextBlock{.text = {list->label, {}}});
        document.blocks.emplace_back(table_of(*list, items, catalogue));
    }
    return document;
}

}  // namespace zf::cli
