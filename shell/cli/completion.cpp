#include "cli/completion.h"

#include <algorithm>
#include <set>

#include "cli/command_line.h"

namespace zf::cli {
namespace {

constexpr std::string_view bash_script = R"(
_zhangfang() {
    local words=()
    local i
    for ((i = 1; i <= COMP_CWORD; i++)); do words+=("--word=${COMP_WORDS[i]}"); done
    local IFS=$'\n'
    COMPREPLY=($(zhangfang complete "${words[@]}" 2>/dev/null))
    [ ${#COMPREPLY[@]} -gt 0 ] || compopt -o default
}
complete -F _zhangfang zhangfang
)";

constexpr std::string_view zsh_script = R"(
_zhangfang() {
    local -a candidates
    candidates=("${(@f)$(zhangfang complete "${(@)words[2,$CURRENT]/#/--word=}" 2>/dev/null)}")
    if [[ -n "$candidates" ]]; then compadd -- $candidates; else _files; fi
}
compdef _zhangfang zhangfang
)";

constexpr std::string_view fish_script = R"(
function __zhangfang_complete
    set -l words (commandline -opc)[2..-1] (commandline -ct)
    zhangfang complete --word=$words 2>/dev/null
end
complete -c zhangfang -a '(__zhangfang_complete)'
)";

// The next word of every name that goes on from the words.
std::set<std::string> next_words(const std::vector<std::string>& before,
                                 const Vocabulary& vocabulary) {
    std::set<std::string> candidates;
    std::size_t skipped = 0;
    for (const std::string& word : before) skipped += word.size() + 1;
    for (const Verb& verb : vocabulary.below(before)) {
        const std::string rest = typed_name(verb.name).substr(skipped);
        candidates.insert(rest.substr(0, rest.find(' ')));
    }
    return candidates;
}

void add_options(const Verb& verb, std::set<std::string>& candidates) {
    for (const FieldInfo& field : *verb.parameters)
        if (!field.is_computed) candidates.insert(option_names(field).front());
    for (const FieldInfo& field : common_options(verb))
        candidates.insert(option_names(field).front());
}

// The choices of the option that stands before the word being typed.
void add_choices(const Verb& verb, const std::string& option, std::set<std::string>& candidates) {
    for (const FieldInfo& field : *verb.parameters) {
        const auto names = option_names(field);
        if (std::find(names.begin(), names.end(), option) == names.end()) continue;
        for (const Choice& choice : field.choices) candidates.insert(choice.code);
    }
}

}  // namespace

std::string completion_script(std::string_view shell) {
    if (shell == "bash") return std::string{bash_script};
    if (shell == "zsh") return std::string{zsh_script};
    if (shell == "fish") return std::string{fish_script};
    return {};
}

std::vector<std::string> completions(const std::vector<std::string>& words,
                                     const Vocabulary& vocabulary) {
    const std::string typed = words.empty() ? "" : words.back();
    const std::vector<std::string> before(words.begin(),
                                          words.empty() ? words.begin() : words.end() - 1);
    const SplitLine split = split_line(before);
    const auto named = vocabulary.find(split.words);
    std::set<std::string> candidates;
    if (named && !before.empty()) add_choices(named->verb, before.back(), candidates);
    if (named && candidates.empty() && typed.starts_with('-')) add_options(named->verb, candidates);
    if (!typed.starts_with('-') && candidates.empty())
        candidates = next_words(split.words, vocabulary);
    std::vector<std::string> result;
    std::copy_if(candidates.begin(), candidates.end(), std::back_inserter(result),
                 [&](const std::string& candidate) { return candidate.starts_with(typed); });
    return result;
}

}  // namespace zf::cli
