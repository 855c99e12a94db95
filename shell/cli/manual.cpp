#include "cli/manual.h"

#include <array>

#include "cli/command_line.h"
#include "cli/help.h"

namespace zf::cli {
namespace {

// A line that begins with a dot or quote would be an order to the formatter; so would a backslash.
std::string escaped(std::string_view text) {
    std::string result;
    for (const char each : text) {
        if (each == '\\')
            result += "\\e";
        else if (each == '-')
            result += "\\-";
        else
            result += each;
    }
    return result.starts_with('.') || result.starts_with('\'') ? "\\&" + result : result;
}

void write_options(const std::vector<FieldInfo>& fields, const Catalogue& catalogue,
                   std::ostream& out) {
    for (const FieldInfo& field : fields)
        if (!field.is_computed)
            out << ".TP\n.B " << escaped(option_text(field, catalogue)) << '\n'
                << escaped(option_help(field, catalogue)) << '\n';
}

void write_verb(const Verb& verb, const Catalogue& catalogue, std::ostream& out) {
    out << ".SS " << escaped(typed_name(verb.name)) << '\n' << escaped(catalogue.text(verb.title));
    if (!verb.help.empty()) out << "\n.PP\n" << escaped(catalogue.text(verb.help));
    out << "\n.PP\n" << escaped(usage_of(verb, catalogue)) << '\n';
    write_options(*verb.parameters, catalogue, out);
}

constexpr std::array<std::pair<int, const char*>, 6> exit_codes{
    {{0, "done"},
     {1, "refused by a rule, or a check failed"},
     {2, "wrong usage"},
     {3, "not permitted"},
     {4, "the store, the disk or the network failed"},
     {5, "cancelled"}}};

}  // namespace

void write_manual(const Vocabulary& vocabulary, const Catalogue& catalogue,
                  const Environment& environment, std::ostream& out) {
    const auto section = [&](const char* title) {
        out << ".SH " << catalogue.text(std::string_view{title}) << '\n';
    };
    out << ".TH ZHANGFANG 1 \"\" \"zhangfang " << environment.program_version << "\"\n";
    section("NAME");
    out << "zhangfang \\- "
        << escaped(
               catalogue.text(std::string_view{"keeps the books of a unit from the command line"}))
        << '\n';
    section("COMMANDS");
    for (const Verb& verb : vocabulary.below({})) write_verb(verb, catalogue, out);
    section("EXIT STATUS");
    for (const auto& [code, meaning] : exit_codes)
        out << ".TP\n.B " << code << '\n' << catalogue.text(std::string_view{meaning}) << '\n';
}

}  // namespace zf::cli
