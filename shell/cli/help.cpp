#include "cli/help.h"

#include <algorithm>
#include <array>

#include "cli/command_line.h"
#include "zhangfang_reports/text_measure.h"

namespace zf::cli {
namespace {

struct Entry {
    std::string name, text;
};

// Names on the left, what they mean on the right, by the width that characters have at a terminal.
void write_entries(const std::vector<Entry>& entries, std::ostream& out) {
    constexpr int widest = 34;
    int width = 0;
    for (const Entry& entry : entries) width = std::max(width, reports::column_count(entry.name));
    width = std::min(width, widest);
    for (const Entry& entry : entries) {
        const int used = reports::column_count(entry.name);
        out << "  " << entry.name;
        if (used > width)
            out << "\n  " << std::string(static_cast<std::size_t>(width), ' ');
        else
            out << std::string(static_cast<std::size_t>(width - used), ' ');
        out << "  " << entry.text << '\n';
    }
}

const char* kind_of_value(const FieldInfo& field) {
    if (field.is_secret || field.is_file) return "FILE";
    if (field.type == ValueType::list && !field.lines.empty()) return "'name=value …'";
    switch (field.type == ValueType::list ? field.item : field.type) {
        case ValueType::integer: return "NUMBER";
        case ValueType::money: return "AMOUNT";
        case ValueType::quantity:
        case ValueType::price:
        case ValueType::rate: return "DECIMAL";
        case ValueType::date: return "YYYY-MM-DD";
        case ValueType::month: return "YYYY-MM";
        case ValueType::boolean: return "yes|no";
        case ValueType::record: return "'name=value …'";
        default: return "TEXT";
    }
}

std::string choices_text(const FieldInfo& field) {
    std::string text;
    for (const Choice& choice : field.choices) text += (text.empty() ? "" : "|") + choice.code;
    return text;
}

void write_section(const char* heading, const std::vector<FieldInfo>& fields,
                   const Catalogue& catalogue, std::ostream& out) {
    std::vector<Entry> entries;
    for (const FieldInfo& field : fields) {
        if (field.is_computed) continue;
        entries.push_back({option_text(field, catalogue), option_help(field, catalogue)});
        for (const FieldInfo& part : field.lines)
            entries.push_back(
                {"    " + part.name + "=" +
                     (part.choices.empty() ? kind_of_value(part) : choices_text(part)),
                 option_help(part, catalogue)});
    }
    if (entries.empty()) return;
    out << '\n' << catalogue.text(std::string_view{heading}) << '\n';
    write_entries(entries, out);
}

}  // namespace

std::string option_text(const FieldInfo& field, const Catalogue&) {
    std::string name = option_names(field).front();
    if (name == "--workspace") name = "-w, --workspace";
    if (!field.choices.empty()) return name + " " + choices_text(field);
    return field.type == ValueType::boolean && !field.is_required
               ? name
               : name + " " + kind_of_value(field);
}

std::string option_help(const FieldInfo& field, const Catalogue& catalogue) {
    std::string text = catalogue.text(field.label);
    if (!field.help.empty())
        text += catalogue.text(std::string_view{": "}) + catalogue.text(field.help);
    if (field.is_required) text += " " + catalogue.text(std::string_view{"(required)"});
    if (!field.default_text.empty())
        text += " " + catalogue.text(Message{"(else {0})", {field.default_text}});
    if (field.type == ValueType::list)
        text += " " + catalogue.text(std::string_view{"(may be repeated)"});
    return text;
}

std::string usage_of(const Verb& verb, const Catalogue& catalogue) {
    std::string usage = "zhangfang ";
    const auto common = common_options(verb);
    if (std::any_of(common.begin(), common.end(),
                    [](const FieldInfo& each) { return each.name == "workspace"; }))
        usage += "[-w " + catalogue.text(std::string_view{"WORKSPACE"}) + "] ";
    usage += typed_name(verb.name);
    for (const FieldInfo& field : *verb.parameters)
        if (field.is_required && !field.is_computed) usage += " " + option_text(field, catalogue);
    return usage + " [" + catalogue.text(std::string_view{"OPTION"}) + "]…";
}

void write_help(const Verb& verb, const Catalogue& catalogue, std::ostream& out) {
    out << catalogue.text(verb.title) << '\n';
    if (!verb.help.empty()) out << catalogue.text(verb.help) << '\n';
    out << '\n' << usage_of(verb, catalogue) << '\n';
    write_section("Parameters:", *verb.parameters, catalogue, out);
    write_section("Options of every command:", common_options(verb), catalogue, out);
}

void write_help(const std::vector<std::string>& words, const Vocabulary& vocabulary,
                const Catalogue& catalogue, std::ostream& out) {
    std::vector<Entry> entries;
    for (const Verb& verb : vocabulary.below(words))
        entries.push_back({typed_name(verb.name), catalogue.text(verb.title)});
    if (words.empty())
        out << "zhangfang [-w " << catalogue.text(std::string_view{"WORKSPACE"}) << "] "
            << catalogue.text(std::string_view{"COMMAND"}) << " ["
            << catalogue.text(std::string_view{"OPTION"}) << "]…\n"
            << catalogue.text(std::string_view{"Each command explains itself with --help."})
            << "\n\n";
    write_entries(entries, out);
}

}  // namespace zf::cli
