#include "cli/command_line.h"

#include <algorithm>
#include <deque>
#include <filesystem>
#include <iterator>

#include <CLI/CLI.hpp>

#include "zhangfang/model/answer.h"

namespace zf::cli {
namespace {

FieldInfo option(std::string name, std::string label, ValueType type = ValueType::text) {
    return column(std::move(name), std::move(label), type);
}

FieldInfo switch_of(std::string name, std::string label) {
    return option(std::move(name), std::move(label), ValueType::boolean);
}

std::vector<FieldInfo> options_of_everything() {
    return {
        option("workspace", "The workspace: a *.zfw file or a server's URL"),
        option("session_file", "File with the token of a session that was opened before"),
        option("login", "Signs in for this one command"),
        option("password_file", "File with the password for --login; only its owner may read it"),
        option("store_password_file", "File with the password of a workspace on a server"),
        option("language", "Language of sentences: zh_CN, zh_TW or en"),
        option("format", "How the answer is written: table, json or csv"),
        switch_of("json", "The same as --format json"),
        switch_of("help", "Explains the command")};
}

std::vector<FieldInfo> options_of_requests() {
    FieldInfo acknowledge = option("acknowledge", "Code of an alert that was read and is accepted",
                                   ValueType::list);
    acknowledge.item = ValueType::text;
    return {option("from", "JSON file with the parameters, or - for the input"),
            acknowledge,
            option("reason", "Why: kept in the audit trail"),
            option("request_id", "32 hex digits: the same request sent twice is done once"),
            switch_of("dry_run", "Does all of it and takes it back"),
            switch_of("yes", "Goes on without asking")};
}

std::vector<FieldInfo> options_of_reports() {
    return {option("from", "JSON file with the parameters, or - for the input"),
            option("out", "File to write; its ending says the format: .pdf .xlsx .csv .txt"),
            switch_of("overwrite", "Replaces a file of that name"),
            option("reason", "Why: kept in the audit trail")};
}

void append(std::vector<FieldInfo>& to, std::vector<FieldInfo> more) {
    to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

bool is_option(const std::string& argument) {
    return argument.size() > 1 && argument[0] == '-';
}

// Does this option of every verb take the next argument as its value?
bool takes_next(const std::string& argument) {
    if (argument == "-w") return true;
    if (!argument.starts_with("--") || argument.find('=') != std::string::npos) return false;
    std::string name = argument.substr(2);
    std::replace(name.begin(), name.end(), '-', '_');
    auto all = options_of_everything();
    append(all, options_of_requests());
    append(all, options_of_reports());
    return std::any_of(all.begin(), all.end(), [&](const FieldInfo& each) {
        return each.name == name && each.type != ValueType::boolean;
    });
}

std::string hyphened(std::string name) {
    std::replace(name.begin(), name.end(), '_', '-');
    return name;
}

std::string singular(const std::string& plural) {
    if (plural.ends_with("ies")) return plural.substr(0, plural.size() - 3) + "y";
    if (plural.ends_with("s")) return plural.substr(0, plural.size() - 1);
    return plural;
}

Problem unknown_option(const std::string& written, const std::string& verb) {
    return {.code = "request.unknown_option",
            .text = {"\"{0}\" does not belong to {1}. Nothing was done. See: zhangfang {1} --help",
                     {written, typed_name(verb)}}};
}

Problem bad_option(const std::string& name) {
    return {
        .code = "request.bad_option",
        .text = {"The option {0} takes one value and is given once. Nothing was done.", {name}}};
}

Problem unknown_format(const std::string& written) {
    return {
        .code = "request.unknown_format",
        .text = {"There is no format {0}. Nothing was done. Take table, json or csv.", {written}}};
}

// The options of one verb while its line is read.
class OptionReader {
public:
    OptionReader(const std::vector<FieldInfo>& parameters, const std::vector<FieldInfo>& common) {
        app_.set_help_flag();
        app_.allow_extras();
        app_.allow_windows_style_options(false);
        for (const FieldInfo& field : parameters)
            if (!field.is_computed) add(field, {});
        for (const FieldInfo& field : common) add_common(field);
    }

    // Words that belong to no option; an error names the option that is wrong.
    Expected<std::vector<std::string>, Problem> read(std::vector<std::string> arguments) {
        std::reverse(arguments.begin(), arguments.end());  // as the library wants them
        try {
            app_.parse(std::move(arguments));
        } catch (const CLI::ParseError& error) {
            const std::string told = error.what();
            return bad_option(told.substr(0, told.find(':')));
        }
        return app_.remaining();
    }
    bool has(const std::string& name) const { return options_.at(name)->count() > 0; }
    bool knows(const std::string& name) const { return options_.contains(name); }
    std::vector<std::string> all(const std::string& name) const {
        return knows(name) && has(name) ? options_.at(name)->results() : std::vector<std::string>{};
    }
    std::string text(const std::string& name) const {
        const auto results = all(name);
        return results.empty() ? std::string{} : results.front();
    }
    bool is_on(const std::string& name) const {
        const std::string written = text(name);
        return knows(name) && has(name) && written != "no" && written != "false" && written != "0";
    }

private:
    static std::string names_of(const FieldInfo& field) {
        std::string names;
        for (const std::string& name : option_names(field))
            names += (names.empty() ? "" : ",") + name;
        return names;
    }
    void add_common(const FieldInfo& field) {
        if (field.type == ValueType::boolean) {
            options_[field.name] = app_.add_flag((field.name == "help" ? "-h," : "") +
                                                 names_of(field));
        } else {
            add(field, field.name == "workspace" ? "-w," : "");
        }
    }
    // A switch of a command may be followed by yes or no.
    void add(const FieldInfo& field, const std::string& short_name) {
        CLI::Option* added = app_.add_option(short_name + names_of(field), slots_.emplace_back());
        added->expected(field.type == ValueType::boolean ? 0 : 1, 1);
        added->multi_option_policy(field.type == ValueType::list ? CLI::MultiOptionPolicy::TakeAll
                                                                 : CLI::MultiOptionPolicy::Throw);
        options_[field.name] = added;
    }

    CLI::App app_;
    std::deque<std::vector<std::string>> slots_;
    std::map<std::string, CLI::Option*> options_;
};

// Handlers know no working folder: a file is named in full.
std::string as_path(const FieldInfo& field, const std::string& text) {
    const bool is_path = field.is_file && !text.empty() && text != "-";
    return is_path ? std::filesystem::absolute(text).string() : text;
}

Value value_of(const FieldInfo& field, const OptionReader& reader) {
    if (field.type == ValueType::boolean) return Value{reader.is_on(field.name)};
    if (field.type == ValueType::list) {
        List items;
        for (std::string& text : reader.all(field.name)) items.emplace_back(std::move(text));
        return Value{std::move(items)};
    }
    return Value{as_path(field, reader.text(field.name))};
}

// `before`: what the verb declares under the same name, written before its name.
CommonOptions common_of(const OptionReader& before, const OptionReader& reader,
                        Problems& problems) {
    const auto from = [&](const std::string& name) -> const OptionReader& {
        return before.knows(name) ? before : reader;
    };
    const auto text = [&](const std::string& name) { return from(name).text(name); };
    const auto is_on = [&](const std::string& name) { return from(name).is_on(name); };
    CommonOptions common{.workspace = text("workspace"),
                         .session_file = text("session_file"),
                         .login = text("login"),
                         .password_file = text("password_file"),
                         .store_password_file = text("store_password_file"),
                         .language = text("language"),
                         .out = text("out"),
                         .from = text("from"),
                         .acknowledged = from("acknowledge").all("acknowledge"),
                         .reason = text("reason"),
                         .request_id = text("request_id"),
                         .overwrite = is_on("overwrite"),
                         .dry_run = is_on("dry_run"),
                         .is_confirmed = is_on("yes"),
                         .asks_help = is_on("help")};
    const std::string format = text("format");
    if (is_on("json") || format == "json") common.format = OutputFormat::json;
    if (format == "csv") common.format = OutputFormat::csv;
    if (!format.empty() && format != "table" && format != "json" && format != "csv")
        problems.push_back(unknown_format(format));
    return common;
}

// A word behind the name may stand for a required parameter, for verbs of the program for any.
bool takes_word(const Verb& verb, const FieldInfo& field) {
    if (field.is_secret || field.is_computed || field.type == ValueType::boolean) return false;
    return field.is_required || verb.built_in != nullptr;
}

// In the order of the parameters that have no value yet.
void place_words(const Verb& verb, const std::vector<std::string>& words, ParsedLine& line) {
    auto word = words.begin();
    for (const FieldInfo& field : *verb.parameters) {
        if (word == words.end()) return;
        if (!takes_word(verb, field) || line.parameters.has(field.name)) continue;
        if (field.type != ValueType::list) {
            line.parameters.set(field.name, as_path(field, *word++));
            continue;
        }
        // A verb of the program takes all that is left: help bk period close.
        const auto end = verb.built_in != nullptr ? words.end() : word + 1;
        List list;
        for (; word != end; ++word) list.emplace_back(as_path(field, *word));
        line.parameters.set(field.name, std::move(list));
    }
    for (; word != words.end(); ++word) line.problems.push_back(unknown_option(*word, verb.name));
}

}  // namespace

std::vector<std::string> option_names(const FieldInfo& field) {
    std::vector<std::string> names;
    const auto add = [&](const std::string& name) {
        for (const std::string& each : {"--" + hyphened(name), "--" + name})
            if (std::find(names.begin(), names.end(), each) == names.end()) names.push_back(each);
    };
    if (field.type == ValueType::list) add(singular(field.name));
    add(field.is_secret ? field.name + "_file" : field.name);
    return names;
}

static bool is_own_of(const Verb& verb, const FieldInfo& common) {
    const auto names = option_names(common);
    return std::any_of(verb.parameters->begin(), verb.parameters->end(), [&](const FieldInfo& own) {
        const auto taken = option_names(own);
        return std::find_first_of(taken.begin(), taken.end(), names.begin(), names.end()) !=
               taken.end();
    });
}

static std::vector<FieldInfo> options_beside(const Verb& verb) {
    std::vector<FieldInfo> options = options_of_everything();
    if (verb.command != nullptr) append(options, options_of_requests());
    if (verb.report != nullptr) append(options, options_of_reports());
    return options;
}

std::vector<FieldInfo> common_options(const Verb& verb) {
    std::vector<FieldInfo> options = options_beside(verb);
    std::erase_if(options, [&](const FieldInfo& each) { return is_own_of(verb, each); });
    return options;
}

SplitLine split_line(const std::vector<std::string>& arguments) {
    SplitLine line;
    bool is_name_complete = false;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& argument = arguments[i];
        if (!is_name_complete && !is_option(argument)) {
            line.words.push_back(argument);
            continue;
        }
        is_name_complete = !line.words.empty();
        std::vector<std::string>& options = is_name_complete ? line.options : line.leading;
        options.push_back(argument);
        if (!is_name_complete && takes_next(argument) && i + 1 < arguments.size())
            options.push_back(arguments[++i]);
    }
    for (const auto* options : {&line.leading, &line.options}) {
        for (std::size_t i = 0; i < options->size(); ++i) {
            const std::string& each = (*options)[i];
            if (each == "--help" || each == "-h") line.asks_help = true;
            if (each == "--version") line.asks_version = true;
            if (each.starts_with("--language=")) line.language = each.substr(11);
            if (each == "--language" && i + 1 < options->size()) line.language = (*options)[i + 1];
        }
    }
    return line;
}

ParsedLine parse_line(const NamedVerb& named, const SplitLine& split) {
    const Verb& verb = named.verb;
    static const std::vector<FieldInfo> none;
    std::vector<FieldInfo> shared;  // a verb of the program itself has its options anywhere
    if (verb.built_in == nullptr) shared = options_beside(verb);
    std::erase_if(shared, [&](const FieldInfo& each) { return !is_own_of(verb, each); });
    ParsedLine line;
    OptionReader before{none, shared}, reader{*verb.parameters, common_options(verb)};
    // What stands before the name and belongs to the program alone is read with the rest.
    auto options = before.read(split.leading);
    if (options) options->insert(options->end(), split.options.begin(), split.options.end());
    auto extras = options ? reader.read(*std::move(options)) : std::move(options);
    if (!extras) {
        line.problems.push_back(extras.error());
        return line;
    }
    std::vector<std::string> words = named.further;
    for (const std::string& extra : *extras) {
        if (is_option(extra)) {
            line.problems.push_back(unknown_option(extra, verb.name));
        } else {
            words.push_back(extra);
        }
    }
    for (const FieldInfo& field : *verb.parameters) {
        if (field.is_computed || !reader.has(field.name)) continue;
        if (field.is_secret) {
            line.secret_files[field.name] = reader.text(field.name);
        } else {
            line.parameters.set(field.name, value_of(field, reader));
        }
    }
    place_words(verb, words, line);
    line.common = common_of(before, reader, line.problems);
    return line;
}

}  // namespace zf::cli
