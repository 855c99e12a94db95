#include "cli/answer_document.h"

#include <algorithm>
#include <iterator>
#include <type_traits>
#include <variant>

namespace zf::cli {
namespace {

// Columns in which the program speaks itself; all others hold what people typed, and that is never
// translated.
bool is_own_word(const FieldInfo& field) {
    return field.name == "title" || field.name == "description" || field.name == "check" ||
           field.name == "state";
}

// A choice is shown by its label, yes and no as words.
Value shown(const FieldInfo& field, const Value& value, const Catalogue& catalogue) {
    if (const bool* flag = value.if_a<bool>()) return Value{catalogue.text(*flag ? "Yes" : "No")};
    const auto* text = value.if_a<std::string>();
    if (text == nullptr) return value;
    for (const Choice& choice : field.choices)
        if (choice.code == *text) return Value{catalogue.text(choice.label)};
    return is_own_word(field) ? Value{catalogue.text(*text)} : value;
}

// A finding is answered as its message id and arguments, so that programs can read both; people
// read the sentence.
constexpr const char* sentence_column = "message";
constexpr const char* arguments_column = "arguments";

bool holds_sentences(const std::vector<FieldInfo>& columns) {
    return std::any_of(columns.begin(), columns.end(),
                       [](const FieldInfo& each) { return each.name == sentence_column; });
}

Argument argument_of(const Value& value) {
    return std::visit(
        [&](const auto& content) -> Argument {
            using Content = std::decay_t<decltype(content)>;
            if constexpr (std::is_constructible_v<Argument, std::in_place_type_t<Content>, Content>)
                return content;
            else
                return value.plain_text();
        },
        value.content());
}

Value sentence_of(const Record& row, const Catalogue& catalogue) {
    Message message{.id = row.get(sentence_column).plain_text()};
    if (const auto* arguments = row.get(arguments_column).if_a<List>())
        for (const Value& each : *arguments) message.arguments.push_back(argument_of(each));
    return Value{catalogue.text(message)};
}

ReportColumn column_of_answer(const FieldInfo& field) {
    return {.name = field.name, .label = field.label, .type = field.type, .zero_is_blank = false};
}

ReportRow row_of_answer(const std::vector<FieldInfo>& columns, const Value& item,
                        const Catalogue& catalogue) {
    ReportRow row;
    const auto* record = item.if_a<Record>();
    for (const FieldInfo& column : columns) {
        if (column.name == sentence_column && record != nullptr) {
            row.cells.push_back({.value = sentence_of(*record, catalogue)});
            continue;
        }
        const Value& value = record == nullptr ? item : record->get(column.name);
        row.cells.push_back({.value = shown(column, value, catalogue)});
    }
    return row;
}

TableBlock table_of(const FieldInfo& list, const List& items, const Catalogue& catalogue) {
    // A list of plain values is a table of one column.
    std::vector<FieldInfo> columns;
    std::copy_if(list.lines.begin(), list.lines.end(), std::back_inserter(columns),
                 [has_sentences = holds_sentences(list.lines)](const FieldInfo& field) {
                     return !field.is_secret && !(has_sentences && field.name == arguments_column);
                 });
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
    std::vector<TableBlock> tables;
    for (const FieldInfo& field : answer) {
        if (field.is_secret || !result.has(field.name)) continue;
        const Value& value = result.get(field.name);
        if (const auto* items = value.if_a<List>()) {
            tables.push_back(table_of(field, *items, catalogue));
        } else if (!value.is_none() && value != Value{""}) {
            singles.items.push_back(
                {.label = field.label, .value = shown(field, value, catalogue)});
        }
    }
    if (!singles.items.empty()) document.blocks.emplace_back(std::move(singles));
    for (TableBlock& table : tables) document.blocks.emplace_back(std::move(table));
    return document;
}

}  // namespace zf::cli
