#include "cli/verb.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "zhangfang/base/text.h"

namespace zf::cli {
namespace {

Verb verb_of(const CommandInfo& info) {
    return {.name = info.name,
            .title = info.title,
            .help = info.help,
            .parameters = &info.parameters,
            .command = &info};
}

Verb verb_of(const ReportInfo& info) {
    return {.name = info.name,
            .title = info.title,
            .help = info.help,
            .parameters = &info.parameters,
            .report = &info};
}

Verb verb_of(const BuiltIn& built_in) {
    return {.name = built_in.name,
            .title = built_in.title,
            .help = built_in.help,
            .parameters = &built_in.parameters,
            .built_in = &built_in};
}

// "bk", "account-balances" and "bk.account_balances" have the same parts.
std::vector<std::string> parts_of(const std::vector<std::string>& words) {
    std::vector<std::string> parts;
    for (const std::string& word : words) {
        for (std::string& part : split(word, '.')) {
            std::replace(part.begin(), part.end(), '-', '_');
            parts.push_back(std::move(part));
        }
    }
    return parts;
}

std::string joined(const std::vector<std::string>& parts, std::size_t count) {
    std::string name;
    for (std::size_t i = 0; i < count; ++i) name += (i == 0 ? "" : ".") + parts[i];
    return name;
}

// How many letters must be typed, left out or changed to make one text the other.
std::size_t letters_between(std::string_view left, std::string_view right) {
    std::vector<std::size_t> row(right.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < left.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 0; j < right.size(); ++j) {
            const std::size_t changed = diagonal + (left[i] == right[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

}  // namespace

std::string typed_name(std::string_view name) {
    std::string typed{name};
    std::replace(typed.begin(), typed.end(), '.', ' ');
    return typed;
}

std::optional<Verb> Vocabulary::named(const std::string& name) const {
    if (name == "verify") return named("workspace.verify");  // the short name of the whole proof
    for (const BuiltIn& each : built_ins_)
        if (each.name == name) return verb_of(each);
    // A report is a command too; as a report it can be written to files and to the output.
    if (const auto found = registry_.reports().find(name); found != registry_.reports().end())
        return verb_of(found->second.info);
    if (const auto found = registry_.commands().find(name); found != registry_.commands().end())
        return verb_of(found->second.info);
    return std::nullopt;
}

std::optional<NamedVerb> Vocabulary::find(const std::vector<std::string>& words) const {
    // A name is at most five words; what follows it is taken as it was typed.
    for (std::size_t count = std::min<std::size_t>(words.size(), 5); count > 0; --count) {
        const auto parts = parts_of(
            {words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count)});
        if (auto verb = named(joined(parts, parts.size())))
            return NamedVerb{*std::move(verb),
                             {words.begin() + static_cast<std::ptrdiff_t>(count), words.end()}};
    }
    return std::nullopt;
}

std::vector<Verb> Vocabulary::below(const std::vector<std::string>& words) const {
    std::map<std::string, Verb> found;
    for (const auto& [name, command] : registry_.commands()) found[name] = verb_of(command.info);
    for (const auto& [name, report] : registry_.reports()) found[name] = verb_of(report.info);
    for (const BuiltIn& each : built_ins_) found[each.name] = verb_of(each);
    const auto parts = parts_of(words);
    const std::string beginning = parts.empty() ? "" : joined(parts, parts.size()) + ".";
    std::vector<Verb> verbs;
    for (auto& [name, verb] : found)
        if (name.starts_with(beginning)) verbs.push_back(std::move(verb));
    return verbs;
}

std::optional<std::string> Vocabulary::nearest(const std::vector<std::string>& words) const {
    const auto parts = parts_of(words);
    std::optional<std::string> best;
    std::size_t fewest = 3;  // more differing letters are another word
    for (const Verb& each : below({})) {
        // The words behind the name are values of parameters.
        const auto count = static_cast<std::size_t>(
                               std::count(each.name.begin(), each.name.end(), '.')) +
                           1;
        const std::size_t letters = letters_between(joined(parts, std::min(count, parts.size())),
                                                    each.name);
        if (letters >= fewest) continue;
        fewest = letters;
        best = each.name;
    }
    return best;
}

}  // namespace zf::cli
