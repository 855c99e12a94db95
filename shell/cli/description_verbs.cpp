// What there is: commands, plugins, and the texts for shells and manuals that follow from them.
#include <algorithm>

#include "cli/built_ins.h"
#include "cli/call.h"
#include "cli/completion.h"
#include "cli/help.h"
#include "cli/manual.h"
#include "cli/output.h"
#include "cli/parameter.h"
#include "zhangfang/base/text.h"
#include "zhangfang/command/json.h"
#include "zhangfang/model/json.h"

namespace zf::cli {
namespace {

int list_commands(Call& call) {
    if (call.options.format != OutputFormat::json) {
        write_help({}, call.vocabulary, call.catalogue(), call.console.out);
        return 0;
    }
    List commands;
    for (const auto& [name, command] : call.modules.registry().commands())
        commands.emplace_back(describe(command.info));
    call.console.out << to_json(Value{std::move(commands)}) << '\n';
    return 0;
}

const std::vector<FieldInfo>& plugin_columns() {
    static const std::vector<FieldInfo> columns{rows_of(
        "Plugins", {column("id", "Plugin"), column("version", "Version"), column("title", "Title"),
                    column("state", "State"), column("refusals", "Refused because")})};
    return columns;
}

std::string refusals_of(const FoundPlugin& plugin, const Catalogue& catalogue) {
    std::string text;
    for (const Problem& refusal : plugin.refusals)
        text += (text.empty() ? "" : " ") + catalogue.text(refusal.text) + " [" + refusal.code +
                "]";
    return text;
}

int list_plugins(Call& call) {
    List rows;
    for (const FoundPlugin& plugin : call.modules.loader().plugins()) {
        const char* state = plugin.is_disabled        ? "disabled"
                            : plugin.refusals.empty() ? "loaded"
                                                      : "refused";
        rows.emplace_back(Record{{"id", Value{plugin.manifest.id}},
                                 {"version", Value{plugin.manifest.version}},
                                 {"title", Value{call.catalogue().text(plugin.manifest.title)}},
                                 {"state", Value{call.catalogue().text(std::string_view{state})}},
                                 {"refusals", Value{refusals_of(plugin, call.catalogue())}}});
    }
    Outcome outcome;
    outcome.result.set("rows", Value{std::move(rows)});
    return write_outcome(outcome, plugin_columns(), call.options.format, call.catalogue(),
                         call.console);
}

// Everything whose name begins with the plugin's short name.
class Declared {
public:
    explicit Declared(std::string short_name) : beginning_{std::move(short_name) + "."} {}

    bool owns(const std::string& name) const { return name.starts_with(beginning_); }
    template <class Entries, class Describe>
    Value of_map(const Entries& entries, const Describe& describe_entry) const {
        List list;
        for (const auto& [name, entry] : entries)
            if (owns(name)) list.emplace_back(describe_entry(entry));
        return Value{std::move(list)};
    }
    template <class Entries, class Describe>
    Value of_list(const Entries& entries, const Describe& describe_entry) const {
        List list;
        for (const auto& entry : entries)
            if (owns(entry.name)) list.emplace_back(describe_entry(entry));
        return Value{std::move(list)};
    }

private:
    std::string beginning_;
};

List presets_of(const Registry& registry, const FoundPlugin& plugin) {
    List list;
    for (const RolePreset& preset : registry.presets())
        if (std::find(plugin.presets.begin(), plugin.presets.end(), preset.name) !=
            plugin.presets.end())
            list.emplace_back(Record{{"name", Value{preset.name}}, {"title", Value{preset.title}}});
    return list;
}

Record declarations_of(const Registry& registry, const FoundPlugin& plugin) {
    const PluginManifest& manifest = plugin.manifest;
    const Declared declared{manifest.short_name};
    const auto named = [](const auto& entry) {
        return Record{{"name", Value{entry.name}}, {"title", Value{entry.title}}};
    };
    Record all{{"id", Value{manifest.id}},
               {"short_name", Value{manifest.short_name}},
               {"version", Value{manifest.version}}};
    all.set("permissions", declared.of_list(registry.permissions(), named));
    all.set("commands", declared.of_map(registry.commands(), [](const CommandEntry& entry) {
        return describe(entry.info);
    }));
    all.set("reports", declared.of_map(registry.reports(), [&](const ReportEntry& entry) {
        return named(entry.info);
    }));
    all.set("entities", declared.of_map(registry.entities(), [](const EntityInfo& entity) {
        return Record{{"name", Value{entity.name}},
                      {"title", Value{entity.label}},
                      {"table", Value{entity.table}}};
    }));
    all.set("lists", declared.of_list(registry.lists(), named));
    all.set("watches", declared.of_list(registry.watches(), named));
    all.set("presets", Value{presets_of(registry, plugin)});
    return all;
}

void write_names(const Record& declarations, std::ostream& out) {
    for (const auto& [name, value] : declarations) {
        const auto* list = value.if_a<List>();
        out << name << ": " << (list == nullptr ? value.plain_text() : std::to_string(list->size()))
            << '\n';
        if (list == nullptr) continue;
        for (const Value& item : *list)
            out << "  " << item.as<Record>().get("name").plain_text() << '\n';
    }
}

int describe_plugin(Call& call) {
    const std::string id = text_of(call, "id");
    for (const FoundPlugin& plugin : call.modules.loader().plugins()) {
        if (plugin.manifest.id != id) continue;
        if (!plugin.refusals.empty())
            return write_refusal(Status::refused, plugin.refusals, call.options.format,
                                 call.catalogue(), call.console);
        const Record declarations = declarations_of(call.modules.registry(), plugin);
        if (call.options.format == OutputFormat::json)
            call.console.out << to_json(Value{declarations}) << '\n';
        else
            write_names(declarations, call.console.out);
        return 0;
    }
    return call.refuse(Status::refused,
                       {.code = "plugin.unknown",
                        .text = {"There is no plugin {0}. See: zhangfang plugins list", {id}},
                        .place = {"id"}});
}

int print_help(Call& call) {
    std::vector<std::string> words;
    if (const auto* list = call.parameters.get("command").if_a<List>())
        for (const Value& each : *list)
            for (std::string& part : split(each.plain_text(), ' '))
                if (!part.empty()) words.push_back(std::move(part));
    const auto named = call.vocabulary.find(words);
    if (named)
        write_help(named->verb, call.catalogue(), call.console.out);
    else
        write_help(words, call.vocabulary, call.catalogue(), call.console.out);
    return 0;
}

int print_completion(Call& call) {
    call.console.out << completion_script(text_of(call, "shell"));
    return 0;
}

int print_candidates(Call& call) {
    std::vector<std::string> words;
    if (const auto* list = call.parameters.get("words").if_a<List>())
        for (const Value& each : *list) words.push_back(each.plain_text());
    for (const std::string& candidate : completions(words, call.vocabulary))
        call.console.out << candidate << '\n';
    return 0;
}

int print_manual(Call& call) {
    write_manual(call.vocabulary, call.catalogue(), call.environment, call.console.out);
    return 0;
}

}  // namespace

std::vector<BuiltIn> description_verbs() {
    FieldInfo shell = required(parameter("shell", "Shell"));
    shell.choices = {{"bash", "bash"}, {"zsh", "zsh"}, {"fish", "fish"}};
    FieldInfo command = parameter("command", "Command");
    command.type = ValueType::list;
    command.item = ValueType::text;
    FieldInfo words = parameter("words", "Words typed so far");
    words.type = ValueType::list;
    words.item = ValueType::text;
    return {
        {.name = "commands",
         .title = "List commands",
         .help = "With --json: every command with its parameters, types, permission and effect.",
         .run = list_commands},
        {.name = "plugins.list", .title = "List plugins", .run = list_plugins},
        {.name = "plugins.describe",
         .title = "Describe a plugin",
         .help = "Everything that a plugin declares.",
         .parameters = {required(parameter("id", "Plugin"))},
         .run = describe_plugin},
        {.name = "help", .title = "Explain a command", .parameters = {command}, .run = print_help},
        {.name = "completion",
         .title = "Print a completion script",
         .help = "To be read by the shell at its start, for instance: source <(zhangfang "
                 "completion bash)",
         .parameters = {shell},
         .run = print_completion},
        {.name = "complete",
         .title = "List what may be typed next",
         .parameters = {words},
         .run = print_candidates},
        {.name = "man", .title = "Print the manual page", .run = print_manual}};
}

}  // namespace zf::cli
