#include <algorithm>
#include <charconv>

#include "field_fault.h"
#include "zhangfang/base/text.h"
#include "zhangfang/model/field.h"
#include "zhangfang/model/json.h"

namespace zf {

static Problem not_a(const FieldInfo& field, Message text) {
    return fault_at(field, 0, "request.not_a_" + std::string{kind_of(field.type)}, std::move(text));
}

static Result<Value> parse_boolean(const FieldInfo& field, std::string_view text) {
    for (const char* word : {"true", "yes", "on", "1", "是"})
        if (text == word) return Value{true};
    for (const char* word : {"false", "no", "off", "0", "否"})
        if (text == word) return Value{false};
    return not_a(field, {"\"{0}\" is neither yes nor no. Type yes or no.", {quoted(field, text)}});
}

static Result<Value> parse_integer(const FieldInfo& field, std::string_view text) {
    const char* const end = text.data() + text.size();
    const bool has_plus = text.starts_with('+') && !text.starts_with("+-");
    std::int64_t number = 0;
    const auto [stopped, fault] = std::from_chars(text.data() + (has_plus ? 1 : 0), end, number);
    if (fault == std::errc::result_out_of_range)
        return fault_at(field, 0, "request.out_of_range",
                        {"The number {0} is too large.", {quoted(field, text)}});
    if (fault != std::errc{} || stopped != end)
        return not_a(field,
                     {"\"{0}\" is not a whole number. Type digits only.", {quoted(field, text)}});
    return Value{number};
}

template <class T>
static Result<Value> parse_as(const FieldInfo& field, std::string_view text) {
    const Expected<T, Message> parsed = T::parse(text);
    if (!parsed) return not_a(field, parsed.error());
    return Value{*parsed};
}

// A choice may be typed as its code or as the label people read.
static std::string code_of_choice(const FieldInfo& field, std::string_view text) {
    std::string trimmed = trim(text);
    for (const Choice& choice : field.choices)
        if (choice.code == trimmed || choice.label == trimmed) return choice.code;
    return trimmed;
}

// A word of a command line: quotes are taken off, `equals` is where its first unquoted `=` stands.
struct Word {
    std::string text;
    std::size_t equals = std::string::npos;

    // account=401 names a value; "a=b" in quotes, 3=4 or =x do not.
    bool names_a_value() const {
        if (equals == std::string::npos || equals == 0 || text[0] < 'a' || text[0] > 'z')
            return false;
        return std::all_of(
            text.begin(), text.begin() + static_cast<std::ptrdiff_t>(equals), [](char byte) {
                return (byte >= 'a' && byte <= 'z') || byte == '_' || (byte >= '0' && byte <= '9');
            });
    }
};

static std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    bool in_word = false;
    bool quoted = false;
    for (const char byte : text) {
        if (byte == ' ' && !quoted) {
            in_word = false;
            continue;
        }
        if (!in_word) words.emplace_back();
        in_word = true;
        Word& word = words.back();
        if (byte == '"') {
            quoted = !quoted;
            continue;
        }
        if (byte == '=' && !quoted && word.equals == std::string::npos)
            word.equals = word.text.size();
        word.text += byte;
    }
    return words;
}

// `account=401 debit=86.40 summary=Rice, 50 kg`: one record as it is typed on a command line. A
// word that names nothing belongs to the value before it, so that a summary needs no quotes.
static Result<Value> parse_words(const FieldInfo& field, std::string_view text) {
    Record record;
    std::string name;
    for (const Word& word : words_of(text)) {
        if (word.names_a_value()) {
            name = word.text.substr(0, word.equals);
            record.set(name, Value{word.text.substr(word.equals + 1)});
            continue;
        }
        if (name.empty())
            return fault_at(field, 0, "request.not_a_record",
                            {"\"{0}\" does not say what it is. Write it as name=value.",
                             {quoted(field, word.text)}});
        const std::string& before = record.get(name).as<std::string>();
        record.set(name, Value{before.empty() ? word.text : before + " " + word.text});
    }
    if (field.type == ValueType::record) return Value{std::move(record)};
    return Value{List{Value{std::move(record)}}};
}

static Result<Value> parse_container(const FieldInfo& field, const std::string& text) {
    if (text.starts_with('[') || text.starts_with('{')) {
        Expected<Value, Problems> parsed = parse_json(text);
        if (parsed) return *std::move(parsed);
        Problem first = parsed.error().front();
        if (first.place.field.empty()) first.place.field = field.name;
        return first;
    }
    if (field.type == ValueType::record || field.item == ValueType::record)
        return parse_words(field, text);
    return Value{List{Value{text}}};
}

Result<Value> parse_value(const FieldInfo& field, std::string_view text) {
    if (!is_valid_utf8(text))
        return fault_at(field, 0, "request.bad_text",
                        {"The text holds a character that no text may hold. Type it again.", {}});
    if (field.type == ValueType::text) {
        if (text.empty()) return Value{};
        return field.choices.empty() ? Value{text} : Value{code_of_choice(field, text)};
    }
    if (trim(text).empty()) return Value{};
    if (field.type == ValueType::record || field.type == ValueType::list)
        return parse_container(field, trim(text));

    const std::string plain = trim(half_width(text));
    switch (field.type) {
        case ValueType::boolean: return parse_boolean(field, plain);
        case ValueType::integer: return parse_integer(field, plain);
        case ValueType::money: return parse_as<Money>(field, plain);
        case ValueType::quantity: return parse_as<Quantity>(field, plain);
        case ValueType::price: return parse_as<Price>(field, plain);
        case ValueType::rate: return parse_as<Rate>(field, plain);
        case ValueType::date: return parse_as<Date>(field, plain);
        case ValueType::month: return parse_as<Month>(field, plain);
        default: break;
    }
    ZF_ASSERT(false);
}

}  // namespace zf
